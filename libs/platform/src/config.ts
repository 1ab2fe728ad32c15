import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';

/** Why a start was refused: the variable, what is wrong with its value, and a value that would do. */
export class ConfigError extends Error {
  constructor(
    readonly code: 'CONFIG_INVALID' | 'CONFIG_UNKNOWN' | 'CONFIG_INSECURE',
    readonly variable: string,
    readonly problem: string,
    readonly example: string,
  ) {
    super(`${code} ${variable}: ${problem}. Example: ${example}`);
    this.name = 'ConfigError';
  }
}

/** Where the rows live: one embedded file, or a server named by its URL scheme. */
export type DatabaseConfig = { engine: 'sqlite'; file: string } | { engine: 'mysql' | 'mariadb'; url: string };

/** Keys of field encryption and of the portal's service access, each 32 bytes or more. */
export interface KeyRing {
  /** Names the key inside each sealed value, so that a rotation can tell old from new. */
  kid: string;
  seal: Buffer;
  blind: Buffer;
  /** Shared by portal and api: proves that a session id comes from the portal. */
  portal: string;
}

/** Everything the environment decides, read once. */
export interface Config {
  port: number;
  production: boolean;
  /** Demo accounts, demo parameters and demo time are allowed. */
  demo: boolean;
  dataDir: string;
  /** where the signed ends of the audit chains go; better on another host */
  anchorsFile: string;
  database: DatabaseConfig;
  redisUrl?: string;
  /** Where the portal finds the API; absent in one process. */
  apiUrl?: string;
  /** Addresses and networks whose word on the client's address is believed. */
  proxies: readonly string[];
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  keys: KeyRing;
}

type Environment = Readonly<Record<string, string | undefined>>;

const KNOWN = new Set([
  'TONGXING_ANCHORS',
  'TONGXING_DATA_DIR',
  'TONGXING_KEYS',
  'TONGXING_LOG_LEVEL',
  'TONGXING_PROXIES',
]);
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
const KEY_BYTES = 32;

function portOf(value: string | undefined): number {
  if (value === undefined || value === '') return 3000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) {
    throw new ConfigError('CONFIG_INVALID', 'PORT', `"${value}" is not a port between 0 and 65535`, 'PORT=3000');
  }
  return port;
}

function urlOf(name: string, value: string, schemes: readonly string[], example: string): URL {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    // The value may hold a password, so it is never repeated.
    throw new ConfigError('CONFIG_INVALID', name, 'it is not a URL', example);
  }
  if (!schemes.includes(url.protocol)) {
    throw new ConfigError(
      'CONFIG_INVALID',
      name,
      `scheme "${url.protocol}//" is not one of ${schemes.join(' ')}`,
      example,
    );
  }
  return url;
}

function databaseOf(value: string | undefined, dataDir: string): DatabaseConfig {
  if (value === undefined || value === '') return { engine: 'sqlite', file: join(dataDir, 'tongxing.sqlite') };
  const example = 'DATABASE_URL=mysql://user:password@127.0.0.1:3306/tongxing (empty: embedded SQLite)';
  const url = urlOf('DATABASE_URL', value, ['mysql:', 'mariadb:'], example);
  if (url.pathname.length < 2) throw new ConfigError('CONFIG_INVALID', 'DATABASE_URL', 'it names no database', example);
  return { engine: url.protocol === 'mysql:' ? 'mysql' : 'mariadb', url: value };
}

function proxiesOf(value: string | undefined): string[] {
  const proxies = (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address);
    const wide =
      bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128));
    if (family === 0 || wide) {
      throw new ConfigError(
        'CONFIG_INVALID',
        'TONGXING_PROXIES',
        `"${proxy}" is neither an address nor a network`,
        'TONGXING_PROXIES=10.0.0.5,172.18.0.0/16 (empty: no proxy is believed)',
      );
    }
  }
  return proxies;
}

interface KeyFile {
  kid: string;
  seal: string;
  blind: string;
  portal: string;
  sample?: boolean;
}

function writeSampleKeys(file: string): void {
  const key = () => randomBytes(KEY_BYTES).toString('base64');
  const keys: KeyFile = { kid: 'k1', seal: key(), blind: key(), portal: key(), sample: true };
  mkdirSync(dirname(file), { recursive: true });
  // `wx`: of several processes starting at once, one writes and the others read what it wrote.
  try {
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function keysOf(value: string | undefined, dataDir: string, production: boolean): KeyRing {
  const example =
    'TONGXING_KEYS=/etc/tongxing/keys.json, holding {"kid","seal","blind","portal"}, each key 32 random bytes in base64';
  if (production && !value) {
    throw new ConfigError('CONFIG_INSECURE', 'TONGXING_KEYS', 'production needs a key file', example);
  }
  const file = resolve(value || join(dataDir, 'keys.json'));
  if (!value && !existsSync(file)) writeSampleKeys(file);

  let keys: KeyFile;
  try {
    keys = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
  } catch {
    throw new ConfigError('CONFIG_INVALID', 'TONGXING_KEYS', 'the key file is missing or not JSON', example);
  }
  const decoded = [keys.seal, keys.blind, keys.portal].map((key) => Buffer.from(String(key ?? ''), 'base64'));
  if (!/^[a-z0-9]{1,16}$/.test(String(keys.kid))) {
    throw new ConfigError('CONFIG_INVALID', 'TONGXING_KEYS', '"kid" must be 1 to 16 small letters or digits', example);
  }
  if (decoded.some((key) => key.length < KEY_BYTES)) {
    throw new ConfigError('CONFIG_INSECURE', 'TONGXING_KEYS', `each key needs ${KEY_BYTES} bytes`, example);
  }
  if (new Set(decoded.map((key) => key.toString('hex'))).size < decoded.length) {
    throw new ConfigError('CONFIG_INSECURE', 'TONGXING_KEYS', 'two keys are equal', example);
  }
  if (production && keys.sample) {
    throw new ConfigError('CONFIG_INSECURE', 'TONGXING_KEYS', 'these are sample keys', example);
  }
  const [seal, blind] = decoded as [Buffer, Buffer, Buffer];
  return { kid: keys.kid, seal: seal.subarray(0, KEY_BYTES), blind, portal: keys.portal };
}

/**
 * Reads the environment into one typed object. The only place that looks at it.
 *
 * @throws ConfigError naming the variable, the problem and an example; never repeating a secret
 */
export function loadConfig(environment: Environment = process.env): Config {
  for (const name of Object.keys(environment)) {
    if (name.startsWith('TONGXING_') && !KNOWN.has(name)) {
      throw new ConfigError('CONFIG_UNKNOWN', name, 'there is no such setting', [...KNOWN].sort().join(', '));
    }
  }
  const nodeEnv = environment.NODE_ENV || 'development';
  if (!['production', 'development', 'test'].includes(nodeEnv)) {
    throw new ConfigError('CONFIG_INVALID', 'NODE_ENV', `"${nodeEnv}" is not known`, 'NODE_ENV=production');
  }
  const production = nodeEnv === 'production';
  const dataDir = resolve(environment.TONGXING_DATA_DIR || 'data');
  const logLevel = (environment.TONGXING_LOG_LEVEL || (nodeEnv === 'test' ? 'warn' : 'info')) as Config['logLevel'];
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new ConfigError(
      'CONFIG_INVALID',
      'TONGXING_LOG_LEVEL',
      `"${logLevel}" is not one of ${LOG_LEVELS.join(' ')}`,
      'TONGXING_LOG_LEVEL=info',
    );
  }
  const port = portOf(environment.PORT);
  const database = databaseOf(environment.DATABASE_URL, dataDir);
  if (environment.REDIS_URL)
    urlOf('REDIS_URL', environment.REDIS_URL, ['redis:', 'rediss:'], 'REDIS_URL=redis://127.0.0.1:6379');
  if (environment.API_URL) urlOf('API_URL', environment.API_URL, ['http:', 'https:'], 'API_URL=http://127.0.0.1:3001');
  return {
    port,
    production,
    demo: !production,
    dataDir,
    anchorsFile: resolve(environment.TONGXING_ANCHORS || join(dataDir, 'anchors.jsonl')),
    database,
    ...(environment.REDIS_URL ? { redisUrl: environment.REDIS_URL } : {}),
    ...(environment.API_URL ? { apiUrl: environment.API_URL.replace(/\/$/, '') } : {}),
    proxies: proxiesOf(environment.TONGXING_PROXIES),
    logLevel,
    keys: keysOf(environment.TONGXING_KEYS, dataDir, production),
  };
}
