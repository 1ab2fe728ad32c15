import { Injectable } from '@nestjs/common';
import { notFound } from '@tongxing/platform';
import type { ImportKind } from './kind.js';

/** The kinds of rosters that this process knows. Features register theirs when their module starts. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  /** @throws Error when two kinds share a name, or a kind contradicts itself: our mistake, found at start */
  register<V extends object>(kind: ImportKind<V>): void {
    if (this.kinds.has(kind.kind)) throw new Error(`import kind ${kind.kind} is registered twice`);
    const keys = kind.columns.map((column) => column.key);
    const headers = kind.columns.flatMap((column) => [column.header, ...(column.aliases ?? [])]);
    if (new Set(keys).size < keys.length) throw new Error(`import kind ${kind.kind} has two columns with one key`);
    if (new Set(headers).size < headers.length)
      throw new Error(`import kind ${kind.kind} has two columns with one header`);
    if (!keys.includes(kind.keyColumn)) throw new Error(`import kind ${kind.kind} has no column ${kind.keyColumn}`);
    this.kinds.set(kind.kind, kind as unknown as ImportKind);
  }

  /** @throws DomainError NOT_FOUND */
  get(name: string): ImportKind {
    const kind = this.kinds.get(name);
    if (kind === undefined) throw notFound('这种名册');
    return kind;
  }

  all(): ImportKind[] {
    return [...this.kinds.values()];
  }
}
