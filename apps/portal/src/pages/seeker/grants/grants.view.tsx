import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  DateInput,
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
  TextInput,
  Timeline,
  TraceTree,
  type TraceStep,
  yuan,
} from '@tongxing/ui';

/** 补贴项目 with the answer of the rules for this person. */
export interface SchemeView {
  code: string;
  name: string;
  summary: string;
  eligible: boolean;
  /** Why, in sentences. */
  reasons: readonly string[];
  /** What would have to change. */
  changes: readonly string[];
  trace?: readonly TraceStep[];
}

/** 我的补贴: one application with its steps in the applicant's words. */
export interface BenefitView {
  id: string;
  schemeName: string;
  subject: string;
  amountYuan?: string | null;
  stateText: string;
  nextStep?: string | null;
  submittedOn: string;
  steps: readonly { text: string; state: 'done' | 'now' | 'later'; note?: string }[];
}

const CRUMBS = [{ href: '/me/grants', text: '补贴' }];

/** 补贴: what was applied for, then what can be. */
export function GrantsPage(props: {
  frame: Frame;
  benefits: readonly BenefitView[];
  schemes: readonly SchemeView[];
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
              tag={{ text: benefit.stateText }}
            >
              <p>
                {benefit.subject}，{shortDay(benefit.submittedOn)}提交
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
            tag={scheme.eligible ? { text: '可以申请', tone: 'ok' } : { text: '现在不能', tone: 'warn' }}
          >
            <p>{scheme.summary}</p>
          </Card>
        ))}
      </CardList>
    </Page>
  );
}

/** First 能 / 不能 / 为什么, then the few questions that the shared data cannot answer. */
export function GrantApplyPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  scheme: SchemeView;
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
      <Notice tone={scheme.eligible ? 'ok' : 'warn'} title={scheme.eligible ? '您可以申请' : '您现在不能申请'}>
        <ul>
          {scheme.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Notice>
      {scheme.trace && <TraceTree trace={scheme.trace} title="逐条看怎么判断的" />}
      {!scheme.eligible && (
        <>
          {scheme.changes.length > 0 && (
            <>
              <h2>怎样就可以了</h2>
              <ul>
                {scheme.changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </>
          )}
          <p>觉得不对？请打 12385 问。</p>
        </>
      )}
      {scheme.eligible && (
        <PostForm action={`/me/grants/${scheme.code}/apply`} csrf={props.csrf} once={props.once}>
          <h2>这次培训</h2>
          <TextInput form={form} name="subject" label="培训课程名称" hint="和结业证上一样" width="w20" maxLength={60} />
          <DateInput form={form} name="periodFrom" label="开课日期" />
          <DateInput form={form} name="periodTo" label="结业日期" />
          <MoneyInput form={form} name="amountYuan" label="您交的培训费" hint="和发票一样，比如 1500" />
          <h2>钱发到哪里</h2>
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
            mode="numeric"
            width="w20"
            maxLength={40}
          />
          <Actions>
            <Button>提交申请</Button>
            <LinkButton href="/me/grants" kind="second">
              先不申请
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}

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
export function GrantPage({ frame, benefit }: { frame: Frame; benefit: BenefitView }): VNode {
  return (
    <Page frame={frame} title={benefit.schemeName} service="补贴" crumbs={CRUMBS} readable>
      <p class="big">{benefit.stateText}</p>
      {benefit.nextStep && <p>{benefit.nextStep}</p>}
      <Timeline steps={benefit.steps} />
      <Facts
        rows={[
          ['编号', <span class="num">{benefit.id}</span>],
          ['对象', benefit.subject],
          ['金额', benefit.amountYuan ? yuan(benefit.amountYuan) : '审核后才知道'],
        ]}
      />
      <p>有问题请打 12385，报上面的编号。</p>
    </Page>
  );
}
