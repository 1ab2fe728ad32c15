import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type CryptoProvider, sha256Hex } from '@tongxing/platform';

/** Bank files in the data folder, sealed: they hold names and account numbers. */
export class FileVault {
  constructor(
    private readonly folder: string,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Writes to a temporary file, syncs, and renames: a file of this name is whole or is not there. Writing twice does no harm. */
  write(id: string, content: Buffer): void {
    const path = this.pathOf(id);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.part`;
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeSync(file, this.crypto.seal(content.toString('base64'), boundTo(id)));
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
      const content = Buffer.from(this.crypto.open(readFileSync(path, 'utf8'), boundTo(id)), 'base64');
      return sha256Hex(content) === sha256 ? content : undefined;
    } catch {
      return undefined;
    }
  }

  /** A file that got no row. */
  drop(id: string): void {
    rmSync(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.sealed`);
  }
}

const boundTo = (id: string): string => `bank_file|content|${id}`;
