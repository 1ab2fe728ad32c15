import type { ComponentChildren, VNode } from 'preact';
import { shortNumber } from '../format.js';
import { Facts } from './lists.js';
import { Notice } from './messages.js';

/** 回执: what was handed in, its number, what happens next and who does it. */
export function Receipt(props: {
  title: string;
  number: string;
  next: readonly string[];
  rows?: readonly (readonly [string, ComponentChildren])[];
}): VNode {
  return (
    <div class="sheet">
      <Notice tone="ok" title={props.title} focus>
        <p>
          编号 <strong class="num">{shortNumber(props.number)}</strong>
        </p>
      </Notice>
      {props.rows && <Facts rows={props.rows} />}
      <h2>接下来</h2>
      <ol>
        {props.next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

/** A sheet of A4 with a title and a place to sign; on screen it reads like the page it is. */
export function PrintSheet(props: { title: string; children: ComponentChildren; sign?: readonly string[] }): VNode {
  return (
    <section class="sheet">
      <h2>{props.title}</h2>
      {props.children}
      {props.sign && (
        <ul class="paper-only">
          {props.sign.map((who) => (
            <li key={who}>{who}：____________　　年　月　日</li>
          ))}
        </ul>
      )}
    </section>
  );
}
