import {
  Actions,
  answerWord,
  DataTable,
  dayText,
  Facts,
  type Frame,
  LinkButton,
  type NavLink,
  Page,
  shortDay,
  wageText,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { FindingFragment, MatchWhyQuery } from '../../../gql/generated.js';
import { employerText } from '../../public/jobs/origin.view.js';

type Why = MatchWhyQuery['matchExplanation'];
type Post = NonNullable<MatchWhyQuery['publicPost']>;

/** The parts of the score, in words, with the most that each can give. */
const PARTS = [
  ['skill', '会的技能', 350],
  ['travel', '路程', 250],
  ['wage', '工资', 150],
  ['hours', '时间', 100],
  ['wish', '想做的', 100],
  ['freshness', '新发布', 50],
] as const;

const PAYERS: Readonly<Record<string, string>> = { EMPLOYER: '单位出钱', SCHEME: '政策出钱', PERSON: '自己出钱' };
const MET: Readonly<Record<string, string>> = { FITS: '够得上', UNKNOWN: '不知道', NO: '够不上' };
/** 1 a question, 2 an appointment, 3 a thing to arrange, 5 weeks of learning; of several moves the sum. */
const effortText = (effort: number): string =>
  effort <= 1 ? '问一下就行' : effort <= 2 ? '要约一次' : effort <= 4 ? '要办几天' : '要几个星期';

/** A rule that does not hold and has nothing behind it cannot say no. */
const basisText = ({ basis, answer }: FindingFragment): string =>
  basis ?? (answer === 'UNKNOWN' || answer === 'NO' ? '没有依据，不能说不行，要核对' : '');

const RuleRows = ({ rows }: { rows: readonly FindingFragment[] }): VNode => (
  <>
    {rows.map((row) => (
      <div key={row.rule}>
        <h3>{row.message}</h3>
        <Facts
          rows={[
            ['岗位', row.needed],
            ['登记的', row.has],
            ['依据', basisText(row)],
          ]}
        />
      </div>
    ))}
  </>
);

function Rules({ title, rows }: { title: string; rows: readonly FindingFragment[] }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <RuleRows rows={rows} />
    </section>
  );
}

/** 为什么, in full: every demand with both levels, every rule with what it compared and why it may say no, and what would change it. */
export function FullWhyPage(props: {
  frame: Frame;
  crumbs: readonly NavLink[];
  post: Post;
  why: Why;
  /** whose it is, for the desk; absent: the reader's own */
  name?: string;
  next: VNode;
}): VNode {
  const { post, why } = props;
  const { assessment, parts } = why;
  return (
    <Page frame={props.frame} title="为什么" service={post.title} crumbs={props.crumbs} readable>
      <Facts
        rows={[
          ['求职的人', props.name],
          ['岗位', `${post.title}，${employerText(post)}`],
          ['工资', wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)],
          ['截止', shortDay(post.closesOn)],
          ['结果', answerWord(why.answer, why.score)],
        ]}
      />
      <Rules title={why.answer === 'NO' ? '不合适的地方' : '还不知道的'} rows={why.whyNot} />
      {why.whyNot.length > 0 && (
        <section>
          <h2>怎样就合适了</h2>
          {why.changes.length === 0 ? (
            <p>没有小的办法。可以看别的岗位，或请辅导员想办法。</p>
          ) : (
            <ul>
              {why.changes.map((change) => (
                <li key={change.moves.join()}>
                  {change.moves.join('，再')}（{effortText(change.effort)}），就{answerWord(change.newAnswer, 0)}。
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section>
        <h2>活的要求，一项一项比</h2>
        {why.demands.length === 0 ? (
          <p>单位没有写活的要求，或没有要求。</p>
        ) : (
          <DataTable
            caption="活的要求"
            rows={why.demands}
            rowId={(row) => `d-${row.item}`}
            columns={[
              { title: '项目', cell: (row) => row.word, whole: true },
              { title: '岗位要求', cell: (row) => `${row.needed} 级：${row.neededText}`, wide: true },
              {
                title: '评估的',
                cell: (row) => `${row.has === null ? '' : `${row.has} 级：`}${row.hasText}`,
                wide: true,
              },
              {
                title: '结果',
                cell: (row) => `${MET[row.answer]}${row.by.length > 0 ? `（有${row.by.join('、')}）` : ''}`,
                wide: true,
              },
            ]}
          />
        )}
        {assessment ? (
          <p>
            {assessment.assessor} {dayText(assessment.assessedOn)}评估
            {assessment.validUntil ? `，有效到${dayText(assessment.validUntil)}` : ''}。
          </p>
        ) : (
          <p>还没有能力评估。</p>
        )}
        {why.accommodations.length > 0 && (
          <p>
            要靠：{why.accommodations.map(({ kind, payer }) => `${kind}（${PAYERS[payer] ?? payer}）`).join('、')}。
          </p>
        )}
      </section>
      {parts && (
        <section>
          <h2>排在前还是后</h2>
          <p>下面六样加起来是 {why.score} 分。只用来排先后，合不合适不看分。</p>
          <Facts rows={PARTS.map(([key, word, most]) => [word, `${parts[key]} 分，最多 ${most}`] as const)} />
        </section>
      )}
      {why.why.length > 0 && (
        <section>
          <h2>合适的地方</h2>
          <details>
            <summary>逐条看，一共 {why.why.length} 条</summary>
            <RuleRows rows={why.why} />
          </details>
        </section>
      )}
      {props.next}
      <p>这些不对？请告诉就业辅导员，或打 12385。</p>
    </Page>
  );
}

/** The next step of the person. */
export function OwnNext({ post, answer }: { post: Post; answer: string }): VNode {
  const fits = answer === 'FITS' || answer === 'FITS_WITH';
  return (
    <Actions>
      {fits && post.origin?.applyHere !== false && (
        <LinkButton href={`/me/jobs/${post.id}/apply/1`}>申请这个岗位</LinkButton>
      )}
      <LinkButton href="/help" kind="second">
        请辅导员帮我问
      </LinkButton>
      <LinkButton href="/me/profile" kind="second">
        改我的资料
      </LinkButton>
    </Actions>
  );
}
