import type { VNode } from 'preact';
import {
  Actions,
  Button,
  DataTable,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  Pager,
  PostForm,
  Receipt,
  Select,
  shortDay,
  StatusTag,
  Textarea,
  TextInput,
  yuan,
} from '@tongxing/ui';
import type { PublicNoticeQuery, PublicNoticesQuery } from '../../../gql/generated.js';

type Row = PublicNoticesQuery['publicNotices']['edges'][number]['node'];
type Notice = NonNullable<PublicNoticeQuery['publicNotice']>;

const CRUMBS = [{ href: '/notices', text: '公示' }];

/** 公示: the list, newest first. */
export function NoticesPage(props: { frame: Frame; notices: readonly Row[]; next?: string; first?: string }): VNode {
  return (
    <Page frame={props.frame} title="公示">
      {props.notices.length === 0 ? (
        <Empty text="现在没有公示。" />
      ) : (
        <ul class="tasks">
          {props.notices.map((notice) => (
            <li key={notice.id}>
              <a href={`/notices/${notice.id}`}>{notice.title}</a>
              <StatusTag
                text={notice.open ? `公示到${shortDay(notice.endsOn)}` : '已结束'}
                tone={notice.open ? 'warn' : 'plain'}
              />
            </li>
          ))}
        </ul>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One notice: masked names while it is open; the list is withdrawn on its day. */
export function NoticePage({ frame, notice }: { frame: Frame; notice: Notice }): VNode {
  return (
    <Page frame={frame} title={notice.title} service="公示" crumbs={CRUMBS} readable>
      <p>
        <StatusTag text={notice.open ? '公示期内' : '已结束'} tone={notice.open ? 'warn' : 'plain'} />
      </p>
      <Facts
        rows={[
          ['依据', notice.basis],
          ['从', dayText(notice.startsOn)],
          ['到', dayText(notice.endsOn)],
          ['监督电话', notice.phone ?? '12385'],
        ]}
      />
      {notice.lines.length === 0 ? (
        <p>公示已结束，名单已撤下。</p>
      ) : (
        <DataTable
          caption={`名单，共${notice.lines.length}人`}
          rows={notice.lines}
          rowId={(line) => `line-${line.id}`}
          columns={[
            { title: '姓名', cell: (line) => line.maskedName },
            { title: '村', cell: (line) => line.divisionName },
            { title: '项目', cell: (line) => line.subject },
            { title: '金额', cell: (line) => (line.amountYuan ? yuan(line.amountYuan) : '—'), number: true },
          ]}
        />
      )}
      {notice.open && (
        <Actions>
          <LinkButton href={`/notices/${notice.id}/object`}>提出异议</LinkButton>
        </Actions>
      )}
    </Page>
  );
}

/** 异议: which line, what is wrong, how to reach you (may be left out). */
export function ObjectionPage(props: {
  frame: Frame;
  notice: Notice;
  form: FormState;
  csrf: string;
  once: string;
}): VNode {
  const { notice, form } = props;
  return (
    <Page
      frame={props.frame}
      title="提出异议"
      service={notice.title}
      wrong={form.problems.length > 0}
      crumbs={[...CRUMBS, { href: `/notices/${notice.id}`, text: notice.title }]}
    >
      <ErrorSummary form={form} />
      <PostForm action={`/notices/${notice.id}/object`} csrf={props.csrf} once={props.once}>
        <Select
          form={form}
          name="lineId"
          label="对哪一条有意见"
          empty="整份公示"
          choices={notice.lines.map((line, index) => ({
            value: line.id,
            text: `${index + 1} ${line.maskedName} ${line.divisionName}`,
          }))}
        />
        <Textarea form={form} name="text" label="什么问题" limit={500} />
        <TextInput
          form={form}
          name="contact"
          label="怎么联系您"
          hint="可以不写名字。留电话，我们会回复您。"
          optional
          width="w20"
        />
        {props.frame.viewer && <p class="hint">处理结果会发到您的消息里。不想让我们知道是谁写的，请先退出登录再写。</p>}
        <Actions>
          <Button>提交异议</Button>
          <LinkButton href={`/notices/${notice.id}`} kind="second">
            返回公示
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** Receipt of an objection: its number and the day of the answer. */
export function ObjectionDonePage(props: { frame: Frame; number: string; answerBy: string }): VNode {
  return (
    <Page frame={props.frame} title="异议已收到" service="公示" crumbs={CRUMBS}>
      <Receipt
        title="我们收到了您的异议"
        number={props.number}
        next={[`残联会在${dayText(props.answerBy)}前答复。`, '查清以前，这一笔钱不会发。', '请记下上面的编号。']}
      />
    </Page>
  );
}
