import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SqliteConnection, sqliteDriver } from '@tongxing/database';
import { type Config, ConfigError, DomainError } from '@tongxing/platform';
import { yuanText } from '@tongxing/rules';
import iconv from 'iconv-lite';
import {
  type BankAnswer,
  BankGateway,
  type BankOrder,
  type BankWord,
  type CallbackHeaders,
  UnknownOutcome,
} from './bank-gateway.js';
import { bankWordOf } from './bank-word.js';

/** An account ending like this is closed at the sandbox bank: the way to see a failed payment. */
export const SANDBOX_CLOSED_TAIL = '0404';

/** The last part of the address that its messages come to, and the header that carries their RSA signature (SHA-256, Base64). */
export const SANDBOX_PROFILE = 'sandbox';
export const SIGNATURE_HEADER = 'x-bank-signature';
const RSA_BITS = 2_048;

/** What goes wrong on the way to the sandbox bank, for specs. */
export type SandboxFault = 'DROP_REQUEST' | 'LOSE_REPLY';

interface OrderRow {
  key: string;
  amountFen: number;
  accountName: string;
  accountNumber: string;
  state: 'PAID' | 'FAILED';
  reason: string | null;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS bank_order (
    key TEXT PRIMARY KEY, amountFen INTEGER NOT NULL, accountName TEXT NOT NULL, accountNumber TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT
  );
  CREATE TABLE IF NOT EXISTS transfer (id INTEGER PRIMARY KEY, key TEXT NOT NULL, amountFen INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS signing_key (id INTEGER PRIMARY KEY CHECK (id = 1), pem TEXT NOT NULL);
`;

/**
 * 沙箱银行: a bank for the demonstration and the specs, with books of its own beside our database. It knows a key again.
 * What it really paid stands in its table of transfers: the witness for "paid twice".
 */
export class SandboxBank extends BankGateway {
  readonly capabilities = { dedupesByKey: true, windowMs: 24 * 60 * 60_000 };
  readonly available = true;
  /** faults of the next submissions, in order; undefined goes well */
  readonly faults: (SandboxFault | undefined)[] = [];
  private connection: SqliteConnection | undefined;

  /** @throws ConfigError in production */
  constructor(private readonly config: Pick<Config, 'dataDir' | 'production'>) {
    super();
    if (config.production)
      throw new ConfigError('CONFIG_INSECURE', 'NODE_ENV', 'the sandbox bank pays nobody', 'NODE_ENV=development');
  }

  async submit(order: BankOrder): Promise<BankAnswer> {
    const fault = this.faults.shift();
    if (fault === 'DROP_REQUEST') throw new UnknownOutcome('the request did not arrive');
    const answer = this.book(order);
    if (fault === 'LOSE_REPLY') throw new UnknownOutcome('the reply did not arrive');
    return answer;
  }

  async outcomeOf(key: string): Promise<BankAnswer> {
    const row = this.find(key);
    return row === undefined ? { state: 'NOT_FOUND' } : answerOf(row);
  }

  verifyCallback(profile: string, headers: CallbackHeaders, body: Buffer): BankWord | null {
    const signature = headers[SIGNATURE_HEADER];
    if (profile !== SANDBOX_PROFILE || typeof signature !== 'string') return null;
    const isSigned = verify('sha256', body, createPublicKey(this.key()), Buffer.from(signature, 'base64'));
    return isSigned ? bankWordOf(body) : null;
  }

  /** A message as the bank would send it: its body, and the headers that go with it. */
  message(word: Omit<BankWord, 'amountFen'> & { amountYuan: string }): {
    headers: Record<string, string>;
    body: Buffer;
  } {
    const body = Buffer.from(JSON.stringify(word));
    return { headers: this.signed(body), body };
  }

  /** The headers that the bank puts over these bytes. */
  signed(body: Buffer): Record<string, string> {
    return { [SIGNATURE_HEADER]: sign('sha256', body, this.key()).toString('base64') };
  }

  /**
   * Takes an exported file as the bank's own page would, and gives its return file: CSV, GBK, one line an order, and a line of totals.
   * The same file again gives the same answer and pays nothing more.
   *
   * @throws DomainError VALIDATION for a file that is no batch of ours
   */
  run(content: Buffer, extension: string): Buffer {
    const { number, orders } = extension === 'csv' ? readCsv(content) : readPipe(content);
    const lines = orders.map((order) => {
      const answer = this.book(order);
      const paid = answer.state === 'PAID';
      const reason = answer.state === 'FAILED' ? answer.reason : '';
      return { order, paidFen: paid ? order.amountFen : 0, result: paid ? '成功' : '失败', reason };
    });
    return returnFile(
      number,
      lines.map(({ order, paidFen, result, reason }) => ({
        key: order.key,
        accountName: order.accountName,
        accountNumber: order.accountNumber,
        paidFen,
        result,
        reason,
      })),
    );
  }

  /** What was really paid: key → how often and how much. */
  transfers(): Map<string, { times: number; fen: number }> {
    const rows = this.open()
      .prepare('SELECT key, COUNT(*) AS times, SUM(amountFen) AS fen FROM transfer GROUP BY key')
      .all() as { key: string; times: number; fen: number }[];
    return new Map(rows.map(({ key, times, fen }) => [key, { times: Number(times), fen: Number(fen) }]));
  }

  close(): void {
    this.connection?.close();
    this.connection = undefined;
  }

  /** Its private key: made at the first message, kept in its books. */
  private key(): KeyObject {
    const books = this.open();
    const standing = () => books.prepare('SELECT pem FROM signing_key').get() as { pem: string } | undefined;
    if (standing() === undefined) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      books.prepare('INSERT OR IGNORE INTO signing_key VALUES (1, ?)').run(pem);
    }
    return createPrivateKey((standing() as { pem: string }).pem);
  }

  private book(order: BankOrder): BankAnswer {
    const standing = this.find(order.key);
    if (standing !== undefined) {
      if (standing.amountFen !== order.amountFen || standing.accountNumber !== order.accountNumber)
        throw new DomainError('IDEMPOTENCY_MISMATCH', '同一个指令号发了不同的金额或账号，已停止。');
      return answerOf(standing);
    }
    const closed = order.accountNumber.endsWith(SANDBOX_CLOSED_TAIL);
    const connection = this.open();
    connection.exec('BEGIN IMMEDIATE');
    try {
      const { changes } = connection
        .prepare('INSERT OR IGNORE INTO bank_order VALUES (?, ?, ?, ?, ?, ?)')
        .run(
          order.key,
          order.amountFen,
          order.accountName,
          order.accountNumber,
          closed ? 'FAILED' : 'PAID',
          closed ? 'ACCOUNT_CLOSED' : null,
        );
      if (changes === 1 && !closed)
        connection.prepare('INSERT INTO transfer (key, amountFen) VALUES (?, ?)').run(order.key, order.amountFen);
      connection.exec('COMMIT');
    } catch (error) {
      connection.exec('ROLLBACK');
      throw error;
    }
    return answerOf(this.find(order.key) as OrderRow);
  }

  private find(key: string): OrderRow | undefined {
    return this.open().prepare('SELECT * FROM bank_order WHERE key = ?').get(key) as OrderRow | undefined;
  }

  private open(): SqliteConnection {
    if (this.connection === undefined) {
      mkdirSync(this.config.dataDir, { recursive: true });
      const Driver = sqliteDriver();
      this.connection = new Driver(join(this.config.dataDir, 'sandbox-bank.sqlite'), { timeout: 15_000 });
      this.connection.pragma('journal_mode = WAL');
      this.connection.exec(SCHEMA);
    }
    return this.connection;
  }
}

const answerOf = (row: OrderRow): BankAnswer =>
  row.state === 'PAID' ? { state: 'PAID' } : { state: 'FAILED', reason: row.reason ?? 'UNSPECIFIED' };

/** One line of a return file as the sandbox writes it. */
export interface ReturnedLine {
  key: string;
  accountName: string;
  accountNumber: string;
  paidFen: number;
  result: string;
  reason: string;
}

export const RETURN_HEADER = ['批次号', '指令号', '户名', '账号', '金额', '结果', '原因'] as const;
export const RETURN_TOTAL_MARK = '合计';

/** The bytes of a return file. */
export function returnFile(number: string, lines: readonly ReturnedLine[]): Buffer {
  const totalFen = lines.reduce((sum, line) => sum + line.paidFen, 0);
  const rows = [
    [...RETURN_HEADER],
    ...lines.map((line) => [
      number,
      line.key,
      line.accountName,
      line.accountNumber,
      yuanText(line.paidFen),
      line.result,
      line.reason,
    ]),
    [number, RETURN_TOTAL_MARK, '', '', yuanText(totalFen), `${lines.length}笔`, ''],
  ];
  return iconv.encode(`${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`, 'gb18030');
}

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const notOurs = (): DomainError =>
  new DomainError('VALIDATION', '这不是发放批次的银行文件。', { field: 'file', hint: '请用导出的原文件。' });

function readPipe(content: Buffer): { number: string; orders: BankOrder[] } {
  const rows = iconv
    .decode(content, 'gbk')
    .split('\r\n')
    .map((line) => line.split('|'));
  const [head] = rows;
  const orders = rows
    .filter((row) => row[0] === 'D')
    .map(([, , key, accountNumber, accountName, amount, purpose]) => ({
      key: key ?? '',
      accountNumber: accountNumber ?? '',
      accountName: accountName ?? '',
      amountFen: Number(amount),
      purpose: purpose ?? '',
    }));
  const total = orders.reduce((sum, order) => sum + order.amountFen, 0);
  if (head?.[0] !== 'H' || Number(head[2]) !== orders.length || Number(head[3]) !== total) throw notOurs();
  return { number: head[1] ?? '', orders };
}

function readCsv(content: Buffer): { number: string; orders: BankOrder[] } {
  const [, ...rows] = iconv
    .decode(content, 'utf8')
    .trim()
    .split('\r\n')
    .map((line) => line.split(',').map((text) => text.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
  const trailer = rows.pop();
  if (trailer?.[1] !== RETURN_TOTAL_MARK || Number(trailer[2]) !== rows.length) throw notOurs();
  const orders = rows.map(([, , key, accountNumber, accountName, amount, purpose]) => ({
    key: key ?? '',
    accountNumber: accountNumber ?? '',
    accountName: accountName ?? '',
    amountFen: Math.round(Number(amount) * 100),
    purpose: purpose ?? '',
  }));
  return { number: trailer[0] ?? '', orders };
}
