import type { VNode } from 'preact';
import {
  Actions,
  Button,
  CheckAnswers,
  Checkboxes,
  type Choice,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  Radios,
  Receipt,
  Textarea,
  TextInput,
  wageText,
} from '@tongxing/ui';
import type { PostCardFragment } from '../../../gql/generated.js';
import { FIRST_NEED, type NeedChoice, NeedFields } from '../applications/needs.parts.js';

export type Step = 1 | 2 | 3 | 4;

/** What each page asks. */
export const STEPS: Readonly<Record<Step, { title: string; fields: readonly string[] }>> = {
  1: { title: '您想不想去', fields: ['want'] },
  2: { title: '怎么联系您', fields: ['phone', 'way', 'contact'] },
  3: { title: '需要什么帮助', fields: ['needs', 'told'] },
  4: { title: '说说自己', fields: ['note'] },
};

const WAYS: readonly Choice[] = [
  { value: 'CALL', text: '打电话' },
  { value: 'SMS', text: '发短信' },
  { value: 'WECHAT', text: '微信文字' },
  { value: 'HELPER', text: '先联系我的帮助人' },
];
const textOfChoice = (choices: readonly Choice[], value: unknown): string =>
  choices.find((choice) => choice.value === value)?.text ?? '';

interface Shared {
  frame: Frame;
  post: PostCardFragment;
}

const crumbsOf = (post: PostCardFragment) => [
  { href: '/me/jobs', text: '推荐岗位' },
  { href: `/me/jobs/${post.id}`, text: post.title },
];

/** One page of the application: one thing to answer. */
export function ApplyStepPage(
  props: Shared & {
    csrf: string;
    step: Step;
    form: FormState;
    toCheck: boolean;
    agreed: boolean;
    needs: readonly NeedChoice[];
  },
): VNode {
  const { form, post, step } = props;
  const base = `/me/jobs/${post.id}/apply`;
  return (
    <Page
      frame={props.frame}
      title={STEPS[step].title}
      service={`申请 ${post.title}`}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(post)}
    >
      <p class="muted">
        第 {step} 步，共 4 步，申请「{post.title}」
      </p>
      <ErrorSummary form={form} />
      <PostForm action={`${base}/${step}`} csrf={props.csrf} hidden={props.toCheck ? { to: 'check' } : {}}>
        <Question
          step={step}
          form={form}
          post={post}
          agreed={props.agreed}
          acting={props.frame.acting !== undefined}
          needs={props.needs}
        />
        <Actions>
          <Button>{props.toCheck ? '保存修改' : '下一步'}</Button>
          <LinkButton
            kind="second"
            href={props.toCheck ? `${base}/check` : step === 1 ? `/me/jobs/${post.id}` : `${base}/${step - 1}`}
          >
            返回
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

function Question(props: {
  step: Step;
  form: FormState;
  post: PostCardFragment;
  agreed: boolean;
  acting: boolean;
  needs: readonly NeedChoice[];
}): VNode {
  const { step, form, post } = props;
  if (step === 1) {
    return (
      <>
        <p>
          {post.employerName}，{post.divisionName}，{wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)}
        </p>
        <Radios
          form={form}
          name="want"
          label="这个岗位您想去吗"
          choices={[
            { value: 'yes', text: '想去' },
            { value: 'no', text: '再想想' },
          ]}
        />
      </>
    );
  }
  if (step === 2) {
    return (
      <>
        <TextInput
          form={form}
          name="phone"
          label="手机号"
          hint="11 位数字"
          type="tel"
          autocomplete="tel"
          width="w10"
          maxLength={20}
        />
        <Radios form={form} name="way" label="用什么方式联系您" choices={WAYS} />
        {props.acting ? null : props.agreed ? (
          <p>
            单位看得到这个号码，您同意过。
            <a href="/me/profile/consents#c-EMPLOYER_CONTACT">改这一项同意</a>
          </p>
        ) : (
          <Checkboxes
            form={form}
            name="contact"
            label="让单位看到这个号码吗"
            hint="不选，由辅导员在中间联系。以后随时可以撤回。"
            choices={[{ value: 'yes', text: '让单位直接联系我' }]}
            optional
          />
        )}
      </>
    );
  }
  if (step === 3) {
    return (
      <>
        <p>面试和工作时需要的帮助，每一样都由您定给谁看。</p>
        <p>您资料里选了给单位看的，约了面试，单位也看得到；在这里选「只给辅导员看」，这个单位就看不到。</p>
        <NeedFields form={form} choices={props.needs} />
      </>
    );
  }
  return (
    <Textarea
      form={form}
      name="note"
      label="想让单位知道的话"
      hint="最多 200 字。不会写，可以请辅导员帮您写。"
      limit={200}
      optional
    />
  );
}

/** 核对: everything once more, each with its way back. */
export function ApplyCheckPage(
  props: Shared & { csrf: string; once: string; form: FormState; agreed: boolean },
): VNode {
  const { form, post } = props;
  const base = `/me/jobs/${post.id}/apply`;
  const needs = [form.values.needs ?? []].flat();
  const told = [form.values.told ?? []].flat();
  const shown = (value: unknown) => (typeof value === 'string' && value ? value : '没有填');
  return (
    <Page
      frame={props.frame}
      title="核对并提交"
      service={`申请 ${post.title}`}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(post)}
    >
      <ErrorSummary form={form} />
      <CheckAnswers
        rows={[
          { name: '手机号', value: shown(form.values.phone), href: `${base}/2?to=check#phone` },
          { name: '联系方式', value: shown(textOfChoice(WAYS, form.values.way)), href: `${base}/2?to=check#way` },
          {
            name: '单位看到号码',
            value: props.agreed || form.values.contact === 'yes' ? '让单位直接联系' : '由辅导员在中间联系',
            href:
              props.agreed && !props.frame.acting
                ? '/me/profile/consents#c-EMPLOYER_CONTACT'
                : `${base}/2?to=check#contact`,
          },
          { name: '需要的帮助', value: shown(needs.join('、')), href: `${base}/3?to=check#${FIRST_NEED}` },
          {
            name: '告诉单位的',
            value: told.length > 0 ? told.join('、') : needs.length > 0 ? '都只给辅导员看' : '没有',
            href: `${base}/3?to=check#${FIRST_NEED}`,
          },
          { name: '说说自己', value: shown(form.values.note), href: `${base}/4?to=check#note` },
        ]}
      />
      <p>单位看不到您的残疾类别和等级。</p>
      <PostForm action={`${base}/check`} csrf={props.csrf} once={props.once}>
        <Actions>
          <Button>提交申请</Button>
          <LinkButton href={`/me/jobs/${post.id}`} kind="second">
            先不申请
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** The receipt: its number, what happens next, and the way to take it back. */
export function ApplyDonePage(props: Shared & { number: string; way: string }): VNode {
  const way = textOfChoice(WAYS, props.way);
  return (
    <Page frame={props.frame} title="申请提交好了" service={props.post.title}>
      <Receipt
        title="我们收到了您的申请"
        number={props.number}
        rows={[
          ['岗位', props.post.title],
          ['单位', props.post.employerName],
        ]}
        next={[
          '单位会先看您的申请。',
          `有消息，我们用「${way || '您选的方式'}」告诉您。`,
          '等不到消息，可以打 12385。',
        ]}
      />
      <Actions>
        <LinkButton href="/me/applications">看我的申请</LinkButton>
        <LinkButton href="/me/jobs" kind="second">
          看别的岗位
        </LinkButton>
      </Actions>
      <p>点错了？在「我的申请」里可以撤回。</p>
    </Page>
  );
}
