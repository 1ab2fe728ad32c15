import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';

const withNext = (path: string, next: string): string => (next ? `${path}?next=${encodeURIComponent(next)}` : path);

/** 请人做证登录, first page: whose certificate. The same words whether anybody has it. */
export function AskVouchPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  next: string;
  demo: boolean;
}): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="请人做证登录" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <p>没有手机，可以请熟悉您的人做证。</p>
      <ul>
        <li>村里的专职委员，或者您的就业辅导员，要坐在您身边。</li>
        <li>请带上残疾人证，对方要看一眼。</li>
      </ul>
      <PostForm action="/login/vouch" csrf={props.csrf} hidden={{ next: props.next }}>
        <TextInput
          form={form}
          name="certificate"
          label="残疾人证号"
          hint="证上的 20 位，例如 64032419900101001443"
          autocomplete="off"
          width="w20"
        />
        <Actions>
          <Button>要做证码</Button>
        </Actions>
      </PostForm>
      <p>
        有手机的，请<a href={withNext('/login/code', props.next)}>用手机号登录</a>。
      </p>
      <p>身边没有人能做证？请打 12385，或到残联服务窗口。</p>
      {props.demo && <p>演示环境里，可以另开一个浏览器，用专职委员的演示账号做证。</p>}
    </Page>
  );
}

/** 请人做证登录, second page: the code to tell. Its digits stand apart, so that a screen reader says them one by one. */
export function WaitVouchPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  next: string;
  code: string;
  expiresAt: string;
  /** 继续 was pressed before anybody had vouched */
  tooEarly: boolean;
}): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="请对方填做证码" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      {props.tooEarly && (
        <Notice tone="warn" focus>
          <p>还没有人做证。请对方填好做证码，再按「继续」。</p>
        </Notice>
      )}
      <p>
        您的做证码：<strong class="code">{[...props.code].join(' ')}</strong>
      </p>
      <ol>
        <li>把做证码念给身边的专职委员或辅导员。</li>
        <li>对方在自己的手机上打开「做证登录」，填这个码。</li>
        <li>对方说「好了」，您就按「继续」。</li>
      </ol>
      <p>做证码{instantText(props.expiresAt)}前有效，不用着急。</p>
      <PostForm action="/login/vouch/wait" csrf={props.csrf} hidden={{ next: props.next }}>
        <Actions>
          <Button>继续</Button>
          <LinkButton href={withNext('/login/vouch', props.next)} kind="second">
            重新要一个
          </LinkButton>
        </Actions>
      </PostForm>
      <h2>这样登录，有几件事不能办</h2>
      <p>换收款账户、不收短信、换密码，要本人用手机登录，或到窗口办。</p>
      <p>一小时后自动退出。不要把做证码告诉不认识的人。</p>
    </Page>
  );
}
