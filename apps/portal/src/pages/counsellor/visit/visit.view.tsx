import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Checkboxes,
  type Choice,
  DateInput,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  Radios,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import { METS, NEEDS, SITUATIONS } from './visit.words.js';

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
const YES_NO: readonly Choice[] = [
  { value: 'yes', text: '是' },
  { value: 'no', text: '不' },
];

/** 走访: who is filled in already; only the day and whom one met are required. */
export function VisitPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  person: { personId: string; name: string; divisionName: string; birthYear: number };
  form: FormState;
}): VNode {
  const { form, person } = props;
  return (
    <Page
      frame={props.frame}
      title={`记走访：${person.name}`}
      wrong={form.problems.length > 0}
      crumbs={[
        { href: '/desk/people', text: '一人一档' },
        { href: `/desk/people/${person.personId}`, text: person.name },
      ]}
    >
      <p>
        {person.divisionName}，{person.birthYear}年生
      </p>
      <ErrorSummary form={form} />
      <PostForm action="/desk/visits/new" csrf={props.csrf} once={props.once} hidden={{ person: person.personId }}>
        <DateInput form={form} name="visitedOn" label="走访日期" />
        <Radios form={form} name="met" label="见到了吗" choices={choicesOf(METS)} />
        <Radios form={form} name="situation" label="现在的情况" optional choices={choicesOf(SITUATIONS)} />
        <Radios form={form} name="wantsWork" label="想不想工作" optional choices={YES_NO} />
        <Checkboxes
          form={form}
          name="needs"
          label="需要什么"
          optional
          choices={NEEDS.map((need) => ({ value: need, text: need }))}
        />
        <Radios form={form} name="sms" label="愿意收短信吗" optional choices={YES_NO} />
        <TextInput form={form} name="nextStep" label="下一步做什么" optional width="w20" maxLength={60} />
        <DateInput form={form} name="nextOn" label="下一步的日期" optional />
        <Textarea form={form} name="note" label="备注" hint="不要写病名。最多 200 字。" optional limit={200} />
        <Actions>
          <Button>保存走访</Button>
          <LinkButton href={`/desk/people/${person.personId}`} kind="second">
            先不记
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
