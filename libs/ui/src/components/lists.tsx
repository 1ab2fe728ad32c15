import type { ComponentChildren, VNode } from 'preact';
import { words } from '../words/zh.js';
import { Button } from './buttons.js';
import { StatusTag, type Tone } from './messages.js';

/** One column of a table. The first column is the row's header. */
export interface Column<Row> {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures stand to the right. */
  number?: boolean;
  /** Sentences need room: on a small screen the table scrolls rather than break every word. */
  wide?: boolean;
  /** A time or a number is read in one piece: never broken over two lines. */
  whole?: boolean;
}

interface DataTableProps<Row> {
  /** Says what the table holds; also names its scroll region. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
}

/** A table in a focusable scroll region: wide ones scroll inside it, never the page. */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  return (
    <div class="scroll" role="region" aria-label={props.caption} tabIndex={0}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" class={column.number ? 'n' : column.whole ? 'k' : undefined} key={column.title}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowId(row)} id={props.rowId(row)}>
              {props.columns.map((column, index) =>
                index === 0 ? (
                  <th scope="row" class={column.whole ? 'k' : undefined} key={column.title}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    class={column.number ? 'n' : column.wide ? 'w' : column.whole ? 'k' : undefined}
                    key={column.title}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A card: heading link, a line or two, a tag. For lists that people read on a phone. */
export function Card(props: {
  href?: string;
  title: string;
  level?: 2 | 3;
  tag?: { text: string; tone?: Tone };
  children?: ComponentChildren;
}): VNode {
  const heading = props.href ? <a href={props.href}>{props.title}</a> : props.title;
  return (
    <li class="card">
      {props.level === 3 ? <h3>{heading}</h3> : <h2>{heading}</h2>}
      {props.tag && (
        <p>
          <StatusTag {...props.tag} />
        </p>
      )}
      {props.children}
    </li>
  );
}

/** A list of cards. */
export const CardList = (props: { children: ComponentChildren }): VNode => <ul class="cards">{props.children}</ul>;

/** One post of a list: title, employer, place, wage, closing day; children hold the reasons. */
export function JobCard(props: {
  href: string;
  title: string;
  employer: string;
  place: string;
  wage: string;
  closes: string;
  level?: 2 | 3;
  children?: ComponentChildren;
}): VNode {
  return (
    <Card href={props.href} title={props.title} level={props.level ?? 2}>
      <p>
        {props.employer}，{props.place}
      </p>
      <p>
        <span class="nb">{props.wage}，</span>
        <span class="nb">{props.closes}</span>
      </p>
      {props.children}
    </Card>
  );
}

/** A filter: a GET form above its list, so that the result has an address. */
export function FilterForm(props: { action: string; children: ComponentChildren; label: string }): VNode {
  return (
    <div class="filter" role="search" aria-label={props.label}>
      <form method="get" action={props.action}>
        {props.children}
        <div class="field">
          <Button kind="second">{words.form.search}</Button>
        </div>
      </form>
    </div>
  );
}

/** Pages of one matter side by side: links, not tabs, the current one marked for eye and ear. */
export function SubNav(props: {
  label: string;
  links: readonly { href: string; text: string; current: boolean }[];
}): VNode {
  return (
    <nav class="sub" aria-label={props.label}>
      <ul>
        {props.links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links to the next page and back to the first. One page only: nothing. */
export function Pager(props: { next?: string; first?: string; label: string }): VNode | null {
  if (!props.next && !props.first) return null;
  return (
    <nav aria-label={props.label}>
      <ul class="pager">
        {props.next && (
          <li>
            <a class="btn second" href={props.next} rel="next">
              {words.list.more}
            </a>
          </li>
        )}
        {props.first && (
          <li>
            <a class="btn second" href={props.first}>
              {words.list.first}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Pairs of name and value. An empty value is left out. */
export function Facts(props: { rows: readonly (readonly [string, ComponentChildren])[] }): VNode {
  return (
    <dl class="facts">
      {props.rows
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** 核对: each answer with a link whose whole phrase is visible (改手机号, not a bare 改). */
export function CheckAnswers(props: { rows: readonly { name: string; value: string; href: string }[] }): VNode {
  return (
    <Facts
      rows={props.rows.map((row) => [
        row.name,
        <>
          {row.value}{' '}
          <a class="phone" href={row.href}>
            改{row.name}
          </a>
        </>,
      ])}
    />
  );
}

/** What is to be done, in order, with its state in words. */
export function TaskList(props: {
  tasks: readonly { href?: string; text: string; status: string; tone?: Tone }[];
}): VNode {
  return (
    <ul class="tasks">
      {props.tasks.map((task) => (
        <li key={task.text}>
          {task.href ? <a href={task.href}>{task.text}</a> : <span>{task.text}</span>}
          <StatusTag text={task.status} tone={task.tone} />
        </li>
      ))}
    </ul>
  );
}

/** Figures that stand alone, each with its name. */
export function KpiList(props: { items: readonly { name: string; value: string; note?: string }[] }): VNode {
  return (
    <dl class="kpis">
      {props.items.map((item) => (
        <div key={item.name}>
          <dt>{item.name}</dt>
          <dd class="num">{item.value}</dd>
          {item.note && <dd class="small muted">{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Steps of one matter in time; the current one is marked for eye and ear. */
export function Timeline(props: {
  steps: readonly { text: string; state: 'done' | 'now' | 'later'; note?: string }[];
}): VNode {
  const says = { done: '已完成', now: '现在', later: '还没到' } as const;
  return (
    <ol class="line">
      {props.steps.map((step) => (
        <li
          key={step.text}
          class={step.state === 'done' ? 'done' : undefined}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.text} <span class="small muted">{says[step.state]}</span>
          {step.note && <div class="small">{step.note}</div>}
        </li>
      ))}
    </ol>
  );
}
