import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';
import { NewPassword } from '../new-password.js';

const CRUMBS = [{ href: '/account/sessions', text: '登录与会话' }];

/** 换密码. */
export function PasswordPage(props: { frame: Frame; csrf: string; form: FormState; hasPassword: boolean }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="换密码" crumbs={CRUMBS} wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      {props.hasPassword ? (
        <>
          <p>换好以后，您在别处的登录都会退出。</p>
          <PostForm action="/account/password" csrf={props.csrf}>
            <TextInput
              form={form}
              name="current"
              label="现在的密码"
              type="password"
              autocomplete="current-password"
              width="w20"
            />
            <NewPassword form={form} />
            <Actions>
              <Button>换密码</Button>
              <LinkButton href="/account/sessions" kind="second">
                先不换
              </LinkButton>
            </Actions>
          </PostForm>
          <p>忘了现在的密码？请安全管理员发一个设置链接。</p>
        </>
      ) : (
        <Empty text="您的账号没有密码，用登记的手机号登录。">
          <LinkButton href="/account/sessions" kind="second">
            回登录与会话
          </LinkButton>
        </Empty>
      )}
    </Page>
  );
}
