import type { VNode } from 'preact';
import {
  Actions,
  CardList,
  Checkboxes,
  dayText,
  Empty,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  JobCard,
  LinkButton,
  Page,
  Pager,
  postKinds,
  Select,
  shortDay,
  StatusTag,
  TextInput,
  wageText,
} from '@tongxing/ui';
import { ApplyThere, employerText } from './origin.view.js';
import type { PostCardFragment, PublicPostQuery, PublicPostsQuery } from '../../../gql/generated.js';

interface JobsModel {
  frame: Frame;
  filter: FormState;
  towns: PublicPostsQuery['towns'];
  total: number;
  posts: readonly PostCardFragment[];
  next?: string;
  first?: string;
}

/** 全部岗位: a filter with an address, ten cards a page. */
export function JobsPage(model: JobsModel): VNode {
  const { project } = model.filter.values;
  return (
    <Page frame={model.frame} title="全部岗位">
      <FilterForm action="/jobs" label="找岗位">
        <TextInput form={model.filter} name="text" label="岗位或单位名称" width="w10" maxLength={30} />
        <Select
          form={model.filter}
          name="kind"
          label="岗位类型"
          empty="全部"
          choices={Object.entries(postKinds).map(([value, text]) => ({ value, text }))}
        />
        <Select
          form={model.filter}
          name="town"
          label="在哪个乡镇"
          empty="全部"
          choices={model.towns.map(({ code, name }) => ({ value: code, text: name }))}
        />
        <Checkboxes form={model.filter} name="home" label="在家" choices={[{ value: 'yes', text: '可以在家做' }]} />
        <Checkboxes
          form={model.filter}
          name="short"
          label="工时"
          choices={[{ value: 'yes', text: '每周 24 小时以内' }]}
        />
        <Checkboxes
          form={model.filter}
          name="nosight"
          label="用眼"
          choices={[{ value: 'yes', text: '不看屏幕，或可用读屏' }]}
        />
        {typeof project === 'string' && <input type="hidden" name="project" value={project} />}
      </FilterForm>
      {typeof project === 'string' && (
        <p>
          只列一个项目的岗位。<a href="/jobs">看全部岗位</a>
        </p>
      )}
      <h2>一共 {model.total} 个岗位</h2>
      {model.posts.length === 0 ? (
        <Empty text="没有找到岗位。请换一个词，或选全部类型。">
          <LinkButton href="/jobs" kind="second">
            看全部岗位
          </LinkButton>
        </Empty>
      ) : (
        <CardList>
          {model.posts.map((post) => (
            <JobCard
              key={post.id}
              level={3}
              href={`/jobs/${post.id}`}
              title={post.title}
              employer={employerText(post)}
              place={post.divisionName}
              wage={wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)}
              closes={`${shortDay(post.closesOn)}截止`}
            />
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={model.next} first={model.first} />
      <p>
        <a class="phone" href="/projects">
          看灵活就业项目
        </a>
      </p>
      <p>
        <a class="phone" href="/open/posts">
          下载岗位开放数据
        </a>
      </p>
    </Page>
  );
}

type Post = NonNullable<PublicPostQuery['publicPost']>;

/** One post with everything a visitor may know. */
export function JobPage(model: { frame: Frame; post: Post; seeker: boolean; desk: boolean }): VNode {
  const { post } = model;
  return (
    <Page
      frame={model.frame}
      title={post.title}
      service="全部岗位"
      crumbs={[{ href: '/jobs', text: '全部岗位' }]}
      readable
    >
      <p>
        {post.employerName} <StatusTag text={postKinds[post.kind] ?? post.kind} />
      </p>
      <Facts
        rows={[
          ['工资', wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)],
          ['地点', post.divisionName],
          ['时间', post.weeklyHours ? `每周${post.weeklyHours}小时` : ''],
          ['招聘', `${post.openings}人`],
          ['要会的', post.skills.join('、')],
          ['还有', post.kindFacts.join('；')],
          ['截止', dayText(post.closesOn)],
          ['来自', post.origin?.officeName ?? ''],
        ]}
      />
      {post.origin && !post.origin.applyHere && <ApplyThere origin={post.origin} />}
      <h2>单位提供的便利</h2>
      {post.provisions.length === 0 ? (
        <p>单位还没有填。您可以打电话问。</p>
      ) : (
        <ul>
          {post.provisions.map((provision) => (
            <li key={provision}>{provision}</li>
          ))}
        </ul>
      )}
      {post.duties.length > 0 && (
        <>
          <h2>工作要求</h2>
          <ul>
            {post.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </>
      )}
      <Actions>
        {post.origin && !post.origin.applyHere && model.desk ? null : model.seeker ? (
          <LinkButton href={`/me/jobs/${post.id}`}>看看合不合适</LinkButton>
        ) : model.desk ? (
          <LinkButton href={`/desk/posts/${post.id}/people`}>看谁合适这个岗位</LinkButton>
        ) : (
          <LinkButton href={`/login/staff?next=${encodeURIComponent(`/me/jobs/${post.id}`)}`}>
            {post.origin && !post.origin.applyHere ? '登录后看合不合适' : '登录后申请'}
          </LinkButton>
        )}
        <LinkButton href="/help" kind="second">
          请人帮忙问
        </LinkButton>
      </Actions>
    </Page>
  );
}
