import type { VNode } from 'preact';
import {
  Actions,
  Button,
  DataTable,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  PostForm,
  StatusTag,
  yuan,
} from '@tongxing/ui';

/** 批次 */
export interface BatchRow {
  id: string;
  number: string;
  stateText: string;
  lineCount: number;
  totalYuan: string;
  createdAt: string;
}

/** 批次: what stands, and sealing what is ready. */
export function BatchesPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  batches: readonly BatchRow[];
  ready: readonly { id: string; name: string; count: number; totalYuan: string }[];
}): VNode {
  return (
    <Page frame={props.frame} title="发放批次" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <h2>可以封批的</h2>
      {props.ready.length === 0 && <p>现在没有等着发的钱。</p>}
      {props.ready.map((line) => (
        <Notice key={line.id}>
          <p>
            {line.name}：{line.count} 笔，共 {yuan(line.totalYuan)}
          </p>
          <PostForm action="/finance/batches" csrf={props.csrf} once={props.once} hidden={{ envelope: line.id }}>
            <Button>
              封成一批：{line.name} {line.count} 笔
            </Button>
          </PostForm>
        </Notice>
      ))}
      <h2>全部批次</h2>
      {props.batches.length === 0 ? (
        <Empty text="还没有批次。" />
      ) : (
        <DataTable
          caption="批次，新的在前"
          rows={props.batches}
          rowId={(batch) => `b-${batch.id}`}
          columns={[
            { title: '批次号', cell: (batch) => <a href={`/finance/batches/${batch.id}`}>{batch.number}</a> },
            { title: '状态', cell: (batch) => <StatusTag text={batch.stateText} /> },
            { title: '建立', cell: (batch) => instantText(batch.createdAt) },
            { title: '笔数', cell: (batch) => batch.lineCount, number: true },
            { title: '总额', cell: (batch) => yuan(batch.totalYuan), number: true },
          ]}
        />
      )}
    </Page>
  );
}

/** One batch with its lines and what can be done with it now. */
export interface BatchView extends BatchRow {
  hash?: string | null;
  capitals?: string;
  lines: readonly {
    id: string;
    seq: number;
    personName: string;
    maskedAccount: string;
    amountYuan: string;
    stateText: string;
  }[];
  can: { release: boolean; download: boolean };
}

/** 批次单: totals in digits and capitals, the sealed hash, the lines, release by another person, the bank file. */
export function BatchPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  batch: BatchView;
}): VNode {
  const { batch } = props;
  return (
    <Page
      frame={props.frame}
      title={`批次 ${batch.number}`}
      wrong={props.form.problems.length > 0}
      crumbs={[{ href: '/finance/batches', text: '批次' }]}
    >
      <ErrorSummary form={props.form} />
      <p>
        <StatusTag text={batch.stateText} />
      </p>
      <Facts
        rows={[
          ['笔数', String(batch.lineCount)],
          ['总额', <span class="num">{yuan(batch.totalYuan)}</span>],
          ['大写', batch.capitals],
          ['封批指纹', batch.hash ? <code>{batch.hash}</code> : ''],
        ]}
      />
      <Actions>
        {batch.can.release && (
          <PostForm action={`/finance/batches/${batch.id}/release`} csrf={props.csrf} once={props.once}>
            <Button>放款这一批</Button>
          </PostForm>
        )}
        {batch.can.download && (
          <LinkButton href={`/finance/batches/${batch.id}/file`} kind="second" download>
            下载银行文件
          </LinkButton>
        )}
      </Actions>
      <DataTable
        caption={`明细，共 ${batch.lines.length} 笔`}
        rows={batch.lines}
        rowId={(line) => `l-${line.id}`}
        columns={[
          { title: '序号', cell: (line) => line.seq },
          { title: '姓名', cell: (line) => line.personName },
          { title: '账号', cell: (line) => line.maskedAccount },
          { title: '状态', cell: (line) => <StatusTag text={line.stateText} /> },
          { title: '金额', cell: (line) => yuan(line.amountYuan), number: true },
        ]}
      />
    </Page>
  );
}
