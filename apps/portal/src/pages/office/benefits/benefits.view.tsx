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
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  shortDay,
  StatusTag,
  Textarea,
  TraceTree,
  type TraceStep,
  yuan,
} from '@tongxing/ui';

/** One application in the queue. */
export interface QueueRow {
  id: string;
  personName: string;
  divisionName: string;
  schemeName: string;
  amountYuan?: string | null;
  submittedOn: string;
  stateText: string;
}

/** 补贴审批: the oldest first. */
export function QueuePage(props: {
  frame: Frame;
  total: number;
  rows: readonly QueueRow[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="补贴审批">
      <h2>等您处理 {props.total} 件</h2>
      {props.rows.length === 0 ? (
        <Empty text="现在没有要审的申请。" />
      ) : (
        <DataTable
          caption="待审的申请，先来的在前"
          rows={props.rows}
          rowId={(row) => `a-${row.id}`}
          columns={[
            { title: '申请人', cell: (row) => <a href={`/office/benefits/${row.id}`}>{row.personName}</a> },
            { title: '地区', cell: (row) => row.divisionName },
            { title: '项目', cell: (row) => row.schemeName },
            { title: '提交', cell: (row) => shortDay(row.submittedOn) },
            { title: '状态', cell: (row) => <StatusTag text={row.stateText} /> },
            { title: '金额', cell: (row) => (row.amountYuan ? yuan(row.amountYuan) : '—'), number: true },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One application with everything that a decision rests on. */
export interface CaseView {
  id: string;
  facts: readonly (readonly [string, string | undefined])[];
  title: string;
  stateText: string;
  amountYuan?: string | null;
  version: number;
  /** 第一次审核 or 第二次审批; undefined: nothing to decide here. */
  step?: string;
  /** Why this viewer may not decide: duty separation in words. */
  blocked?: string;
  trace?: readonly TraceStep[];
  history: readonly { at: string; who: string; action: string; reason?: string | null }[];
}

/** 审批: the facts, the trace, who did what, and one decision with its reason. */
export function CasePage(props: { frame: Frame; csrf: string; once: string; item: CaseView; form: FormState }): VNode {
  const { item, form } = props;
  return (
    <Page
      frame={props.frame}
      title={item.title}
      service="补贴审批"
      wrong={form.problems.length > 0}
      crumbs={[{ href: '/office/benefits', text: '补贴审批' }]}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag text={item.stateText} />
      </p>
      <Facts rows={item.facts} />
      {item.trace && <TraceTree trace={item.trace} title="资格和金额怎么判断的" open />}
      <h2>办理经过</h2>
      <ol>
        {item.history.map((line) => (
          <li key={`${line.at}-${line.action}`}>
            {instantText(line.at)}，{line.who}：{line.action}
            {line.reason && `，${line.reason}`}
          </li>
        ))}
      </ol>
      {item.blocked && (
        <Notice tone="warn" title="这一步要换人办">
          <p>{item.blocked}</p>
        </Notice>
      )}
      {item.step && !item.blocked && (
        <PostForm
          action={`/office/benefits/${item.id}`}
          csrf={props.csrf}
          once={props.once}
          hidden={{ version: String(item.version) }}
        >
          <Radios
            form={form}
            name="decision"
            label={item.step}
            choices={[
              { value: 'APPROVE', text: '通过' },
              { value: 'RETURN', text: '退回补充', hint: '申请人改好了再来' },
              { value: 'REJECT', text: '不通过' },
            ]}
          />
          <Textarea
            form={form}
            name="reason"
            label="理由"
            hint="退回和不通过要写。申请人看得到。"
            limit={200}
            optional
          />
          <Actions>
            <Button>提交决定</Button>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}
