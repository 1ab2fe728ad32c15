import type { VNode } from 'preact';
import { type Frame, LinkButton, Page, shortDay, StatusTag } from '@tongxing/ui';
import type { HomeQuery } from '../../../gql/generated.js';

type Notice = HomeQuery['publicNotices']['edges'][number]['node'];

const DOORS = [
  { href: '/jobs', title: '我要找工作', text: '看岗位，查补贴' },
  { href: '/org', title: '单位申报', text: '报残疾职工，看达标' },
  { href: '/login/staff', title: '工作人员', text: '辅导员、残联、财务' },
] as const;

/** 首页: three doors, the newest notices, the way to the demo accounts. */
export function HomePage(props: { frame: Frame; notices: readonly Notice[]; demo: boolean }): VNode {
  return (
    <Page frame={props.frame} title="残疾人就业服务">
      <p class="big">找工作、领补贴、单位申报，都在这里。</p>
      <ul class="doors">
        {DOORS.map((door) => (
          <li key={door.href}>
            <a href={door.href}>
              <strong>{door.title}</strong>
              {door.text}
            </a>
          </li>
        ))}
      </ul>
      {props.demo && (
        <p>
          <LinkButton href="/demo" kind="second">
            用演示账号看看
          </LinkButton>
        </p>
      )}
      <h2>公示</h2>
      {props.notices.length === 0 ? (
        <p>现在没有公示。</p>
      ) : (
        <ul class="tasks">
          {props.notices.map((notice) => (
            <li key={notice.id}>
              <a href={`/notices/${notice.id}`}>{notice.title}</a>
              <StatusTag
                text={notice.open ? `公示到${shortDay(notice.endsOn)}` : '已结束'}
                tone={notice.open ? 'warn' : 'plain'}
              />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="phone" href="/service-points">
          找身边的就业服务点
        </a>
      </p>
      <p>
        <a class="phone" href="/levy">
          算一算残保金
        </a>
      </p>
    </Page>
  );
}
