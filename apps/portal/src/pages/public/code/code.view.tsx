import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';
import type { DemoSmsQuery } from '../../../gql/generated.js';

const staffWay = (next: string): string => (next ? `/login/staff?next=${encodeURIComponent(next)}` : '/login/staff');

const vouchWay = (next: string): string => (next ? `/login/vouch?next=${encodeURIComponent(next)}` : '/login/vouch');

/** 手机号登录, first page: the phone. */
export function PhonePage(props: { frame: Frame; csrf: string; form: FormState; next: string; demo: boolean }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="用手机号登录" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <p>填您在残联登记的手机号，我们发 6 位登录码给您。</p>
      <PostForm action="/login/code" csrf={props.csrf} hidden={{ next: props.next }}>
        <TextInput form={form} name="phone" label="手机号" hint="11 位数字" type="tel" autocomplete="tel" width="w20" />
        <Actions>
          <Button>发登录码</Button>
        </Actions>
      </PostForm>
      <p>
        单位和工作人员，请<a href={staffWay(props.next)}>用账号和密码登录</a>。
      </p>
      <p>
        没有手机，或者换了号？可以<a href={vouchWay(props.next)}>请人做证登录</a>，或打 12385。
      </p>
      {props.demo && (
        <p>
          演示环境不发短信，登录码看<a href="/demo/sms">演示短信</a>。
        </p>
      )}
    </Page>
  );
}

/** 手机号登录, second page: the code. The same words whether anybody has the phone. */
export function CodePage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  next: string;
  phone: string;
  demo: boolean;
}): VNode {
  const { form, phone } = props;
  const shown = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return (
    <Page frame={props.frame} title="填登录码" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <p>如果 {shown} 在残联登记过，登录码会发到这个手机。10 分钟内填都可以，不用着急。</p>
      <PostForm action="/login/code/enter" csrf={props.csrf} hidden={{ next: props.next }}>
        <TextInput
          form={form}
          name="code"
          label="登录码"
          hint="短信里的 6 位数字，可以粘贴"
          mode="numeric"
          autocomplete="one-time-code"
          width="w10"
        />
        <Actions>
          <Button>登录</Button>
        </Actions>
      </PostForm>
      <h2>没有收到？</h2>
      <p>等 1 分钟还没有，可以再发一次。再发以后，填最新的一个。</p>
      <PostForm action="/login/code" csrf={props.csrf} hidden={{ next: props.next, resend: 'yes' }}>
        <Actions>
          <Button kind="second">再发一次</Button>
          <LinkButton href="/login/code" kind="second">
            换一个手机号
          </LinkButton>
        </Actions>
      </PostForm>
      <p>听短信不方便，或者一直收不到，请打 12385。</p>
      {props.demo && (
        <p>
          演示环境不发短信，登录码看
          <a href="/demo/sms" target="_blank" rel="noopener">
            演示短信（新窗口）
          </a>
          。
        </p>
      )}
    </Page>
  );
}

/** 一家人合用一个手机: who is it? */
export function ChoosePage(props: {
  frame: Frame;
  csrf: string;
  choices: readonly { personId: string; maskedName: string; birthYear: number }[];
  hidden: Readonly<Record<string, string>>;
}): VNode {
  return (
    <Page frame={props.frame} title="您是哪一位？">
      <p>登记这个手机号的不止一个人。</p>
      <ul class="tasks">
        {props.choices.map(({ personId, maskedName, birthYear }) => (
          <li key={personId}>
            <PostForm action="/login/code/enter" csrf={props.csrf} hidden={{ ...props.hidden, person: personId }}>
              <Button kind="second">
                我是{maskedName}，{birthYear}年生
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** 演示短信: what would have gone out. */
export function DemoSmsPage(props: { frame: Frame; messages: DemoSmsQuery['demoSms'] }): VNode {
  return (
    <Page frame={props.frame} title="演示短信">
      <p>演示环境不发短信，该发的都列在这里，最新的在前。刚要的登录码没看到，请刷新本页。</p>
      {props.messages.length === 0 ? (
        <Empty text="还没有短信。" />
      ) : (
        <ul>
          {props.messages.map((message) => (
            <li key={message.id}>
              <p>
                <span class="hint">
                  {instantText(message.createdAt)}，发给 {message.phone}
                </span>
                <br />
                {message.text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
