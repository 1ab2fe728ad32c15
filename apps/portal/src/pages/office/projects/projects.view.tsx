import { PROJECT_KINDS } from '@tongxing/rules';
import {
  Actions,
  Button,
  Card,
  CardList,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  Pager,
  PostForm,
  Radios,
  Select,
  SubNav,
  Textarea,
  TextInput,
  yuan,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  PlacementRowFragment,
  ProjectPostsQuery,
  ProjectRowFragment,
  WorkProjectQuery,
} from '../../../gql/generated.js';
import { PlacementTable, WorkNav } from '../../placements/placements.view.js';
import { monthText } from '../../placements/placements.words.js';

const LIST = '/office/projects';
const CRUMB = { href: LIST, text: '灵活就业项目' };
/** A kind in own words: the list is open. */
export const OTHER = 'OTHER';

/** 灵活就业项目. */
export function ProjectsPage(props: {
  frame: Frame;
  closed: boolean;
  total: number;
  projects: readonly ProjectRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { closed, projects } = props;
  return (
    <Page frame={props.frame} title="灵活就业项目" crumbs={[{ href: '/office', text: '工作台' }]}>
      <WorkNav current="PROJECTS" />
      <SubNav
        label="办着还是结束了"
        links={[
          { href: LIST, text: '在办的', current: !closed },
          { href: `${LIST}?closed=yes`, text: '结束了的', current: closed },
        ]}
      />
      <Actions>
        <LinkButton href={`${LIST}/new`}>写一个项目</LinkButton>
      </Actions>
      <h2>
        {closed ? '结束了的' : '在办的'} {props.total} 个
      </h2>
      {projects.length === 0 ? (
        <Empty text={closed ? '还没有结束的项目。' : '还没有项目。写一个，再把岗位放进来。'} />
      ) : (
        <CardList>
          {projects.map((project) => (
            <Card key={project.id} level={3} href={`${LIST}/${project.id}`} title={project.title}>
              <p>
                {project.kindText}，{project.hostName}，{project.divisionName}
              </p>
              <p>
                名额 {project.places}，现在招 {project.free} 人
              </p>
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** A new project, or one that stands. */
export function ProjectFormPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  project: ProjectRowFragment | null;
}): VNode {
  const { form, project } = props;
  const version = form.values.version;
  return (
    <Page
      frame={props.frame}
      title={project ? `改：${project.title}` : '写一个项目'}
      service="灵活就业项目"
      crumbs={[CRUMB]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <PostForm
        action={project ? `${LIST}/${project.id}/edit` : `${LIST}/new`}
        csrf={props.csrf}
        hidden={typeof version === 'string' ? { version } : {}}
      >
        <TextInput form={form} name="title" label="项目名称" width="w20" maxLength={60} />
        <Select
          form={form}
          name="kind"
          label="项目类型"
          empty="请选"
          choices={[
            ...Object.entries(PROJECT_KINDS).map(([text, value]) => ({ value, text })),
            { value: OTHER, text: '别的' },
          ]}
        />
        <TextInput
          form={form}
          name="ownKind"
          label="别的类型"
          hint="选「别的」才填"
          width="w10"
          maxLength={32}
          optional
        />
        <TextInput
          form={form}
          name="hostCreditCode"
          label="主办单位信用代码"
          hint="在名册里的单位填 18 位代码"
          width="w20"
          maxLength={18}
          optional
        />
        <TextInput
          form={form}
          name="hostName"
          label="主办方名称"
          hint="不在名册里的才填"
          width="w20"
          maxLength={100}
          optional
        />
        <TextInput form={form} name="places" label="名额" mode="numeric" width="w4" maxLength={5} suffix="人" />
        <DateInput form={form} name="startedOn" label="从哪天开始" />
        <Textarea form={form} name="description" label="做什么" limit={300} optional />
        <Actions>
          <Button>存好</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** One project: host, places, who takes part, what they earn. */
export function ProjectPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  project: ProjectRowFragment;
  there: number;
  total: number;
  months: WorkProjectQuery['projectMonths'];
  rows: readonly PlacementRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { form, project, months } = props;
  const open = project.state === 'OPEN';
  const here = `${LIST}/${project.id}`;
  return (
    <Page
      frame={props.frame}
      title={project.title}
      service="灵活就业项目"
      crumbs={[CRUMB]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['类型', project.kindText],
          ['主办方', project.hostName],
          ['地区', project.divisionName],
          ['做什么', project.description],
          ['开始', dayText(project.startedOn)],
          ['结束', project.closedOn && dayText(project.closedOn)],
          ['名额', `${project.places} 人`],
          ['在做的', `${props.there} 人`],
          ['现在招', `${project.free} 人`],
        ]}
      />
      {open && (
        <Actions>
          <LinkButton href={`${here}/posts`}>把岗位放进来</LinkButton>
          <LinkButton href={`${here}/edit`} kind="second">
            改项目
          </LinkButton>
        </Actions>
      )}
      <h2>每月收入</h2>
      <p>没有报的不算 0。</p>
      <ul>
        {months.map((one) => (
          <li key={one.month}>
            {monthText(one.month)}：
            {one.participants === 0
              ? '没有人参加'
              : `${one.participants} 人参加，${one.told} 人报了，${one.yuan === null ? '未报' : `一共${yuan(one.yuan)}`}`}
          </li>
        ))}
      </ul>
      <h2>参加过的 {props.total} 人次</h2>
      {props.rows.length === 0 ? (
        <Empty text="还没有人参加。有人在项目的岗位上岗，就列在这里。" />
      ) : (
        <PlacementTable caption="参加项目的人" rows={props.rows} />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
      {open && (
        <>
          <h2>结束项目</h2>
          <p>结束以后不再招人。在岗的人不变。</p>
          <PostForm action={`${here}/close`} csrf={props.csrf} hidden={{ version: String(project.version) }}>
            <Button kind="danger">结束这个项目</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}

/** 把岗位放进来. */
export function ProjectPostsPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  project: ProjectRowFragment;
  posts: readonly ProjectPostsQuery['publicPosts']['edges'][number]['node'][];
  text: string;
}): VNode {
  const { form, project, posts, text } = props;
  const here = `${LIST}/${project.id}`;
  return (
    <Page
      frame={props.frame}
      title="把岗位放进来"
      service={project.title}
      crumbs={[CRUMB, { href: here, text: project.title }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>只有在招的灵活就业岗位能放进来。</p>
      <FilterForm action={`${here}/posts`} label="找岗位">
        <TextInput form={{ values: { text }, problems: [] }} name="text" label="岗位或单位名称" maxLength={30} />
      </FilterForm>
      {posts.length === 0 ? (
        <Empty text="没有找到在招的灵活就业岗位。请换一个词。" />
      ) : (
        <PostForm action={`${here}/posts`} csrf={props.csrf} hidden={{ text }}>
          <Radios
            form={form}
            name="postId"
            label="哪个岗位"
            choices={posts.map((post) => ({
              value: post.id,
              text: `${post.title}，${post.employerName}`,
              hint: [post.divisionName, ...post.kindFacts].join('，'),
            }))}
          />
          <Actions>
            <Button>放进项目</Button>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}
