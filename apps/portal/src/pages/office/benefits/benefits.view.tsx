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
  SubNav,
  Textarea,
  traceTree,
  TraceTree,
  yuan,
} from '@tongxing/ui';
import type { ApplicationCaseQuery, ApplicationQueueQuery } from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import { ACTS, OUTCOMES, STEPS } from './benefits.words.js';

type Row = ApplicationQueueQuery['applicationQueue']['edges'][number]['node'];
type Case = NonNullable<ApplicationCaseQuery['applicationCase']>;

/** 补贴审批: the queue of one step, the oldest first. */
export function QueuePage(props: {
  frame: Frame;
  step: string;
  total: number;
  rows: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="补贴审批">
      <SubNav
        label="审批的两步"
        links={Object.entries(STEPS).map(([step, text]) => ({
          href: `/office/benefits?step=${step}`,
          text,
          current: step === props.step,
        }))}
      />
      <h2>
        {STEPS[props.step] ?? props.step}：等着办的 {props.total} 件
      </h2>
      {props.rows.length === 0 ? (
        <Empty text="现在没有等这一步的申请。" />
      ) : (
        <DataTable
          caption="等着办的申请，先来的在前"
          rows={props.rows}
          rowId={(row) => `a-${row.id}`}
          columns={[
            { title: '申请人', cell: (row) => <a href={`/office/benefits/${row.id}`}>{row.applicantName}</a> },
            { title: '地区', cell: (row) => row.divisionName },
            { title: '项目', cell: (row) => row.schemeName },
            { title: '提交', cell: (row) => shortDay(row.submittedOn) },
            { title: '状态', cell: (row) => <StatusTag text={row.stateText} /> },
            { title: '金额', cell: (row) => yuan(row.amountYuan), number: true },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** 审批: the facts, the answer of the rules with its trace, who did what, and one decision with its reason. */
export function CasePage(props: { frame: Frame; csrf: string; once: string; item: Case; form: FormState }): VNode {
  const { item, form } = props;
  // Whoever decides the step has the applicant's numbers in hand; nobody else.
  const inHand = item.step !== null && item.blocked === null;
  const of = { subject: item.id, back: `/office/benefits/${item.id}` };
  // The register's office has them too, of everybody.
  const registered = item.personId ? { ...of, as: 'person', subject: item.personId } : null;
  const whose = inHand ? { ...of, as: 'applicant' } : registered;
  return (
    <Page
      frame={props.frame}
      title={`${item.applicantName}的${item.schemeName}`}
      service="补贴审批"
      wrong={form.problems.length > 0}
      crumbs={[{ href: '/office/benefits', text: '补贴审批' }]}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag text={item.stateText} />
      </p>
      <Facts
        rows={[
          ['申请人', item.applicantName],
          ['地区', item.divisionName],
          ['对象', item.object],
          ['期间', item.periodText],
          ['课时', `${item.hours}课时`],
          ['交的学费', yuan(item.feeYuan)],
          ['提交', shortDay(item.submittedOn)],
          ['补贴金额', yuan(item.amountYuan)],
          [
            '收款账户',
            <>
              {item.maskedAccount} {inHand && <RevealLink {...of} field="applicantAccount" what="收款账号" />}
            </>,
          ],
          [
            '本人的号码',
            whose && (
              <>
                <RevealLink {...whose} field={`${whose.as}IdNumber`} what="身份证号" />{' '}
                <RevealLink {...whose} field={`${whose.as}Certificate`} what="残疾人证号" />{' '}
                <RevealLink {...whose} field={`${whose.as}Phone`} what="手机号" />
              </>
            ),
          ],
        ]}
      />
      <Eligibility eligibility={item.eligibility} />
      <History decisions={item.decisions} />
      {item.blocked && (
        <Notice tone="warn" title="这一步要换人办">
          <p>{item.blocked}</p>
        </Notice>
      )}
      {item.step && !item.blocked && <Decision {...props} step={item.step} />}
      {!item.step && (
        <Notice>
          <p>这件申请现在没有要审的。</p>
        </Notice>
      )}
    </Page>
  );
}

function Eligibility({ eligibility }: { eligibility: Case['eligibility'] }): VNode {
  return (
    <>
      <h2>系统核对：{eligibility.eligible ? '符合条件' : '不符合条件'}</h2>
      <ul class="plain">
        {eligibility.reasons.map((reason) => (
          <li class={reason.passed ? 'yes' : 'no'} key={reason.rule}>
            <span class="vh">{reason.passed ? '符合：' : '不符合：'}</span>
            {reason.message}
            {reason.basis && <span class="hint">（{reason.basis}）</span>}
          </li>
        ))}
      </ul>
      {eligibility.trace.length > 0 && <TraceTree trace={traceTree(eligibility.trace)} title="资格和金额怎么算的" />}
    </>
  );
}

function History({ decisions }: { decisions: Case['decisions'] }): VNode | null {
  if (decisions.length === 0) return null;
  return (
    <>
      <h2>办理经过</h2>
      <ol>
        {decisions.map((line) => (
          <li key={`${line.at}-${line.step}-${line.outcome}`}>
            {instantText(line.at)}，{line.by}，{ACTS[line.step] ?? line.step}
            {OUTCOMES[line.outcome] && line.step !== 'FILE' && `：${OUTCOMES[line.outcome]}`}
            {line.reason && `，${line.reason}`}
          </li>
        ))}
      </ol>
    </>
  );
}

function Decision(props: { csrf: string; once: string; item: Case; step: string; form: FormState }): VNode {
  const { item, form, step } = props;
  return (
    <PostForm
      action={`/office/benefits/${item.id}`}
      csrf={props.csrf}
      once={props.once}
      hidden={{ version: String(item.version), step }}
    >
      <Radios
        form={form}
        name="outcome"
        label={`${STEPS[step] ?? step}的决定`}
        choices={Object.entries(OUTCOMES).map(([value, text]) => ({ value, text }))}
      />
      <Textarea form={form} name="reason" label="理由" hint="退回和不通过要写。申请人看得到。" limit={200} optional />
      <Actions>
        <Button>提交决定</Button>
      </Actions>
    </PostForm>
  );
}
