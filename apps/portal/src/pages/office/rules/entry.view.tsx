import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  PostForm,
  Radios,
  Select,
  TextInput,
} from '@tongxing/ui';
import type { OfficeRuleKindsQuery } from '../../../gql/generated.js';
import { addressOf } from './rules.words.js';

type Kind = OfficeRuleKindsQuery['parameterKinds'][number];
const CRUMBS = [
  { href: '/office', text: '工作台' },
  { href: '/office/rules', text: '参数' },
];

/** First question: which parameter. */
export function ChooseKindPage(props: { frame: Frame; form: FormState; kinds: readonly Kind[] }): VNode {
  return (
    <Page frame={props.frame} title="录入哪一种参数" service="参数" crumbs={CRUMBS}>
      <form method="get" action="/office/rules/new">
        <Select
          form={props.form}
          name="code"
          label="参数"
          choices={props.kinds.map(({ code, name }) => ({ value: code, text: `${name}（${code}）` }))}
        />
        <Button>下一步</Button>
      </form>
    </Page>
  );
}

/** Everything about one value, as it stands in the act. */
export function EnterRulePage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  kind: Kind;
  place: string;
  supersedes?: { id: string; title: string; value: string; period: string };
}): VNode {
  const { form, kind, supersedes } = props;
  const several = kind.several && kind.choices ? kind.choices : null;
  return (
    <Page
      frame={props.frame}
      title={`录入${kind.name}`}
      service="参数"
      wrong={form.problems.length > 0}
      crumbs={CRUMBS}
    >
      <ErrorSummary form={form} />
      <p>{kind.decides}</p>
      {supersedes && (
        <Notice title="替换这一条">
          <p>
            {supersedes.title}：{supersedes.value}，{supersedes.period}
          </p>
          <p>从您填的开始日起用新值，前一天为止还用原值。原值不会删掉。</p>
          <p>
            <a href={addressOf(supersedes.id)}>看原来这一条</a>
          </p>
        </Notice>
      )}
      <PostForm
        action="/office/rules/new"
        csrf={props.csrf}
        once={props.once}
        hidden={{ code: kind.code, ...(supersedes ? { supersedes: supersedes.id } : {}) }}
      >
        <TextInput
          form={form}
          name="scope"
          label="在哪里有效（区划代码）"
          hint={`您的区划是 ${props.place}`}
          mode="numeric"
          width="w10"
          maxLength={12}
        />
        {kind.qualifiers.length > 1 && (
          <Select
            form={form}
            name="qualifier"
            label="哪一种"
            choices={kind.qualifiers.map(({ value, text }) => ({ value, text }))}
          />
        )}
        {several ? (
          <Checkboxes form={form} name="value" label={`${kind.name}有哪些`} choices={several} />
        ) : kind.choices ? (
          <Radios form={form} name="value" label={kind.name} choices={kind.choices} />
        ) : kind.money ? (
          <MoneyInput form={form} name="value" label={kind.name} hint={`写多少元，例如 ${kind.example}`} />
        ) : (
          <TextInput form={form} name="value" label={kind.name} hint={`例如 ${kind.example}`} width="w10" />
        )}
        {kind.units.length > 1 ? (
          <Select form={form} name="unit" label="单位" choices={kind.units} />
        ) : (
          !kind.choices && <p class="hint">单位：{kind.units[0]?.text}</p>
        )}
        <DateInput form={form} name="from" label="从哪一天起" hint="例如 2026 年 1 月 1 日" />
        <DateInput form={form} name="to" label="到哪一天（这一天也算）" hint="文件没写结束日就不填" optional />
        <TextInput form={form} name="act" label="文件名称" hint="例如 关于调整全区最低工资标准的通知" maxLength={150} />
        <TextInput form={form} name="number" label="文号" hint="例如 宁人社发〔2026〕1号" maxLength={60} optional />
        <TextInput form={form} name="article" label="哪一条" hint="例如 第二条" maxLength={60} optional />
        <Radios
          form={form}
          name="original"
          label="看过发文机关的原文吗"
          choices={[
            { value: 'CONFIRMED', text: '看过原文' },
            { value: 'UNCONFIRMED', text: '没看过，是转引的', hint: '用到它的结果都会注明未核对原文' },
          ]}
        />
        <Actions>
          <Button>保存，等另一个人确认</Button>
          <LinkButton href="/office/rules" kind="second">
            不录了
          </LinkButton>
        </Actions>
      </PostForm>
      <Facts
        rows={[
          ['代码', kind.code],
          ['规则说明', `规则手册 ${kind.rulebook}`],
        ]}
      />
    </Page>
  );
}
