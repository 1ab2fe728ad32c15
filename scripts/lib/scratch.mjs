// Places a check writes to, gone afterwards: a folder, key files, a database on the server.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseServerUrl, serverAnswers } from './services.mjs';

const KEY_BYTES = 32;

/** @returns a new folder that others may read but not list */
export function scratchFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `tongxing-${name}-`));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Keys as production wants them. */
export function writeKeys(file) {
  const key = () => randomBytes(KEY_BYTES).toString('base64');
  writeFileSync(file, JSON.stringify({ kid: 'k1', seal: key(), blind: key(), portal: key() }), { mode: 0o600 });
  return file;
}

let made = 0;

/** An empty utf8mb4_bin database on the server of the tests; undefined when none answers. */
export async function scratchDatabase() {
  if (!(await serverAnswers())) return undefined;
  const { createConnection } = await import('mysql2/promise');
  made += 1;
  const name = `tx_check_${process.pid}_${Date.now().toString(36)}_${made}`;
  const url = new URL(databaseServerUrl());
  url.pathname = `/${name}`;
  const command = async (sql) => {
    const connection = await createConnection(databaseServerUrl().replace(/^mariadb:/, 'mysql:'));
    await connection.query(sql);
    await connection.end();
  };
  await command(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: String(url), engine: url.protocol.slice(0, -1), remove: () => command(`DROP DATABASE ${name}`) };
}
