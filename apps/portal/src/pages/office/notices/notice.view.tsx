import type { VNode } from 'preact';
import {
  Button,
  dayText,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  Radios,
  StatusTag,
  Textarea,
} from '@tongxing/ui';
import type { OfficeNoticeQuery } from '../../../gql/generated.js';

type Notice = NonNullable<OfficeNoticeQuery['publicNotice']>;
type Objection = OfficeNoticeQuery['objections'][number];

const STATES: Readonly<Record<string, string>> = { OPEN: '等处理', UPHELD: '成立', DISMISSED: '不成立' };

const ENDED: Readonly<Record<string, string>> = {
  PUBLISHED: '公示期满，等着结束',
  WITHDRAWN: '异议成立，已撤下，名单要重新公示',
};
const stateText = ({ open, state }: Notice): string => (open ? '公示期内' : (ENDED[state] ?? '已结束'));

/** One notice as the office sees it: its days, and the objections with a decision for each. */
export function OfficeNoticePage(props: {
  frame: Frame;
  csrf: string;
  once: () => string;
  form: FormState;
  notice: Notice;
  objections: readonly Objection[];
}): VNode {
  const { notice, objections } = props;
  return (
    <Page
      frame={props.frame}
      title={notice.title}
      service="公示"
      wrong={props.form.problems.length > 0}
      crumbs={[{ href: '/office/notices', text: '公示' }]}
    >
      <ErrorSummary form={props.form} />
      <Facts
        rows={[
          ['人数', `${notice.lineCount}人`],
          ['从', dayText(notice.startsOn)],
          ['到', dayText(notice.endsOn)],
          ['状态', stateText(notice)],
        ]}
      />
      {notice.state !== 'WITHDRAWN' && (
        <LinkButton href={`/notices/${notice.id}`} kind="second">
          看大家看到的公示
        </LinkButton>
      )}
      <h2>收到的异议：{objections.length} 条</h2>
      {objections.length === 0 && <p>没有收到异议。</p>}
      {objections.map((objection, index) => (
        <section key={objection.id} aria-labelledby={`objection-${index + 1}`}>
          <h3 id={`objection-${index + 1}`}>
            第 {index + 1} 条 <StatusTag text={STATES[objection.state] ?? objection.state} />
          </h3>
          <Facts
            rows={[
              ['对哪一条', objection.serial === null ? '整份公示' : `序号 ${objection.serial}`],
              ['问题', objection.text],
              ['联系方式', objection.contact ?? '没有留'],
              ['收到', dayText(objection.lodgedOn)],
              ['答复期限', dayText(objection.answerBy)],
              ['处理理由', objection.reason ?? ''],
            ]}
          />
          {objection.state === 'OPEN' && <Decision {...props} objection={objection} number={index + 1} />}
        </section>
      ))}
    </Page>
  );
}

function Decision(props: {
  csrf: string;
  once: () => string;
  form: FormState;
  notice: Notice;
  objection: Objection;
  number: number;
}): VNode {
  const { objection, form } = props;
  const whole = objection.serial === null;
  return (
    <PostForm
      action={`/office/notices/${props.notice.id}`}
      csrf={props.csrf}
      once={props.once()}
      hidden={{ objection: objection.id }}
    >
      <Radios
        form={form}
        name={`outcome-${objection.id}`}
        label={`第 ${props.number} 条异议`}
        choices={[
          { value: 'UPHELD', text: '成立', hint: whole ? '整份公示撤下，名单要重新公示' : '这一笔钱不发' },
          { value: 'DISMISSED', text: '不成立', hint: whole ? '公示照常' : '这一笔钱照常发' },
        ]}
      />
      <Textarea form={form} name={`reason-${objection.id}`} label="处理理由" limit={500} />
      <Button>提交第 {props.number} 条的处理</Button>
    </PostForm>
  );
}
