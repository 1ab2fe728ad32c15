import type { VNode } from 'preact';
import {
  Actions,
  Button,
  dayText,
  ErrorSummary,
  type FormState,
  type Frame,
  Page,
  PostForm,
  Radios,
  Receipt,
  Select,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { FeedbackFormQuery } from '../../../gql/generated.js';

export const MAX_TEXT = 1_000;

type County = FeedbackFormQuery['feedbackCounties'][number];

/** The promise that holds everywhere; several counties may each have their own. */
export const slowest = (counties: readonly County[]): number =>
  Math.max(...counties.map(({ answerDays }) => answerDays));

/** 意见、投诉、页面用不了: one form for all three. */
export function FeedbackPage(props: {
  frame: Frame;
  counties: readonly County[];
  form: FormState;
  csrf: string;
  once: string;
}): VNode {
  const { form, counties, frame } = props;
  const [only] = counties;
  return (
    <Page frame={frame} title="意见和投诉" wrong={form.problems.length > 0} readable>
      <ErrorSummary form={form} />
      <p>哪里不好用、哪里不公平，请告诉我们。我们 {slowest(counties)} 个工作日内答复。</p>
      <PostForm
        action="/feedback"
        csrf={props.csrf}
        once={props.once}
        hidden={counties.length === 1 && only ? { divisionCode: only.code } : {}}
      >
        <Radios
          form={form}
          name="kind"
          label="是哪一种？"
          choices={[
            { value: 'OPINION', text: '意见', hint: '哪里可以做得更好' },
            { value: 'COMPLAINT', text: '投诉', hint: '有人做得不对、不公平' },
            { value: 'BROKEN', text: '页面用不了', hint: '看不清、听不到、点不动、填不了' },
          ]}
        />
        {counties.length > 1 && (
          <Select
            form={form}
            name="divisionCode"
            label="给哪个县的残联"
            empty="请选"
            choices={counties.map(({ code, name }) => ({ value: code, text: name }))}
          />
        )}
        <Textarea
          form={form}
          name="text"
          label="什么事"
          hint={`最多 ${MAX_TEXT} 字。不要写身份证号和卡号。`}
          limit={MAX_TEXT}
          rows={6}
        />
        <TextInput
          form={form}
          name="phone"
          label="您的电话"
          hint={frame.viewer ? '答复会发到您的消息里，也可以留电话' : '不留电话，我们就没法答复您'}
          optional
          type="tel"
          mode="tel"
          autocomplete="tel"
          width="w20"
          maxLength={20}
        />
        <TextInput
          form={form}
          name="page"
          label="哪个页面"
          hint="和页面有关才填"
          optional
          width="w20"
          maxLength={300}
        />
        {frame.viewer && <p class="hint">不想让我们知道是谁写的，请先退出登录再写。</p>}
        <Actions>
          <Button>提交</Button>
        </Actions>
      </PostForm>
      <h2>也可以打电话、当面说</h2>
      <ul>
        <li>
          <a class="phone" href="tel:12385">
            打 12385 说意见
          </a>
        </li>
        <li>
          <a class="phone" href="tel:12345">
            打 12345 投诉
          </a>
        </li>
        <li>写信或当面到县残联。</li>
      </ul>
      <p>对公示有意见，请打开那一条公示，点「提出异议」。</p>
    </Page>
  );
}

const ANSWERED: Readonly<Record<string, string>> = {
  message: '答复会发到您的「消息」里。',
  phone: '我们打您留的电话答复。',
  none: '您没有留电话。想问结果，请打 12385，报上面的编号。',
};

/** The receipt: its number, and how and when the answer comes. */
export function FeedbackDonePage(props: { frame: Frame; number: string; answerBy: string; way: string }): VNode {
  return (
    <Page frame={props.frame} title="收到了" service="意见和投诉" crumbs={[{ href: '/feedback', text: '意见和投诉' }]}>
      <Receipt
        title="我们收到了您写的"
        number={props.number}
        next={[
          `残联在${dayText(props.answerBy)}前看完、答复。`,
          ANSWERED[props.way] ?? (ANSWERED.none as string),
          '请记下上面的编号。',
        ]}
      />
    </Page>
  );
}
