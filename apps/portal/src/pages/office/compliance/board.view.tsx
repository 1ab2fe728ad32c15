import type { VNode } from 'preact';
import { DataTable, Empty, type Frame, Page, Pager, percentText, SubNav, yuan } from '@tongxing/ui';
import type { ComplianceBoardQuery } from '../../../gql/generated.js';

type Row = ComplianceBoardQuery['complianceBoard']['edges'][number]['node'];

/** 全县达标: 未报 is not 0, and what cannot be computed says why. */
export function BoardPage(props: {
  frame: Frame;
  year: number;
  years: readonly number[];
  total: number;
  rows: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title={`${props.year}年全县达标情况`} crumbs={[{ href: '/office', text: '工作台' }]}>
      <SubNav
        label="年度"
        links={props.years.map((year) => ({
          href: `/office/compliance?year=${year}`,
          text: `${year}年`,
          current: year === props.year,
        }))}
      />
      <h2>一共 {props.total} 个单位</h2>
      {props.rows.length === 0 ? (
        <Empty text="还没有单位。可以先导入用人单位名册。" />
      ) : (
        <DataTable
          caption={`${props.year}年的单位`}
          rows={props.rows}
          rowId={(row) => `u-${row.employerId}`}
          columns={[
            {
              title: '单位',
              cell: (row) => <a href={`/office/compliance/${row.employerId}?year=${props.year}`}>{row.employerName}</a>,
            },
            { title: '申报', cell: (row) => row.stateText },
            { title: '结果', wide: true, cell: (row) => row.problem?.message ?? row.outcomeText ?? '未报' },
            { title: '职工', cell: (row) => row.employees ?? '未报', number: true },
            { title: '已安排', cell: (row) => row.countedHires ?? '未报', number: true },
            { title: '还差', cell: (row) => row.shortfall ?? '—', number: true },
            {
              title: '比例',
              cell: (row) => (row.placementRatio ? percentText(row.placementRatio) : '—'),
              number: true,
            },
            { title: '残保金估算', cell: (row) => (row.levyYuan ? yuan(row.levyYuan) : '—'), number: true },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}
