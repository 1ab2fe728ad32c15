import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../config.js';
import { cryptoOf } from '../platform.module.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (environment: Record<string, string>) => loadConfig({ TONGXING_DATA_DIR: folder, ...environment });
const problem = (environment: Record<string, string>): ConfigError => {
  try {
    load(environment);
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error('the configuration was accepted');
};
const keyFile = (content: object) => {
  const file = join(folder, 'own-keys.json');
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  return file;
};
const key = (fill: string) => Buffer.from(fill.repeat(32)).toString('base64');

describe('loadConfig', () => {
  it('runs embedded in demo mode when nothing is set, with keys of its own that only the owner can read', () => {
    const config = load({});
    expect(config).toMatchObject({ port: 3000, demo: true, production: false, database: { engine: 'sqlite' } });
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(load({}).keys).toEqual(config.keys);
  });

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ DATABASE_URL: 'postgres://secret@x/y' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://root:secret@127.0.0.1:3306' }, 'DATABASE_URL'],
    [{ REDIS_URL: 'secret' }, 'REDIS_URL'],
    [{ API_URL: 'ftp://secret' }, 'API_URL'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ TONGXING_DATADIR: '/x' }, 'TONGXING_DATADIR'],
    [{ TONGXING_LOG_LEVEL: 'loud' }, 'TONGXING_LOG_LEVEL'],
    [{ TONGXING_KEYS: '/nowhere/keys.json' }, 'TONGXING_KEYS'],
    [{ NODE_ENV: 'production' }, 'TONGXING_KEYS'],
    [{ TONGXING_KEK: '/nowhere/kek' }, 'TONGXING_KEK'],
    [{ TONGXING_CRYPTO: 'rot13' }, 'TONGXING_CRYPTO'],
  ])('stops at %j, naming the variable and an example, repeating no secret', (environment, variable) => {
    const error = problem(environment as Record<string, string>);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.variable).toBe(variable);
    expect(error.example).not.toBe('');
    expect(error.message).not.toContain('secret');
  });

  it('refuses sample, short and equal keys in production', () => {
    const keys = { kid: 'k1', seal: key('a'), blind: key('b'), portal: key('c') };
    const production = (content: object) => ({ NODE_ENV: 'production', TONGXING_KEYS: keyFile(content) });
    expect(load(production(keys)).demo).toBe(false);
    expect(problem(production({ ...keys, sample: true })).code).toBe('CONFIG_INSECURE');
    expect(problem(production({ ...keys, blind: keys.seal })).problem).toContain('equal');
    expect(problem(production({ ...keys, portal: 'short' })).problem).toContain('32 bytes');
    const open = production(keys);
    chmodSync(open.TONGXING_KEYS, 0o644);
    expect(problem(open).message).toMatch(/^CONFIG_INSECURE TONGXING_KEYS: other users may read the file/);
  });

  describe('sign-in by a platform', () => {
    const secretFile = (text = 'a-secret-of-the-platform', mode = 0o600) => {
      const file = join(folder, `oidc-secret-${Math.random()}`);
      writeFileSync(file, `${text}\n`, { mode });
      chmodSync(file, mode);
      return file;
    };
    const whole = (over: Record<string, string> = {}) => ({
      TONGXING_SITE: 'https://jobs.example.gov.cn/',
      TONGXING_OIDC_ISSUER: 'https://login.example.gov.cn',
      TONGXING_OIDC_CLIENT_ID: 'tongxing',
      TONGXING_OIDC_CLIENT_SECRET_FILE: secretFile(),
      ...over,
    });
    const inProduction = () => {
      const keys = keyFile({ kid: 'k1', seal: key('a'), blind: key('b'), portal: key('c') });
      return { NODE_ENV: 'production', TONGXING_KEYS: keys };
    };

    it('is off unless an issuer is named, and comes back to the own site', () => {
      expect(load({}).oidc).toBeUndefined();
      expect(load({ TONGXING_SITE: 'https://jobs.example.gov.cn' }).site).toBe('https://jobs.example.gov.cn');
      expect(load(whole()).oidc).toEqual({
        issuer: 'https://login.example.gov.cn',
        clientId: 'tongxing',
        clientSecret: 'a-secret-of-the-platform',
        name: '政务服务平台',
        idClaim: 'id_number',
        scope: 'openid profile',
        redirectUri: 'https://jobs.example.gov.cn/login/platform/back',
      });
    });

    it.each([
      [{ TONGXING_OIDC_ISSUER: 'login' }, 'TONGXING_OIDC_ISSUER', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_ISSUER: 'ftp://login.example' }, 'TONGXING_OIDC_ISSUER', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_ISSUER: 'https://me:secret@login.example' }, 'TONGXING_OIDC_ISSUER', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_ISSUER: '' }, 'TONGXING_OIDC_ISSUER', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_CLIENT_ID: '' }, 'TONGXING_OIDC_CLIENT_ID', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_CLIENT_SECRET_FILE: '' }, 'TONGXING_OIDC_CLIENT_SECRET_FILE', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_CLIENT_SECRET_FILE: '/nowhere' }, 'TONGXING_OIDC_CLIENT_SECRET_FILE', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_SCOPE: 'profile' }, 'TONGXING_OIDC_SCOPE', 'CONFIG_INVALID'],
      [{ TONGXING_OIDC_NAME: '很'.repeat(21) }, 'TONGXING_OIDC_NAME', 'CONFIG_INVALID'],
      [{ TONGXING_SITE: '' }, 'TONGXING_SITE', 'CONFIG_INVALID'],
      [{ TONGXING_SITE: 'https://jobs.example/portal' }, 'TONGXING_SITE', 'CONFIG_INVALID'],
    ])('stops at %j', (over, variable, code) => {
      const error = problem(whole(over as Record<string, string>));
      expect([error.variable, error.code]).toEqual([variable, code]);
      expect(error.message).not.toContain('secret-of-the-platform');
    });

    it('wants https and a file of its own in production, and certificates that are looked at', () => {
      expect(load({ ...inProduction(), ...whole() }).oidc?.clientId).toBe('tongxing');
      for (const [over, variable] of [
        [{ TONGXING_OIDC_ISSUER: 'http://login.example.gov.cn' }, 'TONGXING_OIDC_ISSUER'],
        [{ TONGXING_SITE: 'http://jobs.example.gov.cn' }, 'TONGXING_SITE'],
        [{ TONGXING_OIDC_CLIENT_SECRET_FILE: secretFile(undefined, 0o644) }, 'TONGXING_OIDC_CLIENT_SECRET_FILE'],
        [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
      ] as const) {
        const error = problem({ ...inProduction(), ...whole(over) });
        expect([error.variable, error.code]).toEqual([variable, 'CONFIG_INSECURE']);
        expect(load(whole(over))).toHaveProperty('oidc');
      }
    });
  });

  it('writes with the algorithms that TONGXING_CRYPTO names', () => {
    expect(cryptoOf(load({})).writing()).toMatch(/^v1\.a256gcm\./);
    expect(cryptoOf(load({ TONGXING_CRYPTO: 'gm' })).writing()).toMatch(/^v1\.sm4sm3\./);
  });
});
