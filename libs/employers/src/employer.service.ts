import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { CryptoProvider, notFound } from '@tongxing/platform';
import { In } from 'typeorm';
import { Employer } from './employer.entity.js';
import { type EmployerSecrets, openEmployer } from './employer.secrets.js';

const WHAT = '这个单位';

/** Employers by id, by credit code, and by who asks. */
@Injectable()
export class EmployerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  byId(id: string): Promise<Employer | null> {
    return this.unitOfWork.manager.findOneBy(Employer, { id });
  }

  async byIds(ids: readonly string[]): Promise<Employer[]> {
    return ids.length === 0 ? [] : this.unitOfWork.manager.findBy(Employer, { id: In([...new Set(ids)]) });
  }

  byCreditCode(creditCode: string): Promise<Employer | null> {
    return this.unitOfWork.manager.findOneBy(Employer, { creditCode });
  }

  /** Opens who to call. */
  contactOf(employer: { id: string; secrets: string }): EmployerSecrets {
    return openEmployer(this.crypto, employer);
  }

  /**
   * The employer a viewer may look into: a clerk his own, staff those of their region.
   *
   * @param id absent: the viewer's own
   * @throws DomainError NOT_FOUND for another employer, another region, or a viewer without one
   */
  async requireVisible(viewer: SignedIn, id?: string | null): Promise<Employer> {
    const wanted = id ?? viewer.employerId;
    const employer = wanted === undefined ? null : await this.byId(wanted);
    if (employer === null) throw notFound(WHAT);
    if (viewer.employerId === employer.id) return employer;
    // Somebody who works for one employer sees no other, whatever the region.
    if (viewer.employerId !== undefined || Policy.employerOnly(viewer)) throw notFound(WHAT);
    Policy.requireCovers(viewer, employer.divisionCode, WHAT);
    return employer;
  }

  /** Employers of a region in id order, for lists that are worked through page by page. */
  inRegion(prefix: string, afterId: string, limit: number): Promise<Employer[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(Employer, 'employer')
      .where('employer.divisionCode LIKE :prefix AND employer.id > :afterId', { prefix: `${prefix}%`, afterId })
      .orderBy('employer.id')
      .limit(limit)
      .getMany();
  }

  countInRegion(prefix: string): Promise<number> {
    return this.unitOfWork.manager
      .createQueryBuilder(Employer, 'employer')
      .where('employer.divisionCode LIKE :prefix', { prefix: `${prefix}%` })
      .getCount();
  }
}
