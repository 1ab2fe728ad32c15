import type { VNode } from 'preact';
import {
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  PostForm,
  StatusTag,
  TextInput,
} from '@tongxing/ui';
import type { OwnSessionsQuery } from '../../../gql/generated.js';

type SessionRow = OwnSessionsQuery['sessions'][number];

const placeOf = ({ agent, kind }: SessionRow): string => agent || (kind === 'BEARER' ? '程序' : '不知道的浏览器');

function Sessions(props: { csrf: string; sessions: readonly SessionRow[] }): VNode {
  return (
    <ul class="tasks">
      {props.sessions.map((session) => {
        const where = `${placeOf(session)}，${instantText(session.signedInAt)}登录`;
        return (
          <li key={session.id}>
            <span>
              {where}
              {session.current && (
                <>
                  {' '}
                  <StatusTag text="就是这里" tone="ok" />
                </>
              )}
              <br />
              <span class="hint">最近用过：{instantText(session.lastSeenAt)}</span>
            </span>
            {!session.current && (
              <PostForm action="/account/sessions/end" csrf={props.csrf} hidden={{ id: session.id }}>
                <Button kind="second">
                  退出这一处<span class="vh">：{where}</span>
                </Button>
              </PostForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** 密码: where there is one. */
function Password({ hasPassword }: { hasPassword: boolean }): VNode | null {
  if (!hasPassword) return null;
  return (
    <>
      <h2>密码</h2>
      <p>怕别人知道了，就换一个。</p>
      <p>
        <LinkButton href="/account/password" kind="second">
          换密码
        </LinkButton>
      </p>
    </>
  );
}

function Factor(props: { csrf: string; form: FormState; factor: OwnSessionsQuery['secondFactor'] }): VNode {
  const { enabled, recoveryCodesLeft } = props.factor;
  return (
    <>
      <h2>动态码</h2>
      <p>
        {enabled
          ? `已经设好。备用码还有 ${recoveryCodesLeft} 个。`
          : '还没有设。设了以后，登录要填密码和手机上的动态码，别人拿到密码也进不来。'}
      </p>
      <PostForm action="/account/totp" csrf={props.csrf}>
        {!enabled && (
          <TextInput
            form={props.form}
            name="password"
            label="现在的登录密码"
            type="password"
            autocomplete="current-password"
            width="w20"
          />
        )}
        <Button kind="second">{enabled ? '换一个验证器和备用码' : '设置动态码'}</Button>
      </PostForm>
    </>
  );
}

/** 登录与会话. */
export function SessionsPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  sessions: readonly SessionRow[];
  factor: OwnSessionsQuery['secondFactor'];
  idNumberDue: boolean;
}): VNode {
  const { sessions } = props;
  return (
    <Page frame={props.frame} title="登录与会话" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      {props.idNumberDue && (
        <Notice tone="warn" title="请补填身份证号">
          <p>您的账号建得早，没有存身份证号。填一次就好。</p>
          <p>
            <LinkButton href="/account/id-number">补填身份证号</LinkButton>
          </p>
        </Notice>
      )}
      <p>您的账号现在登录在 {sessions.length} 处。不认得的，请马上退出，再联系安全管理员。</p>
      <Sessions csrf={props.csrf} sessions={sessions} />
      {sessions.length > 1 && (
        <PostForm action="/account/sessions/end-others" csrf={props.csrf}>
          <Button>退出其他全部</Button>
        </PostForm>
      )}
      <Password hasPassword={props.factor.hasPassword} />
      {(props.factor.hasPassword || props.factor.enabled) && (
        <Factor csrf={props.csrf} form={props.form} factor={props.factor} />
      )}
    </Page>
  );
}
