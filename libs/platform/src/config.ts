import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { ConfigError } from './config-error.js';
import { type KeyRing, type KeySource, readKeys, writeSampleKeys } from './key-file.js';
import { OIDC_VARIABLES, type OidcConfig, oidcOf, siteOf } from './oidc-config.js';

export { ConfigError };

/** Where the rows live: one embedded file, or a server named by its URL scheme. */
export type DatabaseConfig = { engine: 'sqlite'; file: string } | { engine: 'mysql' | 'mariadb'; url: string };

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
  /** Where browsers find the portal, without a slash at its end. */
  site?: string;
  /** Sign-in through a government platform; absent where none is named. */
  oidc?: OidcConfig;
  /** Addresses and networks whose word on the client's address is believed. */
  proxies: readonly string[];
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  keys: KeyRing;
  /** Where the keys lie: read again when the file changes. */
  keySource: KeySource;
}

/** Settings by name, as a process gets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const KNOWN = new Set<string>([
  ...OIDC_VARIABLES,
  'TONGXING_ANCHORS',
  'TONGXING_CRYPTO',
  'TONGXING_DATA_DIR',
  'TONGXING_KEK',
  'TONGXING_KEK_COMMAND',
  'TONGXING_KEYS',
  'TONGXING_LOG_LEVEL',
  'TONGXING_PROXIES',
  'TONGXING_SITE',
]);
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

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

/** Node has a switch that takes any certificate for good; nobody may run in production with it. */
function requireTls(environment: Environment): void {
  if (environment.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return;
  throw new ConfigError(
    'CONFIG_INSECURE',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'production verifies the certificates of all it talks to',
    'NODE_EXTRA_CA_CERTS=/etc/tongxing/ca.pem, for a certificate of your own authority',
  );
}

function keySourceOf(environment: Environment, dataDir: string, production: boolean): KeySource {
  const value = environment.TONGXING_KEYS;
  const kekFile = environment.TONGXING_KEK;
  const kekCommand = environment.TONGXING_KEK_COMMAND;
  const crypto = environment.TONGXING_CRYPTO || 'intl';
  if (crypto !== 'intl' && crypto !== 'gm') {
    throw new ConfigError(
      'CONFIG_INVALID',
      'TONGXING_CRYPTO',
      `"${crypto}" is neither intl nor gm`,
      'TONGXING_CRYPTO=gm',
    );
  }
  if (production && !value) {
    throw new ConfigError(
      'CONFIG_INSECURE',
      'TONGXING_KEYS',
      'production needs a key file',
      'TONGXING_KEYS=/etc/tongxing/keys.json, made by node scripts/make-keys.mjs',
    );
  }
  if (kekCommand && !kekFile) {
    throw new ConfigError(
      'CONFIG_INVALID',
      'TONGXING_KEK_COMMAND',
      'TONGXING_KEK names no file whose content it is to open',
      'TONGXING_KEK=/etc/tongxing/kek.wrapped TONGXING_KEK_COMMAND=/etc/tongxing/open-kek',
    );
  }
  const file = resolve(value || join(dataDir, 'keys.json'));
  const kek = kekFile ? { kekFile: resolve(kekFile), ...(kekCommand ? { kekCommand: resolve(kekCommand) } : {}) } : {};
  const source = { file, production, crypto, ...kek } as const;
  if (!value && !existsSync(file)) writeSampleKeys(source);
  return source;
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
  if (production) requireTls(environment);
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
  const site = siteOf(environment, production);
  const oidc = oidcOf(environment, production);
  const keySource = keySourceOf(environment, dataDir, production);
  return {
    port,
    production,
    demo: !production,
    dataDir,
    anchorsFile: resolve(environment.TONGXING_ANCHORS || join(dataDir, 'anchors.jsonl')),
    database,
    ...(environment.REDIS_URL ? { redisUrl: environment.REDIS_URL } : {}),
    ...(environment.API_URL ? { apiUrl: environment.API_URL.replace(/\/$/, '') } : {}),
    ...(site ? { site } : {}),
    ...(oidc ? { oidc } : {}),
    proxies: proxiesOf(environment.TONGXING_PROXIES),
    logLevel,
    keySource,
    keys: readKeys(keySource),
  };
}
