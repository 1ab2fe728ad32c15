import type { VNode } from 'preact';
import {
  Actions,
  Button,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  Radios,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { DelegationRowFragment, LogRowFragment } from '../../../gql/generated.js';
import { type Choices, scopesText, type Terms, textOf, whoText } from '../../helpers/helpers.terms.js';
import {
  ConsentCodePage,
  DelegationCards,
  LogList,
  partsOf,
  ScopesField,
  UntilField,
  WhoField,
} from '../../helpers/helpers.view.js';

const NOTE_LENGTH = 200;

const homeOf = (personId: string): string => `/desk/people/${personId}/helpers`;
const crumbsOf = (personId: string) => [
  { href: '/desk/people', text: '一人一档' },
  { href: `/desk/people/${personId}`, text: '这个人' },
  { href: homeOf(personId), text: '代办登记' },
];

/** Who helps a person of the own list. */
export function CaseHelpersPage(props: {
  frame: Frame;
  csrf: string;
  personId: string;
  rows: readonly DelegationRowFragment[];
  log: readonly LogRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { standing, over } = partsOf(props.rows);
  const home = homeOf(props.personId);
  return (
    <Page frame={props.frame} title="代办登记" service="一人一档" crumbs={crumbsOf(props.personId).slice(0, 2)}>
      {standing.length === 0 && <Empty text="现在没有人帮他办事。" />}
      <DelegationCards rows={standing} csrf={props.csrf} action={home} />
      <Actions>
        <LinkButton href={`${home}/new`}>登记一位代办人</LinkButton>
      </Actions>
      <h2>办了什么</h2>
      {props.log.length === 0 ? (
        <p>还没有记录。</p>
      ) : (
        <LogList rows={props.log} next={props.next} first={props.first} />
      )}
      {over.length > 0 && (
        <details>
          <summary>看停止了的 {over.length} 个</summary>
          <DelegationCards rows={over} csrf={props.csrf} action={home} />
        </details>
      )}
    </Page>
  );
}

interface FormProps {
  frame: Frame;
  csrf: string;
  personId: string;
  choices: Choices;
  form: FormState;
}

/** First page: who, what, how long, as the person says it. */
export function CaseTermsPage({ frame, csrf, personId, choices, form }: FormProps): VNode {
  return (
    <Page
      frame={frame}
      title={`给${choices.personName}登记代办人`}
      service="代办登记"
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(personId)}
    >
      <p>照本人说的填。本人没说的，不要选。</p>
      <ErrorSummary form={form} />
      <PostForm action={`${homeOf(personId)}/new`} csrf={csrf}>
        <WhoField form={form} choices={choices} label="请谁代办" />
        <TextInput
          form={form}
          name="name"
          label="家属或监护人的手机号或账号名"
          hint="上面选了家属或监护人才填。填错了不会提示"
          autocomplete="off"
          width="w20"
          maxLength={60}
          optional
        />
        <ScopesField form={form} label="能办什么" />
        <UntilField form={form} choices={choices} label="办到什么时候" />
        <Actions>
          <Button>下一步</Button>
          <LinkButton href={homeOf(personId)} kind="second">
            先不登记
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

const rowsOf = (terms: Terms, choices: Choices): readonly (readonly [string, string])[] => [
  ['本人', choices.personName],
  ['代办人', whoText(terms, choices)],
  ['能办', scopesText(terms)],
  ['到期', dayText(textOf(terms, 'until'))],
];

/** Second page: how the person said yes. */
export function CaseConsentPage(props: FormProps & { terms: Terms; once: string }): VNode {
  const { choices, form, personId } = props;
  return (
    <Page
      frame={props.frame}
      title="本人怎么同意的"
      service="代办登记"
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(personId)}
    >
      <ErrorSummary form={form} />
      <Facts rows={rowsOf(props.terms, choices)} />
      <PostForm action={`${homeOf(personId)}/consent`} csrf={props.csrf} once={props.once}>
        <Radios
          form={form}
          name="consent"
          label="本人怎么同意的"
          choices={[
            ...(choices.maskedPhone === null
              ? []
              : [{ value: 'SMS', text: '短信确认码', hint: `发到本人登记的手机 ${choices.maskedPhone}` }]),
            { value: 'PAPER', text: '纸质委托书', hint: '您当面见证本人签名或按手印' },
            { value: 'VOICE', text: '电话里同意', hint: '您和本人通过电话' },
          ]}
        />
        <Textarea
          form={form}
          name="note"
          label="委托书放在哪里，或电话怎么说的"
          hint="短信确认码不用填。最多 200 字，写清日期"
          limit={NOTE_LENGTH}
        />
        <p>纸质和电话，您就是见证人。请您自己代办的，要用短信确认码或换同事见证。</p>
        <Actions>
          <Button>登记</Button>
          <LinkButton href={`${homeOf(personId)}/new`} kind="second">
            返回修改
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** The person reads the code out. */
export const CaseCodePage = (props: FormProps & { terms: Terms; once: string }): VNode => (
  <ConsentCodePage
    frame={props.frame}
    csrf={props.csrf}
    once={props.once}
    form={props.form}
    action={`${homeOf(props.personId)}/code`}
    resend={`${homeOf(props.personId)}/consent`}
    back={`${homeOf(props.personId)}/consent`}
    crumbs={crumbsOf(props.personId)}
    maskedPhone={props.choices.maskedPhone ?? ''}
    readOut
    rows={rowsOf(props.terms, props.choices)}
  />
);
