import type { VNode } from 'preact';
import { type Frame, Page } from '@tongxing/ui';

/** Every place of the office, by what it is about. */
const PLACES: readonly { title: string; links: readonly (readonly [string, string])[] }[] = [
  {
    title: '岗位',
    links: [
      ['/office/posts', '全县岗位'],
      ['/office/posts/stale', '待确认的岗位'],
      ['/office/posts/duplicates', '像同一个的岗位'],
      ['/office/posts/shared', '别处共享来的岗位'],
      ['/office/projects', '灵活就业项目'],
    ],
  },
  {
    title: '求职的人',
    links: [
      ['/office/people', '找一个人'],
      ['/office/applicants', '推荐和应聘'],
      ['/office/asks', '单位想问的人'],
      ['/office/placements', '上岗台账'],
      ['/office/refusals', '拒绝推荐的告知'],
      ['/office/support', '帮助的费用'],
    ],
  },
  {
    title: '公益性岗位',
    links: [
      ['/office/welfare', '开发、考勤、退出'],
      ['/office/rounds', '岗位分配'],
    ],
  },
  {
    title: '用人单位',
    links: [
      ['/office/compliance', '全县达标'],
      ['/levy', '估算残保金'],
    ],
  },
  {
    title: '公开和台账',
    links: [
      ['/office/notices', '公示'],
      ['/office/registers/service-points', '就业服务点'],
      ['/office/rosters', '导入名册'],
      ['/office/rules', '参数'],
      ['/office/data-requests', '资料申请'],
      ['/office/feedback', '意见和投诉'],
    ],
  },
];

/** 工作台: each queue with its count and the age of its oldest item, then the way to everything else. */
export function OfficePage(props: {
  frame: Frame;
  queues: readonly { href: string; name: string; count: number; oldest?: string }[];
}): VNode {
  return (
    <Page frame={props.frame} title="工作台">
      {props.queues.length > 0 && (
        <>
          <h2>等着办的</h2>
          <ul class="tasks">
            {props.queues.map((queue) => (
              <li key={queue.href}>
                <a href={queue.href}>
                  {queue.name}：{queue.count} 件
                </a>
                {queue.oldest && <span class="muted">最早的 {queue.oldest}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {PLACES.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="tasks">
            {links.map(([href, text]) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
