import type { VNode } from 'preact';
import {
  Button,
  DataTable,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  instantText,
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  StatusTag,
  SubNav,
  Textarea,
} from '@tongxing/ui';
import type { DataRequestQuery, DataRequestsQuery, DeletionRowFragment } from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import { Kept } from '../../seeker/profile/data.view.js';

const LIST = '/office/data-requests';
const MAX_REASON = 300;

/** Masked, with the way to the whole of it as long as there is one. */
function IdNumber(props: {
  of: Pick<DeletionRowFragment, 'personId' | 'personName' | 'idNumber'>;
  back: string;
  /** many of them stand below each other: the link says whose */
  named?: boolean;
}): VNode {
  const { personId, personName, idNumber } = props.of;
  if (!idNumber) return <>已删除</>;
  const whose = props.named ? { whose: personName } : {};
  return (
    <>
      {idNumber} <RevealLink field="personIdNumber" subject={personId} what="身份证号" back={props.back} {...whose} />
    </>
  );
}

/** 资料申请: deletions of the region, and what the last night took away. */
export function DataRequestsPage(props: {
  frame: Frame;
  waiting: boolean;
  total: number;
  rows: readonly DeletionRowFragment[];
  run: DataRequestsQuery['retentionRun'];
  next?: string;
  first?: string;
}): VNode {
  const { waiting, run } = props;
  return (
    <Page frame={props.frame} title="资料申请">
      <SubNav
        label="看哪些"
        links={[
          { href: LIST, text: '等着决定的', current: waiting },
          { href: `${LIST}?all=yes`, text: '全部', current: !waiting },
        ]}
      />
      <h2>{waiting ? `等着决定的 ${props.total} 件` : `全部 ${props.total} 件`}</h2>
      {props.rows.length === 0 ? (
        <Empty text={waiting ? '现在没有等着决定的删除申请。' : '还没有人申请删除资料。'} />
      ) : (
        <DataTable
          caption="删除资料的申请，新的在前"
          rows={props.rows}
          rowId={(row) => `d-${row.id}`}
          columns={[
            { title: '姓名', cell: (row) => <a href={`${LIST}/${row.id}`}>{row.personName}</a> },
            { title: '身份证号', cell: (row) => <IdNumber of={row} back={waiting ? LIST : `${LIST}?all=yes`} named /> },
            { title: '户籍地', cell: (row) => row.divisionName, wide: true },
            { title: '申请时间', cell: (row) => instantText(row.requestedAt) },
            { title: '办到哪一步', cell: (row) => <StatusTag text={row.stateText} /> },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
      <h2>夜里的到期清理</h2>
      {!run ? (
        <p>还没有清理过。每天夜里两点清理一次。</p>
      ) : (
        <>
          <p>
            {instantText(run.startedAt)}开始
            {run.finishedAt ? '，已做完。' : '，没有做完，下一次接着做。'}
            {run.held > 0 && `有 ${run.held} 个人在保全中，没有动。`}
          </p>
          <Facts rows={run.lines.map(({ what, gone }) => [what, `删了 ${gone} 条`] as const)} />
        </>
      )}
    </Page>
  );
}

function Decision(props: { csrf: string; form: FormState; request: DataRequestQuery['dataRequest'] }): VNode {
  const { form, request } = props;
  return (
    <>
      <h2>决定</h2>
      <PostForm action={`${LIST}/${request.id}`} csrf={props.csrf} hidden={{ version: String(request.version) }}>
        <Radios
          form={form}
          name="approve"
          label="同意删除吗？"
          choices={[
            { value: 'yes', text: '同意', hint: '过了反悔期自动删除，删了找不回来' },
            { value: 'no', text: '不同意', hint: '要写原因，本人会看到' },
          ]}
        />
        <Textarea form={form} name="reason" label="给本人的话" limit={MAX_REASON} optional />
        <Button>提交决定</Button>
      </PostForm>
    </>
  );
}

function Hold(props: { csrf: string; form: FormState; request: DataRequestQuery['dataRequest'] }): VNode {
  const { form, request } = props;
  const action = `${LIST}/${request.id}/hold`;
  return (
    <>
      <h2>依法保全</h2>
      {request.hold ? (
        <Notice tone="warn">
          <p>保全中：{request.hold}。本人只知道暂时不能删除。</p>
          <PostForm action={action} csrf={props.csrf} hidden={{ on: 'no' }}>
            <Button kind="second">解除保全</Button>
          </PostForm>
        </Notice>
      ) : (
        <PostForm action={action} csrf={props.csrf} hidden={{ on: 'yes' }}>
          <p>有案件、审计在查，先保全。保全时什么都不删。</p>
          <Textarea form={form} name="hold" label="为什么保全" hint="例如案号、审计通知的文号" limit={MAX_REASON} />
          <Button kind="second">保全这个人的资料</Button>
        </PostForm>
      )}
    </>
  );
}

/** 一个删除申请. */
export function DataRequestPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  request: DataRequestQuery['dataRequest'];
}): VNode {
  const { form, request } = props;
  return (
    <Page
      frame={props.frame}
      title={`${request.personName}的删除申请`}
      service="资料申请"
      crumbs={[{ href: LIST, text: '资料申请' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag text={request.stateText} />
      </p>
      <Facts
        rows={[
          ['身份证号', <IdNumber of={request} back={`${LIST}/${request.id}`} />],
          [
            '手机号',
            request.idNumber && (
              <RevealLink field="personPhone" subject={request.personId} what="手机号" back={`${LIST}/${request.id}`} />
            ),
          ],
          ['户籍地', request.divisionName],
          ['申请时间', instantText(request.requestedAt)],
          ['执行时间', request.state === 'APPROVED' && request.dueAt ? instantText(request.dueAt) : ''],
          ['给本人的话', request.answer],
        ]}
      />
      {request.open.length > 0 && (
        <Notice tone="warn" title="这些办完才能同意">
          <ul>
            {request.open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <h2>删除以后依法留下的</h2>
      <Kept kept={request.kept} />
      <p class="hint">名册里还有这个人的，下次导入会重新登记。请先和管名册的同事说好。</p>
      {request.state === 'REQUESTED' && <Decision csrf={props.csrf} form={form} request={request} />}
      {request.state !== 'EXECUTED' && <Hold csrf={props.csrf} form={form} request={request} />}
    </Page>
  );
}
