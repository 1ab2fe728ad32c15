import type { Logger } from 'typeorm';

/** Receives the fact of a failed or slow statement: never its parameters, which hold names and numbers. */
export type QueryReport = (report: { event: 'failed' | 'slow'; table: string; code: string; ms?: number }) => void;

const tableOf = (query: string): string => /(?:INTO|UPDATE|FROM)\s+[`"]?(\w+)/i.exec(query)?.[1] ?? 'unknown';

/** TypeORM's own logger prints parameters to stdout; this one reports code and table only. */
export class QueryLogger implements Logger {
  constructor(private readonly report: QueryReport) {}

  logQueryError(error: string | Error, query: string): void {
    const code = (error as { code?: string }).code ?? 'ERROR';
    this.report({ event: 'failed', table: tableOf(query), code });
  }

  logQuerySlow(ms: number, query: string): void {
    this.report({ event: 'slow', table: tableOf(query), code: 'SLOW', ms });
  }

  logQuery(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
