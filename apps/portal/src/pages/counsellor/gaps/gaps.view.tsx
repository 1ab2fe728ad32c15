import type { VNode } from 'preact';
import { Card, CardList, Empty, type Frame, Page, Pager } from '@tongxing/ui';
import type { QuotaGapRowFragment } from '../../../gql/generated.js';

/** What the visit to this employer may begin with. */
function hopeOf({ fitting, typicalWork, ownWork }: QuotaGapRowFragment): string {
  if (fitting === null || fitting === undefined) return '还不知道这里有什么活，请先问单位。';
  const work = typicalWork.join('、');
  const whose = ownWork ? '单位招过' : '同类单位招过';
  return fitting === 0
    ? `${whose}：${work}。现在没有合适的人。`
    : `${whose}：${work}。本县有 ${fitting} 个找工作的人做得来。`;
}

/** 还差人的单位, the near ones first. */
export function GapsPage(props: {
  frame: Frame;
  total: number;
  rows: readonly QuotaGapRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="还差人的单位" crumbs={[{ text: '今天要做的', href: '/desk' }]}>
      <p>这些单位去年没有安排够残疾人，现在也没有招人。按去年报的人数算，本乡镇的排在前面。</p>
      <h2>一共 {props.total} 个</h2>
      {props.rows.length === 0 && <Empty text="没有这样的单位。要么都安排够了，要么正在招人。" />}
      <CardList>
        {props.rows.map((row) => (
          <Card
            key={row.employerId}
            title={row.employerName}
            level={3}
            tag={{ text: `还差${row.missing}人`, tone: row.near ? 'warn' : 'plain' }}
          >
            <p>
              {row.divisionName}
              {row.near ? '，在您这里' : ''}
            </p>
            <p>{hopeOf(row)}</p>
          </Card>
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
      <p>和单位说好了，请单位在「岗位」里发布，或者请残联干部代发。</p>
    </Page>
  );
}
