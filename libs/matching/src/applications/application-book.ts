import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { Consent, mayShare } from '@tongxing/people';
import { CryptoProvider, DomainError } from '@tongxing/platform';
import { type JobApplicationStand, isReleased } from '@tongxing/rules';
import { In } from 'typeorm';
import { CandidateAsk } from '../asks/candidate-ask.entity.js';
import { JobApplication, type JobApplicationSecrets, secretsBoundTo } from '../job-application.entity.js';

/** Applications as the rules see them, and what of them is sealed. */
@Injectable()
export class ApplicationBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Ids of those whose employer may see who it is, read anew each time: a consent taken back is gone at once. */
  async released(rows: readonly JobApplication[]): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    const said = await this.unitOfWork.manager.find(Consent, {
      where: { personId: In([...new Set(rows.map(({ personId }) => personId))]), purpose: 'EMPLOYER_CONTACT' },
      order: { serial: 'ASC' },
    });
    const standing = new Map(said.map((row) => [row.personId, row]));
    return new Set(
      rows
        .filter((row) =>
          isReleased(
            { said: row.release, saidAt: row.releasedAt, referred: row.referredById !== null },
            standing.get(row.personId),
          ),
        )
        .map(({ id }) => id),
    );
  }

  async standOf(row: JobApplication): Promise<JobApplicationStand> {
    const released = (await this.released([row])).has(row.id);
    return { state: row.state, referred: row.referredById !== null, accepted: row.acceptedOn !== null, released };
  }

  /** Of these people, who is being considered for a post already, and where that stands. */
  async running(postId: string, personIds: readonly string[]): Promise<Map<string, JobApplication>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.unitOfWork.manager.findBy(JobApplication, {
      postId,
      personId: In([...personIds]),
      live: 1,
    });
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** References of an employer's list that it asked the office for. */
  async askedFor(postId: string, refs: readonly string[]): Promise<Set<string>> {
    if (refs.length === 0) return new Set();
    const rows = await this.unitOfWork.manager.findBy(CandidateAsk, { postId, candidateRef: In([...refs]) });
    return new Set(rows.map(({ candidateRef }) => candidateRef));
  }

  secretsOf({ id, secrets }: Pick<JobApplication, 'id' | 'secrets'>): JobApplicationSecrets {
    return JSON.parse(this.crypto.open(secrets, secretsBoundTo(id))) as JobApplicationSecrets;
  }

  seal(id: string, secrets: JobApplicationSecrets): string {
    return this.crypto.seal(JSON.stringify(secrets), secretsBoundTo(id));
  }
}

/** Needs of one application that its employer may know: what was said before each need had a word of its own goes for all of them. */
export const toldIn = (
  { shareNeeds }: Pick<JobApplication, 'shareNeeds'>,
  { needs, told }: Pick<JobApplicationSecrets, 'needs' | 'told'>,
): string[] => (shareNeeds ? (told ?? needs) : []);

/**
 * A helper, and who came in on a witness's word, opens nothing (0039): what the employer was not told before stays the counsellor's alone.
 *
 * @throws DomainError FORBIDDEN_ACTING
 */
export function requireMayTell(viewer: SignedIn, told: readonly string[], before: readonly string[]): void {
  if (mayShare(viewer) || told.every((need) => before.includes(need))) return;
  throw new DomainError('FORBIDDEN_ACTING', '需要的帮助告诉单位，要本人自己登录来选。', {
    field: 'sharedNeeds',
    hint: '请选“只给辅导员看”，本人以后自己可以改。',
  });
}

/** @throws DomainError VALIDATION for a need that is told without being named */
export function requireNamed(told: readonly string[], needs: readonly string[]): void {
  if (told.some((need) => !needs.includes(need)))
    throw new DomainError('VALIDATION', '告诉单位的帮助，要先选了需要。', { field: 'sharedNeeds' });
}
