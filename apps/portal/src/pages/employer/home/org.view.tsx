import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Page,
  PostForm,
  StatusTag,
  TaskList,
  TextInput,
} from '@tongxing/ui';
import type { ReturnFactsFragment } from '../../../gql/generated.js';

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** 单位首页: the year's filing as a task list. */
export function OrgPage({ frame, filing }: { frame: Frame; filing: ReturnFactsFragment }): VNode {
  const { year, factYear } = filing;
  const staffKnown = filing.monthlyHeadcount !== null;
  return (
    <Page frame={frame} title={filing.employerName}>
      <h2>{year}年申报</h2>
      <p>
        填{factYear}年的人数和工资。 <StatusTag text={filing.stateText} />
      </p>
      <TaskList
        tasks={[
          {
            href: `/org/quota/${year}/staff`,
            text: '填职工人数和工资',
            status: staffKnown ? '已填' : '没填',
            tone: staffKnown ? 'ok' : 'warn',
          },
          {
            href: `/org/quota/${year}/import`,
            text: '用表格导入残疾职工',
            status: filing.hires > 0 ? `已有${filing.hires}人` : '没填',
            tone: filing.hires > 0 ? 'ok' : 'warn',
          },
          {
            href: `/org/compliance?year=${year}`,
            text: '看达标情况',
            status: staffKnown ? '可以看' : '先填人数',
            tone: staffKnown ? 'ok' : 'plain',
          },
        ]}
      />
      <Actions>
        <LinkButton href="/levy" kind="second">
          估算残保金
        </LinkButton>
      </Actions>
    </Page>
  );
}

const textOf = (value: number | string | null): string => (value === null ? '' : String(value));

/** What stands, as the boxes of the form want it. */
export function staffValues(filing: ReturnFactsFragment): FormState['values'] {
  return {
    ...Object.fromEntries(
      MONTHS.map((month) => [`month-${month}`, textOf(filing.monthlyHeadcount?.[month - 1] ?? null)]),
    ),
    payrollYuan: textOf(filing.payrollYuan),
    dispatched: textOf(filing.dispatched),
    seasonalWorkers: textOf(filing.seasonalWorkers),
    seasonalMonths: textOf(filing.seasonalMonths),
  };
}

/** 职工人数: twelve months and the payroll of the year before the filing. */
export function StaffPage(props: { frame: Frame; csrf: string; filing: ReturnFactsFragment; form: FormState }): VNode {
  const { filing, form } = props;
  const count = (name: string, label: string, optional = false) => (
    <TextInput
      form={form}
      name={name}
      label={label}
      mode="numeric"
      width="w4"
      maxLength={6}
      suffix="人"
      optional={optional}
    />
  );
  return (
    <Page
      frame={props.frame}
      title={`${filing.factYear}年职工人数和工资`}
      service={`${filing.year}年申报`}
      wrong={form.problems.length > 0}
      crumbs={[{ href: '/org', text: '单位首页' }]}
    >
      <ErrorSummary form={form} />
      <PostForm
        action={`/org/quota/${filing.year}/staff`}
        csrf={props.csrf}
        hidden={filing.version === null ? {} : { version: String(filing.version) }}
      >
        <h2>每个月的在职职工</h2>
        <p>
          <a class="phone" href={`/org/quota/${filing.year}/import/headcounts`}>
            用表格导入人数和工资
          </a>
        </p>
        <div class="many">{MONTHS.map((month) => count(`month-${month}`, `${month}月`))}</div>
        <MoneyInput form={form} name="payrollYuan" label={`${filing.factYear}年工资总额`} />
        <h2>特殊用工</h2>
        {count('dispatched', '其中劳务派遣', true)}
        {count('seasonalWorkers', '季节工人数', true)}
        <TextInput
          form={form}
          name="seasonalMonths"
          label="季节工每年做几个月"
          mode="numeric"
          width="w4"
          maxLength={2}
          suffix="个月"
          optional
        />
        <Actions>
          <Button>保存人数和工资</Button>
          <LinkButton href="/org" kind="second">
            先不填
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
