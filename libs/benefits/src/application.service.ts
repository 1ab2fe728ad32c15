import { Injectable } from '@nestjs/common';
import { Policy, sayHelped, type SignedIn, vouchedOnly } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PeopleService, type Person } from '@tongxing/people';
import {
  Clock,
  CryptoProvider,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type PageArgs,
  readCursor,
} from '@tongxing/platform';
import { APPLICATION_MACHINE, type ApplicationState, normaliseCode, schemeByCode } from '@tongxing/rules';
import { In, Like } from 'typeorm';
import { Approval, BenefitApplication, RightClaim } from './application.entity.js';
import {
  answersOf,
  type ApplyInput,
  claimRow,
  duplicateApplication,
  frozenColumns,
  payeeOf,
  requireEligible,
  requireKnownAccount,
} from './apply.js';
import { EligibilityService } from './eligibility.service.js';
import { openAccount } from './payee.js';
import { Payout } from './payout.entity.js';
import { naturalPersonOf, noteSteps, stateConflict, stepTo } from './state.js';

/** Which step a queue waits for. */
export const QUEUE_STATES = { REVIEW: 'ELIGIBILITY_CHECKED', APPROVE: 'REVIEWED' } as const;
export type QueueStep = keyof typeof QUEUE_STATES;

const MACHINE = APPLICATION_MACHINE.name;
const MAX_MINE = 100;

/** 补贴申请: filing, and what applicant and staff see of it. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly people: PeopleService,
    private readonly eligibility: EligibilityService,
  ) {}

  /**
   * Files an application for the signed-in person or whom he helps, or files a returned one again, in the caller's unit of work: judged by the rules
   * at once, answers, result and trace frozen, the right claimed.
   *
   * @throws DomainError NOT_FOUND for an unknown scheme or another's application; VALIDATION, AMOUNT_INVALID, ACCOUNT_INVALID,
   * NAME_MISMATCH with the field; FORBIDDEN_FIELD for a helper who names another account; NOT_ELIGIBLE with the rule; DUPLICATE_APPLICATION; STATE_CONFLICT
   * @throws RuleRefusal LAW_UNKNOWN naming the parameter that has no value
   */
  async apply(viewer: SignedIn, input: ApplyInput): Promise<BenefitApplication> {
    this.unitOfWork.requireOpen('an application');
    const scheme = schemeByCode(input.schemeCode);
    if (scheme === undefined) throw new DomainError('NOT_FOUND', '没有这个补贴项目。', { field: 'schemeCode' });
    const personId = Policy.personFor(viewer, 'benefit.own');
    const person = personId === undefined ? null : await this.people.byId(personId);
    if (person === null) throw new DomainError('FORBIDDEN', '您的账号没有和残联的登记连上，不能申请。');
    const answers = answersOf(input);
    const known = await this.accountOf(viewer, person, input.applicationId);
    if (viewer.onBehalfOf) requireKnownAccount(input, known);
    const payee = payeeOf(input, person.name, known);
    // Who came in on somebody else's word names no new account.
    if (viewer.witnessId !== undefined && payee.accountNumber !== normaliseCode(known ?? ''))
      throw vouchedOnly('accountNumber');
    const judgement = await this.eligibility.judge(scheme, person, answers, person.divisionCode, input.applicationId);
    requireEligible(judgement);
    const id = input.applicationId ?? newId();
    const frozen = frozenColumns(this.crypto, id, answers, payee, judgement);
    if (input.applicationId === undefined) await this.insert(viewer, person, scheme.code, id, frozen);
    else await this.fileAgain(viewer, person, id, frozen);
    await this.claim(id, person.id, judgement.rightKeys);
    // The scheme's own name may tell a category, and a text message is read over shoulders.
    sayHelped(this.unitOfWork, input.applicationId === undefined ? '申请了一项补贴' : '补交了补贴申请的材料');
    await this.noteFiling(viewer, id, input.applicationId === undefined ? 'DRAFT' : 'RETURNED_FOR_FIX');
    return this.unitOfWork.manager.findOneByOrFail(BenefitApplication, { id });
  }

  /** Applications of the signed-in person, newest first, each with its payout. */
  async mine(viewer: SignedIn): Promise<{ application: BenefitApplication; payout: Payout | null }[]> {
    const personId = Policy.personFor(viewer, 'benefit.own');
    if (personId === undefined) return [];
    const { manager } = this.unitOfWork;
    const applications = await manager.find(BenefitApplication, {
      where: { personId },
      order: { submittedAt: 'DESC', id: 'DESC' },
      take: MAX_MINE,
    });
    const payouts = await manager.findBy(Payout, { applicationId: In(applications.map((one) => one.id)) });
    const byApplication = new Map(payouts.map((payout) => [payout.applicationId, payout]));
    return applications.map((application) => ({ application, payout: byApplication.get(application.id) ?? null }));
  }

  /** One application for staff. @throws DomainError NOT_FOUND, also for another region's */
  async byId(viewer: SignedIn, id: string): Promise<BenefitApplication> {
    const application = await this.unitOfWork.manager.findOneBy(BenefitApplication, { id });
    if (application === null || !Policy.covers(viewer, application.divisionCode)) throw notFound('这份申请');
    return application;
  }

  /** What waits for a step in the viewer's region, the oldest first; one more than asked for. */
  async queue(
    viewer: SignedIn,
    step: QueueStep,
    { first, after }: PageArgs,
  ): Promise<{ rows: BenefitApplication[]; totalCount: number }> {
    const where = {
      state: QUEUE_STATES[step] as ApplicationState,
      divisionCode: Like(`${Policy.divisionScope(viewer)}%`),
    };
    const query = this.unitOfWork.manager
      .createQueryBuilder(BenefitApplication, 'application')
      .where(where)
      .orderBy('application.submittedAt')
      .addOrderBy('application.id')
      .limit(first + 1);
    const totalCount = await query.clone().getCount();
    if (after) {
      const [at, id] = readCursor(after, 2);
      query.andWhere('(application.submittedAt > :at OR (application.submittedAt = :at AND application.id > :id))', {
        at: new Date(Number(at)),
        id,
      });
    }
    return { rows: await query.getMany(), totalCount };
  }

  cursorFor(row: BenefitApplication): string {
    return cursorOf(row.submittedAt.getTime(), row.id);
  }

  /** Who did what, in order. */
  async decisions(applicationIds: readonly string[]): Promise<Map<string, Approval[]>> {
    const rows = await this.unitOfWork.manager.find(Approval, {
      where: { applicationId: In([...applicationIds]) },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    const byApplication = new Map<string, Approval[]>(applicationIds.map((id) => [id, []]));
    for (const row of rows) byApplication.get(row.applicationId)?.push(row);
    return byApplication;
  }

  /** The account the office holds; for a helper who files again the one of the first time, which may be newer. */
  private async accountOf(viewer: SignedIn, person: Person, applicationId?: string): Promise<string | undefined> {
    const where = { id: applicationId ?? '', personId: person.id };
    const before = viewer.onBehalfOf ? await this.unitOfWork.manager.findOneBy(BenefitApplication, where) : null;
    if (before !== null) return openAccount(this.crypto, 'benefit_application', before).accountNumber;
    return this.people.secretsOf(person).accountNumber;
  }

  private async insert(
    viewer: SignedIn,
    person: Person,
    schemeCode: string,
    id: string,
    frozen: ReturnType<typeof frozenColumns>,
  ): Promise<void> {
    await insertRows(this.unitOfWork.manager, BenefitApplication, [
      {
        id,
        schemeCode,
        personId: person.id,
        divisionCode: person.divisionCode,
        state: 'ELIGIBILITY_CHECKED',
        filedById: viewer.id,
        filedByPersonId: naturalPersonOf(viewer),
        round: 1,
        ...frozen,
        noticeId: null,
        submittedOn: this.clock.today(),
        submittedAt: this.clock.now(),
      },
    ]);
  }

  private async fileAgain(
    viewer: SignedIn,
    person: Person,
    id: string,
    frozen: ReturnType<typeof frozenColumns>,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const before = await manager.findOneBy(BenefitApplication, { id, personId: person.id });
    if (before === null) throw notFound('这份申请');
    stepTo(APPLICATION_MACHINE, before.state, 'submit');
    const moved = await guardedUpdate(
      manager,
      BenefitApplication,
      { id, state: 'RETURNED_FOR_FIX', version: before.version },
      {
        ...(frozen as object),
        state: 'ELIGIBILITY_CHECKED',
        round: before.round + 1,
        filedById: viewer.id,
        filedByPersonId: naturalPersonOf(viewer),
        submittedOn: this.clock.today(),
        submittedAt: this.clock.now(),
      },
    );
    if (!moved) throw stateConflict();
    // The answers may name another course: the old claim makes room for the new one in the same unit.
    await manager.update(RightClaim, { applicationId: id, live: 1 }, { live: null });
  }

  private async claim(applicationId: string, personId: string, rightKeys: readonly string[]): Promise<void> {
    const rows = rightKeys.map((key) => claimRow(applicationId, personId, key, this.clock.now()));
    try {
      await insertRows(this.unitOfWork.manager, RightClaim, rows);
    } catch (error) {
      if (isDuplicateKey(error)) throw duplicateApplication();
      throw error;
    }
  }

  private async noteFiling(viewer: SignedIn, applicationId: string, from: ApplicationState): Promise<void> {
    const { manager } = this.unitOfWork;
    const now = this.clock.now();
    await insertRows(manager, Approval, [
      {
        id: newId(),
        applicationId,
        step: 'FILE',
        outcome: 'FILE',
        naturalPersonId: naturalPersonOf(viewer),
        accountId: viewer.id,
        accountName: viewer.displayName,
        reason: null,
        live: 1,
        decidedAt: now,
      },
    ]);
    await noteSteps(
      manager,
      [
        { machine: MACHINE, subjectId: applicationId, from, event: 'submit', to: 'SUBMITTED' },
        { machine: MACHINE, subjectId: applicationId, from: 'SUBMITTED', event: 'check', to: 'ELIGIBILITY_CHECKED' },
      ],
      viewer,
      now,
    );
  }
}
