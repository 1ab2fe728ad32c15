import type { VNode } from 'preact';
import { encode } from 'uqr';

/** Blank modules around the code: readers need them to find it. */
const QUIET = 4;

/**
 * A QR code as vector, drawn on the server. Always dark on white, whatever the theme: a camera wants it so.
 *
 * @param label what it is for; what it holds must also stand beside it as text
 */
export function QrCode(props: { text: string; label: string }): VNode {
  const { data, size } = encode(props.text, { ecc: 'M', border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
