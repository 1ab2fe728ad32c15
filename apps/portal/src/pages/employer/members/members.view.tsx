import {
  Actions,
  Button,
  DataTable,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  Radios,
  roleWords,
  StatusTag,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { MemberRowFragment } from '../../../gql/generated.js';

const CRUMB = { href: '/org/members', text: '成员' };
const ROLES = [
  { value: 'EMPLOYER_CLERK', text: '单位经办人', hint: '填申报、导表格、看达标情况' },
  { value: 'EMPLOYER_ADMIN', text: '单位管理员', hint: '还能管本单位的账号' },
];

function stateOf({ state }: MemberRowFragment): VNode {
  if (state === 'DISABLED') return <StatusTag text="已停用" tone="err" />;
  return state === 'WAITING' ? <StatusTag text="等本人设置" tone="warn" /> : <StatusTag text="在用" tone="ok" />;
}

/** The accounts of an employer, for its administrator or the office. */
export function MemberTable(props: {
  members: readonly MemberRowFragment[];
  /** absent: there is no page of one */
  href?: (member: MemberRowFragment) => string;
}): VNode {
  const { href } = props;
  return (
    <DataTable
      caption="单位的账号"
      rows={props.members}
      rowId={(member) => `m-${member.id}`}
      columns={[
        {
          title: '姓名',
          cell: (member) =>
            href && !member.own ? (
              <a href={href(member)}>{member.displayName}</a>
            ) : (
              `${member.displayName}${member.own ? '（您）' : ''}`
            ),
        },
        { title: '账号名', cell: (member) => member.login },
        { title: '角色', cell: (member) => roleWords[member.role] ?? member.role },
        { title: '状态', cell: stateOf },
        { title: '最近使用', cell: (member) => (member.lastSeenAt ? instantText(member.lastSeenAt) : '没用过') },
      ]}
    />
  );
}

/** 成员. */
export function MembersPage(props: { frame: Frame; members: readonly MemberRowFragment[] }): VNode {
  const alone = props.members.length === 1;
  return (
    <Page frame={props.frame} title="成员" crumbs={[{ href: '/org', text: '单位首页' }]}>
      <p>
        {alone
          ? '现在只有您一个人能进来。请加一位同事，您不在时也有人能办。'
          : `本单位一共 ${props.members.length} 个账号。点姓名可以换角色、停用、重发链接。`}
      </p>
      <Actions>
        <LinkButton href="/org/members/new">加一位同事</LinkButton>
      </Actions>
      <MemberTable members={props.members} href={(member) => `/org/members/${member.id}`} />
    </Page>
  );
}

/** Name and login of a new account. */
export function NewMemberFields({ form }: { form: FormState }): VNode {
  return (
    <>
      <TextInput form={form} name="displayName" label="姓名" autocomplete="off" width="w20" />
      <TextInput
        form={form}
        name="login"
        label="账号名"
        hint="登录时用。3 到 60 位小写字母、数字、点或横线"
        autocomplete="off"
        width="w20"
      />
    </>
  );
}

/** 加成员. */
export function NewMemberPage(props: { frame: Frame; csrf: string; form: FormState }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="加一位同事" crumbs={[CRUMB]} wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <PostForm action="/org/members/new" csrf={props.csrf}>
        <NewMemberFields form={form} />
        <Radios form={form} name="role" label="能做什么" choices={ROLES} />
        <Actions>
          <Button>加这位同事</Button>
          <LinkButton href="/org/members" kind="second">
            先不加
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 一位成员. */
export function MemberPage(props: { frame: Frame; csrf: string; form: FormState; member: MemberRowFragment }): VNode {
  const { form, member } = props;
  const action = (name: string): string => `/org/members/${member.id}/${name}`;
  const disabled = member.state === 'DISABLED';
  return (
    <Page
      frame={props.frame}
      title={member.displayName}
      service="成员"
      crumbs={[CRUMB]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        账号名 {member.login}，{roleWords[member.role] ?? member.role}。{stateOf(member)}
      </p>
      {!disabled && (
        <>
          <h2>换角色</h2>
          <p>换好以后，这位同事要重新登录。</p>
          <PostForm action={action('role')} csrf={props.csrf}>
            <Radios form={form} name="role" label="能做什么" choices={ROLES} />
            <Button>换角色</Button>
          </PostForm>
          <h2>重发设置链接</h2>
          <p>忘了密码，或者手机丢了，就重发。原来的密码马上失效，登录都会退出。</p>
          <PostForm action={action('link')} csrf={props.csrf}>
            <Button kind="second">要一个新链接</Button>
          </PostForm>
        </>
      )}
      <h2>{disabled ? '重新启用' : '停用'}</h2>
      {!disabled && <p>停用后马上退出登录，以后还能重新启用。这位同事办过的事都还在。</p>}
      <PostForm action={action('disabled')} csrf={props.csrf} hidden={{ disabled: disabled ? 'no' : 'yes' }}>
        <Button kind={disabled ? 'second' : 'danger'}>{disabled ? '启用这个账号' : '停用这个账号'}</Button>
      </PostForm>
    </Page>
  );
}
