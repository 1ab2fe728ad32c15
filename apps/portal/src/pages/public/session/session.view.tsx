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
import type { HeldForm } from '../../../http/sealed.js';

const withNext = (path: string, next: string): string => (next ? `${path}?next=${encodeURIComponent(next)}` : path);

/** 登录: which way. */
export function WaysInPage(props: { frame: Frame; next: string; platform: string | null; demo: boolean }): VNode {
  return (
    <Page frame={props.frame} title="登录">
      <h2>找工作、领补贴的人</h2>
      <p>用登记的手机号，不用密码。</p>
      <Actions>
        <LinkButton href={withNext('/login/code', props.next)}>用手机号登录</LinkButton>
      </Actions>
      <p>
        没有手机？<a href={withNext('/login/vouch', props.next)}>请人做证登录</a>。
      </p>
      {props.platform && (
        <>
          <h2>有政务账号的人</h2>
          <p>会先到{props.platform}，登录好再回来。</p>
          <Actions>
            <LinkButton href={withNext('/login/platform', props.next)} kind="second">
              用{props.platform}登录
            </LinkButton>
          </Actions>
        </>
      )}
      <h2>单位和工作人员</h2>
      <Actions>
        <LinkButton href={withNext('/login/staff', props.next)} kind="second">
          用账号和密码登录
        </LinkButton>
        {props.demo && (
          <LinkButton href="/demo" kind="second">
            用演示账号
          </LinkButton>
        )}
      </Actions>
      <p>进不来？请打 12385，或到残联服务窗口。</p>
    </Page>
  );
}

/** 登录: account and password; in demo mode a way to the demo accounts. */
export function SignInPage(props: { frame: Frame; csrf: string; form: FormState; next: string; demo: boolean }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="单位和工作人员登录" wrong={form.problems.length > 0}>
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
          hint="设了动态码的账号要填，看手机上的验证器"
          mode="numeric"
          autocomplete="one-time-code"
          width="w10"
        />
        <RecoveryInput form={form} />
        <Actions>
          <Button>登录</Button>
          {props.demo && (
            <LinkButton href="/demo" kind="second">
              用演示账号
            </LinkButton>
          )}
        </Actions>
      </PostForm>
      <p>
        找工作、领补贴的人，请<a href={withNext('/login/code', props.next)}>用手机号登录</a>。
      </p>
      <p>没有账号？请打 12385，或到残联服务窗口。</p>
    </Page>
  );
}

/** 备用码, for the day the phone is not at hand; folded away, and open when something is wrong with it. */
function RecoveryInput({ form }: { form: FormState }): VNode {
  const used = Boolean(form.values.recoveryCode);
  return (
    <details open={used}>
      <summary>手机不在身边？填备用码</summary>
      <TextInput
        form={form}
        name="recoveryCode"
        label="备用码"
        hint="设置动态码时抄下的，10 位，每个用一次"
        optional
        autocomplete="off"
        width="w20"
      />
    </details>
  );
}

/** 再次验证: what weighs more asks for the second factor again. */
export function StepUpPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  next: string;
  demo: boolean;
  /** a seeker or helper, whose own phone will do */
  byPhone: boolean;
}): VNode {
  const { form, byPhone } = props;
  return (
    <Page frame={props.frame} title="再验证一次是您本人" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <p>
        {byPhone
          ? '这一步关系重大，要再看看是不是您本人。您刚才填的都在。'
          : '这一步关系重大，要再填一次动态码。您刚才填的都在。'}
      </p>
      {props.demo && (
        <p>
          演示账号的动态码在
          <a href="/demo" target="_blank" rel="noopener">
            演示账号页（新窗口）
          </a>
          。
        </p>
      )}
      <PostForm action="/step-up" csrf={props.csrf} hidden={{ next: props.next, ...(byPhone ? { way: 'code' } : {}) }}>
        {byPhone && (
          <TextInput
            form={form}
            name="code"
            label="登录码"
            hint="短信里的 6 位数字；还没有的，按下面的按钮要一个"
            mode="numeric"
            autocomplete="one-time-code"
            width="w10"
          />
        )}
        {byPhone ? <OtherWays form={form} /> : <Totp form={form} />}
        {!byPhone && <RecoveryInput form={form} />}
        <Actions>
          <Button>验证</Button>
          <LinkButton href={props.next} kind="second">
            先不做，返回
          </LinkButton>
        </Actions>
      </PostForm>
      {byPhone ? (
        <PostForm action="/step-up/code" csrf={props.csrf} hidden={{ next: props.next }}>
          <Button kind="second">发登录码到我的手机</Button>
        </PostForm>
      ) : (
        <p>
          还没有动态码？到<a href="/account/sessions">登录与会话</a>设置。
        </p>
      )}
    </Page>
  );
}

const Totp = ({ form }: { form: FormState }): VNode => (
  <TextInput
    form={form}
    name="totp"
    label="动态码"
    hint="手机验证器上的 6 位数字"
    mode="numeric"
    autocomplete="one-time-code"
    width="w10"
  />
);

/** For who has set up an authenticator, or signs in with a password. Open where one of them was wrong. */
const OtherWays = ({ form }: { form: FormState }): VNode => (
  <details open={form.problems.some(({ field }) => field === 'totp' || field === 'password')}>
    <summary>用动态码或密码</summary>
    <Totp form={form} />
    <TextInput
      form={form}
      name="password"
      label="登录密码"
      hint="没有设动态码的，可以填密码"
      type="password"
      autocomplete="current-password"
      width="w20"
    />
  </details>
);

/** 继续: the form that waited, sent by one press. Nothing happens without that press: it may release money. */
export function ContinuePage(props: { frame: Frame; csrf: string; held: HeldForm }): VNode {
  const { path, back, fields } = props.held;
  const hidden = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((text) => ({ name, text })),
  );
  return (
    <Page frame={props.frame} title="接着办刚才的事">
      <p>验证好了。您刚才填的都在，再按一下就提交。</p>
      <PostForm action={path} csrf={props.csrf} hidden={{ held: 'yes' }}>
        {hidden.map(({ name, text }, index) => (
          <input type="hidden" name={name} value={text} key={`${name}-${index}`} />
        ))}
        <Actions>
          <Button>提交</Button>
          <LinkButton href={back} kind="second">
            先不提交，返回
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 快要退出: opening this page was enough to stay signed in. */
export function EndingPage(props: { frame: Frame }): VNode {
  return (
    <Page frame={props.frame} title="可以继续用了">
      <p>已经为您续上了，30 分钟不动才会退出。</p>
      <p>关掉这个窗口，回到刚才的页面接着办。</p>
      <p>登录满 12 小时，要重新登录一次。</p>
      <Actions>
        <LinkButton href="/">回首页</LinkButton>
      </Actions>
    </Page>
  );
}

/** 已退出: says so, and leads back. */
export function EndedPage(props: { frame: Frame; back: string }): VNode {
  return (
    <Page frame={props.frame} title="您已退出">
      <p>为了保护您的信息，太久不动会自动退出。</p>
      <p>您可以重新登录，回到刚才的地方。填了一半的内容还在。</p>
      <Actions>
        <LinkButton href={props.back}>重新登录</LinkButton>
        <LinkButton href="/" kind="second">
          回首页
        </LinkButton>
      </Actions>
    </Page>
  );
}
