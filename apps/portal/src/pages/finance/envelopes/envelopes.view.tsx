import type { VNode } from 'preact';
import { DataTable, Empty, Facts, type Frame, instantText, Notice, Page, Pager, yuan } from '@tongxing/ui';

/** 资金指标 with its four figures; free = allotted − pledged − reserved − spent, as the API counts it. */
export interface EnvelopeView {
  id: string;
  name: string;
  year: number;
  source: string;
  allottedYuan: string;
  pledgedYuan: string;
  reservedYuan: string;
  spentYuan: string;
  freeYuan: string;
}

/** 资金指标 */
export function EnvelopesPage({ frame, envelopes }: { frame: Frame; envelopes: readonly EnvelopeView[] }): VNode {
  return (
    <Page frame={frame} title="资金指标">
      {envelopes.length === 0 ? (
        <Empty text="还没有资金指标。" />
      ) : (
        <DataTable
          caption="各项资金，单位元"
          rows={envelopes}
          rowId={(row) => `e-${row.id}`}
          columns={[
            { title: '项目', cell: (row) => <a href={`/finance/ledger/${row.id}`}>{row.name}</a> },
            { title: '年度', cell: (row) => row.year },
            { title: '来源', cell: (row) => row.source },
            { title: '下达', cell: (row) => yuan(row.allottedYuan), number: true },
            { title: '已审批', cell: (row) => yuan(row.pledgedYuan), number: true },
            { title: '待发', cell: (row) => yuan(row.reservedYuan), number: true },
            { title: '已发', cell: (row) => yuan(row.spentYuan), number: true },
            { title: '还能用', cell: (row) => yuan(row.freeYuan), number: true },
          ]}
        />
      )}
    </Page>
  );
}

/** One line of the journal. */
export interface LedgerLine {
  id: string;
  at: string;
  event: string;
  debit: string;
  credit: string;
  amountYuan: string;
}

/** 台账: every posting, oldest first, and whether it balances. */
export function LedgerPage(props: {
  frame: Frame;
  envelope: EnvelopeView;
  balanced: boolean;
  lines: readonly LedgerLine[];
  next?: string;
  first?: string;
}): VNode {
  const { envelope } = props;
  return (
    <Page
      frame={props.frame}
      title={`台账：${envelope.name}`}
      crumbs={[{ href: '/finance/envelopes', text: '资金指标' }]}
    >
      <Notice tone={props.balanced ? 'ok' : 'err'}>
        <p>{props.balanced ? '借贷相等，账是平的。' : '账不平，请马上停止发放并联系管理员。'}</p>
      </Notice>
      <Facts
        rows={[
          ['下达', yuan(envelope.allottedYuan)],
          ['已审批', yuan(envelope.pledgedYuan)],
          ['待发', yuan(envelope.reservedYuan)],
          ['已发', yuan(envelope.spentYuan)],
          ['还能用', yuan(envelope.freeYuan)],
        ]}
      />
      {props.lines.length === 0 ? (
        <Empty text="还没有记账。" />
      ) : (
        <DataTable
          caption="记账明细"
          rows={props.lines}
          rowId={(line) => `j-${line.id}`}
          columns={[
            { title: '时间', cell: (line) => instantText(line.at) },
            { title: '事项', cell: (line) => line.event },
            { title: '借', cell: (line) => line.debit },
            { title: '贷', cell: (line) => line.credit },
            { title: '金额', cell: (line) => yuan(line.amountYuan), number: true },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}
