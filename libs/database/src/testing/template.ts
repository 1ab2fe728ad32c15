import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { dataSourceFactory, migrate } from '../data-source.js';

/*
 * A hundred migrations take half a second on SQLite and some seconds on a server, and every spec wants a fresh database. The first one runs
 * them; the others copy what came out. A template is named by the code of this lib, so a changed migration makes another.
 */

const here = dirname(fileURLToPath(import.meta.url));

function codeHash(): string {
  const hash = createHash('sha256');
  const root = join(here, '..');
  for (const folder of [root, join(root, 'migrations')])
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.ts') || file.endsWith('.js'))
      .sort())
      hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

const template = (kind: string): string => join(tmpdir(), `tongxing-template-${codeHash()}-${kind}`);

/** Two workers may make it at once: whoever comes second puts the same in its place. */
async function made(file: string, make: (unfinished: string) => Promise<void>): Promise<string> {
  if (existsSync(file)) return file;
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-template-'));
  const unfinished = join(folder, 'unfinished');
  await make(unfinished);
  renameSync(unfinished, file);
  rmSync(folder, { recursive: true, force: true });
  return file;
}

/** A SQLite file with every migration run, to be copied. */
export const migratedFile = (): Promise<string> =>
  made(template('sqlite'), async (unfinished) => {
    const dataSource = await dataSourceFactory({ engine: 'sqlite', file: unfinished }, []);
    await migrate(dataSource);
    await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await dataSource.destroy();
  });

/** Statements that make the tables, and the rows migrations leave in them, on a server whose checks of foreign keys are off. */
export async function migratedStatements(admin: URL, engine: 'mysql' | 'mariadb'): Promise<string> {
  const connection = await createConnection({
    uri: admin.href.replace(/^mariadb:/, 'mysql:'),
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
  });
  try {
    const [[version]] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS text');
    const kind = `${String(version?.text).replaceAll(/[^\w.]/g, '_')}.sql`;
    const file = await made(template(kind), async (unfinished) => {
      const name = `tx_template_${process.pid}_${Date.now().toString(36)}`;
      await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      const url = new URL(admin);
      url.pathname = `/${name}`;
      const dataSource = await dataSourceFactory({ engine, url: url.href }, []);
      await migrate(dataSource);
      await dataSource.destroy();
      await connection.changeUser({ database: name });
      const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
      const statements: string[] = [];
      for (const table of tables.map((row) => String(Object.values(row)[0]))) {
        const [[shown]] = await connection.query<RowDataPacket[]>('SHOW CREATE TABLE ??', [table]);
        statements.push(String(shown?.['Create Table']));
        const [rows] = await connection.query<RowDataPacket[]>('SELECT * FROM ??', [table]);
        const values = rows.map((row) => Object.values(row));
        if (values.length > 0) statements.push(connection.format('INSERT INTO ?? VALUES ?', [table, values]));
      }
      await connection.query(`DROP DATABASE ${name}`);
      writeFileSync(unfinished, statements.join(';\n'));
    });
    return readFileSync(file, 'utf8');
  } finally {
    await connection.end();
  }
}
