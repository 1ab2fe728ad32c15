import type { VNode } from 'preact';
import {
  Actions,
  DataTable,
  Empty,
  Figure,
  type FigureModel,
  type Frame,
  KpiList,
  LinkButton,
  Notice,
  Page,
  percentText,
  StatusTag,
  SubNav,
  traceTree,
  TraceTree,
  yuan,
} from '@tongxing/ui';
import type { AssessmentQuery } from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import { WARNINGS } from './compliance.words.js';

type Assessment = NonNullable<AssessmentQuery['assessment']>;
type Hire = Assessment['hires'][number];

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** 达标情况: the year's figures, a picture with its table, month by month, how the levy was computed. Prints as a sheet. */
export function CompliancePage(props: {
  frame: Frame;
  year: number;
  years: readonly number[];
  /** An office looks at this employer; absent: the employer at itself. */
  employerId?: string;
  /** Why it cannot be computed now, in the api's words. */
  refusal?: string;
  assessment?: Assessment;
  figure?: FigureModel;
}): VNode {
  const { assessment, year, employerId } = props;
  const here = employerId ? `/office/compliance/${employerId}` : '/org/compliance';
  const up = employerId
    ? { href: `/office/compliance?year=${year}`, text: '全县达标' }
    : { href: '/org', text: '单位首页' };
  // An office reads of many: whose year it is stands first.
  const unit = employerId && assessment ? `${assessment.employerName}：` : '';
  return (
    <Page frame={props.frame} title={`${unit}${year}年按比例就业情况`} crumbs={[up]}>
      <SubNav
        label="年度"
        links={props.years.map((other) => ({
          href: `${here}?year=${other}`,
          text: `${other}年`,
          current: other === year,
        }))}
      />
      {employerId && (
        <p>
          <a class="phone" href={`/office/employers/${employerId}`}>
            看这个单位的账号
          </a>
        </p>
      )}
      {props.refusal && (
        <Notice tone="warn" title="现在算不出来">
          <p>{props.refusal}</p>
          <p>有问题请打 12385。</p>
        </Notice>
      )}
      {!assessment && !props.refusal && employerId && <Empty text={`${year}年这个单位还没有数据。`} />}
      {!assessment && !props.refusal && !employerId && (
        <Empty text={`${year}年还没有数据。先填职工人数，再上传残疾职工表。`}>
          <Actions>
            <LinkButton href={`/org/quota/${year}/staff`}>填职工人数</LinkButton>
            <LinkButton href={`/org/quota/${year}/import`} kind="second">
              用表格导入残疾职工
            </LinkButton>
          </Actions>
        </Empty>
      )}
      {assessment && (
        <>
          <Summary assessment={assessment} />
          {props.figure && <Figure figure={props.figure} />}
          <Months assessment={assessment} />
          <Hires hires={assessment.hires} {...(employerId ? { office: `${here}?year=${year}` } : {})} />
          <TraceTree trace={traceTree(assessment.trace)} title="残保金是怎么算的" />
          <Parameters parameters={assessment.parameters} />
        </>
      )}
    </Page>
  );
}

function Summary({ assessment }: { assessment: Assessment }): VNode {
  const { final } = assessment;
  const owes = assessment.outcome.startsWith('TIER');
  return (
    <>
      <p>
        {assessment.employerName}　<StatusTag text={assessment.stateText} />
      </p>
      <KpiList
        items={[
          { name: '现在的比例', value: percentText(assessment.placementRatio) },
          { name: '应安排', value: `${assessment.requiredHires}人` },
          { name: '已安排', value: `${assessment.countedHires}人` },
          { name: '还差', value: `${assessment.shortfall}人` },
          { name: final ? '应缴残保金' : '残保金估算', value: yuan(assessment.levyYuan) },
        ]}
      />
      <Notice tone={owes ? 'warn' : 'ok'}>
        <p>{assessment.outcomeText}</p>
        <p>按{assessment.factYear}年的人数和工资算。</p>
        {!final && <p>这是估算，不是缴费通知。</p>}
        {assessment.warnings.map((code) => (
          <p key={code}>{WARNINGS[code] ?? code}</p>
        ))}
      </Notice>
    </>
  );
}

function Months({ assessment }: { assessment: Assessment }): VNode | null {
  if (assessment.monthly.length === 0) return null;
  return (
    <DataTable
      caption={`${assessment.factYear}年每个月的职工和残疾职工`}
      rows={assessment.monthly}
      rowId={(row) => `m-${row.month}`}
      columns={[
        { title: '月份', cell: (row) => `${row.month}月` },
        { title: '职工', cell: (row) => `${row.headcount}人`, number: true },
        { title: '计入的残疾职工', cell: (row) => `${row.counted}人`, number: true },
      ]}
    />
  );
}

const cellOf = (hire: Hire, month: number) => hire.months.find((cell) => cell.month === month);

/** 1月到3月、9月 */
function monthsText(months: readonly number[]): string {
  const runs: number[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run?.at(-1) === month - 1) run?.push(month);
    else runs.push([month]);
  }
  return runs.map((run) => (run.length === 1 ? `${run[0]}月` : `${run[0]}月到${run.at(-1)}月`)).join('、');
}

/** Each reason why months do not count, once, with its months. */
function Reasons({ hire }: { hire: Hire }): VNode {
  const months = new Map<string, number[]>();
  for (const { month, reasonText: reason } of hire.months) {
    if (reason) months.set(reason, [...(months.get(reason) ?? []), month]);
  }
  if (months.size === 0) return <>每个月都计入</>;
  return (
    <>
      {[...months].map(([reason, list]) => (
        <div key={reason}>
          {monthsText(list)}：{reason}
        </div>
      ))}
    </>
  );
}

/** @param props.office path of the page, where an office looks: whole numbers are a link away */
function Hires({ hires, office }: { hires: readonly Hire[]; office?: string }): VNode | null {
  if (hires.length === 0) return null;
  const ids = new Map(hires.map((hire, index) => [hire, index + 1]));
  return (
    <DataTable
      caption={`残疾职工每个月计多少，共 ${hires.length} 人`}
      rows={hires}
      rowId={(hire) => `h-${ids.get(hire)}`}
      columns={[
        {
          title: '姓名',
          cell: (hire) => (
            <>
              {hire.name}
              <div class="hint">{hire.maskedCertificate}</div>
              {office && (
                <>
                  <RevealLink
                    field="hireCertificate"
                    subject={hire.id}
                    what="残疾人证号"
                    whose={hire.name}
                    back={office}
                  />{' '}
                  <RevealLink field="hireIdNumber" subject={hire.id} what="身份证号" whose={hire.name} back={office} />
                </>
              )}
            </>
          ),
        },
        { title: '不计入的月份和原因', wide: true, cell: (hire) => <Reasons hire={hire} /> },
        ...MONTHS.map((month) => ({
          title: `${month}月`,
          cell: (hire: Hire) => cellOf(hire, month)?.counts ?? '0',
          number: true,
        })),
      ]}
    />
  );
}

function Parameters({ parameters }: { parameters: Assessment['parameters'] }): VNode | null {
  if (parameters.length === 0) return null;
  const demo = parameters.filter(({ origin }) => origin === 'DEMO').length;
  const unsure = parameters.filter(({ answer, status }) => answer !== 'known' || status !== 'CONFIRMED').length;
  return (
    <>
      <details>
        <summary>用了哪些规定的数</summary>
        <ul>
          {parameters.map((parameter) => (
            <li key={parameter.code}>
              {parameter.code}：<span class="num">{parameter.value}</span>
              {parameter.source && <span class="muted">，{parameter.source}</span>}
              {parameter.origin === 'DEMO' && <span class="muted">（演示参数）</span>}
            </li>
          ))}
        </ul>
      </details>
      {unsure > 0 && <p>其中 {unsure} 个数还没有核对原文，只供参考。</p>}
      {demo > 0 && <p>其中 {demo} 个是演示参数。</p>}
    </>
  );
}
