import {
  Actions,
  Checkboxes,
  DataTable,
  dayText,
  Empty,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  instantText,
  Page,
  Pager,
  postKinds,
  Select,
  shortDay,
  StatusTag,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  OfficePostQuery,
  OfficePostRowFragment,
  OfficePostsQuery,
  OfficeReferralFragment,
  PostEditFragment,
} from '../../../gql/generated.js';
import { checkHref } from '../../counsellor/referrals/referrals.view.js';
import { Sections } from '../../employer/posts/post-page.view.js';
import { valuesOf } from '../../employer/posts/posts.form.js';
import { STAGES, STANDS } from './office-posts.words.js';

type Towns = OfficePostsQuery['towns'];
interface Paging {
  next?: string;
  first?: string;
}

const POSTS = '/office/posts';
const APPLICANTS = '/office/applicants';
const DESK = { href: '/office', text: '工作台' };
const townChoices = (towns: Towns) => towns.map(({ code, name }) => ({ value: code, text: name }));
const textChoices = (words: Readonly<Record<string, { text: string }>>) =>
  Object.entries(words).map(([value, { text }]) => ({ value, text }));

const StandTag = ({ stand }: Pick<OfficePostRowFragment, 'stand'>): VNode => (
  <StatusTag text={STANDS[stand]?.text ?? stand} tone={STANDS[stand]?.tone ?? 'plain'} />
);

/** 全县岗位 */
export function OfficePostsPage(
  props: {
    frame: Frame;
    filter: FormState;
    towns: Towns;
    file: string;
    total: number;
    rows: readonly OfficePostRowFragment[];
  } & Paging,
): VNode {
  const { filter } = props;
  return (
    <Page frame={props.frame} title="全县岗位" crumbs={[DESK]}>
      <FilterForm action={POSTS} label="找岗位">
        <Select form={filter} name="stand" label="状态" empty="全部" choices={textChoices(STANDS)} />
        <Select
          form={filter}
          name="kind"
          label="岗位类型"
          empty="全部"
          choices={Object.entries(postKinds).map(([value, text]) => ({ value, text }))}
        />
        <Select form={filter} name="town" label="工作地点" empty="全县" choices={townChoices(props.towns)} />
        <TextInput form={filter} name="text" label="岗位或单位名称" width="w20" maxLength={60} optional />
      </FilterForm>
      <h2>一共 {props.total} 个，新的在前</h2>
      {props.rows.length === 0 ? (
        <Empty text="没有这样的岗位。可以换个条件。">
          <LinkButton href={POSTS}>看全部岗位</LinkButton>
        </Empty>
      ) : (
        <>
          <DataTable
            caption="全县岗位"
            rows={props.rows}
            rowId={({ id }) => `p-${id}`}
            columns={[
              { title: '名称', cell: ({ id, title }) => <a href={`${POSTS}/${id}`}>{title}</a> },
              { title: '状态', cell: StandTag },
              { title: '类型', cell: ({ kind }) => postKinds[kind] ?? kind },
              { title: '单位', cell: ({ employerName }) => employerName },
              { title: '地点', cell: ({ divisionName }) => divisionName },
              { title: '招几人', cell: ({ openings }) => openings, number: true },
              { title: '正在应聘', cell: ({ running }) => running, number: true },
              { title: '截止', cell: ({ closesOn }) => dayText(closesOn), whole: true },
            ]}
          />
          <Pager label="翻页" next={props.next} first={props.first} />
          <p>
            <a class="phone" href={props.file}>
              下载表格（CSV），{props.total} 行
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

const tagOf = ({ silent, due, stateText }: OfficeReferralFragment): VNode => {
  if (silent) return <StatusTag text="没有答复，请去看看" tone="err" />;
  return due.length > 0 ? <StatusTag text="要回访" tone="warn" /> : <>{stateText}</>;
};

function ReferralTable({ rows, ofPost }: { rows: readonly OfficeReferralFragment[]; ofPost: boolean }): VNode {
  return (
    <DataTable
      caption="推荐和应聘"
      rows={rows}
      rowId={({ id }) => `a-${id}`}
      columns={[
        { title: '姓名', cell: ({ personName }) => personName },
        { title: '办到哪一步', cell: tagOf },
        { title: '住处', cell: ({ personPlace }) => personPlace },
        ...(ofPost
          ? []
          : [
              {
                title: '岗位',
                cell: ({ post }: OfficeReferralFragment) => (
                  <a href={`${POSTS}/${post.id}`}>
                    {post.title}，{post.employerName}
                  </a>
                ),
              },
            ]),
        {
          title: '怎么来的',
          cell: ({ referred, referredBy }) => (referred ? `${referredBy ?? ''}推荐` : '自己申请'),
        },
        { title: '哪天', cell: ({ appliedOn }) => shortDay(appliedOn), whole: true },
        {
          title: '要办的',
          cell: (row) =>
            row.due.map(({ month }) => (
              <a
                href={checkHref(APPLICANTS, row.id, month)}
                key={month}
                aria-label={`记第 ${month} 个月回访：${row.personName}`}
              >
                记第 {month} 个月回访
              </a>
            )),
        },
      ]}
    />
  );
}

/** One post as the office sees it: what was written, who asks for it, what was done to it. */
export function OfficePostPage(
  props: {
    frame: Frame;
    written: PostEditFragment;
    total: number;
    rows: readonly OfficeReferralFragment[];
  } & OfficePostQuery['officePost'] &
    Paging,
): VNode {
  const { post, written, history } = props;
  const { workDivisionCode: code } = written;
  return (
    <Page frame={props.frame} title={post.title} service="全县岗位" crumbs={[DESK, { href: POSTS, text: '全县岗位' }]}>
      <Facts
        rows={[
          ['状态', <StandTag stand={post.stand} key="stand" />],
          [
            '单位',
            <a class="phone" href={`/office/employers/${post.employerId}`}>
              {post.employerName}
            </a>,
          ],
          ['应聘', `正在应聘 ${post.running} 人，一共来过 ${post.applications} 人`],
          ['发布', post.stand === 'DRAFT' ? '还没有' : dayText(post.publishedOn)],
          ['截止', dayText(post.closesOn)],
        ]}
      />
      {post.stand === 'OPEN' && (
        <Actions>
          <LinkButton href={`/desk/posts/${post.id}/people`} kind="second">
            看合适的人
          </LinkButton>
        </Actions>
      )}
      {written.refusals.length > 0 && (
        <>
          <h2>按规定还要改的</h2>
          <ul>
            {written.refusals.map(({ field, message }) => (
              <li key={field + message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <h2 id="applicants">推荐和应聘，{props.total} 份</h2>
      {props.rows.length === 0 ? (
        <Empty text="还没有人应聘，也没有推荐过人。" />
      ) : (
        <ReferralTable rows={props.rows} ofPost />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
      <Sections
        form={{ values: valuesOf(written), problems: [] }}
        places={[{ code, divisionName: post.divisionName }]}
        projects={written.projectId && props.projectTitle ? [{ id: written.projectId, title: props.projectTitle }] : []}
      />
      <h2>改动记录</h2>
      {history.length === 0 ? (
        <p>没有记录。系统启用前就有的岗位，从下一次改动记起。</p>
      ) : (
        <ul>
          {history.map(({ at, by, says }) => (
            <li key={at}>
              {instantText(at)}，{by}
              {says}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** 推荐和应聘, of every counsellor. */
export function OfficeApplicantsPage(
  props: {
    frame: Frame;
    filter: FormState;
    towns: Towns;
    file: string;
    total: number;
    rows: readonly OfficeReferralFragment[];
  } & Paging,
): VNode {
  const { filter } = props;
  return (
    <Page frame={props.frame} title="推荐和应聘" crumbs={[DESK]}>
      <FilterForm action={APPLICANTS} label="找推荐和应聘">
        <Select form={filter} name="stage" label="办到哪一步" empty="全部" choices={textChoices(STAGES)} />
        <Select
          form={filter}
          name="way"
          label="怎么来的"
          empty="全部"
          choices={[
            { value: 'referred', text: '推荐的' },
            { value: 'own', text: '自己申请的' },
          ]}
        />
        <Select form={filter} name="town" label="住在哪里" empty="全县" choices={townChoices(props.towns)} />
        <Checkboxes
          form={filter}
          name="due"
          label="要办的"
          choices={[{ value: 'yes', text: '只看今天要办的：该回访的、没有答复的' }]}
          optional
        />
      </FilterForm>
      <h2>一共 {props.total} 份，新的在前</h2>
      {props.rows.length === 0 ? (
        <Empty text="没有这样的推荐和应聘。可以换个条件。">
          <LinkButton href={APPLICANTS}>看全部</LinkButton>
        </Empty>
      ) : (
        <>
          <ReferralTable rows={props.rows} ofPost={false} />
          <Pager label="翻页" next={props.next} first={props.first} />
          <p>
            <a class="phone" href={props.file}>
              下载表格（CSV），{props.total} 行，会记下是谁下载的
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
