import { minutesBetween, type Moment } from '@tongxing/rules';
import {
  Actions,
  Button,
  Card,
  DateInput,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  minutesText,
  momentText,
  Page,
  PostForm,
  Radios,
  Select,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { SupportLineFragment, SupportTextFragment } from '../../gql/generated.js';
import { FAILURES, LENGTHS, MAX_NOTE, TONES } from './support.words.js';

export interface Crumb {
  href: string;
  text: string;
}

/** One of a list: what, for what, when, and where it stands. */
export function SupportCard({ line, href, who }: { line: SupportLineFragment; href: string; who?: string }): VNode {
  return (
    <Card
      href={href}
      level={3}
      title={`${who ? `${who}：` : ''}${line.kindText}`}
      tag={{ text: line.stateText, tone: TONES[line.state] ?? 'plain' }}
    >
      <p>
        {line.occasionText}：{line.title}
      </p>
      <p>{momentText(line.state === 'BOOKED' && line.bookedFrom ? line.bookedFrom : line.startsAt)}</p>
      {line.state === 'BOOKED' && <p>来帮忙的：{line.providedBy}</p>}
    </Card>
  );
}

/** What is known of one. */
export function SupportFacts({
  one,
  more = [],
}: {
  one: SupportTextFragment;
  more?: [string, VNode | string | null][];
}): VNode {
  return (
    <Facts
      rows={[
        ['哪种帮助', one.kindText],
        ['什么时候用', `${one.occasionText}：${one.title}`],
        ['时间', momentText(one.startsAt)],
        ['要多久', minutesText(one.minutes)],
        ['在哪里', one.place],
        ['怎么面试', one.wayText],
        ['本人的话', one.helpText && <span class="lines">{one.helpText}</span>],
        ['来帮忙的', one.providedBy],
        ['约好的时间', one.bookedFrom && one.bookedTo && `${momentText(one.bookedFrom)}到${one.bookedTo.slice(11)}`],
        ['做了多久', one.deliveredMinutes && minutesText(one.deliveredMinutes)],
        ['谁记的', one.confirmedBy],
        ['原因', one.reasonText],
        ...more,
      ]}
    />
  );
}

/** Day, hour and length of what has no interview to take them from. */
export function WhenFields({ form, day, hour }: { form: FormState; day: string; hour: string }): VNode {
  return (
    <>
      <DateInput form={form} name={day} label="哪一天" />
      <TextInput form={form} name={hour} label="几点开始" hint="24 小时制，比如 09:30" width="w4" maxLength={5} />
    </>
  );
}

export const LengthField = ({ form }: { form: FormState }): VNode => (
  <Select form={form} name="minutes" label="要多久" choices={LENGTHS} />
);

interface EndProps {
  frame: Frame;
  csrf: string;
  form: FormState;
  one: SupportTextFragment;
  crumbs: Crumb[];
  /** the page of this one */
  here: string;
}

/** 取消 or 安排不了: with a reason. */
export function SupportEndPage(
  props: EndProps & {
    title: string;
    path: string;
    label: string;
    button: string;
    reasons: readonly { value: string; text: string }[];
    says: string;
  },
): VNode {
  const { form, one } = props;
  return (
    <Page
      frame={props.frame}
      title={props.title}
      service={one.kindText}
      wrong={form.problems.length > 0}
      crumbs={props.crumbs}
    >
      <ErrorSummary form={form} />
      <p>{props.says}</p>
      <PostForm action={`${props.here}/${props.path}`} csrf={props.csrf} hidden={{ version: String(one.version) }}>
        <Radios form={form} name="reason" label={props.label} choices={props.reasons} />
        <Textarea form={form} name="note" label="想多说几句" limit={MAX_NOTE} optional />
        <Actions>
          <Button kind="danger">{props.button}</Button>
          <LinkButton href={props.here} kind="second">
            先不办
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 记下做没做成. */
export function SupportDonePage(props: EndProps): VNode {
  const { one, form } = props;
  return (
    <Page
      frame={props.frame}
      title="记下做没做成"
      service={one.kindText}
      wrong={form.problems.length > 0}
      crumbs={props.crumbs}
    >
      <ErrorSummary form={form} />
      <SupportFacts one={one} />
      <PostForm action={`${props.here}/done`} csrf={props.csrf} hidden={{ version: String(one.version) }}>
        <Radios
          form={form}
          name="delivered"
          label="来帮忙了吗"
          choices={[
            { value: 'yes', text: '来了，做完了' },
            { value: 'no', text: '没有做成', hint: '请再选为什么' },
          ]}
        />
        <TextInput
          form={form}
          name="minutes"
          label="来了的，一共多少分钟"
          mode="numeric"
          width="w4"
          maxLength={4}
          suffix="分钟"
          optional
        />
        <Radios form={form} name="reason" label="没做成的，为什么" choices={FAILURES} optional />
        <Textarea form={form} name="note" label="想多说几句" limit={MAX_NOTE} optional />
        <Actions>
          <Button>记下来</Button>
          <LinkButton href={props.here} kind="second">
            先不记
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** What was booked is what took place, unless somebody says otherwise. */
export const doneValues = ({ bookedFrom, bookedTo }: SupportTextFragment): FormState['values'] =>
  bookedFrom && bookedTo ? { minutes: String(minutesBetween(bookedFrom as Moment, bookedTo as Moment)) } : {};
