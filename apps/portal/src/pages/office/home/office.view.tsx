import type { VNode } from 'preact';
import { Actions, type Frame, LinkButton, Page } from '@tongxing/ui';

/** 工作台: each queue with its count and the age of its oldest item. */
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
      <h2>别的事</h2>
      <Actions>
        <LinkButton href="/office/notices" kind="second">
          看公示
        </LinkButton>
        <LinkButton href="/office/posts" kind="second">
          看全县岗位
        </LinkButton>
        <LinkButton href="/office/applicants" kind="second">
          看推荐和应聘
        </LinkButton>
        <LinkButton href="/office/asks" kind="second">
          看单位想问的人
        </LinkButton>
        <LinkButton href="/office/welfare" kind="second">
          看公益性岗位
        </LinkButton>
        <LinkButton href="/office/support" kind="second">
          看帮助的费用
        </LinkButton>
        <LinkButton href="/office/people" kind="second">
          找一个人
        </LinkButton>
        <LinkButton href="/office/rounds" kind="second">
          看岗位分配
        </LinkButton>
        <LinkButton href="/office/placements" kind="second">
          看上岗台账
        </LinkButton>
        <LinkButton href="/office/projects" kind="second">
          看灵活就业项目
        </LinkButton>
        <LinkButton href="/office/registers/service-points" kind="second">
          看就业服务点
        </LinkButton>
        <LinkButton href="/office/posts/shared" kind="second">
          看共享岗位
        </LinkButton>
        <LinkButton href="/office/posts/duplicates" kind="second">
          看像同一个的岗位
        </LinkButton>
        <LinkButton href="/office/posts/stale" kind="second">
          看待确认的岗位
        </LinkButton>
        <LinkButton href="/office/rosters" kind="second">
          导入名册
        </LinkButton>
        <LinkButton href="/office/compliance" kind="second">
          看全县达标
        </LinkButton>
        <LinkButton href="/office/rules" kind="second">
          看参数
        </LinkButton>
        <LinkButton href="/office/data-requests" kind="second">
          看资料申请
        </LinkButton>
        <LinkButton href="/office/feedback" kind="second">
          看意见和投诉
        </LinkButton>
        <LinkButton href="/office/refusals" kind="second">
          看拒绝推荐的告知
        </LinkButton>
        <LinkButton href="/levy" kind="second">
          估算残保金
        </LinkButton>
      </Actions>
    </Page>
  );
}
