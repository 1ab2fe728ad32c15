import type { VNode } from 'preact';
import { type Frame, KpiList, Page } from '@tongxing/ui';

/** 工作台: each queue with its count and the age of its oldest item. */
export function OfficePage(props: {
  frame: Frame;
  queues: readonly { href: string; name: string; count: number; oldest?: string }[];
}): VNode {
  return (
    <Page frame={props.frame} title="工作台">
      <KpiList
        items={props.queues.map((queue) => ({
          name: queue.name,
          value: `${queue.count}件`,
          ...(queue.oldest ? { note: `最早的是${queue.oldest}` } : {}),
        }))}
      />
      <ul class="tasks">
        {props.queues.map((queue) => (
          <li key={queue.href}>
            <a href={queue.href}>
              {queue.name}（{queue.count}）
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
