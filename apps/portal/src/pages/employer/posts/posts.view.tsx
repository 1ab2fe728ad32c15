import {
  ABILITY_CODES,
  DEMAND_WORDS,
  INCOME_WORDS,
  type IncomeWord,
  isWorkKind,
  ITEM_WORDS,
  KIND_FACTS,
  KIND_FIELDS,
  type KindField,
  kindFields,
  LIMIT_BASES,
} from '@tongxing/rules';
import {
  Actions,
  Button,
  CardList,
  Checkboxes,
  DataTable,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  Pager,
  PostForm,
  postKinds,
  Select,
  StatusTag,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import { StaleCard, type StaleRow } from '../../office/posts-sharing/sharing.view.js';
import type {
  EditPostQuery,
  NewPostQuery,
  OrgPostsQuery,
  PostEditFragment,
  PostPeopleQuery,
} from '../../../gql/generated.js';
import { taskName } from './posts.form.js';

type Row = OrgPostsQuery['employerPosts']['edges'][number]['node'];

const INCOMES = Object.keys(INCOME_WORDS) as IncomeWord[];
const CRUMB = { href: '/org/posts', text: '岗位' };
const EDUCATIONS = [
  { value: 'PRIMARY', text: '小学' },
  { value: 'JUNIOR_MIDDLE', text: '初中' },
  { value: 'SENIOR_MIDDLE', text: '高中' },
  { value: 'SECONDARY_VOCATIONAL', text: '中专、中职、技校' },
  { value: 'COLLEGE', text: '大专' },
  { value: 'BACHELOR', text: '本科' },
  { value: 'POSTGRADUATE', text: '研究生' },
];

function stateOf({ state, takesApplications }: Pick<Row, 'state' | 'takesApplications'>): VNode {
  if (state === 'PAUSED') return <StatusTag text="暂停，等确认" tone="err" />;
  if (state === 'DRAFT') return <StatusTag text="草稿" tone="warn" />;
  if (state === 'CLOSED') return <StatusTag text="已撤下" />;
  return takesApplications ? <StatusTag text="在招" tone="ok" /> : <StatusTag text="已截止" />;
}

/** Which posts somebody was told of. */
export const alikeKey = (alike: readonly { id: string }[]): string =>
  alike
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** 岗位: everything that the employer wrote or brought in. */
export function PostsPage(props: {
  frame: Frame;
  csrf: string;
  /** asked whether they are still offered */
  stale: { total: number; posts: readonly StaleRow[] };
  problem?: string | undefined;
  total: number;
  posts: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="岗位" crumbs={[{ href: '/org', text: '单位首页' }]}>
      {props.problem && (
        <Notice tone="err" focus>
          <p>{props.problem}</p>
        </Notice>
      )}
      {props.stale.posts.length > 0 && (
        <section id="stale">
          <h2>请确认还招不招：{props.stale.total} 个</h2>
          <CardList>
            {props.stale.posts.map((post) => (
              <StaleCard key={post.id} post={post} action={`/org/posts/${post.id}/confirm`} csrf={props.csrf} />
            ))}
          </CardList>
          <p>不招了，请点下面的名称，再按撤下。</p>
        </section>
      )}
      {props.posts.length === 0 ? (
        <Empty text="还没有岗位。写一个，附近求职的人就能看到。">
          <LinkButton href="/org/posts/new">写一个岗位</LinkButton>
        </Empty>
      ) : (
        <>
          <p>一共 {props.total} 个。点名称可以改、发布、撤下。</p>
          <Actions>
            <LinkButton href="/org/posts/new">写一个岗位</LinkButton>
            <LinkButton href="/org/refusals" kind="second">
              看拒绝推荐的告知
            </LinkButton>
          </Actions>
          <DataTable
            caption="本单位的岗位"
            rows={props.posts}
            rowId={(post) => `p-${post.id}`}
            columns={[
              {
                title: '名称',
                cell: (post) =>
                  post.originName === null ? (
                    <a href={`/org/posts/${post.id}`}>{post.title}</a>
                  ) : (
                    `${post.title}（${post.originName}残联共享）`
                  ),
              },
              { title: '状态', cell: stateOf },
              { title: '招几人', cell: (post) => post.openings, number: true },
              { title: '截止', cell: (post) => dayText(post.closesOn), whole: true },
              {
                title: '应聘',
                cell: (post) =>
                  post.state !== 'DRAFT' && (
                    <a href={`/org/posts/${post.id}/applicants`} aria-label={`看应聘的人：${post.title}`}>
                      看应聘的人
                    </a>
                  ),
              },
            ]}
          />
          <Pager
            label="岗位分页"
            {...(props.next ? { next: props.next } : {})}
            {...(props.first ? { first: props.first } : {})}
          />
        </>
      )}
    </Page>
  );
}

/** The level of one item, and the task behind it. */
export function Demand({ form, item }: { form: FormState; item: (typeof ABILITY_CODES)[number] }): VNode {
  const levels = DEMAND_WORDS[item].map((text, index) => ({ value: String(index + 1), text: `${index + 1} ${text}` }));
  return (
    <div>
      <Select
        form={form}
        name={item}
        label={ITEM_WORDS[item]}
        empty="请选"
        choices={[{ value: '0', text: '0 没有要求' }, ...levels]}
      />
      <TextInput
        form={form}
        name={taskName(item)}
        label={`哪件事要用到（${ITEM_WORDS[item]}）`}
        width="w20"
        maxLength={60}
        optional
      />
    </div>
  );
}

/** The boxes that only some kinds of posts have: those of the chosen kind, of any kind before one is chosen. */
function KindFields({ form, projects }: { form: FormState; projects: NewPostQuery['projectChoices'] }): VNode {
  const { kind, projectId } = form.values;
  const own: readonly KindField[] = typeof kind === 'string' && isWorkKind(kind) ? kindFields(kind) : KIND_FIELDS;
  // A box of another kind that is at fault stays, so that it can be emptied.
  const shown = KIND_FIELDS.filter((name) => own.includes(name) || form.problems.some(({ field }) => field === name));
  const pays = typeof kind === 'string' && isWorkKind(kind) ? KIND_FACTS[kind].incomes : INCOMES;
  const chosen = typeof projectId === 'string' ? projectId : '';
  const gone = chosen !== '' && !projects.some(({ id }) => id === chosen);
  const boxes: Readonly<Record<KindField, VNode>> = {
    welfareKind: (
      <TextInput
        form={form}
        name="welfareKind"
        label="公益性岗位类别"
        hint="公益性岗位才填，比如护路员"
        width="w20"
        maxLength={32}
        optional
      />
    ),
    unitName: (
      <TextInput
        form={form}
        name="unitName"
        label="车间或机构"
        hint="集中就业、辅助性就业才填"
        width="w20"
        maxLength={60}
        optional
      />
    ),
    payBasis: (
      <Select
        form={form}
        name="payBasis"
        label="怎么算钱"
        hint="辅助性就业、灵活就业才填"
        empty="没有说明"
        choices={pays.map((value) => ({ value, text: INCOME_WORDS[value] }))}
        optional
      />
    ),
    projectId: (
      <Select
        form={form}
        name="projectId"
        label="属于哪个项目"
        hint="灵活就业才选"
        empty="不属于项目"
        choices={[
          ...projects.map(({ id, title }) => ({ value: id, text: title })),
          ...(gone ? [{ value: chosen, text: '原来的项目' }] : []),
        ]}
        optional
      />
    ),
    internMonths: (
      <TextInput
        form={form}
        name="internMonths"
        label="见习几个月"
        hint="见习才填"
        mode="numeric"
        width="w4"
        maxLength={2}
        suffix="个月"
        optional
      />
    ),
  };
  return (
    <>
      {shown.map((name) => (
        <div key={name}>{boxes[name]}</div>
      ))}
    </>
  );
}

/** 写岗位: a new one, or one that stands. */
export function PostPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  places: NewPostQuery['workPlaces'];
  projects: NewPostQuery['projectChoices'];
  post: PostEditFragment | null;
  /** open posts that look like this one */
  alike: EditPostQuery['alikePosts'];
}): VNode {
  const { form, post, alike } = props;
  const open = post?.state === 'OPEN' || post?.state === 'PAUSED';
  const left = post?.refusals.length ?? 0;
  const version = typeof form.values.version === 'string' ? form.values.version : String(post?.version ?? '');
  return (
    <Page
      frame={props.frame}
      title={post ? post.title : '写一个岗位'}
      service="岗位"
      crumbs={[CRUMB]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      {post && (
        <p>
          {stateOf(post)}{' '}
          {!open && left > 0 && form.problems.length === 0 && (
            <>
              还有 {left} 处要改才能发布。<a href={`/org/posts/${post.id}?check=1`}>看是哪几处</a>
            </>
          )}
          {post.state !== 'DRAFT' && <a href={`/org/posts/${post.id}/applicants`}>看应聘的人</a>}
        </p>
      )}
      {post?.cautions.map(({ field, message }) => (
        <Notice tone="warn" key={field}>
          <p>{message}</p>
        </Notice>
      ))}
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
      <PostForm
        action={post ? `/org/posts/${post.id}` : '/org/posts/new'}
        csrf={props.csrf}
        hidden={post ? { version, ...(alike.length > 0 ? { alike: alikeKey(alike) } : {}) } : {}}
      >
        <h2>岗位</h2>
        <TextInput form={form} name="title" label="岗位名称" width="w20" maxLength={60} />
        <Select
          form={form}
          name="kind"
          label="岗位类型"
          empty="请选"
          choices={Object.entries(postKinds).map(([value, text]) => ({ value, text }))}
        />
        <KindFields form={form} projects={props.projects} />
        <TextInput form={form} name="openings" label="招几个人" mode="numeric" width="w4" maxLength={5} suffix="人" />
        <Textarea
          form={form}
          name="description"
          label="做什么"
          hint="只写要做的事。不写年龄、性别、身体条件。最多 500 字"
          limit={500}
          optional
        />
        <h2>地点、工资、时间</h2>
        <Select
          form={form}
          name="workDivisionCode"
          label="工作地点"
          empty="请选"
          choices={placesOf(props.places, form).map(({ code, divisionName }) => ({ value: code, text: divisionName }))}
        />
        <Checkboxes
          form={form}
          name="remote"
          label="居家办公"
          choices={[{ value: 'yes', text: '可以在家里做' }]}
          optional
        />
        <MoneyInput form={form} name="wageLowYuan" label="月薪下限" />
        <MoneyInput form={form} name="wageHighYuan" label="月薪上限" />
        <TextInput
          form={form}
          name="weeklyHours"
          label="每周工时"
          hint="一周 24 小时以内的是非全日制"
          mode="decimal"
          width="w4"
          maxLength={5}
          suffix="小时"
          optional
        />
        <Select
          form={form}
          name="nightShift"
          label="夜班"
          empty="没有说明"
          choices={[
            { value: 'no', text: '没有夜班' },
            { value: 'yes', text: '有夜班' },
          ]}
          optional
        />
        <DateInput form={form} name="closesOn" label="截止日期" hint="最后一天可以报名的日子" />
        <h2>会什么</h2>
        <Select form={form} name="minEducation" label="最低学历" empty="没有要求" choices={EDUCATIONS} optional />
        <TextInput form={form} name="skills" label="技能" hint="几样用顿号分开：包装、打字" optional />
        <TextInput form={form} name="licences" label="证照" hint="几样用顿号分开" optional />
        <h2>这个活要求什么</h2>
        <p>每一项选这个活真正要用到的。2 级以上请写是哪件事，写不出来就选低一级。</p>
        {ABILITY_CODES.map((item) => (
          <Demand form={form} item={item} key={item} />
        ))}
        <h2>提供的便利</h2>
        <TextInput
          form={form}
          name="provisions"
          label="便利"
          hint="几样用顿号分开。已有的直接写：坡道电梯；能提供的写：可提供文字沟通"
          optional
        />
        <details open={Boolean(form.values.legalBasis) || form.problems.some(({ field }) => field === 'legalBasis')}>
          <summary>法律要求限制年龄、性别或身体条件的</summary>
          <p>只有这几部法律说到的可以限：{LIMIT_BASES.map(({ act, says }) => `《${act}》${says}`).join('；')}。</p>
          <TextInput form={form} name="legalBasis" label="依据" maxLength={200} optional />
        </details>
        <Actions>
          {open ? (
            <Button name="do" value="save">
              保存改动
            </Button>
          ) : (
            <>
              <Button name="do" value="submit">
                保存并发布
              </Button>
              <Button name="do" value="save" kind="second">
                只保存
              </Button>
            </>
          )}
          <Button name="do" value="people" kind="second">
            保存，看哪些要求挡住了人
          </Button>
        </Actions>
      </PostForm>
      {open && post && (
        <>
          <h2>谁可能合适</h2>
          <p>
            <a class="phone" href={`/org/posts/${post.id}/candidates`}>
              看可能合适的人
            </a>
          </p>
          <h2>不招了</h2>
          <p>撤下以后别人看不到，已经收到的申请都还在。以后还能再发布。</p>
          <PostForm
            action={`/org/posts/${post.id}/withdraw`}
            csrf={props.csrf}
            hidden={{ version: String(post.version) }}
          >
            <Button kind="danger">撤下这个岗位</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}

/** A post may be at a place that is not among the county's towns: a village, another county. */
function placesOf(places: NewPostQuery['workPlaces'], { values }: FormState): NewPostQuery['workPlaces'] {
  const code = values.workDivisionCode;
  if (typeof code !== 'string' || code === '' || places.some((place) => place.code === code)) return places;
  return [{ code, divisionName: `原来的地点（${code}）` }, ...places];
}

/** 哪些要求挡住了人. */
export function PostPeoplePage(props: {
  frame: Frame;
  post: PostEditFragment;
  lint: PostPeopleQuery['lintPost'];
}): VNode {
  const { post, lint } = props;
  const edit = `/org/posts/${post.id}`;
  return (
    <Page
      frame={props.frame}
      title="哪些要求挡住了人"
      service={post.title}
      crumbs={[CRUMB, { href: edit, text: post.title }]}
    >
      <p>
        本县在找工作的人有{lint.seekers.text}，这个岗位现在合适的有{lint.fits.text}。
        {!lint.exact && '人数按 5 人一档说，不说到个人。'}
      </p>
      {lint.demands.length === 0 ? (
        <p>这个岗位没有体力、视听上的要求，没有挡住谁。</p>
      ) : (
        lint.demands.map((demand) => (
          <section key={demand.item}>
            <h2>
              {demand.word}：{demand.asks}
            </h2>
            <p>
              评估过、够不上的{demand.below.text}；去掉这一条就合适的{demand.onlyThis.text}；还没评估的
              {demand.unknown.text}。
            </p>
            {demand.suggestions.length > 0 && (
              <ul>
                {demand.suggestions.map(({ says, gain }) => (
                  <li key={says}>
                    {says}：{lint.exact ? '' : '至少'}多 {gain.atLeast} 人能做
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))
      )}
      <Actions>
        <LinkButton href={edit}>回去改岗位</LinkButton>
      </Actions>
    </Page>
  );
}
