import type { VNode } from 'preact';
import { type Frame, Page } from '@tongxing/ui';
import { ROSTERS } from '../../imports/imports.place.js';

/** 名册导入: which roster. */
export function RostersPage({ frame }: { frame: Frame }): VNode {
  return (
    <Page frame={frame} title="名册导入" crumbs={[{ href: '/office', text: '工作台' }]}>
      <p>先检查，再写入。哪一行不对，都会告诉您。</p>
      <ul class="tasks">
        {Object.entries(ROSTERS).map(([kind, text]) => (
          <li key={kind}>
            <a href={`/office/rosters/${kind}`}>导入{text}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
