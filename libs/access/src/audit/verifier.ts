import { Inject, Injectable } from '@nestjs/common';
import { rowsBetween, UnitOfWork } from '@tongxing/database';
import { CryptoProvider } from '@tongxing/platform';
import { AnchorService } from './anchors.js';
import { AuditChain, AuditEntry } from './audit.entity.js';
import { type Anchor, CHAIN_START, type ChainFault, ChainWalk } from './chain.js';

const PAGE = 5_000;

/** What a look through the chains found. */
export interface AuditReport {
  ok: boolean;
  chains: number;
  entries: number;
  anchors: number;
  /** the first fault of each broken chain */
  faults: ChainFault[];
}

/** Recomputes audit chains from the first entry on, and holds them against the anchors outside. */
@Injectable()
export class AuditVerifier {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
    private readonly anchors: AnchorService,
  ) {}

  /**
   * @param only one chain; otherwise all
   * @param progress told after every page
   */
  async verify(only?: string, progress?: (entries: number) => void): Promise<AuditReport> {
    const anchors = (await this.anchors.all()).filter(({ chain }) => only === undefined || chain === only);
    const names = only === undefined ? await this.chains(anchors.map(({ chain }) => chain)) : [only];
    let before = 0;
    const faults: ChainFault[] = [];
    for (const chain of names) {
      const walk = await this.walk(
        chain,
        anchors.filter((anchor) => anchor.chain === chain),
        (entries) => progress?.(before + entries),
      );
      before += walk.entries;
      if (walk.fault) faults.push(walk.fault);
    }
    return { ok: faults.length === 0, chains: names.length, entries: before, anchors: anchors.length, faults };
  }

  private async walk(
    chain: string,
    anchors: readonly Anchor[],
    progress: (entries: number) => void,
  ): Promise<{ entries: number; fault: ChainFault | undefined }> {
    // What is appended during the walk lies behind this end; the anchors were read before it.
    const end = await this.end(chain);
    const walk = new ChainWalk(this.crypto, chain, anchors, this.anchors.isOurs);
    while (walk.entries < end.seq) {
      const rows = await this.page(chain, walk.entries, end.seq);
      for (const row of rows) if (!walk.take(row)) break;
      progress(walk.entries);
      if (rows.length === 0 || walk.broken) break;
    }
    return { entries: walk.entries, fault: walk.close(end) ?? (await this.behindTheEnd(chain)) };
  }

  /** An entry and the end are committed together: one that lies behind an end read after it was slipped in. */
  private async behindTheEnd(chain: string): Promise<ChainFault | undefined> {
    const row = await this.unitOfWork.manager
      .createQueryBuilder(AuditEntry, 'entry')
      .select('MAX(entry.seq)', 'last')
      .where({ chain })
      .getRawOne<{ last: number | string | null }>();
    const { seq } = await this.end(chain);
    return Number(row?.last ?? 0) > seq ? { chain, seq: seq + 1, kind: 'ADDED' } : undefined;
  }

  private async end(chain: string): Promise<Pick<AuditChain, 'seq' | 'hash'>> {
    return (await this.unitOfWork.manager.findOneBy(AuditChain, { chain })) ?? { seq: 0, hash: CHAIN_START };
  }

  private page(chain: string, from: number, to: number): Promise<AuditEntry[]> {
    return rowsBetween(this.unitOfWork.manager, AuditEntry, { chain }, 'seq', { from, to, limit: PAGE });
  }

  private async chains(anchored: readonly string[]): Promise<string[]> {
    const { manager } = this.unitOfWork;
    const ends = await manager.find(AuditChain, { select: { chain: true } });
    const written = await manager
      .createQueryBuilder(AuditEntry, 'entry')
      .select('entry.chain', 'chain')
      .distinct(true)
      .getRawMany<{ chain: string }>();
    return [...new Set([...ends, ...written].map(({ chain }) => chain).concat(anchored))].sort();
  }
}
