import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { type Employer, EmployerService } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { Person } from '@tongxing/people';
import {
  Clock,
  CryptoProvider,
  cursorOf,
  DomainError,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { assessYear, type IsoDate, Law, type ParameterRow, RuleRefusal, UsedLaw } from '@tongxing/rules';
import { In } from 'typeorm';
import { type AssessedYear, assessmentNode, boardNode } from './assessment.nodes.js';
import type { AssessmentNode, ComplianceRowNode } from './assessment.types.js';
import { hireFacts, type Registered } from './hire.facts.js';
import { openHire } from './hire.secrets.js';
import { CountedHire, QuotaReturn } from './quota.entity.js';

/** The part of another employer's declaration that decides whose month it is. */
const CLAIM = {
  id: true,
  employerId: true,
  year: true,
  idBlind: true,
  countedHere: true,
  contractFrom: true,
  contractTo: true,
  monthlyWageFen: true,
  declaredAt: true,
} as const;

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

/** Assessments of employers by levy year: from what they declared of the year before, through `rules/quota`. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly clock: Clock,
    private readonly parameters: ParameterService,
    private readonly divisions: Divisions,
    private readonly employers: EmployerService,
  ) {}

  /**
   * One employer's year; null while its headcount is not known.
   *
   * @param year       levy year Y; the figures are those of Y-1
   * @param employerId absent: the viewer's own
   * @throws DomainError NOT_FOUND for another employer or region; LAW_UNKNOWN naming the missing parameter; LEVY_INPUT
   */
  async assessment(viewer: SignedIn, year: number, employerId?: string | null): Promise<AssessmentNode | null> {
    const employer = await this.employers.requireVisible(viewer, employerId);
    const [assessed] = await this.assess([employer], year);
    if (assessed === undefined || assessed.declared === undefined) return null;
    const { refusal } = assessed;
    if (refusal !== undefined) throw new DomainError(refusal.code, refusal.message, { field: refusal.subject });
    return assessmentNode(assessed);
  }

  /**
   * 全县达标: the employers of a division with their year, in the order in which they were registered.
   *
   * @throws DomainError NOT_FOUND outside the viewer's region; CURSOR_INVALID
   */
  async board(
    viewer: SignedIn,
    divisionCode: string,
    year: number,
    { first, after }: PageArgs,
  ): Promise<Page<ComplianceRowNode>> {
    const division = this.divisions.byCode(divisionCode);
    if (division === undefined) throw notFound('这个区划');
    Policy.requireCovers(viewer, division.code, '这个区划');
    const prefix = Policy.divisionScope({ ...viewer, divisionCode: division.code });
    const afterId = after ? String(readCursor(after, 1)[0]) : '';
    const employers = await this.employers.inRegion(prefix, afterId, first + 1);
    const assessed = await this.assess(employers, year);
    return pageOf(
      assessed,
      first,
      await this.employers.countInRegion(prefix),
      ({ employer }) => cursorOf(employer.id),
      (one) => boardNode(one, this.divisions),
    );
  }

  /** Many employers' years in five queries, in the order given. */
  async assess(employers: readonly Employer[], year: number): Promise<AssessedYear[]> {
    if (employers.length === 0) return [];
    const { manager } = this.unitOfWork;
    const of = { employerId: In(employers.map(({ id }) => id)), year: year - 1 };
    const returns = new Map((await manager.findBy(QuotaReturn, of)).map((row) => [row.employerId, row]));
    const hires = await manager.find(CountedHire, { where: of, order: { id: 'ASC' } });
    const blinds = [...new Set(hires.map(({ idBlind }) => idBlind))];
    const people = new Map((await this.registered(blinds)).map((person) => [person.idBlind, person]));
    const everywhere = byKey(await this.claims(blinds, year - 1), ({ idBlind }) => idBlind);
    const hiresOf = byKey(hires, ({ employerId }) => employerId);
    const lawOf = lawsOf(await this.parameters.rows());
    const today = this.clock.today();
    return employers.map((employer) => {
      const declared = returns.get(employer.id);
      const mine = hiresOf.get(employer.id) ?? [];
      const secrets = mine.map((hire) => openHire(this.crypto, hire));
      const law = new UsedLaw(lawOf(employer.divisionCode));
      const base = { employer, year, declared, hires: mine, secrets, law, final: declared?.state === 'VERIFIED' };
      const factsOf = (hire: CountedHire, index: number) => {
        const others = (everywhere.get(hire.idBlind) ?? []).filter(({ employerId }) => employerId !== employer.id);
        const known = people.get(hire.idBlind);
        return hireFacts(hire, secrets[index] as (typeof secrets)[number], String(index + 1), known, others, law);
      };
      return computed(base, () => ({ facts: mine.map(factsOf), filedOn: declared?.filedOn ?? today }));
    });
  }

  private async registered(blinds: readonly string[]): Promise<Registered[]> {
    if (blinds.length === 0) return [];
    return this.unitOfWork.manager.find(Person, {
      select: { id: true, idBlind: true, state: true, stateOn: true, certificateExpiresOn: true },
      where: { idBlind: In([...blinds]) },
    });
  }

  private async claims(blinds: readonly string[], factYear: number): Promise<CountedHire[]> {
    if (blinds.length === 0) return [];
    return this.unitOfWork.manager.find(CountedHire, {
      select: CLAIM,
      where: { idBlind: In([...blinds]), year: factYear },
    });
  }
}

/** Runs the rule; a refusal stays with its employer, so that the others of a page still compute. */
function computed(
  base: Omit<AssessedYear, 'ruled' | 'refusal'>,
  prepare: () => { facts: Parameters<typeof assessYear>[0]['hires']; filedOn: IsoDate },
): AssessedYear {
  const { employer, year, declared, law, final } = base;
  try {
    const { facts, filedOn } = prepare();
    const seasonal =
      declared?.seasonalWorkers && declared.seasonalMonths
        ? { seasonal: { workers: declared.seasonalWorkers, months: declared.seasonalMonths } }
        : {};
    const staff =
      declared === undefined
        ? {}
        : { staff: { monthlyHeadcount: declared.monthlyHeadcount, ...seasonal, payrollFen: declared.payrollFen } };
    const ruled = assessYear({ year, unitKind: employer.unitKind, ...staff, hires: facts, filedOn }, law, final);
    return { ...base, ruled };
  } catch (error) {
    if (error instanceof RuleRefusal) return { ...base, refusal: error };
    throw error;
  }
}

/** The law of a division, sorted out once for all its employers. */
function lawsOf(rows: readonly ParameterRow[]): (divisionCode: string) => Law {
  const laws = new Map<string, Law>();
  return (divisionCode) => {
    const county = divisionCode.slice(0, 6);
    const law = laws.get(county) ?? new Law(rows, county);
    laws.set(county, law);
    return law;
  };
}
