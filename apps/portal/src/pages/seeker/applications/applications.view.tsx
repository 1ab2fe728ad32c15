import type { VNode } from 'preact';
import { Button, Card, CardList, Empty, type Frame, LinkButton, Page, Pager, PostForm, shortDay } from '@tongxing/ui';
import type { ApplicationRowFragment } from '../../../gql/generated.js';

/** 我的申请 */
export function ApplicationsPage(props: {
  frame: Frame;
  csrf: string;
  total: number;
  rows: readonly ApplicationRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="我的申请">
      <p>一共 {props.total} 个申请。</p>
      {props.rows.length === 0 && (
        <Empty text="您还没有申请岗位。">
          <LinkButton href="/me/jobs">看推荐岗位</LinkButton>
        </Empty>
      )}
      <CardList>
        {props.rows.map((row) => (
          <Card key={row.id} href={`/me/applications/${row.id}`} title={row.post.title} tag={{ text: row.stateText }}>
            <p>
              {row.post.employerName}，{shortDay(row.appliedOn)}申请
            </p>
            <p>{row.nextStep}</p>
            {row.withdrawable && (
              <PostForm action={`/me/applications/${row.id}/withdraw`} csrf={props.csrf}>
                <Button kind="second">撤回「{row.post.title}」的申请</Button>
              </PostForm>
            )}
          </Card>
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
      <p>
        <a class="phone" href="/me/refusals">
          看拒绝推荐的告知
        </a>
      </p>
    </Page>
  );
}
