import type { VNode } from 'preact';
import {
  Actions,
  Card,
  CardList,
  DataTable,
  Empty,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  Pager,
  Select,
  StatusTag,
  SubNav,
} from '@tongxing/ui';
import type { OfficeRulesQuery } from '../../../gql/generated.js';
import { addressOf, periodText, titleOf, valueText } from './rules.words.js';

type Missing = OfficeRulesQuery['missingParameters'][number];
const SHOWN_MISSING = 20;

/** 参数: what waits for the second person, what is missing, what holds today. */
export function RulesPage(props: {
  frame: Frame;
  form: FormState;
  today: string;
  code?: string;
  waiting: OfficeRulesQuery['waiting'];
  missing: readonly Missing[];
  rows: OfficeRulesQuery['rows'];
  kinds: OfficeRulesQuery['parameterKinds'];
  next?: string;
  first?: string;
}): VNode {
  const { waiting, rows, today } = props;
  return (
    <Page frame={props.frame} title="参数" service="工作台" crumbs={[{ href: '/office', text: '工作台' }]}>
      <p>残保金、公示、补贴和推荐岗位都按这里的值算。一个人按文件录入，另一个人核对确认，确认以后才生效。</p>
      <Actions>
        <LinkButton href="/office/rules/new">录入参数</LinkButton>
        <LinkButton href="/office/rules/print" kind="second">
          打印全部生效参数
        </LinkButton>
      </Actions>
      <SubNav
        label="本页内容"
        links={[
          { href: '#waiting', text: `等确认 ${waiting.totalCount}`, current: false },
          { href: '#missing', text: `缺 ${props.missing.length}`, current: false },
          { href: '#rows', text: '今天生效', current: false },
        ]}
      />
      <h2 id="waiting">等第二个人确认：{waiting.totalCount} 条</h2>
      {waiting.totalCount === 0 && <p>没有等确认的参数。</p>}
      <CardList>
        {waiting.edges.map(({ node }) => (
          <Card
            key={node.id}
            level={3}
            href={addressOf(node.id)}
            title={titleOf(node)}
            tag={{ text: node.stateText, tone: 'warn' }}
          >
            <p>
              {valueText(node)}，{periodText(node)}
            </p>
            <p class="small">
              {node.scopeName}。{node.enteredBy}录入。{node.mark ?? ''}
            </p>
          </Card>
        ))}
      </CardList>
      <h2 id="missing">还缺的值：{props.missing.length} 个</h2>
      {props.missing.length === 0 ? (
        <Empty text="现在不缺。算的时候缺了哪一个，会列在这里。" />
      ) : (
        <DataTable
          caption="还缺的值"
          rows={props.missing.slice(0, SHOWN_MISSING)}
          rowId={(row) => `m-${row.scope}-${row.code}-${row.qualifier}-${row.day}`}
          columns={[
            { title: '参数', cell: titleOf },
            { title: '哪里', cell: (row) => row.scopeName },
            { title: '哪一天', cell: (row) => row.day },
            {
              title: '为什么要',
              wide: true,
              cell: (row) => (row.asked ? `算的时候缺它，没有算成。${row.decides}` : row.decides),
            },
            {
              title: '办理',
              cell: (row) => (
                <a class="phone" href={entryAddress(row)}>
                  录入{row.name}
                </a>
              ),
            },
          ]}
        />
      )}
      <h2 id="rows">
        {today} 生效的：{rows.totalCount} 条
      </h2>
      <FilterForm action="/office/rules" label="查参数">
        <Select
          form={props.form}
          name="code"
          label="哪一种"
          empty="全部"
          choices={props.kinds.map(({ code, name }) => ({ value: code, text: name }))}
        />
      </FilterForm>
      {rows.edges.length === 0 ? (
        <Empty text="这一种今天没有生效的值。">
          <LinkButton href={`/office/rules/new?code=${props.code ?? ''}`}>录入参数</LinkButton>
        </Empty>
      ) : (
        <DataTable
          caption="今天生效的参数"
          rows={rows.edges.map(({ node }) => node)}
          rowId={(row) => `r-${row.id}`}
          columns={[
            { title: '参数', cell: (row) => <a href={addressOf(row.id)}>{titleOf(row)}</a> },
            { title: '值', cell: valueText },
            { title: '哪里', cell: (row) => row.scopeName },
            { title: '期间', whole: true, cell: (row) => periodText({ from: row.from, to: row.until }) },
            { title: '来源', wide: true, cell: (row) => row.source },
            { title: '核对', cell: (row) => (row.mark ? <StatusTag text={row.mark} tone="warn" /> : '已核对') },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

const entryAddress = ({ code, qualifier, scope, day }: Missing): string =>
  `/office/rules/new?${new URLSearchParams({ code, qualifier, scope, from: `${day.slice(0, 4)}-01-01` })}`;

/** 打印: every value in force with its source, one sheet. */
export function RulesSheet(props: {
  frame: Frame;
  today: string;
  place: string;
  rows: readonly OfficeRulesQuery['rows']['edges'][number]['node'][];
}): VNode {
  return (
    <Page
      frame={props.frame}
      title={`${props.today} 生效的参数`}
      service="参数"
      crumbs={[{ href: '/office/rules', text: '参数' }]}
    >
      <p>
        {props.place}，共 {props.rows.length} 条。演示参数不是文件规定的值；未核对原文的请以发文机关的原文为准。
      </p>
      {props.rows.length === 0 ? (
        <Empty text="今天没有生效的参数。" />
      ) : (
        <DataTable
          caption="生效的参数和来源"
          rows={props.rows}
          rowId={(row) => `r-${row.id}`}
          columns={[
            { title: '参数', cell: titleOf },
            { title: '值', cell: valueText },
            { title: '哪里', cell: (row) => row.scopeName },
            { title: '期间', whole: true, cell: (row) => periodText({ from: row.from, to: row.until }) },
            { title: '来源', wide: true, cell: (row) => row.source },
            { title: '核对', cell: (row) => row.mark ?? '已核对' },
          ]}
        />
      )}
    </Page>
  );
}
