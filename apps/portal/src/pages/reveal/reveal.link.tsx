import type { VNode } from 'preact';

/**
 * 看完整手机号: leads from a masked value to the page that asks what for.
 *
 * @param props.field   as the API knows it: casePhone
 * @param props.subject id of the person, application or payout
 * @param props.what    the value's name, the whole phrase being visible
 * @param props.whose   for the ear, where many links stand below each other
 * @param props.back    local path of the page it stands on
 */
export function RevealLink(props: {
  field: string;
  subject: string;
  what: string;
  whose?: string;
  back: string;
}): VNode {
  const label = `看完整${props.what}`;
  return (
    <a
      class="phone"
      href={`/reveal/${props.field}/${props.subject}?back=${encodeURIComponent(props.back)}`}
      aria-label={props.whose ? `${label}，${props.whose}` : undefined}
    >
      {label}
    </a>
  );
}
