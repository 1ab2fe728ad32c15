import { Notice } from '@tongxing/ui';
import type { VNode } from 'preact';
import type { PostCardFragment } from '../../../gql/generated.js';

type Origin = NonNullable<PostCardFragment['origin']>;

/** The employer, and which other office its post is from. */
export const employerText = ({ employerName, origin }: Pick<PostCardFragment, 'employerName' | 'origin'>): string =>
  origin ? `${employerName}（来自${origin.officeName}）` : employerName;

/** A post that one applies for at the office it came from. */
export function ApplyThere({ origin }: { origin: Origin }): VNode {
  return (
    <Notice>
      <p>这个岗位来自{origin.officeName}，要到那里报名。</p>
      {origin.phone && (
        <p>
          <a class="phone" href={`tel:${origin.phone.replace(/[^\d-]/g, '')}`}>
            打电话 {origin.phone}
          </a>
        </p>
      )}
    </Notice>
  );
}
