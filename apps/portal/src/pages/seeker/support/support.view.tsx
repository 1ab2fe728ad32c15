import {
  Actions,
  Button,
  CardList,
  Checkboxes,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  momentText,
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  StatusTag,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { AskSupportQuery, SupportLineFragment, SupportTextFragment } from '../../../gql/generated.js';
import { LengthField, SupportCard, SupportFacts, WhenFields } from '../../support/support.parts.js';
import { KINDS, kindWord, MAX_NOTE, OCCASIONS, TONES } from '../../support/support.words.js';

export const SUPPORT = { href: '/me/support', text: '要人帮忙' };
const hrefOf = (id: string): string => `${SUPPORT.href}/${id}`;

/** 要人帮忙: everything asked for, the newest first. */
export function MySupportPage(props: {
  frame: Frame;
  total: number;
  rows: readonly SupportLineFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="要人帮忙">
      <p>面试、培训、上岗头几天，可以要手语翻译、陪同、接送。不用您出钱。</p>
      <Actions>
        <LinkButton href={`${SUPPORT.href}/new`}>培训或上岗要人帮忙</LinkButton>
        <LinkButton href="/me/applications" kind="second">
          面试的，从我的申请里要
        </LinkButton>
      </Actions>
      <h2>要过的 {props.total} 次</h2>
      {props.rows.length === 0 && <Empty text="您还没有要过。辅导员也可以替您要。" />}
      <CardList>
        {props.rows.map((line) => (
          <SupportCard key={line.id} line={line} href={hrefOf(line.id)} />
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

const NEXT: Readonly<Record<string, string>> = {
  REQUESTED: '等辅导员约人，约好会告诉您。',
  BOOKED: '到时候会有人来。不去了，请早一点取消。',
  REBOOK: '辅导员会重新安排，您不用办。',
};

/** One of them: who comes, and what can be said. */
export function SupportPage({ frame, csrf, one }: { frame: Frame; csrf: string; one: SupportTextFragment }): VNode {
  const here = hrefOf(one.id);
  const open = NEXT[one.state] !== undefined;
  return (
    <Page frame={frame} title={one.kindText} service="要人帮忙" crumbs={[SUPPORT]}>
      <p>
        <StatusTag text={one.stateText} tone={TONES[one.state] ?? 'plain'} />
      </p>
      {open && (
        <Notice>
          <p>下一步：{NEXT[one.state]}</p>
        </Notice>
      )}
      <SupportFacts one={one} />
      {one.moves.includes('DELIVERED') && (
        <Actions>
          <LinkButton href={`${here}/done`}>记下做没做成</LinkButton>
        </Actions>
      )}
      {open && one.applicationId && (
        <>
          <h2>单位知不知道有人一起来</h2>
          <p>
            {one.tellEmployer
              ? '约好以后单位知道有人一起来。不说您为什么要。'
              : '单位不知道。知道了，可以留座位、多留时间。'}
            您没有让单位看到您是谁，单位就什么都看不到。
          </p>
          {one.tellEmployer ? (
            <PostForm action={`${here}/tell`} csrf={csrf} hidden={{ tell: 'no' }}>
              <Button kind="second">不让单位知道</Button>
            </PostForm>
          ) : frame.acting ? (
            <p>让单位知道，要本人自己登录来选。</p>
          ) : (
            <PostForm action={`${here}/tell`} csrf={csrf} hidden={{ tell: 'yes' }}>
              <Button kind="second">让单位知道有人一起来</Button>
            </PostForm>
          )}
        </>
      )}
      {one.moves.includes('CANCELLED') && (
        <Actions>
          <LinkButton href={`${here}/cancel`} kind="second">
            取消这次帮助
          </LinkButton>
        </Actions>
      )}
      {one.applicationId && (
        <p>
          <a class="phone" href={`/me/applications/${one.applicationId}`}>
            看这份申请
          </a>
        </p>
      )}
    </Page>
  );
}

interface AskProps {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
}

/** For a training or the first days at work. */
export function AskSupportPage(props: AskProps): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="要人帮忙" service="培训和上岗" wrong={form.problems.length > 0} crumbs={[SUPPORT]}>
      <ErrorSummary form={form} />
      <p>面试要人帮忙，请从那份申请里要。</p>
      <PostForm action={`${SUPPORT.href}/new`} csrf={props.csrf} once={props.once}>
        <Radios form={form} name="kind" label="要哪种帮助" choices={KINDS} />
        <Radios
          form={form}
          name="occasion"
          label="什么时候用"
          choices={OCCASIONS.filter(({ value }) => value !== 'INTERVIEW')}
        />
        <TextInput
          form={form}
          name="title"
          label="是什么事"
          hint="比如：电商培训、缝纫厂上班第一天"
          width="w20"
          maxLength={60}
        />
        <TextInput form={form} name="place" label="在哪里" width="w20" maxLength={100} />
        <WhenFields form={form} day="startsAt" hour="hour" />
        <LengthField form={form} />
        <Textarea form={form} name="note" label="怎样帮您最好" limit={MAX_NOTE} optional />
        <Actions>
          <Button>要人帮忙</Button>
          <LinkButton href={SUPPORT.href} kind="second">
            先不要
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** For an interview, whose time and place are known. */
export function AskInterviewPage(props: AskProps & { one: AskSupportQuery['myApplication'] }): VNode {
  const { form, one } = props;
  const back = `/me/applications/${one.id}`;
  return (
    <Page
      frame={props.frame}
      title="面试要人帮忙"
      service={one.post.title}
      wrong={form.problems.length > 0}
      crumbs={[
        { href: '/me/applications', text: '我的申请' },
        { href: back, text: one.post.title },
      ]}
    >
      <ErrorSummary form={form} />
      {one.interview && (
        <Facts
          rows={[
            ['面试时间', momentText(one.interview.at)],
            ['地点', one.interview.place],
            ['怎么面试', one.interview.way],
          ]}
        />
      )}
      <PostForm action={`${SUPPORT.href}/new`} csrf={props.csrf} once={props.once} hidden={{ application: one.id }}>
        <Radios form={form} name="kind" label="要哪种帮助" choices={KINDS} />
        <LengthField form={form} />
        <Textarea form={form} name="note" label="怎样帮您最好" limit={MAX_NOTE} optional />
        {one.released && !props.frame.acting && (
          <Checkboxes
            form={form}
            name="tell"
            label="让单位知道有人一起来吗"
            hint="不选，单位不知道。以后可以改。"
            choices={[{ value: 'yes', text: '让单位知道' }]}
            optional
          />
        )}
        <Actions>
          <Button>要人帮忙</Button>
          <LinkButton href={back} kind="second">
            先不要
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 面试要人帮忙吗, on the page of an application: one press for each kind that the own needs ask for. */
export function InterviewSupport(props: {
  csrf: string;
  /** a one-time token for the kinds, each with its own */
  once: string;
  applicationId: string;
  offers: { open: boolean; kinds: readonly string[]; asked: readonly SupportLineFragment[] };
}): VNode | null {
  const { open, kinds, asked } = props.offers;
  if (!open && asked.length === 0) return null;
  return (
    <>
      <h2>面试要人帮忙吗</h2>
      {asked.length > 0 && (
        <CardList>
          {asked.map((line) => (
            <SupportCard key={line.id} line={line} href={hrefOf(line.id)} />
          ))}
        </CardList>
      )}
      {open && (
        <>
          {kinds.map((kind) => (
            <PostForm
              key={kind}
              action={`${SUPPORT.href}/new`}
              csrf={props.csrf}
              once={`${props.once}-${kind}`}
              hidden={{ application: props.applicationId, kind }}
            >
              <Actions>
                <Button kind="second">要「{kindWord(kind)}」</Button>
              </Actions>
            </PostForm>
          ))}
          <Actions>
            <LinkButton href={`${SUPPORT.href}/new?application=${props.applicationId}`} kind="second">
              {kinds.length > 0 ? '要别的帮助，说细一点' : '要人帮忙'}
            </LinkButton>
          </Actions>
        </>
      )}
    </>
  );
}
