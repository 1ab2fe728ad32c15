import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  PostForm,
  Receipt,
  shortDay,
  shortNumber,
  TextInput,
  Timeline,
  yuan,
} from '@tongxing/ui';
import type { BenefitRowFragment, GrantFormQuery, GrantsQuery } from '../../../gql/generated.js';

type Scheme = GrantFormQuery['schemes'][number];

const CRUMBS = [{ href: '/me/grants', text: '补贴' }];

/** The steps as the api gives them, with the day of the money. */
const stepsOf = ({ steps, paidOn }: BenefitRowFragment) =>
  steps.map(({ text, state }, index) => ({
    text,
    state: state === 'done' || state === 'now' ? (state as 'done' | 'now') : ('later' as const),
    ...(paidOn && index === steps.length - 1 ? { note: dayText(paidOn) } : {}),
  }));

const TO_FIX = 'TO_FIX';

/** 补贴: what was applied for, then what can be. */
export function GrantsPage(props: {
  frame: Frame;
  benefits: readonly BenefitRowFragment[];
  schemes: GrantsQuery['schemes'];
}): VNode {
  return (
    <Page frame={props.frame} title="补贴">
      <h2>我申请过的</h2>
      {props.benefits.length === 0 ? (
        <p>还没有申请过补贴。</p>
      ) : (
        <CardList>
          {props.benefits.map((benefit) => (
            <Card
              key={benefit.id}
              level={3}
              href={`/me/grants/${benefit.id}`}
              title={benefit.schemeName}
              tag={{ text: benefit.stateText, ...(benefit.paidOn ? { tone: 'ok' as const } : {}) }}
            >
              <p>
                {benefit.object}，{shortDay(benefit.appliedOn)}提交 ，{yuan(benefit.amountYuan)}
              </p>
            </Card>
          ))}
        </CardList>
      )}
      <h2>可以查的补贴</h2>
      {props.schemes.length === 0 && <Empty text="现在没有开放的补贴。" />}
      <CardList>
        {props.schemes.map((scheme) => (
          <Card
            key={scheme.code}
            level={3}
            href={`/me/grants/${scheme.code}/apply`}
            title={scheme.name}
            tag={scheme.open ? { text: '可以申请', tone: 'ok' } : { text: '还没开放', tone: 'plain' }}
          >
            <p>{scheme.summary}</p>
            <p>{scheme.amountText}</p>
          </Card>
        ))}
      </CardList>
    </Page>
  );
}

/** First who can have it and how much, then the few questions that the shared data cannot answer. */
export function GrantApplyPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  scheme: Scheme;
  /** The application that was returned and is filed again; empty for a new one. */
  again: string;
  /** The registered account, masked; empty where the office has none. */
  account: string;
  form: FormState;
}): VNode {
  const { form, scheme } = props;
  return (
    <Page
      frame={props.frame}
      title={`申请${scheme.name}`}
      service="补贴"
      wrong={form.problems.length > 0}
      crumbs={CRUMBS}
    >
      <ErrorSummary form={form} />
      <p>{scheme.summary}</p>
      <p>{scheme.amountText}</p>
      <Sentences title="谁能领" sentences={scheme.whoCan} />
      <Sentences title="要准备什么" sentences={scheme.papers} />
      {!scheme.open ? (
        <NotOpen />
      ) : props.frame.acting && !props.account && !props.again ? (
        <NoAccount />
      ) : (
        <Questions {...props} />
      )}
    </Page>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

const NotOpen = (): VNode => (
  <Notice tone="warn" title="现在还不能申请">
    <p>觉得不对？请打 12385 问。</p>
  </Notice>
);

/** A first account is the person's own to give. */
const NoAccount = (): VNode => (
  <Notice tone="warn" title="残联还没有本人的账户">
    <p>账户要本人自己填，代办人不能填。</p>
    <p>请本人登录来申请，或到残联服务窗口办。</p>
  </Notice>
);

function Questions(props: {
  frame: Frame;
  scheme: Scheme;
  form: FormState;
  csrf: string;
  once: string;
  again: string;
  account: string;
}): VNode {
  const { scheme, form } = props;
  return (
    <PostForm
      action={`/me/grants/${scheme.code}/apply`}
      csrf={props.csrf}
      once={props.once}
      hidden={{ name: scheme.name, again: props.again }}
    >
      <h2>这次培训</h2>
      <TextInput
        form={form}
        name="course"
        label={scheme.objectLabel || '培训课程名称'}
        hint="和结业证上一样"
        width="w20"
        maxLength={60}
      />
      <TextInput
        form={form}
        name="courseHours"
        label="课时"
        hint="结业证上的课时数"
        mode="numeric"
        width="w4"
        maxLength={4}
        suffix="课时"
      />
      <DateInput form={form} name="periodStart" label="开课日期" />
      <DateInput form={form} name="periodEnd" label="结业日期" />
      <MoneyInput form={form} name="feeYuan" label="您交的培训费" hint="和发票一样，比如 1500" />
      <h2>钱发到哪里</h2>
      {props.frame.acting ? <KnownAccount {...props} /> : <AccountFields {...props} />}
      <Actions>
        <Button>提交申请</Button>
        <LinkButton href="/me/grants" kind="second">
          先不申请
        </LinkButton>
      </Actions>
    </PostForm>
  );
}

/** A helper sees where the money goes, and cannot change it. */
const KnownAccount = ({ form, account, again }: { form: FormState; account: string; again: string }): VNode => (
  <>
    <input type="hidden" name="accountName" value={[form.values.accountName ?? ''].flat()[0]} />
    {again ? (
      <p>发到上次申请填的账户。</p>
    ) : (
      <p>
        发到本人登记的账户：<span class="num">{account}</span>
      </p>
    )}
    <p class="hint">代办人不能换账户。要换，请本人来办。</p>
  </>
);

const AccountFields = ({ form, account }: { form: FormState; account: string }): VNode => (
  <>
    <TextInput
      form={form}
      name="accountName"
      label="户名"
      hint="要是您本人的名字"
      autocomplete="name"
      width="w10"
      maxLength={40}
    />
    <TextInput
      form={form}
      name="accountNumber"
      label="银行卡号或一卡通号"
      {...(account ? { optional: true, hint: `不填就发到您登记的账户：${account}` } : {})}
      mode="numeric"
      autocomplete="off"
      width="w20"
      maxLength={40}
    />
  </>
);

/** 受理回执 */
export function GrantDonePage(props: { frame: Frame; scheme: string; number: string }): VNode {
  return (
    <Page frame={props.frame} title="补贴申请提交好了" service="补贴" crumbs={CRUMBS}>
      <Receipt
        title={`我们收到了您的${props.scheme}申请`}
        number={props.number}
        next={['两位工作人员先后审核。', '审核通过后公示。', '公示没有问题，就发到您的账户。']}
      />
      <Actions>
        <LinkButton href={`/me/grants/${props.number}`}>看办到哪一步</LinkButton>
      </Actions>
    </Page>
  );
}

/** Where an application stands, in the applicant's words: 已提交 · 材料齐 · 审核 · 公示 · 发放 · 到账. */
export function GrantPage({ frame, benefit }: { frame: Frame; benefit: BenefitRowFragment }): VNode {
  return (
    <Page frame={frame} title={benefit.schemeName} service="补贴" crumbs={CRUMBS} readable>
      <p class="big">{benefit.stateText}</p>
      {benefit.nextStep && <p>{benefit.nextStep}</p>}
      {benefit.reason && (
        <Notice tone="warn">
          <p>理由：{benefit.reason}</p>
        </Notice>
      )}
      <Timeline steps={stepsOf(benefit)} />
      <Facts
        rows={[
          ['编号', <span class="num">{shortNumber(benefit.id)}</span>],
          ['对象', benefit.object],
          ['提交', dayText(benefit.appliedOn)],
          ['金额', yuan(benefit.amountYuan)],
        ]}
      />
      {benefit.state === TO_FIX && (
        <Actions>
          <LinkButton href={`/me/grants/${benefit.schemeCode}/apply?again=${benefit.id}`}>改好再提交</LinkButton>
        </Actions>
      )}
      <p>有问题请打 12385，报上面的编号。</p>
    </Page>
  );
}
