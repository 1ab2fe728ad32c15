import type { VNode } from 'preact';
import {
  Actions,
  Button,
  clockText,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PostForm,
  Radios,
  Textarea,
} from '@tongxing/ui';
import type { RevealMutation, RevealSubjectQuery } from '../../gql/generated.js';

/** How long a value stays on the page, in seconds. */
export const SHOWN_S = 60;
const NOTE_MOST = 200;

/** 看完整号码: whose, which one, and what for. */
export function RevealFormPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  action: string;
  back: string;
  /** the minute of an earlier look is over */
  over: boolean;
  subject: RevealSubjectQuery['revealSubject'];
  form: FormState;
}): VNode {
  const { subject, form, back } = props;
  return (
    <Page
      frame={props.frame}
      title={`看完整${subject.title}`}
      wrong={form.problems.length > 0}
      crumbs={[{ href: back, text: '返回' }]}
    >
      <ErrorSummary form={form} />
      {props.over && (
        <Notice focus title="时间到了，号码收起来了">
          <p>还要看，请再写一次用途。</p>
        </Notice>
      )}
      <Facts
        rows={[
          ['谁的', subject.whose],
          ['哪一项', subject.title],
        ]}
      />
      <p>号码只显示 {SHOWN_S} 秒。谁看的、什么时候、为什么看，都记进审计日志。</p>
      <PostForm action={props.action} csrf={props.csrf} once={props.once}>
        <Radios
          form={form}
          name="reason"
          label="用来做什么"
          choices={subject.reasons.map(({ code, text }) => ({ value: code, text }))}
        />
        <Textarea
          form={form}
          name="note"
          label="具体办什么事"
          hint="写 5 到 200 个字，不要写证件号、账号和手机号。"
          limit={NOTE_MOST}
          rows={2}
        />
        <Actions>
          <Button>看完整{subject.title}</Button>
          <LinkButton href={back} kind="second">
            不看了，返回
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** Groups by spacing, not by spaces: a copied number stays whole. */
const inFours = (value: string): string[] => value.match(/.{1,4}/gu) ?? [];

/** The value, for a minute: the browser is told to leave the page then, and the script takes the value out before that. */
export function RevealedPage(props: { frame: Frame; back: string; revealed: RevealMutation['reveal'] }): VNode {
  const { title, whose, value, hiddenAt } = props.revealed;
  return (
    <Page frame={props.frame} title={`完整${title}`} crumbs={[{ href: props.back, text: '返回' }]}>
      <p>{whose}</p>
      <p class="clear-value" id="clear-value" tabIndex={-1} data-focus data-hide-after={SHOWN_S}>
        {inFours(value).map((four, index) => (
          <span key={index}>{four}</span>
        ))}
      </p>
      <p>
        显示到 <span class="num">{clockText(hiddenAt)}</span>，到时自动收起。请不要抄在别处、不要截屏。
      </p>
      <Actions>
        <LinkButton href={props.back}>看完了，返回</LinkButton>
      </Actions>
    </Page>
  );
}
