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
  type FormState,
  type Frame,
  LinkButton,
  Page,
  Pager,
  PostForm,
  Radios,
  shortDay,
  SubNav,
  Textarea,
  type Tone,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { ReferPostsQuery, ReferralRowFragment } from '../../../gql/generated.js';
import type { PersonPlace } from '../jobs/person.pages.js';
import { LEFT_REASONS, MAX_NOTE } from './referrals.words.js';

const LIST = '/desk/referrals';
export const checkHref = (list: string, id: string, month: number): string => `${list}/${id}/check/${month}`;

/** 推荐岗位: the posts that suit the person today, one to choose. */
export function ReferPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  place: PersonPlace;
  form: FormState;
  person: ReferPostsQuery['personConsents'];
  posts: ReferPostsQuery['matchedPosts']['edges'];
}): VNode {
  const { form, person, place } = props;
  const { home } = place;
  return (
    <Page
      frame={props.frame}
      title="推荐岗位"
      service={person.name}
      wrong={form.problems.length > 0}
      crumbs={place.crumbs(person.name)}
    >
      <ErrorSummary form={form} />
      {props.posts.length === 0 ? (
        <Empty text="现在没有合适的岗位。做过能力评估，合适的会多。">
          <LinkButton href={`${place.base}/jobs`}>看还缺什么</LinkButton>
          <LinkButton href={home} kind="second">
            回到他的档案
          </LinkButton>
        </Empty>
      ) : (
        <>
          <p>下面是今天合适他的岗位。本人同意以前，单位不知道是谁。</p>
          <PostForm action={`${place.base}/refer`} csrf={props.csrf} once={props.once}>
            <Radios
              form={form}
              name="postId"
              label="推荐哪一个"
              choices={props.posts.map(({ node: { post, answer } }) => ({
                value: post.id,
                text: `${post.title}，${post.employerName}`,
                hint: `${post.divisionName}，每月${post.monthlyWageYuan.low}到${post.monthlyWageYuan.high}元${answer === 'FITS_WITH' ? '，要配便利' : ''}`,
              }))}
            />
            <Textarea form={form} name="note" label="写给本人的话" limit={MAX_NOTE} optional />
            <Actions>
              <Button>推荐这个岗位</Button>
              <LinkButton href={home} kind="second">
                先不推荐
              </LinkButton>
            </Actions>
          </PostForm>
        </>
      )}
    </Page>
  );
}

const tagOf = ({ silent, due, stateText }: ReferralRowFragment): { text: string; tone: Tone } => {
  if (silent) return { text: '没有答复，请去看看', tone: 'err' };
  return due.length > 0 ? { text: '要回访', tone: 'warn' } : { text: stateText, tone: 'plain' };
};

/** 我的推荐: how each stands, and what is to be asked today. */
export function ReferralsPage(props: {
  frame: Frame;
  dueOnly: boolean;
  total: number;
  rows: readonly ReferralRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { dueOnly } = props;
  return (
    <Page frame={props.frame} title="我的推荐" crumbs={[{ href: '/desk', text: '今天要做的' }]}>
      <SubNav
        label="看哪些"
        links={[
          { href: LIST, text: '全部', current: !dueOnly },
          { href: `${LIST}?due=yes`, text: '今天要办的', current: dueOnly },
        ]}
      />
      <h2>一共 {props.total} 个，新的在前</h2>
      {props.rows.length === 0 ? (
        <Empty text={dueOnly ? '今天没有要办的。' : '还没有推荐过。'}>
          <LinkButton href="/desk/people">看一人一档</LinkButton>
        </Empty>
      ) : (
        <CardList>
          {props.rows.map((row) => (
            <Card
              key={row.id}
              level={3}
              href={`/desk/people/${row.personId}`}
              title={`${row.personName}：${row.post.title}`}
              tag={tagOf(row)}
            >
              <p>
                {row.post.employerName}，{shortDay(row.appliedOn)}推荐，{row.stateText}
              </p>
              {row.due.map(({ month, dueOn }) => (
                <a class="phone" href={checkHref(LIST, row.id, month)} key={month}>
                  记第 {month} 个月回访：{row.personName}，{shortDay(dueOn)}到的
                </a>
              ))}
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** 稳岗回访 */
export function RetentionPage(props: {
  frame: Frame;
  csrf: string;
  /** where it hangs: the desk's list or the office's */
  list: string;
  form: FormState;
  referral: ReferralRowFragment;
  month: number;
  dueOn: string;
}): VNode {
  const { form, referral, month } = props;
  return (
    <Page
      frame={props.frame}
      title={`第 ${month} 个月回访`}
      service={referral.personName}
      wrong={form.problems.length > 0}
      crumbs={[{ href: props.list, text: props.list === LIST ? '我的推荐' : '推荐和应聘' }]}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['姓名', referral.personName],
          ['岗位', referral.post.title],
          ['单位', referral.post.employerName],
          ['该回访的日子', dayText(props.dueOn)],
        ]}
      />
      <PostForm action={checkHref(props.list, referral.id, month)} csrf={props.csrf}>
        <Radios
          form={form}
          name="still"
          label="还在这个岗位吗"
          choices={[
            { value: 'yes', text: '还在' },
            { value: 'no', text: '不在了', hint: '请再填下面两项' },
          ]}
        />
        <DateInput form={form} name="leftOn" label="不在了的，最后一天上班是哪天" optional />
        <Radios form={form} name="leftBecause" label="不在了的，为什么" choices={LEFT_REASONS} optional />
        <Textarea form={form} name="note" label="回访情况" limit={MAX_NOTE} optional />
        <Button>记下来</Button>
      </PostForm>
    </Page>
  );
}
