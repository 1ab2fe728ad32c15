import { Inject, Injectable } from '@nestjs/common';
import { Account, Divisions, type Role, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PeopleService, type Person } from '@tongxing/people';
import { Clock, CONFIG, type Config, DomainError } from '@tongxing/platform';
import { addDays, type IsoDate, readAccount, RuleRefusal, withLuhnDigit, yearOf } from '@tongxing/rules';
import { Like } from 'typeorm';
import { ApplicationService } from './application.service.js';
import { BenefitNoticeService } from './benefit-notice.service.js';
import { DecisionService } from './decision.service.js';
import { EnvelopeService } from './envelope.service.js';
import { Envelope } from './ledger.entity.js';

/** How far a demo application is taken. */
type Stage = 'FILED' | 'REVIEWED' | 'APPROVED' | 'NOTICE' | 'RETURNED' | 'REJECTED';

const SCHEME = 'TRAIN';
const ALLOTTED_FEN = 300_000_00;
const PLAN: readonly { stage: Stage; course: string; hours: number; feeYuan: string }[] = [
  { stage: 'NOTICE', course: '中式面点制作', hours: 80, feeYuan: '1200' },
  { stage: 'NOTICE', course: '电子商务', hours: 120, feeYuan: '1500' },
  { stage: 'NOTICE', course: '手工编织', hours: 60, feeYuan: '800' },
  { stage: 'APPROVED', course: '保健按摩', hours: 160, feeYuan: '1680' },
  { stage: 'REVIEWED', course: '家电维修', hours: 120, feeYuan: '1360.50' },
  { stage: 'REVIEWED', course: '养殖技术', hours: 40, feeYuan: '600' },
  { stage: 'FILED', course: '计算机操作', hours: 96, feeYuan: '980' },
  { stage: 'FILED', course: '缝纫', hours: 72, feeYuan: '760' },
  { stage: 'RETURNED', course: '客服话务', hours: 48, feeYuan: '520' },
  { stage: 'REJECTED', course: '驾驶', hours: 60, feeYuan: '3200' },
];

/** What seeding did. */
export interface SeededBenefits {
  /** null when the county has an envelope already: nothing was done */
  envelopeId: string | null;
  applications: number;
  /** why it stopped before the end: a dated parameter that the county has no value for */
  stoppedBy: string | null;
}

/** 演示数据: an envelope and applications in every early state, made by the services themselves, so that ledger and history are true. */
@Injectable()
export class BenefitsDemo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly divisions: Divisions,
    private readonly people: PeopleService,
    private readonly applications: ApplicationService,
    private readonly decisions: DecisionService,
    private readonly notices: BenefitNoticeService,
    private readonly envelopes: EnvelopeService,
  ) {}

  /**
   * Seeds one county, once.
   *
   * @param divisionCode the county, from 6 digits on
   * @param personIds    people of the county; who is not eligible is passed over
   * @throws DomainError FORBIDDEN outside demo mode
   */
  async seedDemo({
    divisionCode,
    personIds,
  }: {
    divisionCode: string;
    personIds: readonly string[];
  }): Promise<SeededBenefits> {
    if (!this.config.demo) throw new DomainError('FORBIDDEN', '正式环境不能装入演示数据。');
    const county = divisionCode.slice(0, 6).padEnd(12, '0');
    const { manager } = this.unitOfWork;
    if (await manager.existsBy(Envelope, { divisionCode: county }))
      return { envelopeId: null, applications: 0, stoppedBy: null };
    const finance = await this.staff('FINANCE', county);
    const envelope = await this.unitOfWork.run(() =>
      this.envelopes.allot(finance, {
        schemeCode: SCHEME,
        year: yearOf(this.clock.today()),
        source: '残保金',
        budgetItem: '残疾人就业和培训',
        amountFen: ALLOTTED_FEN,
        document: `演示指标${yearOf(this.clock.today())}-1`,
      }),
    );
    const seeded: SeededBenefits = { envelopeId: envelope.id, applications: 0, stoppedBy: null };
    try {
      await this.applyAll(county, await this.people.byIds(personIds), seeded);
    } catch (error) {
      if (!(error instanceof RuleRefusal)) throw error;
      seeded.stoppedBy = error.subject;
    }
    return seeded;
  }

  private async applyAll(county: string, people: readonly Person[], seeded: SeededBenefits): Promise<void> {
    const waiting = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
    const reviewer = await this.staff('REVIEWER', county);
    const approver = await this.staff('APPROVER', county);
    const officer = await this.staff('OFFICER', county);
    for (const [index, plan] of PLAN.entries()) {
      const id = await this.file(waiting, county, plan, index);
      if (id === undefined) return;
      seeded.applications += 1;
      const { stage } = plan;
      if (stage === 'RETURNED') await this.decide(reviewer, id, 'REVIEW', 'RETURN', '请补一张看得清的学费发票。');
      if (stage === 'REJECTED') await this.decide(reviewer, id, 'REVIEW', 'REJECT', '这门课程不在本年的培训目录里。');
      if (['REVIEWED', 'APPROVED', 'NOTICE'].includes(stage)) await this.decide(reviewer, id, 'REVIEW', 'APPROVE');
      if (['APPROVED', 'NOTICE'].includes(stage)) await this.decide(approver, id, 'APPROVE', 'APPROVE');
      // The notice takes everything that is approved by then.
      if (stage === 'NOTICE' && PLAN[index + 1]?.stage !== 'NOTICE')
        await this.unitOfWork.run(() => this.notices.publish(officer, SCHEME));
    }
  }

  /** The next person who may have it. */
  private async file(
    waiting: Person[],
    county: string,
    plan: (typeof PLAN)[number],
    index: number,
  ): Promise<string | undefined> {
    const today = this.clock.today();
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const applicant = person;
      const viewer: SignedIn = {
        id: applicant.id,
        displayName: applicant.name,
        roles: ['SEEKER'],
        divisionCode: county,
        personId: applicant.id,
      };
      try {
        const { id } = await this.unitOfWork.run(() =>
          this.applications.apply(viewer, {
            schemeCode: SCHEME,
            course: plan.course,
            courseHours: plan.hours,
            feeYuan: plan.feeYuan,
            periodStart: dayBefore(today, 90 - index),
            periodEnd: dayBefore(today, 30 - index),
            accountName: applicant.name,
            accountNumber: this.accountOf(applicant, index),
          }),
        );
        return id;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return undefined;
  }

  private accountOf(person: Person, index: number): string {
    const stored = this.people.secretsOf(person).accountNumber;
    const read = stored === undefined ? undefined : readAccount(stored);
    if (read?.ok && read.checked) return read.value;
    return withLuhnDigit(`62170000000000${String(index).padStart(4, '0')}`);
  }

  private async decide(
    viewer: SignedIn,
    id: string,
    step: 'REVIEW' | 'APPROVE',
    outcome: 'APPROVE' | 'RETURN' | 'REJECT',
    reason?: string,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { version } = await this.applications.byId(viewer, id);
      await this.decisions.decide(viewer, { id, version, step, outcome, ...(reason ? { reason } : {}) });
    });
  }

  /** The county's demo account of a role, or a stand-in where there is none. */
  private async staff(role: Role, county: string): Promise<SignedIn> {
    const accounts = await this.unitOfWork.manager.find(Account, {
      where: { demo: true, divisionCode: Like(`${county.slice(0, 6)}%`) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const account = accounts.find((one) => one.roles.includes(role));
    if (account === undefined)
      return {
        id: `demo-${role.toLowerCase()}-${county.slice(0, 6)}`,
        displayName: `${this.divisions.nameOf(county)}演示账号`,
        roles: [role],
        divisionCode: county,
      };
    return {
      id: account.id,
      displayName: account.displayName,
      roles: account.roles,
      divisionCode: county,
      ...(account.personId ? { personId: account.personId } : {}),
    };
  }
}

const dayBefore = (day: IsoDate, days: number): IsoDate => addDays(day, -days);
