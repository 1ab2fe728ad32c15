import { Injectable } from '@nestjs/common';
import { isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, sha256Hex } from '@tongxing/platform';
import { readIdNumber } from '@tongxing/rules';
import { LessThan } from 'typeorm';
import type { Account } from '../account.entity.js';
import { AccountService, requireEnabled } from '../account.service.js';
import type { Client } from '../client.js';
import { PersonDirectory } from '../person-directory.js';
import { SessionService } from '../session.service.js';
import { OidcReturn } from './oidc-return.entity.js';
import { Platform, type PlatformChecks } from './platform.js';

const MINUTE_MS = 60_000;
/** Somebody looks for their phone, gets a code by voice, starts again. */
const LIFE_MS = 10 * MINUTE_MS;
const KEPT_MS = 24 * 60 * MINUTE_MS;
const BOUND_TO = 'oidc|start|state';

/** What the asking browser keeps until it comes back, sealed. */
interface Started extends PlatformChecks {
  /** milliseconds */
  until: number;
}

const invalid = (): DomainError =>
  new DomainError('OIDC_INVALID', '这次登录没有通过核验。', { hint: '请回到登录页，重新来一次。' });

/** 平台登录: the platform says who somebody is; what they may do here, their account says. */
@Injectable()
export class OidcService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly platform: Platform,
    private readonly accounts: AccountService,
    private readonly directory: PersonDirectory,
    private readonly sessions: SessionService,
  ) {}

  /** How the platform is called; undefined where there is none. */
  get platformName(): string | undefined {
    return this.platform.displayName;
  }

  /**
   * Where to send a person.
   *
   * @returns the platform's address, and what the person's browser keeps until they come back
   * @throws DomainError OIDC_OFF, OIDC_UNREACHABLE
   */
  async start(): Promise<{ url: string; state: string }> {
    const { url, checks } = await this.platform.begin();
    const started: Started = { ...checks, until: this.clock.wall().getTime() + LIFE_MS };
    return { url, state: this.crypto.seal(JSON.stringify(started), BOUND_TO) };
  }

  /**
   * Opens a session for whom the platform names. An account that has a second factor still has to show it before anything else.
   *
   * @param sealed what the browser kept
   * @param answer query of the address that the person came back to
   * @throws DomainError OIDC_INVALID for whatever does not hold, or a second time; OIDC_REFUSED, OIDC_UNREACHABLE; OIDC_UNKNOWN for a person
   *   without account or record; AUTH_FAILED for a disabled one, TOTP_SETUP_REQUIRED
   */
  async finish(sealed: string, answer: string, client: Client): Promise<string> {
    const { until, ...checks } = this.opened(sealed);
    if (until <= this.clock.wall().getTime()) throw invalid();
    await this.use(checks.state);
    // The network, outside of any unit of work.
    const idNumber = await this.platform.finish(answer, checks);
    const account = await this.accountOf(idNumber ?? '');
    const factorDue = await this.sessions.wantsFactor(account);
    return this.unitOfWork.run(() => this.sessions.open(account.id, client, { provedAt: null, factorDue }));
  }

  private opened(sealed: string): Started {
    try {
      return JSON.parse(this.crypto.open(sealed, BOUND_TO)) as Started;
    } catch {
      throw invalid();
    }
  }

  /** A state is good for one return, whatever comes of it. */
  private async use(state: string): Promise<void> {
    const at = this.clock.wall();
    const once = this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.delete(OidcReturn, { at: LessThan(new Date(at.getTime() - KEPT_MS)) });
      await manager.insert(OidcReturn, { state: sha256Hex(state), at });
    });
    await once.catch((error: unknown) => {
      throw isDuplicateKey(error) ? invalid() : error;
    });
  }

  /** The account of that natural person, staff or not; for a person of the register the one that a phone code would open. No role is made here. */
  private async accountOf(claim: string): Promise<Account> {
    const id = readIdNumber(claim, this.clock.today());
    if (id.ok) {
      const standing = await this.accounts.ofPerson({ idNumber: id.value });
      if (standing) {
        requireEnabled(standing);
        return standing;
      }
      const person = await this.directory.byIdNumber(id.value);
      if (person) return this.accounts.ofRegistered(person);
    }
    throw new DomainError('OIDC_UNKNOWN', '没有找到您的登记。', {
      hint: '请带残疾人证到残联服务窗口登记；工作人员请找安全管理员建账号。',
    });
  }
}
