import { ABILITY_CODES, type AbilityItem, DEMAND_WORDS, ITEM_WORDS } from '@tongxing/rules';
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
  instantText,
  LinkButton,
  Notice,
  Page,
  PostForm,
  Radios,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { AssessedItemsFragment, PersonAssessmentsQuery } from '../../../gql/generated.js';
import { Form } from '../../../http/form.js';
import {
  choicesOf,
  forgottenItems,
  levelOf,
  levelText,
  NOT_ASSESSED,
  type ProfileDraft,
  STEPS,
  textOf,
} from './profile.form.js';

type Assessed = PersonAssessmentsQuery['personAssessments'];
type Items = AssessedItemsFragment['items'];

const STATES: Readonly<Record<string, { text: string; tone: 'ok' | 'warn' | 'plain' }>> = {
  VALID: { text: '有效', tone: 'ok' },
  EXPIRED: { text: '过期了', tone: 'warn' },
  REPLACED: { text: '有更新的', tone: 'plain' },
};

const homeOf = ({ personId }: Assessed): string => `/desk/people/${personId}/profile`;
const crumbsOf = ({ personId, name }: Assessed, inner = true) => [
  { href: '/desk/people', text: '一人一档' },
  { href: `/desk/people/${personId}`, text: name },
  ...(inner ? [{ href: `/desk/people/${personId}/profile`, text: '能力评估' }] : []),
];

const levelIn = (items: Items, item: AbilityItem): number | null =>
  items.find((one) => one.item === item)?.level ?? null;

const untilText = (day: string | null | undefined): string => (day ? dayText(day) : '没有定');

/** The sixteen items with their levels in words. */
const ItemFacts = ({ items }: { items: Items }): VNode => (
  <Facts rows={ABILITY_CODES.map((item) => [ITEM_WORDS[item], levelText(item, levelIn(items, item))] as const)} />
);

/** 能力评估: what counts now, what was before, and the way to a new one. */
export function ProfilePage({ frame, csrf, person }: { frame: Frame; csrf: string; person: Assessed }): VNode {
  const [newest, ...older] = person.profiles;
  const home = homeOf(person);
  return (
    <Page frame={frame} title="能力评估" service={person.name} crumbs={crumbsOf(person, false)}>
      <p>只按评估写，不看残疾类别和等级。没评估的写没评估，系统不会猜。</p>
      {newest === undefined ? (
        <Empty text="还没有评估。可以先打印评估表，带着去走访。" />
      ) : (
        <section>
          <h2>{dayText(newest.assessedOn)}评估</h2>
          {newest.state === 'EXPIRED' && (
            <Notice tone="warn">
              <p>过了有效期，不再作数。请重新评估。</p>
            </Notice>
          )}
          <Facts
            rows={[
              ['评估人', newest.assessor],
              ['有效到', untilText(newest.validUntil)],
              ['自己的辅具', newest.ownAids.join('、')],
            ]}
          />
          <h3>各项</h3>
          <ItemFacts items={newest.items} />
          {person.mayAssess && (
            <PostForm action={`${home}/begin`} csrf={csrf} hidden={{ profile: newest.id }}>
              <Button kind="second">改这份评估写错的地方</Button>
            </PostForm>
          )}
        </section>
      )}
      {person.mayAssess && (
        <PostForm action={`${home}/begin`} csrf={csrf}>
          <Button>写一份新的评估</Button>
        </PostForm>
      )}
      <Actions>
        <LinkButton href={`${home}/sheet`} kind="second">
          打开评估表打印
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/licences`} kind="second">
          看证照
        </LinkButton>
      </Actions>
      {older.length > 0 && (
        <>
          <h2>以前的评估</h2>
          <CardList>
            {older.map((profile) => (
              <Card
                key={profile.id}
                level={3}
                title={`${dayText(profile.assessedOn)}，${profile.assessor}`}
                tag={STATES[profile.state]}
              >
                <details>
                  <summary>看各项：{dayText(profile.assessedOn)}</summary>
                  <ItemFacts items={profile.items} />
                </details>
              </Card>
            ))}
          </CardList>
        </>
      )}
      {person.corrected.length > 0 && (
        <>
          <h2>改过的地方</h2>
          <p>改以前是这样写的。</p>
          <CardList>
            {person.corrected.map((past) => (
              <Card
                key={past.id}
                level={3}
                title={`${dayText(past.assessedOn)}的评估，${instantText(past.replacedAt)}改`}
              >
                <details>
                  <summary>看改以前的各项：{instantText(past.replacedAt)}</summary>
                  <ItemFacts items={past.items} />
                </details>
              </Card>
            ))}
          </CardList>
        </>
      )}
    </Page>
  );
}

/** 评估表, on paper: every level in words, with what was assessed marked, or all open to be filled in by hand. */
export function ProfileSheetPage({ frame, person }: { frame: Frame; person: Assessed }): VNode {
  const newest = person.profiles[0];
  const mark = (item: AbilityItem, level: number): string =>
    newest && levelIn(newest.items, item) === level ? '☑' : '☐';
  return (
    <Page frame={frame} title="能力评估表" service={person.name} crumbs={crumbsOf(person)}>
      <Facts
        rows={[
          ['姓名', person.name],
          ['评估人', newest?.assessor ?? '＿＿＿＿＿＿'],
          ['评估日期', newest ? dayText(newest.assessedOn) : '＿＿＿＿＿＿'],
          ['有效到', newest ? untilText(newest.validUntil) : '＿＿＿＿＿＿'],
          ['自己的辅具', newest ? newest.ownAids.join('、') || '没有' : '＿＿＿＿＿＿'],
        ]}
      />
      <p>每项只勾一格。用着自己的辅具来评。没评的空着。</p>
      <DataTable
        caption="各项等级"
        rows={ABILITY_CODES}
        rowId={(item) => `i-${item}`}
        columns={[
          { title: '项目', cell: (item) => ITEM_WORDS[item], whole: true },
          { title: '0 级', cell: (item) => `${mark(item, 0)} 都做不到` },
          ...[1, 2, 3, 4].map((level) => ({
            title: `${level} 级`,
            cell: (item: AbilityItem) => `${mark(item, level)} ${DEMAND_WORDS[item][level - 1]}`,
          })),
        ]}
      />
      <div class="sheet">
        <p>本人（监护人）签字：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿</p>
        <p>评估人签字：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿</p>
      </div>
      <p>按浏览器的打印键打印。一式两份，本人留一份。</p>
    </Page>
  );
}

interface StepProps {
  frame: Frame;
  csrf: string;
  person: Assessed;
  form: FormState;
}

/** Four items, each with its levels in words. */
export function ProfileStepPage(props: StepProps & { step: number; items: readonly AbilityItem[] }): VNode {
  const { person, step, form } = props;
  const newest = person.profiles[0];
  const values = Object.fromEntries(
    props.items.map((item) => [item, form.values[item] === undefined ? NOT_ASSESSED : form.values[item]]),
  );
  return (
    <Page
      frame={props.frame}
      title={`能力评估，第 ${step} 页`}
      service={person.name}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(person)}
    >
      <ErrorSummary form={form} />
      <p>一共 {STEPS.length} 页，然后写谁评估的。选平时做得到的最高一级。</p>
      <PostForm action={`${homeOf(person)}/new/${step}`} csrf={props.csrf}>
        {props.items.map((item) => {
          const before = newest ? levelIn(newest.items, item) : null;
          return (
            <Radios
              key={item}
              form={{ values, problems: form.problems }}
              name={item}
              label={ITEM_WORDS[item]}
              choices={choicesOf(item)}
              {...(newest && before !== null ? { hint: `${dayText(newest.assessedOn)}评的是 ${before} 级` } : {})}
            />
          );
        })}
        <Actions>
          <Button>存好，下一页</Button>
          {step > 1 && (
            <LinkButton href={`${homeOf(person)}/new/${step - 1}`} kind="second">
              回上一页
            </LinkButton>
          )}
        </Actions>
      </PostForm>
    </Page>
  );
}

/** Who assessed, when, how long it counts, with which aids. */
export function ProfileSourcePage({ frame, csrf, person, form }: StepProps): VNode {
  return (
    <Page
      frame={frame}
      title="谁评估的，哪天"
      service={person.name}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(person)}
    >
      <ErrorSummary form={form} />
      <PostForm action={`${homeOf(person)}/new/source`} csrf={csrf}>
        <TextInput
          form={form}
          name="assessor"
          label="评估人"
          hint="真正见过本人、做了评估的人。单位的看法不算"
          width="w20"
          maxLength={40}
        />
        <DateInput form={form} name="assessedOn" label="评估日期" hint="见到本人的那天，不能晚于今天" />
        <DateInput form={form} name="validUntil" label="有效到" hint="过了这天就不作数，要重新评" optional />
        <TextInput
          form={form}
          name="ownAids"
          label="评估时用着的辅具"
          hint="本人自己的，几样用顿号分开：眼镜、助听器"
          maxLength={200}
          optional
        />
        <Actions>
          <Button>存好，去核对</Button>
          <LinkButton href={`${homeOf(person)}/new/${STEPS.length}`} kind="second">
            回上一页
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 核对: everything on one page before it is written. */
export function ProfileCheckPage({ frame, csrf, person, form, draft }: StepProps & { draft: ProfileDraft }): VNode {
  const home = homeOf(person);
  const days = new Form(draft);
  const fixes = textOf(draft, 'id') !== '';
  const forgotten = forgottenItems(draft, person.profiles[0]);
  const open = ABILITY_CODES.filter((item) => levelOf(draft, item) === null);
  const day = (name: string): string =>
    /^\d{4}-\d{2}-\d{2}$/.test(days.day(name)) ? dayText(days.day(name)) : days.day(name);
  return (
    <Page
      frame={frame}
      title="核对评估"
      service={person.name}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(person)}
    >
      <ErrorSummary form={form} />
      {open.length === ABILITY_CODES.length && (
        <Notice tone="warn">
          <p>一项都还没有评，存不了。</p>
        </Notice>
      )}
      {forgotten.length > 0 && (
        <Notice tone="warn" title="上次评过，这次没评">
          <p>{forgotten.join('、')}。存了以后，这几项按没评估算。</p>
        </Notice>
      )}
      {STEPS.map((items, index) => (
        <section key={items[0]}>
          <h2>第 {index + 1} 页</h2>
          <Facts rows={items.map((item) => [ITEM_WORDS[item], levelText(item, levelOf(draft, item))] as const)} />
          <p>
            <a class="phone" href={`${home}/new/${index + 1}`}>
              改第 {index + 1} 页：{items.map((item) => ITEM_WORDS[item]).join('、')}
            </a>
          </p>
        </section>
      ))}
      <section>
        <h2>谁评估的</h2>
        <Facts
          rows={[
            ['评估人', textOf(draft, 'assessor') || '没填'],
            ['评估日期', day('assessedOn') || '没填'],
            ['有效到', day('validUntil') || '没有定'],
            ['自己的辅具', textOf(draft, 'ownAids') || '没有'],
          ]}
        />
        <p>
          <a class="phone" href={`${home}/new/source`}>
            改评估人和日期
          </a>
        </p>
      </section>
      <PostForm action={`${home}/new/check`} csrf={csrf}>
        <Button>{fixes ? '存下改好的评估' : '存下这份评估'}</Button>
      </PostForm>
    </Page>
  );
}
