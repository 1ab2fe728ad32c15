import { addDays, isTypedDay } from '@tongxing/rules';
import {
  Actions,
  Button,
  CardList,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  minutesText,
  momentText,
  MoneyInput,
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  Select,
  StatusTag,
  SubNav,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  ProviderRowFragment,
  SupportCaseQuery,
  SupportCaseRowFragment,
  SupportForQuery,
} from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import type { PersonPlace } from '../jobs/person.pages.js';
import { LengthField, SupportCard, SupportFacts, WhenFields } from '../../support/support.parts.js';
import { KINDS, MAX_NOTE, OCCASIONS, TONES } from '../../support/support.words.js';

export const DESK = { href: '/desk/support', text: '要人帮忙的' };
type One = SupportCaseQuery['supportCase'];
export type DeskView = 'WAITING' | 'DAY' | 'OVERDUE';

const VIEWS: Readonly<Record<DeskView, { text: string; empty: string }>> = {
  WAITING: { text: '等约人', empty: '没有等约人的。' },
  DAY: { text: '按天看', empty: '这一天没有人要帮忙。' },
  OVERDUE: { text: '过了没记', empty: '过了的都记好了。' },
};

/** 要人帮忙的: what waits, one day, what is over without a word. */
export function SupportDeskPage(props: {
  frame: Frame;
  view: DeskView;
  day: string | null;
  filter: FormState;
  /** where one looks for somebody */
  people: string;
  total: number;
  rows: readonly SupportCaseRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { view, day } = props;
  const beside = day !== null && isTypedDay(day) ? day : null;
  return (
    <Page frame={props.frame} title="要人帮忙的">
      <SubNav
        label="看哪些"
        links={(Object.keys(VIEWS) as DeskView[]).map((one) => ({
          href: `${DESK.href}?view=${one}`,
          text: VIEWS[one].text,
          current: one === view,
        }))}
      />
      {view === 'DAY' && (
        <>
          <FilterForm action={DESK.href} label="看哪一天">
            <input type="hidden" name="view" value="DAY" />
            <DateInput form={props.filter} name="on" label="哪一天" />
          </FilterForm>
          {beside && (
            <Actions>
              <LinkButton href={`${DESK.href}?view=DAY&day=${addDays(beside, -1)}`} kind="second">
                前一天
              </LinkButton>
              <LinkButton href={`${DESK.href}?view=DAY&day=${addDays(beside, 1)}`} kind="second">
                后一天
              </LinkButton>
            </Actions>
          )}
        </>
      )}
      <h2>
        {view === 'DAY' ? `${day ? dayText(day) : '今天'}，` : ''}
        {props.total} 次，早的在前
      </h2>
      {props.rows.length === 0 && <Empty text={VIEWS[view].empty} />}
      <CardList>
        {props.rows.map((row) => (
          <SupportCard key={row.id} line={row.support} who={row.personName} href={`${DESK.href}/${row.id}`} />
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
      <Actions>
        <LinkButton href={props.people} kind={props.rows.length === 0 ? 'first' : 'second'}>
          替人要，先找到他
        </LinkButton>
      </Actions>
    </Page>
  );
}

const FEES: Readonly<Record<string, string>> = { HOUR: '每小时', FIXED: '一口价' };

/** One of them: what is asked for, who comes, and what is to be done. */
export function SupportCasePage(props: { frame: Frame; one: One; providers: readonly ProviderRowFragment[] }): VNode {
  const { one } = props;
  const { support } = one;
  const here = `${DESK.href}/${one.id}`;
  const can = (move: string): boolean => support.moves.includes(move);
  const provider = props.providers.find(({ id }) => id === one.providerId);
  return (
    <Page frame={props.frame} title={`${one.personName}：${support.kindText}`} service="要人帮忙的" crumbs={[DESK]}>
      <p>
        <StatusTag text={support.stateText} tone={TONES[support.state] ?? 'plain'} />
        {one.overdue && <StatusTag text="过了没记" tone="err" />}
      </p>
      {support.state === 'REBOOK' && (
        <Notice tone="warn">
          <p>
            {support.gone
              ? '面试或上岗取消了。请告诉来帮忙的人，再在这里取消。'
              : '面试的时间或地点变了。请问来帮忙的人有没有空，再约一次。'}
          </p>
        </Notice>
      )}
      <Facts
        rows={[
          ['本人', one.personName],
          ['住在', one.divisionName],
          ['本人说过需要', one.needs.join('、') || '没说过'],
        ]}
      />
      <SupportFacts
        one={support}
        more={[
          [
            '单位知不知道',
            support.applicationId && (support.tellEmployer ? '本人同意告诉单位' : '本人没有同意告诉单位'),
          ],
          [
            '来帮忙的人电话',
            provider?.maskedPhone ? (
              <>
                {provider.maskedPhone} <RevealLink field="supportPhone" subject={provider.id} back={here} what="电话" />
              </>
            ) : null,
          ],
          ['怎么算钱', one.feeBy && `${FEES[one.feeBy]} ${one.feeYuan} 元`],
          ['约的时候算', one.agreedYuan && `${one.agreedYuan} 元`],
          ['费用', one.costYuan && `${one.costYuan} 元`],
        ]}
      />
      <Actions>
        {can('DELIVERED') && <LinkButton href={`${here}/done`}>记下做没做成</LinkButton>}
        {can('BOOKED') && (
          <LinkButton href={`${here}/book`} kind={can('DELIVERED') ? 'second' : 'first'}>
            {support.state === 'REQUESTED' ? '约人' : '重新约人'}
          </LinkButton>
        )}
        {can('DECLINED') && (
          <LinkButton href={`${here}/decline`} kind="second">
            安排不了
          </LinkButton>
        )}
        {can('CANCELLED') && (
          <LinkButton href={`${here}/cancel`} kind="second">
            取消
          </LinkButton>
        )}
      </Actions>
    </Page>
  );
}

/** 约人: who, when, for how much. */
export function BookPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  one: One;
  providers: readonly ProviderRowFragment[];
}): VNode {
  const { form, one, providers } = props;
  const { support } = one;
  const here = `${DESK.href}/${one.id}`;
  return (
    <Page
      frame={props.frame}
      title="约人"
      service={`${one.personName}：${support.kindText}`}
      wrong={form.problems.length > 0}
      crumbs={[DESK, { href: here, text: one.personName }]}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['什么时候用', `${support.occasionText}：${support.title}`],
          ['时间', momentText(support.startsAt)],
          ['要多久', minutesText(support.minutes)],
          ['在哪里', support.place],
        ]}
      />
      {providers.length === 0 ? (
        <Empty text={`还没有登记做「${support.kindText}」的。请残联干部先登记。`}>
          <LinkButton href={here}>返回</LinkButton>
        </Empty>
      ) : (
        <PostForm
          action={`${here}/book`}
          csrf={props.csrf}
          once={props.once}
          hidden={{ version: String(support.version) }}
        >
          <Radios
            form={form}
            name="providerId"
            label="谁来"
            choices={providers.map((one) => ({
              value: one.id,
              text: one.name,
              hint: `${one.kindText}，${one.hourlyYuan ? `每小时 ${one.hourlyYuan} 元` : '每次另外说价'}`,
            }))}
          />
          <WhenFields form={form} day="from" hour="hour" />
          <TextInput
            form={form}
            name="minutes"
            label="约多少分钟"
            hint="路上的时间不算。15 到 1440"
            mode="numeric"
            width="w4"
            maxLength={4}
            suffix="分钟"
          />
          <Radios
            form={form}
            name="feeBy"
            label="怎么算钱"
            hint="按小时的，按做的分钟算，四舍五入到分"
            choices={[
              { value: 'HOUR', text: '按登记的每小时' },
              { value: 'FIXED', text: '一口价', hint: '请填下面的钱数；不要钱的填 0' },
            ]}
          />
          <MoneyInput form={form} name="fixedYuan" label="一口价的，这一次多少" optional />
          <Actions>
            <Button>约好了，告诉本人</Button>
            <LinkButton href={here} kind="second">
              先不约
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}

/** 替他要人帮忙. */
export function SupportForPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  place: PersonPlace;
  person: SupportForQuery['supportPerson'];
}): VNode {
  const { form, place, person } = props;
  return (
    <Page
      frame={props.frame}
      title="替他要人帮忙"
      service={person.personName}
      wrong={form.problems.length > 0}
      crumbs={place.crumbs(person.personName)}
    >
      <ErrorSummary form={form} />
      <p>
        {person.personName}说过需要：{person.needs.join('、') || '没说过'}。
      </p>
      <p>单位知不知道有人一起来，由本人自己定。</p>
      <PostForm action={`${place.base}/support`} csrf={props.csrf} once={props.once}>
        <Radios form={form} name="kind" label="要哪种帮助" choices={KINDS} />
        <Radios form={form} name="occasion" label="什么时候用" choices={OCCASIONS} />
        <Select
          form={form}
          name="applicationId"
          label="面试的，哪一次"
          hint={
            person.interviews.length === 0
              ? '他现在没有约好的面试，只能为培训和上岗要'
              : '时间地点用面试的，下面几项不用填'
          }
          empty="不是面试"
          choices={person.interviews.map(({ id, title, startsAt }) => ({
            value: id,
            text: `${title}，${momentText(startsAt)}`,
          }))}
          optional
        />
        <LengthField form={form} />
        <h2>培训和上岗的，请填</h2>
        <TextInput form={form} name="title" label="是什么事" width="w20" maxLength={60} optional />
        <TextInput form={form} name="place" label="在哪里" width="w20" maxLength={100} optional />
        <WhenFields form={form} day="startsAt" hour="hour" />
        <Textarea form={form} name="note" label="怎样帮最好" limit={MAX_NOTE} optional />
        <Actions>
          <Button>要人帮忙</Button>
          <LinkButton href={place.home} kind="second">
            先不要
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
