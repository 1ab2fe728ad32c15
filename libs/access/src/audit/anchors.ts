import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { Clock, CONFIG, type Config, CryptoProvider } from '@tongxing/platform';
import { AuditChain } from './audit.entity.js';
import { type Anchor, anchorText } from './chain.js';

const PURPOSE = 'audit|anchor';
const bytesOf = (anchor: Omit<Anchor, 'seal'>): Buffer => Buffer.from(anchorText(anchor));

/**
 * The ends of all chains, signed, one JSON line each, in a file outside the database (`TONGXING_ANCHORS`): only there shows that somebody cut
 * a chain off, or wrote it anew with all keys in hand. It belongs on another host; the daily report prints it.
 */
@Injectable()
export class AnchorService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
    @Inject(CONFIG) private readonly config: Pick<Config, 'anchorsFile'>,
  ) {}

  /**
   * Adds a line for every chain that has grown since its last one.
   *
   * @param again for every chain: the signing key is another one, and the one before it may be in the wrong hands
   * @returns how many
   */
  async drop(again = false): Promise<number> {
    const ends = await this.unitOfWork.manager.find(AuditChain, { order: { chain: 'ASC' } });
    const last = new Map((await this.all()).map(({ chain, seq }) => [chain, seq]));
    const at = this.clock.wall().toISOString();
    const lines = ends
      .filter(({ chain, seq }) => again || seq > (last.get(chain) ?? 0))
      .map(({ chain, seq, hash }) => JSON.stringify(this.sealed({ chain, seq, hash, at })));
    if (lines.length === 0) return 0;
    await mkdir(dirname(this.config.anchorsFile), { recursive: true });
    await appendFile(this.config.anchorsFile, `${lines.join('\n')}\n`, { mode: 0o600 });
    return lines.length;
  }

  /** Every anchor, oldest first; none where the file is not there yet. A torn last line (a killed process) is no anchor. */
  async all(): Promise<Anchor[]> {
    const text = await readFile(this.config.anchorsFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Anchor);
  }

  isOurs = (anchor: Anchor): boolean => this.crypto.verify(PURPOSE, bytesOf(anchor), String(anchor.seal));

  private sealed(anchor: Omit<Anchor, 'seal'>): Anchor {
    return { ...anchor, seal: this.crypto.sign(PURPOSE, bytesOf(anchor)) };
  }
}
