import type { CryptoProvider } from '@tongxing/platform';
import type { AuditEntry } from './audit.entity.js';

/** What the first entry of a chain points back to. */
export const CHAIN_START = '0'.repeat(64);

/** Everything of an entry that its hash speaks for. */
export type Hashed = Omit<AuditEntry, 'id' | 'hash'>;

const PURPOSE = 'audit|chain';

const hashedText = (entry: Hashed): string =>
  JSON.stringify([
    entry.prevHash,
    entry.chain,
    entry.seq,
    entry.at.toISOString(),
    entry.actorId,
    entry.onBehalfOf,
    entry.role,
    entry.divisionCode,
    entry.action,
    entry.targetKind,
    entry.targetId,
    entry.before,
    entry.after,
    entry.reason,
    entry.address,
    entry.trace,
  ]);

/**
 * The hash of an entry: keyed, over the hash before it and every field. The key lies outside the database, so that who can write its rows
 * cannot close a chain again.
 */
export const entryHash = (crypto: CryptoProvider, entry: Hashed): string => crypto.digest(PURPOSE, hashedText(entry));

/** Whether an entry carries its own hash, made with any digest key that there has been: keys change in the middle of chains. */
const isWhole = (crypto: CryptoProvider, entry: AuditEntry): boolean =>
  crypto.isDigest(PURPOSE, hashedText(entry), entry.hash);

/** What is wrong with a chain, at the first entry where it shows. */
export interface ChainFault {
  chain: string;
  seq: number;
  /**
   * MISSING: no entry of this number, though there was one · CHANGED: the entry or its place is not what was written · ADDED: an entry behind
   * the end · REWRITTEN: changed together with everything behind it, since the anchor before it · ANCHOR: the anchor itself is not ours
   */
  kind: 'MISSING' | 'CHANGED' | 'ADDED' | 'REWRITTEN' | 'ANCHOR';
}

/** The signed end of a chain at one moment, kept outside the database. */
export interface Anchor {
  chain: string;
  seq: number;
  hash: string;
  /** ISO instant */
  at: string;
  seal: string;
}

/** What an anchor's seal speaks for. */
export const anchorText = ({ chain, seq, hash, at }: Omit<Anchor, 'seal'>): string =>
  JSON.stringify([chain, seq, hash, at]);

/**
 * Follows one chain from its start: entries are handed in by seq, the end is told last.
 *
 * @param anchors of this chain, oldest first
 */
export class ChainWalk {
  private seq = 0;
  private hash = CHAIN_START;
  private fault: ChainFault | undefined;
  private anchored = 0;
  private readonly anchors: Map<number, Anchor>;

  constructor(
    private readonly crypto: CryptoProvider,
    readonly chain: string,
    anchors: readonly Anchor[],
    private readonly isOurs: (anchor: Anchor) => boolean,
  ) {
    this.anchors = new Map(anchors.map((anchor) => [anchor.seq, anchor]));
    const forged = anchors.find((anchor) => !isOurs(anchor));
    if (forged) this.fault = { chain, seq: forged.seq, kind: 'ANCHOR' };
  }

  /** Entries that were found right. */
  get entries(): number {
    return this.seq;
  }

  get broken(): boolean {
    return this.fault !== undefined;
  }

  /** @returns false once the chain is broken: nothing behind it can be told */
  take(entry: AuditEntry): boolean {
    if (this.fault) return false;
    const next = this.seq + 1;
    if (entry.seq !== next) return this.stop(next, 'MISSING');
    if (entry.prevHash !== this.hash || !isWhole(this.crypto, entry)) return this.stop(next, 'CHANGED');
    const anchor = this.anchors.get(next);
    if (anchor && anchor.hash !== entry.hash) return this.stop(this.anchored + 1, 'REWRITTEN');
    if (anchor) this.anchored = next;
    this.seq = next;
    this.hash = entry.hash;
    return true;
  }

  /** @param end the row of the chain's end */
  close(end: { seq: number; hash: string }): ChainFault | undefined {
    if (this.fault) return this.fault;
    if (this.seq < Math.max(end.seq, ...this.anchors.keys())) this.stop(this.seq + 1, 'MISSING');
    else if (end.hash !== this.hash) this.stop(Math.max(this.seq, 1), 'CHANGED');
    return this.fault;
  }

  private stop(seq: number, kind: ChainFault['kind']): false {
    this.fault = { chain: this.chain, seq, kind };
    return false;
  }
}
