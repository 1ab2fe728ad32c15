import type { ComponentChildren, VNode } from 'preact';

export type Tone = 'plain' | 'ok' | 'warn' | 'err';
const toned = (base: string, tone: Tone): string => (tone === 'plain' ? base : `${base} ${tone}`);

/** A status word from the fixed list; the colour only repeats what the word says. */
export const StatusTag = (props: { text: string; tone?: Tone }): VNode => (
  <strong class={toned('tag', props.tone ?? 'plain')}>{props.text}</strong>
);

/** A boxed message. With `focus` the script puts the reader there first. */
export function Notice(props: {
  tone?: Tone;
  title?: string;
  focus?: boolean;
  id?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <div
      class={toned('notice', props.tone ?? 'plain')}
      id={props.id}
      tabIndex={props.focus ? -1 : undefined}
      data-focus={props.focus || undefined}
    >
      {props.title && <h2>{props.title}</h2>}
      {props.children}
    </div>
  );
}

/** Nothing here yet, and what to do next. */
export const Empty = (props: { text: string; children?: ComponentChildren }): VNode => (
  <div class="notice">
    <p>{props.text}</p>
    {props.children}
  </div>
);
