import type { ComponentChildren, VNode } from 'preact';

type Kind = 'first' | 'second' | 'danger';
const className = (kind: Kind): string => (kind === 'first' ? 'btn' : `btn ${kind}`);

/** Sends the form it stands in. Its text begins with a verb. */
export function Button(props: { children: ComponentChildren; kind?: Kind; name?: string; value?: string }): VNode {
  return (
    <button type="submit" class={className(props.kind ?? 'first')} name={props.name} value={props.value}>
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it leads on, it changes nothing. */
export function LinkButton(props: {
  href: string;
  children: ComponentChildren;
  kind?: Kind;
  download?: boolean;
}): VNode {
  return (
    <a href={props.href} class={className(props.kind ?? 'first')} download={props.download || undefined}>
      {props.children}
    </a>
  );
}

/** A row of buttons and links, wrapping on a narrow screen. */
export const Actions = (props: { children: ComponentChildren }): VNode => <div class="acts">{props.children}</div>;

/** A form that changes something: POST with the session's token, and a one-time token against a second press. */
export function PostForm(props: {
  action: string;
  csrf: string;
  children: ComponentChildren;
  /** One-time token: a repeated submit answers with the first result. */
  once?: string;
  hidden?: Readonly<Record<string, string>>;
  id?: string;
}): VNode {
  return (
    <form method="post" action={props.action} id={props.id} noValidate>
      <input type="hidden" name="csrf" value={props.csrf} />
      {props.once && <input type="hidden" name="once" value={props.once} />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {props.children}
    </form>
  );
}
