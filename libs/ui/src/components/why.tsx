import type { VNode } from 'preact';
import { words } from '../words/zh.js';

/** Why a post is recommended: ✓ reasons, ! cautions, each one short sentence tied to what the person told us. */
export function WhyBox(props: {
  reasons: readonly string[];
  cautions: readonly string[];
  answer?: string;
  level?: 2 | 3;
  title?: string;
  editHref?: string;
}): VNode {
  const title = props.title ?? words.why.title;
  return (
    <div class="why">
      {props.level === 3 ? <h3>{title}</h3> : <h2>{title}</h2>}
      {props.answer && <p class="big">{props.answer}</p>}
      <ul>
        {props.reasons.map((reason) => (
          <li class="yes" key={reason}>
            {reason}
          </li>
        ))}
        {props.cautions.map((caution) => (
          <li class="mind" key={caution}>
            <span class="vh">{words.why.mind}：</span>
            {caution}
          </li>
        ))}
      </ul>
      {props.editHref && (
        <a class="phone" href={props.editHref}>
          {words.why.wrong}
        </a>
      )}
    </div>
  );
}

/** One step of a computation as the API tells it. */
export interface TraceStep {
  step: string;
  label: string;
  value: string;
  source?: string | null;
  /** 未核实 or 演示参数: how far the value behind this step is confirmed. */
  note?: string | null;
  children?: readonly TraceStep[] | null;
}

/** A trace as the API lists it, top first with depths, as the tree it is. */
export function traceTree(rows: readonly (Omit<TraceStep, 'children'> & { depth: number })[]): TraceStep[] {
  const top: TraceStep[] = [];
  const open: TraceStep[][] = [top];
  for (const { depth, ...row } of rows) {
    const children: TraceStep[] = [];
    open.length = Math.min(open.length, depth + 1);
    open.at(-1)?.push({ ...row, children });
    open.push(children);
  }
  return top;
}

function Step({ node }: { node: TraceStep }): VNode {
  const children = node.children ?? [];
  return (
    <li>
      {node.label}
      {node.value !== '' && (
        <>
          ：<span class="val num">{node.value}</span>
        </>
      )}
      {(node.source || node.note) && (
        <div class="small muted">
          {node.source && `${words.trace.source}：${node.source}`}
          {node.source && node.note && '，'}
          {node.note}
        </div>
      )}
      {children.length > 0 && (
        <ol>
          {children.map((child, index) => (
            <Step node={child} key={`${child.step}-${index}`} />
          ))}
        </ol>
      )}
    </li>
  );
}

/** How a result was computed, step by step, each with its source: the auditor's voice of a trace. */
export function TraceTree(props: { trace: readonly TraceStep[]; title?: string; open?: boolean }): VNode {
  return (
    <details open={props.open}>
      <summary>{props.title ?? words.trace.steps}</summary>
      <ol class="trace">
        {props.trace.map((node, index) => (
          <Step node={node} key={`${node.step}-${index}`} />
        ))}
      </ol>
    </details>
  );
}
