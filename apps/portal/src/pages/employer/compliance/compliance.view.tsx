import type { VNode } from 'preact';
import {
  Empty,
  Facts,
  Figure,
  type FigureModel,
  type Frame,
  KpiList,
  LinkButton,
  Notice,
  Page,
  percentText,
  TraceTree,
  type TraceStep,
  yuan,
} from '@tongxing/ui';

/** 达标情况 of one year. */
export interface ComplianceView {
  year: number;
  requiredHires: string;
  countedHires: string;
  shortfall: string;
  placementRatio: string;
  outcomeText: string;
  levyYuan: string;
  final: boolean;
  trace: readonly TraceStep[];
  hires: readonly { name: string; counted: string; note?: string }[];
}

/** 达标情况: the year's figures, a picture with its table, how the levy was computed. */
export function CompliancePage(props: {
  frame: Frame;
  year: number;
  view?: ComplianceView;
  figure?: FigureModel;
}): VNode {
  const { view } = props;
  return (
    <Page frame={props.frame} title={`${props.year}年按比例就业情况`} crumbs={[{ href: '/org', text: '单位首页' }]}>
      {!view && (
        <Empty text="还没有数据。先上传残疾职工表。">
          <LinkButton href={`/org/quota/${props.year}/import`}>用表格导入</LinkButton>
        </Empty>
      )}
      {view && (
        <>
          <KpiList
            items={[
              { name: '现在的比例', value: percentText(view.placementRatio) },
              { name: '已安排', value: `${view.countedHires}人` },
              { name: '应安排', value: `${view.requiredHires}人` },
              { name: '还差', value: `${view.shortfall}人` },
              { name: view.final ? '应缴残保金' : '残保金估算', value: yuan(view.levyYuan) },
            ]}
          />
          <Notice>
            <p>{view.outcomeText}</p>
            {!view.final && <p>这是估算，不是缴费通知。</p>}
          </Notice>
          {props.figure && <Figure figure={props.figure} />}
          {view.hires.length > 0 && (
            <>
              <h2>算进去的残疾职工</h2>
              <Facts
                rows={view.hires.map((hire) => [hire.name, `${hire.counted}人${hire.note ? `，${hire.note}` : ''}`])}
              />
            </>
          )}
          <TraceTree trace={view.trace} title="看怎么算的" />
        </>
      )}
    </Page>
  );
}
