// node scripts/make-keys.mjs <file>: a new key file for production, readable by its owner only. Never overwrites one.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const KEY_BYTES = 32;
const [file] = process.argv.slice(2);
if (!file) {
  process.stderr.write('KEYS_FILE: say where to write. Example: node scripts/make-keys.mjs docker/keys.json\n');
  process.exit(1);
}
const key = () => randomBytes(KEY_BYTES).toString('base64');
const keys = { kid: `k${new Date().getFullYear()}`, seal: key(), blind: key(), portal: key() };
try {
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
} catch (error) {
  const there =
    error.code === 'EEXIST' ? 'there is a file already: data sealed with its keys would be lost' : error.code;
  process.stderr.write(`KEYS_FILE: ${file}: ${there}\n`);
  process.exit(1);
}
process.stdout.write(
  `${file}: keep a copy apart from the database's backups. In Docker its owner must be user 1000: chown 1000 ${file}\n`,
);
