import type { VNode } from 'preact';
import {
  Button,
  DataTable,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  Select,
  shortNumber,
  TextInput,
} from '@tongxing/ui';
import type { AuditAnchorsQuery, AuditTrailQuery } from '../../gql/generated.js';
import { actText, FAULTS } from './audit.words.js';

type Row = AuditTrailQuery['auditTrail']['edges'][number]['node'];

/** Spans to look at, in days. */
export const SPANS: Readonly<Record<string, string>> = { '1': '今天', '7': '最近7天', '30': '最近30天' };

/** 审计日志: who did what, in which role; and whether the chain is whole. Nobody can change a line of it. */
export function AuditPage(props: {
  frame: Frame;
  csrf: string;
  filter: FormState;
  /** what the last verification found, signed into the address */
  checked?: Readonly<Record<string, string>> | undefined;
  narrowed: boolean;
  total: number;
  rows: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="审计日志" wrong={props.filter.problems.length > 0}>
      <ErrorSummary form={props.filter} />
      {props.checked && <Checked {...props.checked} />}
      <Notice>
        <p>每一次改动都记在这里，一条扣着一条，谁也改不了、停不了。</p>
        <PostForm action="/audit/verify" csrf={props.csrf}>
          <Button>验算本县的审计链</Button>
        </PostForm>
        <LinkButton href="/audit/anchors" kind="second">
          打印今天的链头
        </LinkButton>
      </Notice>
      <FilterForm action="/audit" label="找记录">
        <Select
          form={props.filter}
          name="days"
          label="时间"
          empty="全部"
          choices={Object.entries(SPANS).map(([value, text]) => ({ value, text }))}
        />
        <TextInput form={props.filter} name="target" label="对象编号" hint="申请、批次、公示等的编号" maxLength={36} />
      </FilterForm>
      <h2>一共 {props.total} 条</h2>
      {props.rows.length === 0 ? (
        <Empty text={props.narrowed ? '没有找到记录。请换一个条件。' : '还没有记录。'}>
          {props.narrowed && (
            <LinkButton href="/audit" kind="second">
              看全部记录
            </LinkButton>
          )}
        </Empty>
      ) : (
        <DataTable
          caption="审计记录，新的在前"
          rows={props.rows}
          rowId={(row) => `e-${row.seq}`}
          columns={[
            { title: '序号', whole: true, cell: (row) => row.seq },
            { title: '时间', whole: true, cell: (row) => instantText(row.at) },
            { title: '谁', cell: (row) => row.actorName ?? '—' },
            { title: '身份', whole: true, cell: (row) => row.roleName },
            { title: '做了什么，依据', wide: true, cell: actText },
            { title: '对象', whole: true, cell: (row) => <Target row={row} /> },
            { title: '理由', cell: (row) => [row.reason ?? '—', row.note].filter(Boolean).join('：') },
            { title: '请求编号', whole: true, cell: (row) => (row.trace ? shortNumber(row.trace) : '—') },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** 链头: the signed ends of the county's chain of a day, to be printed and kept on paper. A chain that was cut off shows only there. */
export function AnchorsPage(props: {
  frame: Frame;
  place: string;
  day: string;
  filter: FormState;
  rows: AuditAnchorsQuery['auditAnchors'];
}): VNode {
  return (
    <Page
      frame={props.frame}
      title={`${dayText(props.day)}的链头`}
      service="审计日志"
      crumbs={[{ href: '/audit', text: '审计日志' }]}
      wrong={props.filter.problems.length > 0}
    >
      <ErrorSummary form={props.filter} />
      <p>{props.place}审计链每小时的链头。请打印这一页，签上名，和机房分开保存。</p>
      <FilterForm action="/audit/anchors" label="换一天">
        <TextInput form={props.filter} name="day" label="日期" hint="例如 2026-03-01" maxLength={10} />
      </FilterForm>
      {props.rows.length === 0 ? (
        <Empty text="这一天没有新的链头：没有新的记录，或后台任务没有运行。" />
      ) : (
        <>
          <DataTable
            caption="链头，早的在前"
            rows={props.rows}
            rowId={(row) => `a-${row.seq}-${row.signer}`}
            columns={[
              { title: '时间', cell: (row) => instantText(row.at) },
              { title: '末条序号', cell: (row) => row.seq },
              { title: '哈希', wide: true, cell: (row) => <span class="num">{inGroups(row.hash)}</span> },
              { title: '签名密钥', cell: (row) => <span class="num">{row.signer}</span> },
              { title: '签名', cell: (row) => (row.ours ? '有效' : '不是本系统签的') },
            ]}
          />
          <p>核对人：＿＿＿＿＿＿　日期：＿＿＿＿＿＿</p>
        </>
      )}
    </Page>
  );
}

/** In groups of eight, so that two sheets can be compared by eye, and the line can break. */
const inGroups = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ');

/** What the verification found: whole, or the first entry that is not as it was written. For the printed daily report too. */
function Checked({ ok, entries, anchors, head, seq, kind }: Readonly<Record<string, string>>): VNode {
  return (
    <Notice tone={ok ? 'ok' : 'err'} title={ok ? '审计链完好' : `审计链断了：第 ${seq} 条`} focus>
      {!ok && <p>{FAULTS[kind ?? ''] ?? '对不上'}。请马上报告分管领导，先不要动数据库。</p>}
      <Facts
        rows={[
          ['逐条验过', `${entries} 条`],
          ['和库外的链头核对', `${anchors} 个`],
          ['现在的链头', <span class="num">{head || '还没有'}</span>],
        ]}
      />
    </Notice>
  );
}

/** Leads to everything that was done to the same thing. */
function Target({ row }: { row: Row }): VNode {
  if (!row.targetId) return <>—</>;
  const number = shortNumber(row.targetId);
  return (
    <a href={`/audit?target=${row.targetId}`} aria-label={`${number}，同一对象的全部记录`}>
      {number}
    </a>
  );
}
