import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  Checkboxes,
  dayText,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  type NavLink,
  Page,
  Pager,
  PostForm,
  Radios,
  TextInput,
} from '@tongxing/ui';
import type { DelegationRowFragment, LogRowFragment } from '../../gql/generated.js';
import { type Choices, FAMILY, SCOPES } from './helpers.terms.js';

const STANDS = new Set(['GOOD', 'WAITING']);

/** Who helps: those that stand, each with the way to stop. @param action where 停止 is sent, before the id */
export function DelegationCards(props: {
  rows: readonly DelegationRowFragment[];
  csrf: string;
  action: string;
}): VNode | null {
  if (props.rows.length === 0) return null;
  return (
    <CardList>
      {props.rows.map((row) => (
        <Card
          key={row.id}
          title={row.helperName || row.kindText}
          tag={{ text: row.stateText, ...(row.state === 'GOOD' ? { tone: 'ok' as const } : {}) }}
        >
          <Facts
            rows={[
              ['身份', row.kindText],
              ['能办', row.scopes.map(({ text }) => text).join('、')],
              ['到期', dayText(row.until)],
              ['怎么同意的', row.consentText],
            ]}
          />
          {STANDS.has(row.state) && (
            <PostForm action={`${props.action}/${row.id}/stop`} csrf={props.csrf}>
              <Button kind="second">停止{row.helperName ? `「${row.helperName}」的` : ''}代办</Button>
            </PostForm>
          )}
        </Card>
      ))}
    </CardList>
  );
}

/** Those that stand first, then those that are over. */
export const partsOf = (rows: readonly DelegationRowFragment[]) => ({
  standing: rows.filter(({ state }) => STANDS.has(state)),
  over: rows.filter(({ state }) => !STANDS.has(state)),
});

/** 代办记录, in plain words. @param forWhom says the person's name in each line */
export function LogList(props: {
  rows: readonly LogRowFragment[];
  forWhom?: boolean;
  next?: string | undefined;
  first?: string | undefined;
}): VNode {
  return (
    <>
      <ul class="plain">
        {props.rows.map((row) => (
          <li class="card" key={row.id}>
            <p>
              {row.actorName}
              {props.forWhom && <>给{row.personName}</>}：{row.text}
            </p>
            <p class="hint">{instantText(row.at)}</p>
          </li>
        ))}
      </ul>
      <Pager label="翻页" next={props.next} first={props.first} />
    </>
  );
}

/** 请谁: staff of the own village and caseload, or the family. */
export const WhoField = ({ form, choices, label }: { form: FormState; choices: Choices; label: string }): VNode => (
  <Radios
    form={form}
    name="who"
    label={label}
    choices={[
      ...choices.staff.map(({ id, name, kindText }) => ({ value: id, text: name, hint: kindText })),
      { value: FAMILY, text: '家属或监护人', hint: '要填他的手机号或账号名' },
    ]}
  />
);

export const NameField = ({ form }: { form: FormState }): VNode => (
  <TextInput
    form={form}
    name="name"
    label="家属或监护人的手机号或账号名"
    hint="填错了，我们不会提示，请仔细核对"
    autocomplete="off"
    width="w20"
    maxLength={60}
  />
);

export const ScopesField = ({ form, label }: { form: FormState; label: string }): VNode => (
  <Checkboxes form={form} name="scopes" label={label} hint="可以选几项，不选的他办不了" choices={SCOPES} />
);

export const UntilField = ({ form, choices, label }: { form: FormState; choices: Choices; label: string }): VNode => (
  <Radios
    form={form}
    name="until"
    label={label}
    hint="到期自动停止，最长一年"
    choices={choices.periods.map(({ until, text }) => ({ value: until, text, hint: `到${dayText(until)}` }))}
  />
);

/** 确认码: the person's yes. */
export function ConsentCodePage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  /** Where the form goes; `<action>` the code, `<resend>` another one. */
  action: string;
  resend: string;
  back: string;
  crumbs: readonly NavLink[];
  maskedPhone: string;
  /** The person reads it out to the member of staff. */
  readOut: boolean;
  rows: readonly (readonly [string, string])[];
}): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="填确认码" service="代办" wrong={form.problems.length > 0} crumbs={props.crumbs}>
      <ErrorSummary form={form} />
      <p>
        确认码发到了<span class="num">{props.maskedPhone}</span>。
      </p>
      {props.readOut ? <p>请本人看短信，同意了再把码念给您。</p> : <p>填了确认码，就是同意下面这几项。</p>}
      <Facts rows={props.rows} />
      <PostForm action={props.action} csrf={props.csrf} once={props.once}>
        <TextInput
          form={form}
          name="code"
          label="确认码"
          hint="短信里的 6 位数字，可以粘贴，10 分钟内有效"
          mode="numeric"
          autocomplete="one-time-code"
          width="w10"
          maxLength={20}
        />
        <Actions>
          <Button>同意并登记</Button>
          <LinkButton href={props.back} kind="second">
            返回修改
          </LinkButton>
        </Actions>
      </PostForm>
      <h2>没有收到？</h2>
      <p>等 1 分钟还没有，可以再发一次。再发以后，填最新的一个。</p>
      <PostForm action={props.resend} csrf={props.csrf} hidden={{ consent: 'SMS' }}>
        <Actions>
          <Button kind="second">再发一次</Button>
        </Actions>
      </PostForm>
      {props.frame.demo && (
        <p>
          演示环境不发短信，确认码看
          <a href="/demo/sms" target="_blank" rel="noopener">
            演示短信（新窗口）
          </a>
          。
        </p>
      )}
    </Page>
  );
}
