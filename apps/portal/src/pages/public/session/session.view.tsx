import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';

/** 登录: account and password; in demo mode a way to the demo accounts. */
export function SignInPage(props: { frame: Frame; csrf: string; form: FormState; next: string; demo: boolean }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="登录" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <PostForm action="/login/staff" csrf={props.csrf} hidden={{ next: props.next }}>
        <TextInput form={form} name="account" label="账号" autocomplete="username" width="w20" />
        <TextInput
          form={form}
          name="password"
          label="密码"
          type="password"
          autocomplete="current-password"
          width="w20"
        />
        <TextInput
          form={form}
          name="totp"
          label="动态码"
          optional
          mode="numeric"
          autocomplete="one-time-code"
          width="w10"
        />
        <Actions>
          <Button>登录</Button>
          {props.demo && (
            <LinkButton href="/demo" kind="second">
              用演示账号
            </LinkButton>
          )}
        </Actions>
      </PostForm>
      <p>没有账号？请打 12385，或到残联服务窗口。</p>
    </Page>
  );
}

/** 已退出: says so, and leads back. */
export function EndedPage(props: { frame: Frame; back: string }): VNode {
  return (
    <Page frame={props.frame} title="您已退出">
      <p>为了保护您的信息，太久不动会自动退出。</p>
      <p>您可以重新登录，回到刚才的地方。</p>
      <Actions>
        <LinkButton href={props.back}>重新登录</LinkButton>
        <LinkButton href="/" kind="second">
          回首页
        </LinkButton>
      </Actions>
    </Page>
  );
}
