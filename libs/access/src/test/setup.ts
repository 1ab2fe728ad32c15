import type { TestDatabase } from '@tongxing/database/testing';
import { type Clock, type Config, IntlCryptoProvider } from '@tongxing/platform';
import { Secret, TOTP } from 'otpauth';
import {
  AccountService,
  type Client,
  PersonDirectory,
  SecondFactorService,
  SessionService,
  SetupService,
  SignInLocks,
  StandingDelegations,
} from '../index.js';

export const PORTAL_KEY = 'the-service-key-of-the-portal-for-specs';
export const PASSWORD = 'long-enough-4-specs';
export const MINUTE = 60_000;
export const config = { demo: true, keys: { portal: PORTAL_KEY } } as Config;
export const production = { ...config, demo: false };
export const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });

export const atPortal: Client = { viaPortal: true, address: '203.0.113.7', agent: 'Chrome，安卓手机' };
export const program: Client = { viaPortal: false, address: '203.0.113.8', agent: '' };

/** The services of this room on a database. */
export function accessOn({ unitOfWork }: TestDatabase, clock: Clock, given: Config = config) {
  const accounts = new AccountService(unitOfWork, clock, crypto);
  const factors = new SecondFactorService(unitOfWork, clock, crypto, given);
  const locks = new SignInLocks(unitOfWork, clock, crypto);
  const persons = new PersonDirectory();
  const standing = new StandingDelegations(unitOfWork, clock, persons);
  const sessions = new SessionService(unitOfWork, clock, given, accounts, factors, locks, standing);
  const setups = new SetupService(unitOfWork, clock, crypto, given, factors, locks);
  return { accounts, factors, locks, persons, standing, sessions, setups };
}

/** What the authenticator app with this secret shows at an instant, or so many steps later. */
export const codeAt = (secret: string, at: Date, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() + steps * 30_000 });

/** What a register of phones answers for many at once, where the spec knows one by one. */
export const phonesBy = (find: (personId: string) => string | undefined) => (personIds: readonly string[]) => {
  const known = personIds.map((id) => [id, find(id)] as const);
  return Promise.resolve(new Map(known.flatMap(([id, phone]) => (phone ? [[id, phone] as const] : []))));
};
