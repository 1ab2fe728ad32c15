import type { VNode } from 'preact';
import { Actions, Button, Facts, type Frame, LinkButton, Page, PostForm, StatusTag } from '@tongxing/ui';
import type { ConsentWordsFragment, MyConsentsQuery } from '../../../gql/generated.js';

export const CONSENT_STATES: Readonly<Record<string, { text: string; tone: 'ok' | 'plain' | 'warn' }>> = {
  GIVEN: { text: '已同意', tone: 'ok' },
  DECLINED: { text: '没有同意', tone: 'plain' },
  NOT_ASKED: { text: '还没问过', tone: 'warn' },
};
export const CONSENTS = '/me/profile/consents';

/** What data, why, and what happens without: read before anything is agreed to. */
const Words = ({ consent }: { consent: ConsentWordsFragment }): VNode => (
  <Facts
    rows={[
      ['用到什么', consent.data],
      ['为什么', consent.why],
      ['不同意会怎样', consent.without],
    ]}
  />
);

/** Yes or no, each a button with its whole phrase. */
function Answers(props: { csrf: string; consent: ConsentWordsFragment; next: string }): VNode {
  const { purpose, title, state } = props.consent;
  const answer = (given: boolean, text: string, kind: 'first' | 'second'): VNode => (
    <PostForm action={CONSENTS} csrf={props.csrf} hidden={{ purpose, given: given ? 'yes' : 'no', next: props.next }}>
      <Button kind={kind}>{text}</Button>
    </PostForm>
  );
  return (
    <Actions>
      {state !== 'GIVEN' && answer(true, `同意：${title}`, 'first')}
      {state !== 'DECLINED' && answer(false, `${state === 'GIVEN' ? '撤回同意' : '不同意'}：${title}`, 'second')}
    </Actions>
  );
}

/** 同意了什么. */
export function ConsentsPage(props: { frame: Frame; csrf: string; consents: MyConsentsQuery['myConsents'] }): VNode {
  const { purposes, statutory } = props.consents;
  return (
    <Page
      frame={props.frame}
      title="同意了什么"
      service="我的资料"
      crumbs={[{ href: '/me/profile', text: '我的资料' }]}
      readable
    >
      <p>每一项由您决定，随时可以改。改了马上生效，以前办过的事不受影响。</p>
      {purposes.map((consent) => (
        <section key={consent.purpose} id={`c-${consent.purpose}`}>
          <h2>{consent.title}</h2>
          <p>
            <StatusTag {...(CONSENT_STATES[consent.state] ?? { text: consent.state })} />
          </p>
          {consent.evidenceId && (
            <p>
              这是您签在纸上的。
              <a href={`/papers/${consent.evidenceId}`} download>
                下载签字的纸：{consent.title}
              </a>
            </p>
          )}
          <Words consent={consent} />
          <Answers csrf={props.csrf} consent={consent} next={`${CONSENTS}#c-${consent.purpose}`} />
        </section>
      ))}
      <h2>按法律规定办理，不需要同意</h2>
      <p>下面这些是残联依法要做的。有疑问请打 12385。</p>
      {statutory.map(({ code, title, data, why, basis }) => (
        <section key={code}>
          <h3>{title}</h3>
          <Facts
            rows={[
              ['用到什么', data],
              ['为什么', why],
              ['依据', basis],
            ]}
          />
        </section>
      ))}
    </Page>
  );
}

/** 要不要给您推荐岗位: asked once, before the first list. Either answer leads on. */
export function AskPage(props: { frame: Frame; csrf: string; consent: ConsentWordsFragment; next: string }): VNode {
  const declined = props.consent.state === 'DECLINED';
  return (
    <Page
      frame={props.frame}
      title={props.frame.acting ? '还没有推荐岗位' : declined ? '您没有要推荐岗位' : '要不要给您推荐岗位？'}
      service="推荐岗位"
      readable
    >
      {props.frame.acting ? (
        <p>要不要推荐岗位，只有本人能说。请本人登录，或和辅导员说一声。</p>
      ) : (
        <>
          <p>
            {declined
              ? '系统没有给您排岗位。您可以自己看全部岗位，也可以改主意。'
              : '给您排岗位要用到您的资料，先问您同不同意。'}
          </p>
          <Words consent={props.consent} />
          <Answers csrf={props.csrf} consent={props.consent} next={props.next} />
        </>
      )}
      <Actions>
        <LinkButton href="/jobs" kind="second">
          自己看全部岗位
        </LinkButton>
        <LinkButton href="/help" kind="second">
          请人帮忙
        </LinkButton>
      </Actions>
    </Page>
  );
}
