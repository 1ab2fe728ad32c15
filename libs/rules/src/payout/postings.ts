import { RuleRefusal } from '../refusal.js';
import { type Fen, yuanText } from '../money.js';

/** 会计科目 of an envelope's ledger. */
export type LedgerAccount =
  | 'authority'
  | 'available'
  | 'reserved'
  | 'in_transit'
  | 'bank'
  | 'clawback_receivable'
  | 'clawback_contra'
  | 'treasury'
  | 'suspense';

export const LEDGER_ACCOUNTS: Readonly<Record<LedgerAccount, string>> = {
  authority: '指标来源',
  available: '可用指标',
  reserved: '待发',
  in_transit: '在途',
  bank: '银行存款',
  clawback_receivable: '应追回款',
  clawback_contra: '追回对应',
  treasury: '上缴国库',
  suspense: '待查',
};

/** One side of a journal. */
export interface Entry {
  account: LedgerAccount;
  side: 'DR' | 'CR';
  /** > 0 */
  amountFen: Fen;
}

/** How a posting moves the counters of its envelope. `reserved` = accounts reserved + in_transit. */
export interface CounterDeltas {
  allottedFen: Fen;
  pledgedFen: Fen;
  reservedFen: Fen;
  spentFen: Fen;
}

/** A journal before it is written. Its key makes a replay "already done". */
export interface Posting {
  postingKey: string;
  /** 下达, 公示期满 … */
  event: PostingEvent;
  entries: readonly Entry[];
  counters: CounterDeltas;
}

export type PostingEvent =
  | 'allot'
  | 'reserve'
  | 'send'
  | 'paid'
  | 'fail'
  | 'void'
  | 'bounced'
  | 'clawback-due'
  | 'clawback-received'
  | 'suspense';

export const POSTING_WORDS: Readonly<Record<PostingEvent, string>> = {
  allot: '下达或调整指标',
  reserve: '公示期满，列入待发',
  send: '银行受理',
  paid: '到账',
  fail: '发放失败，退回待发',
  void: '作废，退回可用',
  bounced: '退汇',
  'clawback-due': '决定追回',
  'clawback-received': '收到追回款',
  suspense: '银行流水待查',
};

export const NO_CHANGE: CounterDeltas = { allottedFen: 0, pledgedFen: 0, reservedFen: 0, spentFen: 0 };

const moved = (deltas: Partial<CounterDeltas>): CounterDeltas => ({ ...NO_CHANGE, ...deltas });

function pair(debit: LedgerAccount, credit: LedgerAccount, amountFen: Fen): Entry[] {
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0)
    throw new RuleRefusal('AMOUNT_INVALID', 'amount', undefined, '记账金额要大于 0。');
  return [
    { account: debit, side: 'DR', amountFen },
    { account: credit, side: 'CR', amountFen },
  ];
}

/** 指标下达或调整. @param amountFen ≠ 0; below 0 takes money back @param document number of the paper, the key */
export const postAllotment = (document: string, amountFen: Fen): Posting => ({
  postingKey: `allot:${document}`,
  event: 'allot',
  entries: amountFen < 0 ? pair('available', 'authority', -amountFen) : pair('authority', 'available', amountFen),
  counters: moved({ allottedFen: amountFen }),
});

/** Second approval: money is promised by a counter alone, no journal. */
export const pledge = (amountFen: Fen): CounterDeltas => moved({ pledgedFen: amountFen });
/** A promise that ends before the notice has closed. */
export const unpledge = (amountFen: Fen): CounterDeltas => moved({ pledgedFen: -amountFen });

/** The notice has closed: the promise becomes a reserve. */
export const postReserve = (payoutId: string, amountFen: Fen): Posting => ({
  postingKey: `reserve:${payoutId}`,
  event: 'reserve',
  entries: pair('available', 'reserved', amountFen),
  counters: moved({ pledgedFen: -amountFen, reservedFen: amountFen }),
});

/** The bank has accepted an instruction. */
export const postSend = (instructionId: string, amountFen: Fen): Posting => ({
  postingKey: `send:${instructionId}`,
  event: 'send',
  entries: pair('reserved', 'in_transit', amountFen),
  counters: NO_CHANGE,
});

/** The bank says paid. `send` must stand before it: {@link postPaid} gives both, and a replay of the first does no harm. */
export const postPaid = (instructionId: string, amountFen: Fen): readonly [Posting, Posting] => [
  postSend(instructionId, amountFen),
  {
    postingKey: `paid:${instructionId}`,
    event: 'paid',
    entries: pair('in_transit', 'bank', amountFen),
    counters: moved({ reservedFen: -amountFen, spentFen: amountFen }),
  },
];

/** The bank says failed. Only where `send` was posted; else nothing has moved. */
export const postFail = (instructionId: string, amountFen: Fen): Posting => ({
  postingKey: `fail:${instructionId}`,
  event: 'fail',
  entries: pair('in_transit', 'reserved', amountFen),
  counters: NO_CHANGE,
});

/** A reserved payout is given up. */
export const postVoid = (payoutId: string, amountFen: Fen): Posting => ({
  postingKey: `void:${payoutId}`,
  event: 'void',
  entries: pair('reserved', 'available', amountFen),
  counters: moved({ reservedFen: -amountFen }),
});

/** 退汇: paid money came back. @param bankLine id of the statement or return line */
export const postBounced = (bankLine: string, amountFen: Fen): Posting => ({
  postingKey: `ret:${bankLine}`,
  event: 'bounced',
  entries: pair('bank', 'reserved', amountFen),
  counters: moved({ reservedFen: amountFen, spentFen: -amountFen }),
});

/** 追回决定. */
export const postClawbackDue = (decisionId: string, amountFen: Fen): Posting => ({
  postingKey: `due:${decisionId}`,
  event: 'clawback-due',
  entries: pair('clawback_receivable', 'clawback_contra', amountFen),
  counters: NO_CHANGE,
});

/**
 * What may be claimed back of a payout: more than nothing, and with what was decided before no more than was paid.
 *
 * @param decidedFen of earlier decisions about the same payout
 * @throws RuleRefusal AMOUNT_INVALID
 */
export function requireClawback(amountFen: Fen, paidFen: Fen, decidedFen: Fen = 0): void {
  if (Number.isSafeInteger(amountFen) && amountFen > 0 && decidedFen + amountFen <= paidFen) return;
  throw new RuleRefusal(
    'AMOUNT_INVALID',
    'amount',
    undefined,
    `追回的金额要大于 0，合计不超过已付的 ${yuanText(paidFen)} 元。`,
  );
}

/** 追回款到账: back into the envelope while it is open, else to the treasury. */
export const postClawbackReceived = (bankLine: string, amountFen: Fen, envelopeOpen: boolean): Posting => ({
  postingKey: `claw:${bankLine}`,
  event: 'clawback-received',
  entries: [
    ...pair('bank', 'clawback_receivable', amountFen),
    ...pair('clawback_contra', envelopeOpen ? 'available' : 'treasury', amountFen),
  ],
  counters: moved({ spentFen: envelopeOpen ? -amountFen : 0 }),
});

/** A bank line that nothing explains. @param arrived true when money came in */
export const postSuspense = (bankLine: string, amountFen: Fen, arrived: boolean): Posting => ({
  postingKey: `susp:${bankLine}`,
  event: 'suspense',
  entries: arrived ? pair('bank', 'suspense', amountFen) : pair('suspense', 'bank', amountFen),
  counters: NO_CHANGE,
});

/** Debits minus credits of a journal: 0 when it balances. */
export const imbalance = (entries: readonly Entry[]): Fen =>
  entries.reduce((sum, entry) => sum + (entry.side === 'DR' ? entry.amountFen : -entry.amountFen), 0);

/** Several postings of one envelope as one change of its counters. */
export const sumCounters = (deltas: readonly CounterDeltas[]): CounterDeltas =>
  deltas.reduce(
    (sum, delta) => ({
      allottedFen: sum.allottedFen + delta.allottedFen,
      pledgedFen: sum.pledgedFen + delta.pledgedFen,
      reservedFen: sum.reservedFen + delta.reservedFen,
      spentFen: sum.spentFen + delta.spentFen,
    }),
    NO_CHANGE,
  );

/** 还能用: what may still be promised. */
export const availableFen = (counters: CounterDeltas): Fen =>
  counters.allottedFen - counters.pledgedFen - counters.reservedFen - counters.spentFen;
