import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { blindOf, ByBlind, UnitOfWork, whereBlind } from '@tongxing/database';
import { type Employer, EmployerService } from '@tongxing/employers';
import { MissingParameters, ParameterService } from '@tongxing/parameters';
import { PeopleService, Person } from '@tongxing/people';
import {
  type Blind,
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
import { assessYear, Law, type ParameterRow, RuleRefusal } from '@tongxing/rules';
import { In, Not } from 'typeorm';
import { type AssessedYear, assessmentNode, boardNode } from './assessment.nodes.js';
import type { AssessmentNode, ComplianceRowNode } from './assessment.types.js';
import type { Registered } from './hire.facts.js';
import { CountedHire, QuotaReturn } from './quota.entity.js';
import { YearDesk } from './year-desk.js';

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

const byPerson = (hires: readonly CountedHire[]): ByBlind<CountedHire[]> => {
  const groups = new ByBlind<CountedHire[]>();
  for (const hire of hires) {
    const blind = blindOf(hire, 'idBlind');
    const group = groups.get(blind) ?? [];
    group.push(hire);
    groups.set(blind, group);
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
    private readonly people: PeopleService,
    private readonly missing: MissingParameters,
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

  /** Many employers' years in a handful of queries, in the order given. */
  async assess(employers: readonly Employer[], year: number): Promise<AssessedYear[]> {
    if (employers.length === 0) return [];
    const assessed = (await this.loaded(employers, year))(await this.parameters.rows());
    await this.missing.note(assessed.map(({ refusal }) => refusal));
    return assessed;
  }

  /** Loads the declarations once; what it gives computes them under any rows, as often as is asked. */
  async loaded(
    employers: readonly Employer[],
    year: number,
  ): Promise<(rows: readonly ParameterRow[]) => AssessedYear[]> {
    const { manager } = this.unitOfWork;
    const factYear = year - 1;
    const hires = await manager.find(CountedHire, {
      where: { employerId: In(employers.map(({ id }) => id)), year: factYear },
      order: { id: 'ASC' },
    });
    const blinds = hires.map((hire) => blindOf(hire, 'idBlind'));
    const everywhere =
      blinds.length === 0
        ? []
        : await manager.findBy(CountedHire, whereBlind<CountedHire>('idBlind', blinds, { year: factYear }));
    const places = new Map(employers.map((employer) => [employer.id, employer]));
    const others = everywhere.map(({ employerId }) => employerId).filter((id) => !places.has(id));
    for (const employer of await this.employers.byIds(others)) places.set(employer.id, employer);
    const returns = await manager.findBy(QuotaReturn, { employerId: In([...places.keys()]), year: factYear });
    const all = {
      year: factYear,
      today: this.clock.today(),
      crypto: this.crypto,
      people: await this.registered(blinds),
      employers: places,
      returns: new Map(returns.map((row) => [row.employerId, row])),
      declarations: byPerson(everywhere),
    };
    const hiresOf = byKey(hires, ({ employerId }) => employerId);
    return (rows) => {
      const desk = new YearDesk({ ...all, lawOf: lawsOf(rows) });
      return employers.map((employer) => computed(desk, employer, hiresOf.get(employer.id) ?? []));
    };
  }

  private async registered(blinds: readonly Blind[]): Promise<ByBlind<Registered>> {
    if (blinds.length === 0) return new ByBlind();
    const people = await this.unitOfWork.manager.find(Person, {
      select: {
        id: true,
        idBlind: true,
        idBlind2: true,
        state: true,
        stateOn: true,
        certificateExpiresOn: true,
        secrets: true,
      },
      // A household member holds no certificate: as for a stranger, what the declaration shows counts.
      where: whereBlind<Person>('idBlind', blinds, { state: Not('MEMBER') }),
    });
    return ByBlind.of(
      people.map((person) => [
        blindOf(person, 'idBlind'),
        { ...person, holdsCertificate: this.people.secretsOf(person).certificate !== undefined },
      ]),
    );
  }
}

/** Runs the rule; a refusal stays with its employer, so that the others of a page still compute. */
function computed(desk: YearDesk, employer: Employer, hires: readonly CountedHire[]): AssessedYear {
  const { declared, filedOn, final, law } = desk.caseOf(employer);
  const secrets = hires.map((hire) => desk.secretsOf(hire));
  const base = { employer, year: desk.year + 1, declared, hires, secrets, law, final };
  try {
    const facts = hires.map((hire, index) => desk.factsOf(hire, String(index + 1), desk.takenBefore(hire), law));
    const seasonal =
      declared?.seasonalWorkers && declared.seasonalMonths
        ? { seasonal: { workers: declared.seasonalWorkers, months: declared.seasonalMonths } }
        : {};
    const staff =
      declared === undefined
        ? {}
        : { staff: { monthlyHeadcount: declared.monthlyHeadcount, ...seasonal, payrollFen: declared.payrollFen } };
    const { unitKind } = employer;
    const lapsed = declared?.state === 'LAPSED';
    return { ...base, ruled: assessYear({ year: base.year, unitKind, ...staff, hires: facts, filedOn, lapsed }, law) };
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
