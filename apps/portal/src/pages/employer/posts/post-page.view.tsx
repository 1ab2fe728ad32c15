import { ABILITY_CODES, DEMAND_WORDS, INCOME_WORDS, type IncomeWord, ITEM_WORDS } from '@tongxing/rules';
import {
  Actions,
  Button,
  dayText,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PostForm,
  postKinds,
  wageText,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { CheckPostQuery, EditPostQuery, NewPostQuery, PostEditFragment } from '../../../gql/generated.js';
import { Form } from '../../../http/form.js';
import { boxOf, NUMBERS, type Step, STEPS, stepWith, taskName } from './posts.form.js';
import { EDUCATIONS, placesOf } from './posts.words.js';
import { stateOf } from './posts.view.js';

type Findings = CheckPostQuery['checkPost'];

export const sectionId = (step: Step): string => `part-${step}`;

interface Written {
  form: FormState;
  places: NewPostQuery['workPlaces'];
  projects: NewPostQuery['projectChoices'];
}

/** What one page was filled in with, in words. */
function rowsOf(step: Step, { form, places, projects }: Written): (readonly [string, string])[] {
  const written = new Form(form.values);
  const said = (name: string): string => written.text(name);
  if (step === 1)
    return [
      ['岗位名称', said('title')],
      ['岗位类型', postKinds[said('kind')] ?? ''],
      ['招几个人', `${said('openings')} 人`],
      ['做什么', said('description')],
    ];
  if (step === 2)
    return [
      ['公益性岗位类别', said('welfareKind')],
      ['车间或机构', said('unitName')],
      ['属于哪个项目', projectText(said('projectId'), projects)],
      ['见习几个月', said('internMonths') && `${said('internMonths')} 个月`],
      ['工作地点', placesOf(places, form).find(({ code }) => code === said('workDivisionCode'))?.divisionName ?? ''],
      ['居家办公', said('remote') === 'yes' ? '可以在家里做' : ''],
      ['每周工时', said('weeklyHours') && `${said('weeklyHours')} 小时`],
      ['夜班', NIGHTS[said('nightShift')] ?? ''],
      ['截止日期', dayText(written.day('closesOn'))],
    ];
  if (step === 3)
    return [
      ...ABILITY_CODES.filter((item) => Number(said(item)) > 0).map((item) => {
        const task = said(taskName(item));
        const level = DEMAND_WORDS[item][Number(said(item)) - 1] ?? said(item);
        return [ITEM_WORDS[item], task ? `${level}，用在：${task}` : level] as const;
      }),
      ['没有要求', itemsText(({ level }) => level === '0', said)],
      ['还没有选', itemsText(({ level }) => level === '', said)],
      ['最低学历', EDUCATIONS.find(({ value }) => value === said('minEducation'))?.text ?? '没有要求'],
      ['技能', said('skills')],
      ['证照', said('licences')],
      ['法律依据', said('legalBasis')],
    ];
  return [
    ['便利', said('provisions')],
    ['怎么算钱', INCOME_WORDS[said('payBasis') as IncomeWord] ?? ''],
    ['月薪', wageText(said('wageLowYuan'), said('wageHighYuan'))],
  ];
}

const NIGHTS: Readonly<Record<string, string>> = { no: '没有夜班', yes: '有夜班' };

const projectText = (id: string, projects: Written['projects']): string =>
  id === '' ? '' : (projects.find((project) => project.id === id)?.title ?? '原来的项目');

const itemsText = (is: (item: { level: string }) => boolean, said: (name: string) => string): string =>
  ABILITY_CODES.filter((item) => is({ level: said(item) }))
    .map((item) => ITEM_WORDS[item])
    .join('、');

/** All that was written, a section a page; with `base` each has the way to change it. */
export function Sections(props: Written & { base?: string; query?: string }): VNode {
  return (
    <>
      {NUMBERS.map((step) => (
        <section key={step}>
          <h2 id={sectionId(step)}>{STEPS[step].title}</h2>
          <Facts rows={rowsOf(step, props)} />
          {props.base && (
            <p>
              <a class="phone" href={`${props.base}/${step}${props.query ?? ''}`}>
                改「{STEPS[step].title}」
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

/** What the law says to the text, each with the page that it is about. */
function Told({ findings, base, query = '' }: { findings: Findings; base: string; query?: string }): VNode {
  const list = (rows: Findings['refusals']) => (
    <ul>
      {rows.map(({ field, message }) => (
        <li key={field + message}>
          <a class="phone" href={`${base}/${stepWith(boxOf(field))}${query}#${boxOf(field)}`}>
            {message}
          </a>
        </li>
      ))}
    </ul>
  );
  const { refusals, cautions } = findings;
  return (
    <>
      {refusals.length > 0 && (
        <Notice tone="err">
          <p>还有 {refusals.length} 处要改才能发布：</p>
          {list(refusals)}
        </Notice>
      )}
      {cautions.length > 0 && (
        <Notice tone="warn">
          <p>请看一看，不改也能发布：</p>
          {list(cautions)}
        </Notice>
      )}
    </>
  );
}

/** 核对: the fifth page of a new post. @param findings null where the text could not be read */
export function NewPostPage(
  props: Written & { frame: Frame; csrf: string; once: string; findings: Findings | null },
): VNode {
  const { form, findings } = props;
  const base = '/org/posts/new';
  return (
    <Page
      frame={props.frame}
      title="核对"
      service="写一个岗位"
      crumbs={[{ href: '/org/posts', text: '岗位' }]}
      wrong={form.problems.length > 0}
    >
      <p class="muted">第 5 步，共 5 步。都对了就发布</p>
      <ErrorSummary form={form} />
      {findings && <Told findings={findings} base={base} query="?to=check" />}
      <Sections {...props} base={base} query="?to=check" />
      {findings && (
        <PostForm action={`${base}/5`} csrf={props.csrf} once={props.once}>
          <Actions>
            {findings.refusals.length === 0 && (
              <Button name="do" value="submit">
                发布
              </Button>
            )}
            <Button name="do" value="save" kind={findings.refusals.length === 0 ? 'second' : 'first'}>
              存成草稿
            </Button>
            <Button name="do" value="people" kind="second">
              存成草稿，看哪些要求挡住了人
            </Button>
          </Actions>
        </PostForm>
      )}
      <p>
        <a class="phone" href={`${base}/4`}>
          返回上一步
        </a>
      </p>
    </Page>
  );
}

/** Which posts somebody was told of. */
export const alikeKey = (alike: readonly { id: string }[]): string =>
  alike
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** One post that stands: all of it, and what can be done with it. @param alike open posts that look like this one */
export function PostPage(
  props: Written & { frame: Frame; csrf: string; post: PostEditFragment; alike: EditPostQuery['alikePosts'] },
): VNode {
  const { form, post, alike } = props;
  const home = `/org/posts/${post.id}`;
  const open = post.state === 'OPEN' || post.state === 'PAUSED';
  return (
    <Page
      frame={props.frame}
      title={post.title}
      service="岗位"
      crumbs={[{ href: '/org/posts', text: '岗位' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        {stateOf(post)} {post.state !== 'DRAFT' && <a href={`${home}/applicants`}>看应聘的人</a>}
      </p>
      <Told findings={post} base={`${home}/edit`} />
      {!open && alike.length > 0 && (
        <Notice tone="warn" title="已经有像这样的岗位" id="alike">
          <ul>
            {alike.map(({ id, title, reasons }) => (
              <li key={id}>
                <a href={`/org/posts/${id}`}>{title}</a>：{reasons.join('；')}
              </li>
            ))}
          </ul>
          <p>是同一个就不用再发；不是，再按一次发布。</p>
        </Notice>
      )}
      {!open && post.refusals.length === 0 && (
        <PostForm
          action={`${home}/publish`}
          csrf={props.csrf}
          hidden={{ version: String(post.version), ...(alike.length > 0 ? { alike: alikeKey(alike) } : {}) }}
        >
          <Actions>
            <Button>发布</Button>
          </Actions>
        </PostForm>
      )}
      <Sections {...props} base={`${home}/edit`} />
      <h2>谁可能合适</h2>
      <Actions>
        <LinkButton href={`${home}/people`} kind="second">
          看哪些要求挡住了人
        </LinkButton>
        {open && (
          <LinkButton href={`${home}/candidates`} kind="second">
            看可能合适的人
          </LinkButton>
        )}
      </Actions>
      {open && (
        <>
          <h2>不招了</h2>
          <p>撤下以后别人看不到，已经收到的申请都还在。以后还能再发布。</p>
          <PostForm action={`${home}/withdraw`} csrf={props.csrf} hidden={{ version: String(post.version) }}>
            <Button kind="danger">撤下这个岗位</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}
