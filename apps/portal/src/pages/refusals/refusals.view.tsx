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
  LinkButton,
  Page,
  Pager,
  PostForm,
  Radios,
  StatusTag,
  Textarea,
  type Tone,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { RefusalRowFragment } from '../../gql/generated.js';

/** From whose side the pages are seen. */
export type RefusalsAt = 'me' | 'org' | 'office';
export const MAX_WORDS = 500;

const HOME: Readonly<Record<RefusalsAt, { href: string; text: string }>> = {
  me: { href: '/me', text: '我的事' },
  org: { href: '/org', text: '单位首页' },
  office: { href: '/office', text: '工作台' },
};
const NEXT: Readonly<Record<RefusalsAt, { href: string; text: string }>> = {
  me: { href: '/me/jobs', text: '看推荐岗位' },
  org: { href: '/org/posts', text: '看岗位' },
  office: { href: '/office', text: '回工作台' },
};
export const listOf = (at: RefusalsAt): string => `/${at}/refusals`;
const TITLE = '拒绝推荐的告知';
const TONES: Readonly<Record<string, Tone>> = { NOTICED: 'warn', APPEALED: 'warn', BARRED: 'err', LIFTED: 'ok' };

const titleOf = ({ personName, postTitle, side }: RefusalRowFragment): string =>
  postTitle ?? personName ?? (side === 'PERSON' ? '您的公益性岗位推荐' : '岗位');

export function RefusalsPage(props: {
  frame: Frame;
  at: RefusalsAt;
  total: number;
  rows: readonly RefusalRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { at } = props;
  return (
    <Page frame={props.frame} title={TITLE} crumbs={[HOME[at]]}>
      <p>公益性岗位，没说原因、拒绝几次推荐的，按规定先告知，再决定。</p>
      {props.rows.length === 0 ? (
        <Empty text="没有告知。">
          <LinkButton href={NEXT[at].href}>{NEXT[at].text}</LinkButton>
        </Empty>
      ) : (
        <>
          <p>一共 {props.total} 份，新的在前。</p>
          <CardList>
            {props.rows.map((row) => (
              <Card
                key={row.id}
                href={`${listOf(at)}/${row.id}`}
                title={titleOf(row)}
                tag={{ text: row.stateText, tone: TONES[row.state] ?? 'plain' }}
              >
                <p>
                  {dayText(row.noticedOn)}告知，{row.counted} 次
                </p>
              </Card>
            ))}
          </CardList>
        </>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

const resultOf = ({ state, barredUntil, side }: RefusalRowFragment): string => {
  if (state === 'LIFTED') return '不处理了';
  if (state !== 'BARRED' || !barredUntil) return '';
  const until = `到${dayText(barredUntil)}为止`;
  return side === 'PERSON' ? `${until}，不再推荐公益性岗位` : `收回岗位，${until}不能再发布`;
};

export function RefusalPage(props: {
  frame: Frame;
  csrf: string;
  at: RefusalsAt;
  form: FormState;
  row: RefusalRowFragment;
}): VNode {
  const { at, row, form } = props;
  const here = `${listOf(at)}/${row.id}`;
  const version = typeof form.values.version === 'string' ? form.values.version : String(row.version);
  return (
    <Page
      frame={props.frame}
      title={titleOf(row)}
      service={TITLE}
      wrong={form.problems.length > 0}
      crumbs={[HOME[at], { href: listOf(at), text: TITLE }]}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag text={row.stateText} tone={TONES[row.state] ?? 'plain'} />
      </p>
      <Facts
        rows={[
          ['单位', row.employerName],
          ['没说原因的次数', `${row.counted} 次，规定是 ${row.limit} 次`],
          ['依据', row.source],
          ['告知的日子', dayText(row.noticedOn)],
          ['申诉到', dayText(row.appealUntil)],
          ['申诉', row.appeal && <span class="lines">{row.appeal}</span>],
          ['决定', resultOf(row)],
          ['理由', row.decision && <span class="lines">{row.decision}</span>],
          ['决定的日子', row.decidedOn && dayText(row.decidedOn)],
        ]}
      />
      {row.canAppeal && (
        <PostForm action={`${here}/appeal`} csrf={props.csrf}>
          <Textarea form={form} name="text" label="为什么不同意" limit={MAX_WORDS} />
          <Button>提交申诉</Button>
        </PostForm>
      )}
      {row.canDecide && (
        <PostForm action={`${here}/decide`} csrf={props.csrf} hidden={{ version }}>
          <Radios
            form={form}
            name="uphold"
            label="怎么处理"
            choices={[
              { value: 'no', text: '不处理了' },
              { value: 'yes', text: row.side === 'PERSON' ? '暂时不推荐公益性岗位' : '收回这个岗位' },
            ]}
          />
          <Textarea form={form} name="reason" label="理由" hint="对方看得到" limit={MAX_WORDS} />
          <Button>决定</Button>
        </PostForm>
      )}
      {!row.canDecide && at === 'office' && row.decidedOn === null && <p>申诉的日子过了，才能决定。</p>}
    </Page>
  );
}
