import {
  Actions,
  Button,
  Card,
  CardList,
  DataTable,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  StatusTag,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { HouseholdMemberRowFragment, RoundMemberQuery, RoundMembersQuery } from '../../../gql/generated.js';
import { isFitting, rankName } from '../../seeker/rounds/rounds.form.js';

type OnRoster = RoundMembersQuery['roundMembers']['edges'][number]['node'];
type Member = RoundMemberQuery['roundMember'];

const WELFARE = { href: '/office/welfare', text: '公益性岗位' };
const LIST = { href: '/office/welfare/members', text: '残疾人家庭成员' };
const ROUNDS = { href: '/office/rounds', text: '岗位分配' };

const Stand = ({ member }: { member: HouseholdMemberRowFragment }): VNode => {
  if (member.mayEnter) return <StatusTag text={member.personId ? '要重新登记' : '可以登记'} tone="warn" />;
  if (member.lacks.length > 0) return <StatusTag text="不能参加" tone="plain" />;
  return <StatusTag text="登记了" tone="ok" />;
};

/** Members without work who want some, each with how it stands. */
export function MembersPage(props: {
  frame: Frame;
  total: number;
  rows: readonly HouseholdMemberRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="残疾人家庭成员" crumbs={[WELFARE]}>
      <p>公益性岗位先给残疾人。残疾人家里没有证的人，排在所有残疾人之后。</p>
      <p>不算安置的残疾人，也不计入份额。</p>
      {props.rows.length === 0 ? (
        <Empty text="没有想就业、未就业的家庭成员。">
          <p>请先导入家庭成员名册，填上就业状况和求职意愿。</p>
          <Actions>
            <LinkButton href="/office/rosters" kind="second">
              导入名册
            </LinkButton>
          </Actions>
        </Empty>
      ) : (
        <>
          <h2>未就业、想就业的 {props.total} 人</h2>
          <DataTable
            caption="家庭成员"
            rows={props.rows}
            rowId={({ id }) => `m-${id}`}
            columns={[
              { title: '姓名', cell: ({ id, name }) => <a href={`${LIST.href}/${id}`}>{name}</a> },
              { title: '办到哪里', cell: (member) => <Stand member={member} />, whole: true },
              { title: '出生年', cell: ({ birthYear }) => birthYear, whole: true },
              { title: '家里的残疾人', cell: ({ holders }) => holders.join('、') },
              { title: '村', cell: ({ divisionName }) => divisionName },
            ]}
          />
        </>
      )}
      <Pager label="家庭成员分页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One of them: what is lacking, or the form. */
export function MemberPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  member: HouseholdMemberRowFragment;
}): VNode {
  const { member, form } = props;
  const lacks = member.lacks.filter(() => !member.mayEnter || member.personId !== null);
  return (
    <Page
      frame={props.frame}
      title={member.name}
      service="残疾人家庭成员"
      crumbs={[WELFARE, LIST]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        <Stand member={member} />
      </p>
      <Facts
        rows={[
          ['出生年', String(member.birthYear)],
          ['与户主关系', member.relationText],
          ['家里的残疾人', member.holders.join('、')],
          ['村', member.divisionName],
        ]}
      />
      {lacks.length > 0 && (
        <Notice tone="warn" title={member.mayEnter ? '登记过，现在不能参加' : '现在不能参加'}>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{lack}。</li>
            ))}
          </ul>
        </Notice>
      )}
      {member.personId !== null && lacks.length === 0 && (
        <Notice tone="ok" title="下一次冻结名册会列入">
          <p>这一轮的优先顺序里，要把「残疾人家庭成员」列在最后一档。</p>
          <p>岗位有要求的，先做能力评估，再填志愿。评估可以用能力评估名册导入。</p>
        </Notice>
      )}
      {member.personId !== null && (
        <Actions>
          <LinkButton href={`/office/people/${member.personId}/consents`} kind="second">
            看同意了什么
          </LinkButton>
          <LinkButton href="/office/rosters" kind="second">
            导入能力评估
          </LinkButton>
        </Actions>
      )}
      {member.mayEnter && <EnterForm {...props} />}
    </Page>
  );
}

function EnterForm({ csrf, form, member }: Parameters<typeof MemberPage>[0]): VNode {
  return (
    <>
      <h2>登记</h2>
      <p>请问本人：愿意参加公益性岗位分配吗？资料会用来推荐岗位。同意了再登记。</p>
      <PostForm action={`${LIST.href}/${member.id}`} csrf={csrf}>
        <Radios
          form={form}
          name="channel"
          label="怎么说的"
          choices={[
            { value: 'PAPER', text: '纸上', hint: '有本人签名或手印' },
            { value: 'CALL', text: '电话' },
            { value: 'FACE', text: '当面' },
          ]}
        />
        <Radios
          form={form}
          name="saidBy"
          label="谁说的"
          choices={[
            { value: 'SELF', text: '本人' },
            { value: 'GUARDIAN', text: '监护人', hint: '要核对证件，下面再选一项' },
          ]}
        />
        <Radios
          form={form}
          name="guardianBasis"
          label="凭什么是监护人"
          hint="监护人说的才选"
          optional
          choices={[
            { value: 'MINOR', text: '本人未成年，是父母或法定监护人' },
            { value: 'KIN', text: '本人已成年，是法定的近亲属' },
            { value: 'COURT', text: '法院指定的' },
            { value: 'APPOINTED', text: '村委会、居委会或民政局指定的' },
          ]}
        />
        <Button>同意了，登记</Button>
      </PostForm>
    </>
  );
}

/** Members on the roster of a round, each with whether the list is in. */
export function RoundMembersPage(props: {
  frame: Frame;
  roundId: string;
  total: number;
  rows: readonly OnRoster[];
  next?: string;
  first?: string;
}): VNode {
  const here = `${ROUNDS.href}/${props.roundId}`;
  return (
    <Page frame={props.frame} title="名册上的家庭成员" crumbs={[ROUNDS, { href: here, text: '这一轮' }]}>
      <p>他们排在所有残疾人之后。自己不能登录填志愿，请照本人说的填。</p>
      {props.rows.length === 0 ? (
        <Empty text="这一轮的名册上没有残疾人家庭成员。">
          <p>名册冻结以后不能再加。下一轮以前，请先登记。</p>
          <Actions>
            <LinkButton href={LIST.href} kind="second">
              看残疾人家庭成员
            </LinkButton>
          </Actions>
        </Empty>
      ) : (
        <>
          <h2>一共 {props.total} 人</h2>
          <DataTable
            caption="名册上的家庭成员"
            rows={props.rows}
            rowId={({ personId }) => `m-${personId}`}
            columns={[
              { title: '姓名', cell: ({ personId, name }) => <a href={`${here}/members/${personId}`}>{name}</a> },
              { title: '村', cell: ({ divisionName }) => divisionName },
              { title: '摇到的号', cell: ({ number }) => number ?? '还没有摇号', whole: true },
              { title: '志愿', cell: listText },
            ]}
          />
        </>
      )}
      <Pager label="家庭成员分页" next={props.next} first={props.first} />
    </Page>
  );
}

const listText = ({ handedIn, postIds, open }: Pick<OnRoster, 'handedIn' | 'postIds' | 'open'>): string => {
  if (handedIn) return postIds.length > 0 ? `填了 ${postIds.length} 个` : '不参加';
  return open ? '等您填' : '没有填';
};

/** A member's list: as it stands, and while lists are taken the form for it. */
export function RoundMemberPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  roundId: string;
  member: Member;
}): VNode {
  const { member, form } = props;
  const base = `${ROUNDS.href}/${props.roundId}`;
  const titles = new Map(member.posts.map(({ postId, title }) => [postId, title]));
  const posts = member.posts.map((post, index) => ({ post, index }));
  const fitting = posts.filter(({ post }) => isFitting(post));
  const others = posts.filter(({ post }) => !isFitting(post));
  return (
    <Page
      frame={props.frame}
      title={`${member.name}的志愿`}
      service={member.roundTitle}
      crumbs={[ROUNDS, { href: base, text: member.roundTitle }, { href: `${base}/members`, text: '名册上的家庭成员' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['村', member.divisionName],
          ['摇到的号', member.number === null ? '还没有摇号' : `${member.number} 号`],
        ]}
      />
      <h2>现在的志愿</h2>
      {member.postIds.length === 0 ? (
        <p>{member.handedIn ? '不参加这一轮。' : '还没有填。'}</p>
      ) : (
        <ol>
          {member.postIds.map((postId) => (
            <li key={postId}>{titles.get(postId) ?? '这个岗位已经撤下'}</li>
          ))}
        </ol>
      )}
      {!member.open && <p>现在不能填：要在摇号以后、志愿截止以前。</p>}
      {member.open && fitting.length === 0 && <Empty text="这一轮里现在没有合适的岗位。" />}
      {member.open && (
        <PostForm action={`${base}/members/${member.personId}`} csrf={props.csrf} once={props.once}>
          {fitting.length > 0 && (
            <>
              <h2>照本人说的填</h2>
              <p>最想去的填 1，第二想去的填 2。不想去的空着。</p>
              <CardList>
                {fitting.map(({ post, index }) => (
                  <Card key={post.postId} level={3} title={post.title}>
                    <p>
                      {post.employerName}，{post.divisionName}
                    </p>
                    <TextInput
                      form={form}
                      name={rankName(index)}
                      label={`「${post.title}」排第几`}
                      optional
                      mode="numeric"
                      autocomplete="off"
                      width="w4"
                      maxLength={3}
                    />
                  </Card>
                ))}
              </CardList>
            </>
          )}
          <Actions>
            {fitting.length > 0 && <Button>记下志愿</Button>}
            <Button kind="second" name="do" value="none">
              不参加这一轮
            </Button>
          </Actions>
        </PostForm>
      )}
      {others.length > 0 && (
        <>
          <h2>现在不能填的岗位</h2>
          <ul>
            {others.map(({ post }) => (
              <li key={post.postId}>
                {post.title}：{post.answer === 'UNKNOWN' ? '还缺资料，先做能力评估' : '条件不符合'}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
