// node scripts/make-keys.mjs <file> [--gm]: a new key file for production, readable by its owner only. --gm: blind indexes with HMAC-SM3,
//   for installations that start with TONGXING_CRYPTO=gm.
// node scripts/make-keys.mjs --kek <file>: a key that wraps the keys of a key file (TONGXING_KEK).
// Never overwrites a file.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const KEY_BYTES = 32;
const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const [file] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const stop = (problem) => {
  process.stderr.write(`KEYS_FILE: ${problem}\n`);
  process.exit(1);
};
const unknown = [...flags].filter((flag) => flag !== '--gm' && flag !== '--kek');
if (unknown.length > 0) stop(`${unknown.join(' ')} is not known; there are --gm and --kek`);
if (!file) stop('say where to write. Example: node scripts/make-keys.mjs docker/keys.json');

const key = () => randomBytes(KEY_BYTES).toString('base64');
const kid = `k${new Date().getFullYear()}`;
const algorithm = flags.has('--gm') ? 'hmacsm3' : 'hmacsha256';
const keys = {
  kid,
  seal: { [kid]: key() },
  blind: key(),
  blindWith: algorithm,
  digests: [{ kid: 'd1', key: key(), with: algorithm }],
  sign: key(),
  portal: key(),
};
const text = flags.has('--kek') ? `${key()}\n` : `${JSON.stringify(keys, null, 2)}\n`;
try {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
} catch (error) {
  stop(
    `${file}: ${error.code === 'EEXIST' ? 'there is a file already: data sealed with its keys would be lost' : error.code}`,
  );
}
process.stdout.write(
  `${file}: keep a copy apart from the database's backups. In Docker its owner must be user 1000: chown 1000 ${file}\n`,
);
