import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { openSheetInThread } from '../file/sheet-reader.js';
import type { SheetRequest } from '../file/sheet.js';

const source = join(dirname(fileURLToPath(import.meta.url)), '..');
const root = join(source, '../../..');
const columns = [
  { key: 'name', header: '姓名', aliases: [], required: true },
  { key: 'place', header: '地址', aliases: [], required: false },
];

/** What the build does with the parser's own files: a thread cannot load TypeScript. */
function compile(folder: string): URL {
  mkdirSync(join(folder, 'file'));
  const files = ['limits.ts', ...readdirSync(join(source, 'file')).map((name) => join('file', name))];
  for (const name of files.filter((file) => /(?<!\.d)\.ts$/.test(file))) {
    const { code } = transformSync(readFileSync(join(source, name), 'utf8'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
  return pathToFileURL(join(folder, 'file', 'sheet.worker.js'));
}

describe('the parser thread', () => {
  let folder: string;
  let worker: URL;
  beforeAll(() => {
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    // Inside the project, so that the thread finds the packages.
    folder = mkdtempSync(join(root, 'node_modules/.cache/tongxing-thread-'));
    worker = compile(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const open = (content: Buffer, more: Partial<SheetRequest> = {}) =>
    openSheetInThread({ source: { content }, columns, ...more }, worker);

  it('gives head and rows, and stays only a few batches ahead of a slow reader', async () => {
    const rows = 10_000;
    const text = `姓名,地址\n${Array.from({ length: rows }, (_, index) => `甲${index},乙${index}`).join('\n')}\n`;
    const sheet = await open(Buffer.from(text));
    expect(sheet.head).toMatchObject({ format: 'csv', encoding: 'UTF-8', present: ['name', 'place'] });
    let seen = 0;
    for await (const batch of sheet.batches) {
      expect(batch.rows[0]).toEqual([`甲${seen}`, `乙${seen}`]);
      seen += batch.rows.length;
      if (seen < 2_000) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(seen).toBe(rows);
  });

  it('refuses with the same codes, before and while rows are read', async () => {
    await expect(open(Buffer.from('地址\n甲\n'))).rejects.toMatchObject({
      reasons: [{ code: 'COLUMN_MISSING', figures: { header: '姓名' } }],
    });
    const sheet = await open(Buffer.from(`姓名\n${'甲\n'.repeat(2_000)}"乙`));
    const all = async () => {
      for await (const batch of sheet.batches) void batch;
    };
    await expect(all()).rejects.toThrow('FILE_REJECTED');
  });

  it('reads the whole file before its head, when asked: no refusal comes after a row', async () => {
    const damaged = Buffer.from(`姓名\n${'甲\n'.repeat(2_000)}"乙`);
    await expect(open(damaged, { wholeFirst: true })).rejects.toMatchObject({ reasons: [{ code: 'FILE_REJECTED' }] });
    const sheet = await open(Buffer.from(`姓名\n${'甲\n'.repeat(2_000)}`), { wholeFirst: true });
    let rows = 0;
    for await (const batch of sheet.batches) rows += batch.rows.length;
    expect(rows).toBe(2_000);
  });

  it('counts only the time that the parser takes: a slow reader refuses no file', async () => {
    const timeMs = 1_000;
    const content = Buffer.from(`姓名\n${'甲\n'.repeat(3_000)}`);
    const sheet = await openSheetInThread({ source: { content }, columns }, worker, timeMs);
    let rows = 0;
    for await (const batch of sheet.batches) {
      rows += batch.rows.length;
      await new Promise((resolve) => setTimeout(resolve, timeMs / 4));
    }
    expect(rows).toBe(3_000);
    await expect(openSheetInThread({ source: { content }, columns }, worker, 1)).rejects.toThrow('FILE_REJECTED');
  });

  it('ends when the reader stops early', async () => {
    const sheet = await open(Buffer.from(`姓名\n${'甲\n'.repeat(50_000)}`));
    for await (const batch of sheet.batches) {
      expect(batch.rows.length).toBeGreaterThan(0);
      break;
    }
    await sheet.close();
  });
});
