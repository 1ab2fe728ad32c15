import type { VNode } from 'preact';
import { DataTable, dayText, Empty, Facts, type Frame, Page, Pager, yuan } from '@tongxing/ui';
import type { EnvelopeRowFragment, LedgerQuery } from '../../../gql/generated.js';

type Line = LedgerQuery['ledger']['edges'][number]['node'];

/** 资金指标 with its figures; what is left to use is the API's sum. */
export function EnvelopesPage({
  frame,
  envelopes,
}: {
  frame: Frame;
  envelopes: readonly EnvelopeRowFragment[];
}): VNode {
  return (
    <Page frame={frame} title="资金指标">
      {envelopes.length === 0 ? (
        <Empty text="还没有资金指标。" />
      ) : (
        <DataTable
          caption="各项资金"
          rows={envelopes}
          rowId={(row) => `e-${row.id}`}
          columns={[
            { title: '项目', cell: (row) => <a href={`/finance/ledger/${row.id}`}>{row.schemeName}</a> },
            { title: '年度', cell: (row) => row.year },
            { title: '来源', cell: (row) => row.source },
            { title: '下达', cell: (row) => yuan(row.allottedYuan), number: true },
            { title: '已审批', cell: (row) => yuan(row.pledgedYuan), number: true },
            { title: '待发', cell: (row) => yuan(row.reservedYuan), number: true },
            { title: '已发', cell: (row) => yuan(row.spentYuan), number: true },
            { title: '还能用', cell: (row) => yuan(row.availableYuan), number: true },
          ]}
        />
      )}
    </Page>
  );
}

/** 台账: every posting of an envelope. */
export function LedgerPage(props: {
  frame: Frame;
  envelope: EnvelopeRowFragment;
  total: number;
  lines: readonly Line[];
  next?: string;
  first?: string;
}): VNode {
  const { envelope } = props;
  return (
    <Page
      frame={props.frame}
      title={`台账：${envelope.schemeName} ${envelope.year}年`}
      crumbs={[{ href: '/finance/envelopes', text: '资金指标' }]}
    >
      <Facts
        rows={[
          ['来源', envelope.source],
          ['下达', yuan(envelope.allottedYuan)],
          ['已审批', yuan(envelope.pledgedYuan)],
          ['待发', yuan(envelope.reservedYuan)],
          ['已发', yuan(envelope.spentYuan)],
          ['还能用', yuan(envelope.availableYuan)],
        ]}
      />
      {props.lines.length === 0 ? (
        <Empty text="还没有记账。" />
      ) : (
        <DataTable
          caption={`记账明细，共 ${props.total} 笔`}
          rows={props.lines}
          rowId={(line) => `j-${line.id}`}
          columns={[
            { title: '日期', whole: true, cell: (line) => dayText(line.bookedOn) },
            {
              title: '事项',
              wide: true,
              cell: (line) => (
                <>
                  {line.event}
                  {line.memo && <div class="hint">{line.memo}</div>}
                </>
              ),
            },
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
