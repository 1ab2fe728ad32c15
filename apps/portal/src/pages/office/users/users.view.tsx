import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Checkboxes,
  DataTable,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  roleWords,
  StatusTag,
  TextInput,
  words,
} from '@tongxing/ui';
import type { UserRowFragment } from '../../../gql/generated.js';

const ADMINISTRATORS = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
/** Seekers and their helpers are let in by their phone, employers keep their own accounts. */
const ELSEWHERE = ['SEEKER', 'HELPER', 'EMPLOYER_CLERK', 'EMPLOYER_ADMIN'];
const CHOICES = Object.entries(roleWords)
  .filter(([role]) => !ELSEWHERE.includes(role))
  .map(([value, text]) => ({
    value,
    text: String(text),
    ...(ADMINISTRATORS.includes(value) ? { hint: '只能单独担任' } : {}),
  }));

const rolesText = (roles: readonly string[]): string =>
  roles.length === 0 ? '还没有角色' : roles.map((role) => roleWords[role] ?? role).join('、');

function stateOf(account: UserRowFragment): VNode {
  if (account.disabled) return <StatusTag text="已停用" tone="err" />;
  if (account.change) return <StatusTag text="角色等确认" tone="warn" />;
  if (account.idNumberDue) return <StatusTag text="没补身份证号" tone="warn" />;
  return account.hasSecondFactor ? <StatusTag text="在用" tone="ok" /> : <StatusTag text="没设动态码" tone="warn" />;
}

/** 人员. */
export function UsersPage(props: {
  frame: Frame;
  total: number;
  accounts: readonly UserRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="人员">
      <p>{words.list.total(props.total)}。角色由一位安全管理员提出，另一位确认。</p>
      <Actions>
        <LinkButton href="/office/users/new">建一个账号</LinkButton>
      </Actions>
      <DataTable
        caption="账号"
        rows={props.accounts}
        rowId={(account) => `u-${account.id}`}
        columns={[
          { title: '姓名', cell: (account) => <a href={`/office/users/${account.id}`}>{account.displayName}</a> },
          { title: '账号名', cell: (account) => account.login },
          { title: '角色', wide: true, cell: (account) => rolesText(account.roles) },
          { title: '区划', cell: (account) => account.divisionName },
          { title: '状态', cell: stateOf },
        ]}
      />
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** 建账号. */
export function NewUserPage(props: { frame: Frame; csrf: string; form: FormState }): VNode {
  const { form } = props;
  return (
    <Page
      frame={props.frame}
      title="建一个账号"
      crumbs={[{ href: '/office/users', text: '人员' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>一个人只能有一个账号。身份证号只用来查重，加密保存，谁也看不到。</p>
      <PostForm action="/office/users/new" csrf={props.csrf}>
        <TextInput form={form} name="displayName" label="姓名" autocomplete="off" width="w20" />
        <TextInput form={form} name="idNumber" label="身份证号" autocomplete="off" width="w20" />
        <TextInput
          form={form}
          name="login"
          label="账号名"
          hint="3 到 60 位小写字母、数字、点或横线"
          autocomplete="off"
          width="w20"
        />
        <TextInput
          form={form}
          name="divisionCode"
          label="区划代码"
          hint="管哪里就填哪里，县填 6 位，例如 640324"
          mode="numeric"
          autocomplete="off"
          width="w20"
        />
        <Checkboxes form={form} name="roles" label="角色" choices={CHOICES} />
        <Actions>
          <Button>建账号</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}

function Change(props: { csrf: string; account: UserRowFragment }): VNode | null {
  const { id, change } = props.account;
  if (!change) return null;
  return (
    <Notice tone="warn" title="等人确认的变更">
      <p>角色改为：{rolesText(change.roles)}</p>
      {change.own ? (
        <p>这是您提的，要另一位安全管理员来确认。</p>
      ) : (
        <Actions>
          <PostForm
            action={`/office/users/${id}/decide`}
            csrf={props.csrf}
            hidden={{ change: change.id, approve: 'yes' }}
          >
            <Button>确认这个变更</Button>
          </PostForm>
          <PostForm
            action={`/office/users/${id}/decide`}
            csrf={props.csrf}
            hidden={{ change: change.id, approve: 'no' }}
          >
            <Button kind="second">驳回这个变更</Button>
          </PostForm>
        </Actions>
      )}
    </Notice>
  );
}

/** 一个账号. */
export function UserPage(props: { frame: Frame; csrf: string; form: FormState; account: UserRowFragment }): VNode {
  const { form, account } = props;
  const action = (name: string): string => `/office/users/${account.id}/${name}`;
  return (
    <Page
      frame={props.frame}
      title={account.displayName}
      service="人员"
      crumbs={[{ href: '/office/users', text: '人员' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        账号名 {account.login}，{account.divisionName}。{stateOf(account)}
      </p>
      <p>现在的角色：{rolesText(account.roles)}</p>
      <Change csrf={props.csrf} account={account} />
      {!account.change && (
        <>
          <h2>改角色</h2>
          <PostForm action={action('roles')} csrf={props.csrf}>
            <Checkboxes form={form} name="roles" label="角色" choices={CHOICES} />
            <Button>提出变更</Button>
          </PostForm>
        </>
      )}
      <h2>密码和动态码</h2>
      <p>忘了密码，或者手机丢了，就重新设置。原来的马上失效，登录都会退出。</p>
      <PostForm action={action('reset')} csrf={props.csrf}>
        <Button kind="second">重新设置，要一个新链接</Button>
      </PostForm>
      <h2>{account.disabled ? '重新启用' : '停用'}</h2>
      <PostForm action={action('disable')} csrf={props.csrf} hidden={{ disabled: account.disabled ? 'no' : 'yes' }}>
        <Button kind={account.disabled ? 'second' : 'danger'}>
          {account.disabled ? '启用这个账号' : '停用这个账号'}
        </Button>
      </PostForm>
    </Page>
  );
}
