import type { VNode } from 'preact';
import {
  Actions,
  Button,
  CheckAnswers,
  dayText,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PostForm,
} from '@tongxing/ui';
import type { DelegationRowFragment, LogRowFragment } from '../../../gql/generated.js';
import { type Choices, FAMILY, scopesText, type Terms, textOf, whoText } from '../../helpers/helpers.terms.js';
import {
  ConsentCodePage,
  DelegationCards,
  LogList,
  NameField,
  partsOf,
  ScopesField,
  UntilField,
  WhoField,
} from '../../helpers/helpers.view.js';

export type Step = 1 | 2 | 3 | 4;

/** What each page asks. */
export const STEPS: Readonly<Record<Step, { title: string; field: string }>> = {
  1: { title: '请谁代办', field: 'who' },
  2: { title: '他的手机号或账号名', field: 'name' },
  3: { title: '能办什么', field: 'scopes' },
  4: { title: '办到什么时候', field: 'until' },
};

const HOME = '/me/helpers';
const NEW = `${HOME}/new`;
const CRUMBS = [{ href: HOME, text: '帮我办事的人' }];
const SERVICE = '请人代办';

/** 帮我办事的人: who, what they may, what they did. */
export function HelpersPage(props: {
  frame: Frame;
  csrf: string;
  rows: readonly DelegationRowFragment[];
  total: number;
  log: readonly LogRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { standing, over } = partsOf(props.rows);
  return (
    <Page frame={props.frame} title="帮我办事的人" readable>
      <p>他们用自己的账号帮您办，不用知道您的密码。</p>
      <p>换收款账户、再请别人，只有您自己能办。</p>
      {standing.length === 0 && <Empty text="现在没有人帮您办事。" />}
      <DelegationCards rows={standing} csrf={props.csrf} action={HOME} />
      <Actions>
        <LinkButton href={`${NEW}/1`}>请人代办</LinkButton>
        <LinkButton href="/helper" kind="second">
          看我帮谁办事
        </LinkButton>
      </Actions>
      <h2>他们办了什么</h2>
      {props.total === 0 ? (
        <p>还没有记录。办了什么，都会写在这里。</p>
      ) : (
        <LogList rows={props.log} next={props.next} first={props.first} />
      )}
      {over.length > 0 && (
        <details>
          <summary>看停止了的 {over.length} 个</summary>
          <DelegationCards rows={over} csrf={props.csrf} action={HOME} />
        </details>
      )}
    </Page>
  );
}

/** One page of naming a helper: one thing to answer. */
export function HelperStepPage(props: {
  frame: Frame;
  csrf: string;
  step: Step;
  form: FormState;
  choices: Choices;
  terms: Terms;
  toCheck: boolean;
}): VNode {
  const { choices, form, step, toCheck } = props;
  const family = textOf(props.terms, 'who') === FAMILY;
  const before = step === 3 && !family ? 1 : step - 1;
  return (
    <Page
      frame={props.frame}
      title={STEPS[step].title}
      service={SERVICE}
      wrong={form.problems.length > 0}
      crumbs={CRUMBS}
    >
      {choices.maskedPhone === null ? (
        <NoPhone />
      ) : (
        <>
          <ErrorSummary form={form} />
          <PostForm action={`${NEW}/${step}`} csrf={props.csrf} hidden={toCheck ? { to: 'check' } : {}}>
            {step === 1 && <WhoField form={form} choices={choices} label="选一位" />}
            {step === 2 && <NameField form={form} />}
            {step === 3 && <ScopesField form={form} label="选他能办的事" />}
            {step === 4 && <UntilField form={form} choices={choices} label="选一个日子" />}
            <Actions>
              <Button>{toCheck ? '保存修改' : '下一步'}</Button>
              <LinkButton href={toCheck ? `${NEW}/check` : step === 1 ? HOME : `${NEW}/${before}`} kind="second">
                返回
              </LinkButton>
            </Actions>
          </PostForm>
        </>
      )}
    </Page>
  );
}

/** Without a phone in the register there is nowhere to send a code. */
const NoPhone = (): VNode => (
  <Notice tone="warn" title="登记里没有您的手机号">
    <p>请人代办要用短信确认码。</p>
    <p>请到残联登记手机号，或请专职委员当面登记。</p>
  </Notice>
);

const rowsOf = (terms: Terms, choices: Choices): readonly (readonly [string, string])[] => [
  ['代办人', whoText(terms, choices)],
  ['能办', scopesText(terms)],
  ['到期', dayText(textOf(terms, 'until'))],
];

/** 核对 */
export function HelperCheckPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  terms: Terms;
  choices: Choices;
  form: FormState;
}): VNode {
  const { choices, form, terms } = props;
  const family = textOf(terms, 'who') === FAMILY;
  return (
    <Page frame={props.frame} title="核对请人代办" service={SERVICE} wrong={form.problems.length > 0} crumbs={CRUMBS}>
      <ErrorSummary form={form} />
      <CheckAnswers
        rows={[
          { name: '代办人', value: whoText(terms, choices), href: `${NEW}/${family ? 2 : 1}?to=check` },
          { name: '能办什么', value: scopesText(terms), href: `${NEW}/3?to=check` },
          { name: '办到什么时候', value: `${dayText(textOf(terms, 'until'))}`, href: `${NEW}/4?to=check` },
        ]}
      />
      <p>您随时可以停止，停止马上生效。</p>
      <PostForm action={`${NEW}/check`} csrf={props.csrf}>
        <Actions>
          <Button>发确认码到 {choices.maskedPhone ?? '登记的手机'}</Button>
          <LinkButton href={HOME} kind="second">
            先不登记
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 填确认码: the yes itself. */
export const HelperCodePage = (props: {
  frame: Frame;
  csrf: string;
  once: string;
  terms: Terms;
  choices: Choices;
  form: FormState;
}): VNode => (
  <ConsentCodePage
    frame={props.frame}
    csrf={props.csrf}
    once={props.once}
    form={props.form}
    action={`${NEW}/code`}
    resend={`${NEW}/check`}
    back={`${NEW}/check`}
    crumbs={CRUMBS}
    maskedPhone={props.choices.maskedPhone ?? ''}
    readOut={false}
    rows={rowsOf(props.terms, props.choices)}
  />
);
