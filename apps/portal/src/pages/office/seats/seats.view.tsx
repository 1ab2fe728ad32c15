import {
  Actions,
  Button,
  Card,
  CardList,
  DataTable,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  PrintSheet,
  Radios,
  shortDay,
  SubNav,
  TextInput,
  type Tone,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { RoundSeatsViewFragment, SeatRowFragment } from '../../../gql/generated.js';

const LIST = '/office/rounds';
const START = [
  { value: 'EMPLOYER', text: '单位' },
  { value: 'TOWN', text: '乡镇' },
];
const TONES: Readonly<Record<string, Tone>> = {
  ACCEPTED: 'ok',
  BEGUN: 'ok',
  SILENT: 'warn',
  NOT_FOUND: 'warn',
  RELEASING: 'warn',
};

const crumbsOf = (id: string, title: string) => [
  { href: '/office', text: '工作台' },
  { href: LIST, text: '岗位分配' },
  { href: `${LIST}/${id}`, text: title },
];

/** A round has many posts of one title: the place tells them apart. */
export const postText = ({ title, workPlace }: { title: string; workPlace: string }): string =>
  workPlace ? `${title}（${workPlace}）` : title;

interface Props {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  seats: RoundSeatsViewFragment;
  stand: string | null;
  total: number;
  rows: readonly SeatRowFragment[];
  next?: string;
  first?: string;
}

/** 名额: what was offered, who answered what, what is free and whom it goes to next. */
export function SeatsPage(props: Props): VNode {
  const { seats, form } = props;
  return (
    <Page
      frame={props.frame}
      title="名额"
      service={seats.title}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(seats.roundId, seats.title)}
    >
      <ErrorSummary form={form} />
      {seats.sent ? <Sent {...props} /> : <Send {...props} />}
    </Page>
  );
}

/** 几天内答复, 几天内上门: asked where no dated row says it. */
function Days({ form, seats }: Pick<Props, 'form' | 'seats'>): VNode {
  const { replyDays, visitDays } = seats;
  return (
    <>
      {replyDays === null ? (
        <TextInput form={form} name="replyDays" label="几天内答复" hint="1 到 60 天" mode="numeric" width="w4" />
      ) : (
        <p>按参数，{replyDays} 天内答复。</p>
      )}
      {visitDays === null ? (
        <TextInput
          form={form}
          name="visitDays"
          label="没答复的，几天内上门"
          hint="1 到 60 天"
          mode="numeric"
          width="w4"
        />
      ) : (
        <p>按参数，没答复的 {visitDays} 天内上门。</p>
      )}
    </>
  );
}

const Send = ({ form, seats, csrf, once }: Props): VNode => (
  <>
    <p>结果公布了，还没有发名额通知。有异议期的，过了再发。</p>
    <p>发了以后，分到岗位的人各收到一条消息，请他们答复去不去。没答复不算拒绝，要上门问。</p>
    <PostForm action={`${LIST}/${seats.roundId}/seats/send`} csrf={csrf} once={once}>
      <Days form={form} seats={seats} />
      <Actions>
        <Button>发名额通知</Button>
      </Actions>
    </PostForm>
  </>
);

function Sent(props: Props): VNode {
  const { seats, stand, rows, total } = props;
  const here = `${LIST}/${seats.roundId}/seats`;
  return (
    <>
      <Onward {...props} />
      <h2>办到哪里</h2>
      <Facts rows={seats.counts.map(({ standText, people }) => [standText, `${people} 人`])} />
      <DataTable
        caption="每个岗位的名额"
        rows={seats.posts}
        rowId={({ postId }) => `p-${postId}`}
        columns={[
          { title: '岗位', wide: true, cell: ({ title }) => title },
          { title: '名额', number: true, cell: (post) => post.seats },
          { title: '有人的', number: true, cell: ({ taken }) => taken },
          { title: '空着', number: true, cell: ({ free }) => free },
          { title: '还在等', number: true, cell: ({ waiting }) => waiting },
          { title: '下一位', wide: true, cell: ({ next }) => next.join('、') || '—' },
        ]}
      />
      <Actions>
        <LinkButton href={`${LIST}/${seats.roundId}/offers`} kind="second">
          打印名额通知
        </LinkButton>
        <LinkButton href={`/rounds/${seats.roundId}`} kind="second">
          看公开的页面
        </LinkButton>
      </Actions>
      <h2>名额通知</h2>
      <SubNav
        label="看哪些"
        links={[
          { href: here, text: '全部', current: stand === null },
          ...seats.counts.map((count) => ({
            href: `${here}?stand=${count.stand}`,
            text: `${count.standText} ${count.people}`,
            current: stand === count.stand,
          })),
        ]}
      />
      <p>一共 {total} 份，新的在前。</p>
      {rows.length === 0 ? (
        <Empty text="没有这样的名额。" />
      ) : (
        <CardList>
          {rows.map((row) => (
            <SeatCard key={row.id} row={row} here={here} csrf={props.csrf} once={props.once} />
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </>
  );
}

/** 接着分配: whether there is anything to give on, and whose turn it is. */
function Onward(props: Props): VNode | null {
  const { seats, csrf, once } = props;
  const { turn, newlyLeft, proposedReplyDays, proposedVisitDays } = seats;
  if (turn === 'NONE') return null;
  const again = turn === 'SECOND' && proposedReplyDays !== null && proposedVisitDays !== null;
  const hidden: Readonly<Record<string, string>> = again
    ? { replyDays: String(proposedReplyDays), visitDays: String(proposedVisitDays) }
    : {};
  return (
    <Notice tone="warn" title={`${newlyLeft} 个人退出了，可以接着分配`}>
      <p>用原来的号、原来的顺序、原来的志愿，分给还在等的人。答应了的人不动。</p>
      {turn === 'OTHER' && <p>您已经提出了。要由另一位同事确认，您不能自己确认。</p>}
      {again && (
        <p>
          同事已经提出：{proposedReplyDays} 天内答复，没答复的 {proposedVisitDays} 天内上门。等您确认。
        </p>
      )}
      {turn !== 'OTHER' && (
        <PostForm action={`${LIST}/${seats.roundId}/seats/continue`} csrf={csrf} once={`${once}-on`} hidden={hidden}>
          {!again && <Days {...props} />}
          <Button>{again ? '确认接着分配' : '提出接着分配'}</Button>
        </PostForm>
      )}
    </Notice>
  );
}

function SeatCard(props: { row: SeatRowFragment; here: string; csrf: string; once: string }): VNode {
  const { row, here } = props;
  const answerable = ['OPEN', 'SILENT', 'NOT_FOUND', 'RELEASING'].includes(row.stand);
  const releasable = row.stand === 'NOT_FOUND' || (row.stand === 'RELEASING' && !row.releaseIsViewers);
  return (
    <Card
      level={3}
      title={`${row.personName}，${row.title}`}
      tag={{ text: row.standText, tone: TONES[row.stand] ?? 'plain' }}
    >
      <p>
        {row.number} 号，住在{row.divisionName}。工作地点：{row.workPlace}。答复到{shortDay(row.lastDay)}。
      </p>
      {row.answeredOn && (
        <p>
          {shortDay(row.answeredOn)}
          {row.answeredByText}
        </p>
      )}
      {row.stand === 'SILENT' && row.visitDueOn && <p>{shortDay(row.visitDueOn)}前要上门问。</p>}
      {row.attempts.length > 0 && (
        <ul>
          {row.attempts.map((attempt) => (
            <li key={attempt}>{attempt}</li>
          ))}
        </ul>
      )}
      {row.stand === 'RELEASING' && row.releaseIsViewers && <p>收回是您提出的，要由另一位同事确认。</p>}
      {releasable && (
        <PostForm action={`${here}/${row.id}/release`} csrf={props.csrf} once={`${props.once}-${row.id.slice(-8)}`}>
          <Button kind="danger">{row.stand === 'NOT_FOUND' ? '提出收回名额' : '确认收回名额'}</Button>
        </PostForm>
      )}
      {answerable && (
        <p>
          <a class="phone" href={`${here}/${row.id}/answer`}>
            记答复：{row.personName}
          </a>
        </p>
      )}
      {row.stand === 'ACCEPTED' && (
        <p>
          <a class="phone" href={`${here}/${row.id}/begin`}>
            登记上岗：{row.personName}
          </a>
        </p>
      )}
    </Card>
  );
}

/** 登记上岗: the day that the employer or the town confirmed. */
export function BeginSeatPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  seat: SeatRowFragment;
}): VNode {
  const { form, seat } = props;
  const here = `${LIST}/${seat.roundId}/seats`;
  return (
    <Page
      frame={props.frame}
      title="登记上岗"
      service={seat.personName}
      wrong={form.problems.length > 0}
      crumbs={[...crumbsOf(seat.roundId, seat.roundTitle), { href: here, text: '名额' }]}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['岗位', postText(seat)],
          ['单位', seat.employerName],
          ['住在', seat.divisionName],
        ]}
      />
      <PostForm action={`${here}/${seat.id}/begin`} csrf={props.csrf} once={props.once}>
        <DateInput form={form} name="startedOn" label="哪天上岗" hint="签合同的日子以后，今天或以前" />
        <DateInput form={form} name="endsOn" label="约定到哪天" optional />
        <Radios form={form} name="saidBy" label="谁确认的日子" choices={START} />
        <Actions>
          <Button>登记上岗</Button>
          <LinkButton href={here} kind="second">
            返回
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 名额通知 on paper, one sheet a person. */
export function OffersSheetPage(props: {
  frame: Frame;
  seats: RoundSeatsViewFragment;
  rows: readonly SeatRowFragment[];
  total: number;
}): VNode {
  const { seats, rows, total } = props;
  return (
    <Page
      frame={props.frame}
      title="名额通知"
      service={seats.title}
      crumbs={[...crumbsOf(seats.roundId, seats.title), { href: `${LIST}/${seats.roundId}/seats`, text: '名额' }]}
    >
      {rows.length === 0 ? (
        <Empty text="没有等答复的名额。" />
      ) : (
        <p>
          给收纸的人。一共 {total} 份{total > rows.length && `，这里是 ${rows.length} 份，答复了的不再出现`}。
        </p>
      )}
      {rows.map((row) => (
        <PrintSheet key={row.id} title={`${row.personName}：名额通知`} sign={['本人或监护人', '记录人', '日期']}>
          <p>
            「{row.roundTitle}」给您留了一个名额。去不去，请在{dayText(row.lastDay)}
            前答复。没答复不算拒绝，会有人上门问您。
          </p>
          <Facts
            rows={[
              ['岗位', postText(row)],
              ['单位', row.employerName],
              ['您的号', `${row.number} 号`],
              ['签合同', `${dayText(seats.contractsFrom)}起`],
              ['我的答复', '□ 我去　　□ 我不去'],
              ['不去的原因', '□ 身体　□ 照顾家人　□ 和说的不一样　□ 没有便利　□ 太远　□ 别的'],
            ]}
          />
        </PrintSheet>
      ))}
    </Page>
  );
}
