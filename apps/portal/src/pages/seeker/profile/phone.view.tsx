import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';
import type { WaitingPhoneQuery } from '../../../gql/generated.js';

export const PHONE = '/me/profile/phone';
export const CONTACT = '/me/profile/contact';
const CRUMBS = [
  { href: '/me/profile', text: '我的资料' },
  { href: CONTACT, text: '怎么联系我' },
];

/** 换手机号, first page: the new number. */
export function NewPhonePage(props: { frame: Frame; csrf: string; form: FormState; old: string | null }): VNode {
  const { form, old } = props;
  return (
    <Page
      frame={props.frame}
      title="换手机号"
      service="我的资料"
      wrong={form.problems.length > 0}
      crumbs={CRUMBS}
      readable
    >
      <ErrorSummary form={form} />
      {old === null ? (
        <p>系统里没有您的手机号，不能在网上换。请带证件到残联，或找村里的专职委员。</p>
      ) : (
        <>
          <p>现在登记的是 {old}。换的时候，旧手机要能收短信。</p>
          <PostForm action={PHONE} csrf={props.csrf}>
            <TextInput
              form={form}
              name="phone"
              label="新的手机号"
              hint="11 位数字。家里人共用一个号也可以"
              type="tel"
              autocomplete="tel"
              width="w20"
            />
            <Actions>
              <Button>给新手机发码</Button>
              <LinkButton href={CONTACT} kind="second">
                先不换
              </LinkButton>
            </Actions>
          </PostForm>
          <h2>旧手机收不到短信了？</h2>
          <p>请带证件到残联，或找村里的专职委员换。手机丢了，马上打 12385，先停用登录。</p>
        </>
      )}
    </Page>
  );
}

/** 换手机号, second page: the code that the new phone got. */
export function NewPhoneCodePage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  waiting: WaitingPhoneQuery['waitingPhone'] | null;
  demo: boolean;
}): VNode {
  const { form, waiting } = props;
  return (
    <Page
      frame={props.frame}
      title="填新手机收到的码"
      service="换手机号"
      wrong={form.problems.length > 0}
      crumbs={[...CRUMBS, { href: PHONE, text: '换手机号' }]}
      readable
    >
      <ErrorSummary form={form} />
      {waiting ? (
        <p>
          码发到了 {waiting.maskedPhone}，{instantText(waiting.expiresAt)}前填都可以，不用着急。
        </p>
      ) : (
        <p>现在没有等着填的码，可能过期了。请重新发一个。</p>
      )}
      <PostForm action={`${PHONE}/code`} csrf={props.csrf}>
        <TextInput
          form={form}
          name="code"
          label="确认码"
          hint="短信里的 6 位数字，可以粘贴"
          mode="numeric"
          autocomplete="one-time-code"
          width="w10"
        />
        <Actions>
          <Button>换成这个号</Button>
          <LinkButton href={PHONE} kind="second">
            重新发码，或换一个号
          </LinkButton>
        </Actions>
      </PostForm>
      {props.demo && (
        <p>
          演示环境不发短信，码看<a href="/demo/sms">演示短信</a>。
        </p>
      )}
    </Page>
  );
}
