import type { VNode } from 'preact';
import {
  Actions,
  Button,
  DataTable,
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
import type { OfficeRuleQuery, OfficeRuleTrialQuery, RuleRowFragment } from '../../../gql/generated.js';
import { addressOf, periodText, titleOf, valueText } from './rules.words.js';

type Row = OfficeRuleQuery['parameterRow'];
type Trial = OfficeRuleTrialQuery['parameterTrial'];
const CRUMBS = [
  { href: '/office', text: '工作台' },
  { href: '/office/rules', text: '参数' },
];
const by = (who: string | null, at: string | null): string => (who && at ? `${who}，${instantText(at)}` : '');

/** One value: what it says, who entered and confirmed it, what stood before it. */
export function RulePage(props: { frame: Frame; csrf: string; once: () => string; form: FormState; row: Row }): VNode {
  const { row } = props;
  return (
    <Page
      frame={props.frame}
      title={titleOf(row)}
      service="参数"
      wrong={props.form.problems.length > 0}
      crumbs={CRUMBS}
    >
      <ErrorSummary form={props.form} />
      <p>
        <StatusTag text={row.stateText} tone={row.state === 'ENTERED' ? 'warn' : 'plain'} />{' '}
        {row.mark && <StatusTag text={row.mark} tone="warn" />}
      </p>
      <Facts
        rows={[
          ['值', valueText(row)],
          ['哪里', row.scopeName],
          ['期间', periodText(row)],
          ['实际用到', row.state === 'COUNTS' && row.until !== row.to ? row.until : ''],
          ['文件', row.act],
          ['文号', row.number],
          ['条款', row.article],
          ['录入', by(row.enteredBy, row.enteredAt)],
          ['确认', by(row.confirmedBy, row.confirmedAt)],
          ['作废', by(row.withdrawnBy, row.withdrawnAt)],
          ['代码', row.code],
        ]}
      />
      {row.state === 'ENTERED' && <NextSteps {...props} />}
      {row.maySupersede && row.origin === 'OPERATOR' && (
        <LinkButton href={`/office/rules/new?${new URLSearchParams({ supersedes: row.id })}`} kind="second">
          从某一天起替换它
        </LinkButton>
      )}
      <h2>这一参数的全部记录</h2>
      <History rows={row.history} />
    </Page>
  );
}

function NextSteps({ csrf, once, row }: { csrf: string; once: () => string; row: Row }): VNode {
  return (
    <>
      <h2>下一步</h2>
      {row.mine && <p>这一条是您录入的，要请另一位同事确认。确认以前不生效。</p>}
      <Actions>
        {row.mayConfirm && <LinkButton href={`${addressOf(row.id)}/confirm`}>核对并确认</LinkButton>}
        <PostForm action={`${addressOf(row.id)}/try`} csrf={csrf} once={once()}>
          <Button kind="second">试算会改变什么</Button>
        </PostForm>
        {row.mayWithdraw && (
          <PostForm
            action={`${addressOf(row.id)}/withdraw`}
            csrf={csrf}
            once={once()}
            hidden={{ version: String(row.version) }}
          >
            <Button kind="danger">作废这一条</Button>
          </PostForm>
        )}
      </Actions>
    </>
  );
}

function History({ rows }: { rows: Row['history'] }): VNode {
  return (
    <DataTable
      caption="全部记录，新的在前"
      rows={rows}
      rowId={(row) => `h-${row.id}`}
      columns={[
        { title: '从', cell: (row) => <a href={addressOf(row.id)}>{row.from}</a> },
        { title: '到', cell: (row) => row.until ?? row.to ?? '长期' },
        { title: '值', cell: valueText },
        { title: '状态', cell: (row) => row.stateText },
        { title: '来源', wide: true, cell: (row) => row.source },
        { title: '录入', cell: (row) => row.enteredBy ?? '随软件' },
        { title: '确认', cell: (row) => row.confirmedBy ?? '—' },
      ]}
    />
  );
}

/** Old and new in one table, line by line. */
function SideBySide({ row, standing }: { row: RuleRowFragment; standing: RuleRowFragment | null }): VNode {
  const lines: [string, (one: RuleRowFragment) => string][] = [
    ['值', valueText],
    ['哪里', (one) => one.scopeName],
    ['期间', periodText],
    ['来源', (one) => one.source],
    ['核对', (one) => one.mark ?? '已核对'],
  ];
  return (
    <DataTable
      caption={`${row.from} 那天：原来的和新的`}
      rows={lines}
      rowId={([name]) => `s-${name}`}
      columns={[
        { title: '项目', cell: ([name]) => name },
        { title: '原来', wide: true, cell: ([, text]) => (standing ? text(standing) : '没有值') },
        { title: '新的', wide: true, cell: ([, text]) => text(row) },
      ]}
    />
  );
}

/** 核对并确认: the second person's page. */
export function ConfirmRulePage(props: { frame: Frame; csrf: string; once: string; form: FormState; row: Row }): VNode {
  const { row } = props;
  return (
    <Page
      frame={props.frame}
      title={`确认${titleOf(row)}`}
      service="参数"
      wrong={props.form.problems.length > 0}
      crumbs={[...CRUMBS, { href: addressOf(row.id), text: titleOf(row) }]}
    >
      <ErrorSummary form={props.form} />
      <SideBySide row={row} standing={row.standing} />
      {row.mayConfirm ? (
        <>
          <Notice tone="warn">
            <p>请对照文件原文：值、期间、区划、文号。确认以后马上生效，不能改，只能再录一条替换。</p>
            <p>{row.enteredBy}录入。</p>
          </Notice>
          <PostForm
            action={`${addressOf(row.id)}/confirm`}
            csrf={props.csrf}
            once={props.once}
            hidden={{ version: String(row.version) }}
          >
            <Button>我核对过了，确认生效</Button>
          </PostForm>
        </>
      ) : (
        <Notice tone="warn">
          <p>
            {row.state === 'ENTERED' ? '这一条要由另一个人确认，您不能确认。' : `这一条${row.stateText}，不用再确认。`}
          </p>
        </Notice>
      )}
      <LinkButton href={addressOf(row.id)} kind="second">
        返回这一条
      </LinkButton>
    </Page>
  );
}

/** 试算: a sentence and a table for each matter that the row moves. */
export function TrialPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  row: OfficeRuleTrialQuery['parameterRow'];
  trial: Trial;
}): VNode {
  const { row } = props;
  return (
    <Page
      frame={props.frame}
      title={`试算${titleOf(row)}`}
      service="参数"
      crumbs={[...CRUMBS, { href: addressOf(row.id), text: titleOf(row) }]}
    >
      <p>
        新值：{valueText(row)}，{periodText(row)}。原来：{row.standing ? valueText(row.standing) : '没有值'}。
      </p>
      <TrialBody {...props} />
      <Actions>
        {row.mayConfirm && <LinkButton href={`${addressOf(row.id)}/confirm`}>核对并确认</LinkButton>}
        <LinkButton href={addressOf(row.id)} kind="second">
          返回这一条
        </LinkButton>
      </Actions>
    </Page>
  );
}

function TrialBody({ trial, row, csrf, once }: Parameters<typeof TrialPage>[0]): VNode {
  if (trial.state === 'FAILED')
    return (
      <Notice tone="err" title="没有算成">
        <p>系统出了问题。参数没有变，可以再试一次。</p>
        <PostForm action={`${addressOf(row.id)}/try`} csrf={csrf} once={once}>
          <Button kind="second">再试算一次</Button>
        </PostForm>
      </Notice>
    );
  if (trial.findings === null)
    return (
      <Notice title={`正在算，已算 ${trial.percent}%`}>
        <p>单位多的时候要等一会儿。可以先做别的，结果会留着。</p>
        <LinkButton href={`${addressOf(row.id)}/trials/${trial.id}`} kind="second">
          刷新看结果
        </LinkButton>
      </Notice>
    );
  if (trial.findings.length === 0)
    return (
      <Notice>
        <p>现在的计算都不用这个参数，确认以后不会改变任何结果。</p>
      </Notice>
    );
  return (
    <>
      {trial.findings.map((finding) => (
        <section key={finding.name} aria-labelledby={`f-${finding.name}`}>
          <h2 id={`f-${finding.name}`}>{finding.title}</h2>
          <p>{finding.sentence}</p>
          {finding.beforeYuan !== null && finding.afterYuan !== null && (
            <Facts
              rows={[
                ['现在合计', yuan(finding.beforeYuan)],
                ['以后合计', yuan(finding.afterYuan)],
              ]}
            />
          )}
          {finding.lines.length > 0 && (
            <DataTable
              caption={`${finding.title}：变化最大的`}
              rows={finding.lines.map((line, index) => ({ ...line, id: `${finding.name}-${index + 1}` }))}
              rowId={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ name }) => name },
                { title: '哪一项', cell: ({ what }) => what },
                { title: '现在', wide: true, cell: ({ before }) => before },
                { title: '以后', wide: true, cell: ({ after }) => after },
              ]}
            />
          )}
        </section>
      ))}
      {trial.finishedAt && <p class="small">{instantText(trial.finishedAt)}算的，只是试算，没有改变任何数。</p>}
    </>
  );
}
