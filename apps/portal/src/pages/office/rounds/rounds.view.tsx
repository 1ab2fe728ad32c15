import type { SimulatedScenario, SimulationReport } from '@tongxing/rules';
import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  DataTable,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  PrintSheet,
  Radios,
  shortDay,
  StatusTag,
  TextInput,
  Timeline,
} from '@tongxing/ui';
import type { OfficeRoundQuery, OfficeRoundsQuery, PublicRoundQuery } from '../../../gql/generated.js';
import { CutOffTable, PostTable, TierTable } from '../../rounds/rounds.parts.js';
import { isJoint, nextLine, rangeText, stateTag, waitsForOffice } from '../../rounds/rounds.words.js';
import { ABOUT, BUTTONS, meanText, reportSentence, WAYS } from './rounds.words.js';

type Row = OfficeRoundsQuery['allocationRounds']['edges'][number]['node'];
export type Round = OfficeRoundQuery['allocationRound'];

const LIST = '/office/rounds';
const OFFICE = { href: '/office', text: '工作台' };
const CRUMBS = [OFFICE, { href: LIST, text: '岗位分配' }];

/** Rounds of the region, the newest first, each with what it waits for. */
export function OfficeRoundsPage(props: {
  frame: Frame;
  mayOpen: boolean;
  total: number;
  rows: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="岗位分配" crumbs={props.mayOpen ? [OFFICE] : []}>
      <p>合适的人比名额多的公益性岗位，按顺序和摇号分。</p>
      {props.mayOpen && (
        <Actions>
          <LinkButton href={`${LIST}/new`}>公告一轮</LinkButton>
        </Actions>
      )}
      {props.rows.length === 0 ? (
        <Empty text={props.mayOpen ? '还没有分配。请先公告一轮。' : '还没有分配。'} />
      ) : (
        <>
          <h2>{props.total} 轮，新的在前</h2>
          <CardList>
            {props.rows.map((row) => (
              <Card key={row.id} level={3} href={`${LIST}/${row.id}`} title={row.title} tag={stateTag(row)}>
                <p>
                  {row.divisionName}，{rangeText(row.posts, row.seats)}
                  {row.entrants !== null && `，${row.entrants} 人在名册上`}
                </p>
                <p>
                  {row.next === null && row.publishedOn ? `${shortDay(row.publishedOn)}公布` : nextLine(row.next)}
                  {waitsForOffice(row.next) && (
                    <>
                      {' '}
                      <StatusTag text="等您办" tone="warn" />
                    </>
                  )}
                </p>
              </Card>
            ))}
          </CardList>
        </>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One round: what comes next and whose turn it is, then everything about it. */
export function OfficeRoundPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  round: Round;
  mayAct: boolean;
  mayCheck: boolean;
}): VNode {
  const { round, form } = props;
  const takesMembers = round.tiers.some(({ status }) => status === 'HOUSEHOLD_MEMBER');
  return (
    <Page
      frame={props.frame}
      title={round.title}
      service="岗位分配"
      wrong={form.problems.length > 0}
      crumbs={props.mayAct ? CRUMBS : CRUMBS.slice(1)}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag {...stateTag(round)} />
      </p>
      <Next {...props} />
      <h2>日程</h2>
      <Timeline steps={timeline(round)} />
      <Facts
        rows={[
          ['谁参加', `${round.divisionName}的就业困难残疾人${takesMembers ? '，再是残疾人家庭成员' : ''}`],
          ['名册', round.entrants === null ? '还没有冻结' : `${round.entrants} 人`],
        ]}
      />
      {takesMembers && props.mayAct && (
        <Actions>
          {round.entrants === null ? (
            <LinkButton href="/office/welfare/members" kind="second">
              看哪些家庭成员能参加
            </LinkButton>
          ) : (
            <LinkButton href={`${LIST}/${round.id}/members`} kind="second">
              看名册上的家庭成员
            </LinkButton>
          )}
        </Actions>
      )}
      <Steps round={round} />
      <h2>优先顺序</h2>
      <TierTable tiers={round.tiers} />
      <h2>岗位</h2>
      {round.state === 'PUBLISHED' ? <CutOffTable posts={round.posts} /> : <PostTable posts={round.posts} />}
      <Simulation {...props} />
      <h2>摇号和核对</h2>
      <Facts
        rows={[
          ['公开数值', `${round.source}；没有时用 ${round.fallback}`],
          ['公布的数', round.value ?? '还没有摇号'],
          ['承诺值', <span class="code">{round.commitment}</span>],
          ['种子', round.seed && <span class="code">{round.seed}</span>],
          ['模拟报告的哈希值', round.simulationHash && <span class="code">{round.simulationHash}</span>],
          ['名册的哈希值', round.rosterHash && <span class="code">{round.rosterHash}</span>],
          ['志愿的哈希值', round.choicesHash && <span class="code">{round.choicesHash}</span>],
          ['结果的哈希值', round.resultHash && <span class="code">{round.resultHash}</span>],
          ['办法', round.rulesVersion],
        ]}
      />
      <Files {...props} />
    </Page>
  );
}

type PageProps = Parameters<typeof OfficeRoundPage>[0];

/** The next step, in a box: what it does, whose turn it is, and the button. */
function Next({ round, csrf, once, mayAct }: PageProps): VNode {
  const { next } = round;
  if (next === null)
    return (
      <Notice tone="ok" title="结果公布了">
        <p>谁都可以核对。接着发名额通知，等本人答复。</p>
        {mayAct && (
          <Actions>
            <LinkButton href={`${LIST}/${round.id}/seats`}>看名额</LinkButton>
          </Actions>
        )}
      </Notice>
    );
  const { step, stepText, when, from, before, turn } = next;
  const simulates = step === 'SIMULATE' && ['WAITING', 'RUNNING'].includes(round.simulating?.state ?? '');
  const [first, second] = BUTTONS[step] ?? [stepText, stepText];
  const label = turn === 'SECOND' ? second : first;
  return (
    <Notice tone={when === 'NOW' ? 'warn' : 'plain'} title={`下一步：${stepText}`}>
      <p>{ABOUT[step]}</p>
      {when === 'LATE' && before && (
        <p>
          {stepText}要在{dayText(before)}以前办，已经过了。这一轮不能再办，请另公告一轮。
        </p>
      )}
      {when === 'EARLY' && from && <p>日程上{dayText(from)}起才能办。</p>}
      {when === 'NOW' && before && <p>要在{dayText(before)}以前办。</p>}
      {when === 'NOW' && turn === 'OTHER' && <p>您已经提出了。要由另一位同事确认，您不能自己确认。</p>}
      {when === 'NOW' && turn === 'SECOND' && <p>同事已经提出，等您确认。</p>}
      {when === 'NOW' && turn === 'ANY' && isJoint(step) && step !== 'RUN' && <p>您先办，再由另一位同事确认。</p>}
      {simulates && <p>正在模拟。做完了才能冻结名册。</p>}
      {mayAct && when === 'NOW' && turn !== 'OTHER' && !simulates && (
        <Actions>
          {step === 'REVEAL' ? (
            <LinkButton href={`${LIST}/${round.id}/draw`}>{label}</LinkButton>
          ) : (
            <PostForm action={`${LIST}/${round.id}/${WAYS[step]}`} csrf={csrf} once={once}>
              <Button>{label}</Button>
            </PostForm>
          )}
        </Actions>
      )}
    </Notice>
  );
}

const ORDER = ['ANNOUNCED', 'FROZEN', 'DRAWN', 'CHOOSING', 'CLOSED', 'RUN', 'PUBLISHED'];

/** The calendar with what is done; the step that is waited for is now. */
function timeline(round: Round): Parameters<typeof Timeline>[0]['steps'] {
  const at = ORDER.indexOf(round.state);
  const steps: [text: string, note: string, doneFrom: string][] = [
    ['公告', dayText(round.announcedOn), 'ANNOUNCED'],
    ['冻结名册', `${dayText(round.frozenOn)}起`, 'FROZEN'],
    ['摇号', `${dayText(round.drawnOn)}起`, 'DRAWN'],
    ['填志愿', `到${dayText(round.choicesUntil)}为止`, 'CLOSED'],
    ['分配', '志愿截止的第二天起', 'RUN'],
    ['公布', '分配以后', 'PUBLISHED'],
    ['签合同', `${dayText(round.contractsFrom)}起`, 'NEVER'],
  ];
  const isDone = (doneFrom: string): boolean => ORDER.includes(doneFrom) && at >= ORDER.indexOf(doneFrom);
  const now = steps.findIndex(([, , doneFrom]) => !isDone(doneFrom));
  return steps.map(([text, note, doneFrom], index) => ({
    text,
    note,
    state: isDone(doneFrom) ? 'done' : index === now ? 'now' : 'later',
  }));
}

/** Who has proposed and confirmed what. */
function Steps({ round }: { round: Round }): VNode | null {
  if (round.steps.length === 0) return null;
  return (
    <>
      <h2>谁办了哪一步</h2>
      <DataTable
        caption="两个人办的步骤"
        rows={round.steps}
        rowId={({ step }) => `step-${step}`}
        columns={[
          { title: '步骤', cell: ({ stepText }) => stepText },
          { title: '谁提出', wide: true, cell: ({ proposedBy }) => proposedBy ?? '—' },
          {
            title: '确认',
            cell: ({ confirmed, waitsForViewer }) =>
              confirmed ? '另一位同事确认了' : waitsForViewer ? '等您确认' : '等另一位同事',
          },
        ]}
      />
    </>
  );
}

/** 模拟: how far it is, the report as one sentence and as a table. */
function Simulation({ round, csrf, once, mayAct }: PageProps): VNode {
  const { simulating, simulation, next } = round;
  const runs = simulating !== null && ['WAITING', 'RUNNING'].includes(simulating.state);
  const again = mayAct && !runs && next?.step === 'FREEZE' && next.when !== 'LATE';
  return (
    <section aria-labelledby="simulation">
      <h2 id="simulation">模拟报告</h2>
      {runs && (
        <Notice title="正在模拟">
          <p>
            {simulating.total > 0
              ? `已经试了 ${simulating.done} 次，一共 ${simulating.total} 次。`
              : '马上开始。您可以先做别的事。'}
          </p>
          <p>
            <a href={`${LIST}/${round.id}#simulation`}>刷新，看做到哪里</a>
          </p>
        </Notice>
      )}
      {simulating?.state === 'FAILED' && (
        <Notice tone="err" title="模拟没有做成">
          <p>
            {simulating.problem} {simulating.hint}
          </p>
        </Notice>
      )}
      {simulation ? (
        <Report report={JSON.parse(simulation) as SimulationReport} />
      ) : (
        !runs && <p>还没有模拟。没有模拟报告，不能冻结名册。</p>
      )}
      {simulation && simulating?.state === 'DONE' && simulating.finishedAt && (
        <p class="small">{instantText(simulating.finishedAt)}做的。</p>
      )}
      {again && (
        <PostForm action={`${LIST}/${round.id}/simulate`} csrf={csrf} once={`${once}-again`}>
          <Button kind="second">重新模拟</Button>
        </PostForm>
      )}
    </section>
  );
}

interface ReportLine {
  id: string;
  scenario: SimulatedScenario;
  figures: SimulatedScenario['all'];
}

function Report({ report }: { report: SimulationReport }): VNode {
  const lines: ReportLine[] = report.scenarios.flatMap((scenario) => [
    { id: scenario.scenario, scenario, figures: scenario.all },
    ...scenario.groups.map((figures, index) => ({ id: `${scenario.scenario}-${index + 1}`, scenario, figures })),
  ]);
  const mean = (total: number | null, runs: number): string =>
    total === null ? '人太少，不显示' : meanText(total, runs);
  return (
    <>
      <p>{reportSentence(report)}</p>
      <DataTable
        caption={`每种办法试 ${report.runs} 次，平均多少人`}
        rows={lines}
        rowId={({ id }) => `s-${id}`}
        columns={[
          { title: '办法', wide: true, cell: ({ scenario }) => scenario.label },
          { title: '哪些人', wide: true, cell: ({ figures }) => figures.group },
          { title: '人数', number: true, cell: ({ figures }) => figures.people ?? '—' },
          { title: '分到岗位', number: true, cell: ({ scenario, figures }) => mean(figures.placed, scenario.runs) },
          {
            title: '第一志愿',
            number: true,
            cell: ({ scenario, figures }) => mean(figures.firstChoice, scenario.runs),
          },
          { title: '最少', number: true, cell: ({ figures }) => figures.placedLeast ?? '—' },
          { title: '最多', number: true, cell: ({ figures }) => figures.placedMost ?? '—' },
        ]}
      />
    </>
  );
}

function Files({ round, mayCheck }: PageProps): VNode | null {
  const published = round.state === 'PUBLISHED';
  if (!published && !(mayCheck && round.state === 'RUN')) return null;
  return (
    <Actions>
      {published && (
        <LinkButton href={`${LIST}/${round.id}/certificate`} kind="second">
          打印分配证书
        </LinkButton>
      )}
      {published && (
        <LinkButton href={`/rounds/${round.id}`} kind="second">
          看公开的页面
        </LinkButton>
      )}
      <LinkButton href={`${LIST}/${round.id}/file`} kind="second" download>
        {mayCheck ? '下载核对文件' : '下载分配证书'}
      </LinkButton>
    </Actions>
  );
}

/** 摇号: each of the two officers types the public value for himself. */
export function DrawPage(props: { frame: Frame; csrf: string; once: string; form: FormState; round: Round }): VNode {
  const { round, form } = props;
  return (
    <Page
      frame={props.frame}
      title="填公开数值"
      service={round.title}
      wrong={form.problems.length > 0}
      crumbs={[...CRUMBS, { href: `${LIST}/${round.id}`, text: round.title }]}
    >
      <ErrorSummary form={form} />
      <p>请照着公布的原样填。另一位同事也要自己填一次，填得一样才摇号。</p>
      <Facts
        rows={[
          ['公告的数值', round.source],
          ['没有它时', round.fallback],
        ]}
      />
      <PostForm action={`${LIST}/${round.id}/draw`} csrf={props.csrf} once={props.once}>
        <TextInput form={form} name="value" label="公布的数" maxLength={200} autocomplete="off" />
        <Radios
          form={form}
          name="valueFrom"
          label="是哪一个"
          choices={[
            { value: 'SOURCE', text: '公告的数值' },
            { value: 'FALLBACK', text: '没有它时用的那个' },
          ]}
        />
        <Actions>
          <Button>提交公开数值</Button>
          <LinkButton href={`${LIST}/${round.id}`} kind="second">
            返回
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 分配证书 on paper. */
export function CertificatePage(props: { frame: Frame; round: PublicRoundQuery['publishedRound'] }): VNode {
  const { round } = props;
  const placed = round.byChoice.reduce((sum, count) => sum + count, 0);
  return (
    <Page
      frame={props.frame}
      title="分配证书"
      service={round.title}
      crumbs={[...CRUMBS, { href: `${LIST}/${round.id}`, text: round.title }]}
    >
      <PrintSheet title={round.title} sign={['提出人', '确认人', '日期']}>
        <Facts
          rows={[
            ['谁参加', `${round.divisionName}，${round.entrants} 个号`],
            ['冻结名册', dayText(round.frozenOn)],
            ['摇号', dayText(round.drawnOn)],
            ['志愿截止', dayText(round.choicesUntil)],
            ['公布', dayText(round.publishedOn)],
            ['分到岗位', `${placed} 人，其中第一志愿 ${round.byChoice[0] ?? 0} 人`],
            ['填了没分到', `${round.unplaced} 人`],
            ['该得没得的', `${round.justifiedEnvy} 人`],
            ['有人要却空着', `${round.waste} 个名额`],
            ['公开数值', `${round.source}：${round.value}`],
            ['种子', <span class="code">{round.seed}</span>],
            ['承诺值', <span class="code">{round.commitment}</span>],
            ['名册的哈希值', <span class="code">{round.rosterHash}</span>],
            ['志愿的哈希值', <span class="code">{round.choicesHash}</span>],
            ['结果的哈希值', <span class="code">{round.resultHash}</span>],
            ['证书的哈希值', <span class="code">{round.hash}</span>],
          ]}
        />
        <CutOffTable posts={round.posts} />
      </PrintSheet>
    </Page>
  );
}
