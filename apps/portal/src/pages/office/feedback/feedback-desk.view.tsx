import type { VNode } from 'preact';
import {
  Button,
  Card,
  CardList,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  Page,
  Pager,
  PostForm,
  shortDay,
  shortNumber,
  StatusTag,
  SubNav,
  Textarea,
  type Tone,
} from '@tongxing/ui';
import type { FeedbackCaseQuery, FeedbackRowFragment } from '../../../gql/generated.js';

export const MAX_ANSWER = 500;
const LIST = '/office/feedback';
/** Of a long text the list shows the beginning. */
const SHOWN = 40;
const KINDS: Readonly<Record<string, string>> = { OPINION: '意见', COMPLAINT: '投诉', BROKEN: '页面用不了' };

const beginning = (text: string): string => {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
};

const dueOf = ({ answeredOn, answerBy, late }: FeedbackRowFragment): { text: string; tone: Tone } => {
  if (answeredOn) return { text: `${shortDay(answeredOn)}答复了`, tone: 'ok' };
  const by = `${shortDay(answerBy)}前答复`;
  return late ? { text: `过期，应在${by}`, tone: 'err' } : { text: by, tone: 'warn' };
};

/** What the county was sent: what waits, the most urgent first; or what was answered. */
export function FeedbackDeskPage(props: {
  frame: Frame;
  closed: boolean;
  total: number;
  rows: readonly FeedbackRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { closed, total } = props;
  return (
    <Page frame={props.frame} title="意见和投诉" crumbs={[{ href: '/office', text: '工作台' }]}>
      <SubNav
        label="看哪些"
        links={[
          { href: LIST, text: '等着答复的', current: !closed },
          { href: `${LIST}?closed=yes`, text: '答复过的', current: closed },
        ]}
      />
      <h2>{closed ? `答复过的 ${total} 条，新的在前` : `等着答复的 ${total} 条，最急的在前`}</h2>
      {props.rows.length === 0 ? (
        <Empty text={closed ? '还没有答复过意见。' : '现在没有等着答复的意见。'} />
      ) : (
        <CardList>
          {props.rows.map((row) => (
            <Card key={row.id} level={3} href={`${LIST}/${row.id}`} title={beginning(row.text)} tag={dueOf(row)}>
              <p class="muted">
                {KINDS[row.kind] ?? row.kind}，{shortDay(row.receivedOn)}收到
              </p>
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

type Case = FeedbackCaseQuery['feedback'];

/** What is done with the answer: it goes to the inbox, or is said on the phone, or is noted. */
function wayOf({ byMessage, phone }: Case): string {
  const call = phone ? '请先打电话答复，再在这里记下说了什么。' : '';
  if (byMessage) return `写的人登录过，您写的会发到他的消息里。${phone ? '也可以先打电话。' : ''}`;
  return call || '没有留电话，没法答复本人。请处理好，在这里记下怎么处理的。';
}

/** One of them. */
export function FeedbackCasePage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  feedback: Case;
}): VNode {
  const { feedback, form } = props;
  const kind = KINDS[feedback.kind] ?? feedback.kind;
  return (
    <Page
      frame={props.frame}
      title={kind}
      service="意见和投诉"
      wrong={form.problems.length > 0}
      crumbs={[{ href: LIST, text: '意见和投诉' }]}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag {...dueOf(feedback)} />
      </p>
      <Facts
        rows={[
          ['编号', <span class="num">{shortNumber(feedback.id)}</span>],
          ['什么事', <span class="lines">{feedback.text}</span>],
          ['哪个页面', feedback.page ?? ''],
          ['电话', feedback.phone ?? '没有留'],
          ['收到', dayText(feedback.receivedOn)],
          ['答复', feedback.answer ?? ''],
          ['答复时间', feedback.answeredOn ? dayText(feedback.answeredOn) : ''],
        ]}
      />
      {!feedback.answeredOn && (
        <>
          <h2>答复</h2>
          <p>{wayOf(feedback)}</p>
          <PostForm action={`${LIST}/${feedback.id}`} csrf={props.csrf} once={props.once}>
            <Textarea form={form} name="answer" label="怎么答复的" limit={MAX_ANSWER} rows={6} />
            <Button>提交答复，办结</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}
