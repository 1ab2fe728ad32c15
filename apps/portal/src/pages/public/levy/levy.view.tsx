import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  MoneyInput,
  Notice,
  Page,
  percentText,
  Select,
  TextInput,
  traceTree,
  TraceTree,
  unitKinds,
  yuan,
} from '@tongxing/ui';
import type { LevyEstimateQuery } from '../../../gql/generated.js';

interface LevyModel {
  frame: Frame;
  form: FormState;
  counties: readonly { code: string; name: string }[];
  year?: number;
  result?: Pick<LevyEstimateQuery, 'now' | 'more'>;
}

/** What each outcome of the rules means, in one sentence. */
const OUTCOMES: Readonly<Record<string, string>> = {
  EXEMPT_SMALL: '人数少，按规定免缴。',
  MET: '已经达到要求，不用缴。',
  TIER_50: '安排了一部分人，按一半缴。',
  TIER_90: '安排的人还少，按九成缴。',
};

const WARNINGS: Readonly<Record<string, string>> = {
  CAP_UNKNOWN: '社会平均工资还没公布，这里没有算上限。',
  RATIO_BELOW_FLOOR: '规定比例低于全国最低的1.5%，请核对。',
  BOTH_GIVEN: '同一项填了两种，两种对不上：按月人数、工资总额、逐人名单计算。',
};

/** 残保金估算: six questions, the sum, how it was computed, what one hire more would change. */
export function LevyPage({ frame, form, counties, year, result }: LevyModel): VNode {
  return (
    <Page frame={frame} title="残保金估算" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      {result && year !== undefined && <Result year={year} {...result} />}
      {result && <h2>换个数再算</h2>}
      <form method="get" action="/levy" noValidate>
        <TextInput
          form={form}
          name="year"
          label="哪一年的残保金"
          hint="按上一年的人数和工资算"
          mode="numeric"
          width="w4"
          maxLength={4}
        />
        <Select
          form={form}
          name="divisionCode"
          label="单位在哪个县"
          choices={counties.map(({ code, name }) => ({ value: code, text: name }))}
        />
        <Select
          form={form}
          name="unitKind"
          label="单位性质"
          choices={Object.entries(unitKinds).map(([value, text]) => ({ value, text }))}
        />
        <TextInput form={form} name="employees" label="上年在职职工年平均人数" mode="decimal" width="w10" suffix="人" />
        <MoneyInput form={form} name="averageWageYuan" label="上年职工年平均工资" />
        <TextInput
          form={form}
          name="countedHires"
          label="上年安排的残疾职工"
          hint="按规定折算后的人数，没有填 0"
          mode="decimal"
          width="w10"
          suffix="人"
        />
        <Actions>
          <Button>算一算</Button>
        </Actions>
      </form>
    </Page>
  );
}

function Result({
  year,
  now,
  more,
}: {
  year: number;
  now: LevyEstimateQuery['now'];
  more: { levyYuan: string; outcome: string };
}): VNode {
  const unsure = now.parameters.filter((parameter) => parameter.answer !== 'known' || parameter.status !== 'CONFIRMED');
  return (
    <section aria-labelledby="result">
      <Notice tone={now.outcome.startsWith('TIER') ? 'warn' : 'ok'} focus id="answer">
        <h2 id="result">
          {year}年大约要缴 {yuan(now.levyYuan)}
        </h2>
        <p>{OUTCOMES[now.outcome] ?? now.outcome}</p>
        <p>这是估算，不是缴费通知。</p>
      </Notice>
      <Facts
        rows={[
          ['应安排', `${now.requiredHires}人`],
          ['已安排', `${now.countedHires}人，占${percentText(now.placementRatio)}`],
          ['还差', `${now.shortfall}人`],
          ['再安排1人', more.levyYuan === now.levyYuan ? '金额不变' : `变成 ${yuan(more.levyYuan)}`],
        ]}
      />
      {now.warnings.map((code) => (
        <Notice tone="warn" key={code}>
          <p>{WARNINGS[code] ?? code}</p>
        </Notice>
      ))}
      <TraceTree trace={traceTree(now.trace)} open />
      <details>
        <summary>用了哪些规定的数</summary>
        <ul>
          {now.parameters.map((parameter) => (
            <li key={parameter.code}>
              {parameter.code}：<span class="num">{parameter.value}</span>
              {parameter.source && <span class="muted">，{parameter.source}</span>}
            </li>
          ))}
        </ul>
        {unsure.length > 0 && <p>其中 {unsure.length} 个数还没有核对原文，只供参考。</p>}
      </details>
    </section>
  );
}
