import { addMonths, firstDayOf, monthOf } from '@tongxing/rules';
import {
  Actions,
  Button,
  Checkboxes,
  DataTable,
  Empty,
  ErrorSummary,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  PostForm,
  PrintSheet,
  Radios,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { ProviderRowFragment, SupportCostsQuery, SupportSumTextFragment } from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import { KINDS } from '../../support/support.words.js';

type Costs = SupportCostsQuery['supportCosts'];
const HOME = { href: '/office/support', text: '帮助的费用' };
export const PROVIDERS = { href: '/office/support/providers', text: '提供帮助的' };

const monthText = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
const beside = (month: string, months: number): string => monthOf(addMonths(firstDayOf(month), months));

/** 帮助的费用 of a month: a register, and it says so. */
export function CostsPage(props: { frame: Frame; costs: Costs; form: FormState; isOfficer: boolean }): VNode {
  const { costs } = props;
  const at = (month: string): string => `${HOME.href}?month=${month}`;
  return (
    <Page frame={props.frame} title="帮助的费用" crumbs={props.isOfficer ? [{ href: '/office', text: '工作台' }] : []}>
      {props.isOfficer && (
        <Actions>
          <LinkButton href="/desk/support">安排要人帮忙的</LinkButton>
          <LinkButton href={PROVIDERS.href} kind="second">
            提供帮助的机构和人
          </LinkButton>
        </Actions>
      )}
      <Notice>
        <p>这是费用登记，不从这里付钱，也没有银行文件。</p>
      </Notice>
      <FilterForm action={HOME.href} label="看哪个月">
        <TextInput form={props.form} name="month" label="月份" hint="写成 2026-03" width="w10" maxLength={7} />
      </FilterForm>
      <h2>
        {monthText(costs.month)}：{costs.total.times} 次，{costs.total.costYuan} 元
      </h2>
      <Actions>
        <LinkButton href={at(beside(costs.month, -1))} kind="second">
          上个月
        </LinkButton>
        <LinkButton href={at(beside(costs.month, 1))} kind="second">
          下个月
        </LinkButton>
      </Actions>
      {costs.unrecorded > 0 && (
        <Notice tone="warn">
          <p>这个月还有 {costs.unrecorded} 次约好的过了没记，费用还会变。</p>
          {props.isOfficer && (
            <p>
              <a class="phone" href="/desk/support?view=OVERDUE">
                看过了没记的
              </a>
            </p>
          )}
        </Notice>
      )}
      {costs.rows.length === 0 ? (
        <Empty text="这个月没有做完的帮助。做完记下分钟数，就在这里。" />
      ) : (
        <>
          <CostTables costs={costs} />
          <Actions>
            <LinkButton href={`${HOME.href}/print?month=${costs.month}`} kind="second">
              打印
            </LinkButton>
            <LinkButton href={`${HOME.href}/file?month=${costs.month}`} kind="second">
              下载表格（CSV）
            </LinkButton>
          </Actions>
        </>
      )}
    </Page>
  );
}

function CostTables({ costs }: { costs: Costs }): VNode {
  return (
    <>
      <DataTable
        caption="费用表"
        rows={[...costs.rows, { ...costs.total, kindText: '合计', occasionText: '', providedBy: '' }]}
        rowId={({ kindText, occasionText, providedBy }) => `c-${kindText}-${occasionText}-${providedBy}`}
        columns={[
          { title: '哪种帮助', cell: ({ kindText }) => kindText },
          { title: '什么时候用', cell: ({ occasionText }) => occasionText },
          { title: '谁来的', cell: ({ providedBy }) => providedBy },
          { title: '次数', cell: ({ times }) => times, number: true },
          { title: '分钟', cell: ({ minutes }) => minutes, number: true },
          { title: '费用（元）', cell: ({ costYuan }) => costYuan, number: true },
        ]}
      />
      <SumTable caption="按哪种帮助" first="哪种帮助" rows={costs.byKind} total={costs.total} />
      <SumTable caption="按什么时候用" first="什么时候用" rows={costs.byOccasion} total={costs.total} />
      <SumTable caption="按谁来的" first="谁来的" rows={costs.byProvider} total={costs.total} />
    </>
  );
}

function SumTable(props: {
  caption: string;
  first: string;
  rows: readonly SupportSumTextFragment[];
  total: SupportSumTextFragment;
}): VNode {
  return (
    <DataTable
      caption={props.caption}
      rows={[...props.rows, props.total]}
      rowId={({ text }) => `s-${props.first}-${text}`}
      columns={[
        { title: props.first, cell: ({ text }) => text },
        { title: '次数', cell: ({ times }) => times, number: true },
        { title: '分钟', cell: ({ minutes }) => minutes, number: true },
        { title: '费用（元）', cell: ({ costYuan }) => costYuan, number: true },
      ]}
    />
  );
}

/** The sheet on paper. */
export function CostsPaper({ frame, costs }: { frame: Frame; costs: Costs }): VNode {
  return (
    <Page frame={frame} title="费用表" crumbs={[{ href: `${HOME.href}?month=${costs.month}`, text: HOME.text }]}>
      <PrintSheet
        title={`${frame.county}帮助费用表 ${monthText(costs.month)}`}
        sign={['填表人', '残联（盖章）', '财务']}
      >
        <p>费用登记，不作付款凭证。按小时的，分钟 × 每小时 ÷ 60，每次四舍五入到分。</p>
        {costs.unrecorded > 0 && <p>还有 {costs.unrecorded} 次约好的过了没记。</p>}
        {costs.rows.length === 0 ? <p>这个月没有做完的帮助。</p> : <CostTables costs={costs} />}
      </PrintSheet>
    </Page>
  );
}

/** 提供帮助的: organisations and own staff. */
export function ProvidersPage(props: { frame: Frame; providers: readonly ProviderRowFragment[] }): VNode {
  return (
    <Page frame={props.frame} title="提供帮助的" crumbs={[HOME]}>
      <p>写机构的名字，或自己人的工作称呼。不写个人的别的资料。</p>
      <Actions>
        <LinkButton href={`${PROVIDERS.href}/new`}>加一个</LinkButton>
      </Actions>
      {props.providers.length === 0 ? (
        <Empty text="还没有登记。登记了，辅导员才能约。" />
      ) : (
        <DataTable
          caption="机构和人，在用的在前"
          rows={props.providers}
          rowId={({ id }) => `p-${id}`}
          columns={[
            { title: '名字', cell: ({ id, name }) => <a href={`${PROVIDERS.href}/${id}`}>{name}</a> },
            { title: '是什么', cell: ({ kindText }) => kindText },
            { title: '做哪几种', cell: ({ kindTexts }) => kindTexts.join('、'), wide: true },
            { title: '每小时（元）', cell: ({ hourlyYuan }) => hourlyYuan ?? '另外说价', number: true },
            {
              title: '电话',
              cell: ({ id, name, maskedPhone }) =>
                maskedPhone ? (
                  <>
                    {maskedPhone}{' '}
                    <RevealLink field="supportPhone" subject={id} what="电话" whose={name} back={PROVIDERS.href} />
                  </>
                ) : (
                  '没有登记'
                ),
            },
            { title: '用不用', cell: ({ active }) => (active ? '在用' : '不用了') },
          ]}
        />
      )}
    </Page>
  );
}

/** One of them, or a new one. */
export function ProviderPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  one: ProviderRowFragment | null;
}): VNode {
  const { form, one } = props;
  return (
    <Page
      frame={props.frame}
      title={one ? one.name : '加一个提供帮助的'}
      service={PROVIDERS.text}
      wrong={form.problems.length > 0}
      crumbs={[HOME, PROVIDERS]}
    >
      <ErrorSummary form={form} />
      <PostForm
        action={`${PROVIDERS.href}/${one?.id ?? 'new'}`}
        csrf={props.csrf}
        once={props.once}
        hidden={one ? { version: String(one.version) } : {}}
      >
        <TextInput
          form={form}
          name="name"
          label="叫什么"
          hint="机构的名字，或工作称呼，比如「手语李老师」"
          width="w20"
          maxLength={60}
        />
        <Radios
          form={form}
          name="kind"
          label="是什么"
          choices={[
            { value: 'ORGANISATION', text: '服务机构' },
            { value: 'STAFF', text: '残联自己的人' },
          ]}
        />
        <Checkboxes form={form} name="kinds" label="做哪几种帮助" choices={KINDS} />
        <TextInput
          form={form}
          name="phone"
          label="电话"
          hint={one?.maskedPhone ? `登记的是 ${one.maskedPhone}，不改就空着` : '加密保存，看完整的要写用途'}
          type="tel"
          mode="tel"
          width="w10"
          maxLength={15}
          optional
        />
        {one?.maskedPhone && (
          <Checkboxes
            form={form}
            name="noPhone"
            label="删掉电话"
            choices={[{ value: 'yes', text: '删掉登记的电话' }]}
            optional
          />
        )}
        <MoneyInput
          form={form}
          name="hourlyYuan"
          label="每小时多少"
          hint="每次另外说价的空着；改了，约好的还按原来的"
          optional
        />
        {one && (
          <Checkboxes
            form={form}
            name="rest"
            label="还用不用"
            choices={[{ value: 'yes', text: '不用了，以后不能约' }]}
            optional
          />
        )}
        <Actions>
          <Button>存好</Button>
          <LinkButton href={PROVIDERS.href} kind="second">
            先不改
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
