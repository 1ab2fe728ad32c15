import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { SealedCount, SealedPlace, SealedValue } from '@tongxing/database';
import { type CryptoProvider, sha256Hex } from '@tongxing/platform';

const EXTENSION = '.sealed';
/** More than the beginning of a sealed value that names algorithm and key. */
const START_BYTES = 64;
/** A file may be some megabytes. */
const FILES_AT_ONCE = 10;

/** Files of one kind in a folder of their own below the data folder, outside every web root, each sealed for the row of its id. */
export class FileVault implements SealedPlace {
  /**
   * @param name   of the place of sealed values: `bank-files`
   * @param folder where the files lie
   * @param table  whose rows the files belong to: a file that is moved to another row or table does not open
   */
  constructor(
    readonly name: string,
    private readonly folder: string,
    private readonly table: string,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Writes to a temporary file, syncs, and renames: a file of this name is whole or is not there. Writing twice does no harm. */
  write(id: string, content: Buffer): void {
    this.put(id, this.crypto.seal(content.toString('base64'), this.boundTo(id)));
  }

  private put(id: string, sealed: string): void {
    const path = this.pathOf(id);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.part`;
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeSync(file, sealed);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    // The rename itself lies in the folder.
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  /** @returns undefined where the file is missing, moved or not the one with this hash */
  read(id: string, sha256: string): Buffer | undefined {
    const path = this.pathOf(id);
    if (!existsSync(path)) return undefined;
    try {
      const content = Buffer.from(this.crypto.open(readFileSync(path, 'utf8'), this.boundTo(id)), 'base64');
      return sha256Hex(content) === sha256 ? content : undefined;
    } catch {
      return undefined;
    }
  }

  /** A file that got no row, or has lost it. */
  drop(id: string): void {
    rmSync(this.pathOf(id), { force: true });
  }

  async count(beginnings: readonly string[]): Promise<SealedCount> {
    const byBeginning = Object.fromEntries(beginnings.map((beginning) => [beginning, 0]));
    let others = 0;
    for (const id of this.ids()) {
      const start = this.startOf(id);
      const beginning = beginnings.find((each) => start.startsWith(each));
      if (beginning === undefined) others += 1;
      else byBeginning[beginning] = (byBeginning[beginning] ?? 0) + 1;
    }
    return { byBeginning, others };
  }

  async next(writing: string, after: string, limit: number): Promise<SealedValue[]> {
    const found: SealedValue[] = [];
    for (const id of this.ids()) {
      if (found.length >= Math.min(limit, FILES_AT_ONCE)) break;
      if (id <= after || this.startOf(id).startsWith(writing)) continue;
      found.push({ id, sealed: readFileSync(this.pathOf(id), 'utf8'), boundTo: this.boundTo(id) });
    }
    return found;
  }

  async replace(changes: readonly { value: SealedValue; to: string }[]): Promise<number> {
    for (const { value, to } of changes) this.put(value.id, to);
    return changes.length;
  }

  /** Ids of the files, ascending. */
  ids(): string[] {
    if (!existsSync(this.folder)) return [];
    const names = readdirSync(this.folder).filter((name) => name.endsWith(EXTENSION));
    return names.map((name) => name.slice(0, -EXTENSION.length)).sort();
  }

  private boundTo(id: string): string {
    return `${this.table}|content|${id}`;
  }

  private startOf(id: string): string {
    const file = openSync(this.pathOf(id), 'r');
    try {
      const start = Buffer.alloc(START_BYTES);
      return start.toString('latin1', 0, readSync(file, start, 0, START_BYTES, 0));
    } finally {
      closeSync(file);
    }
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}${EXTENSION}`);
  }
}
