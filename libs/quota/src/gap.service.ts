import { Injectable } from '@nestjs/common';
import { Divisions, type SignedIn } from '@tongxing/access';
import { MatchChange, UnitOfWork } from '@tongxing/database';
import { type Employer, EmployerService, type Post, PostService } from '@tongxing/employers';
import { ShortlistService } from '@tongxing/matching';
import { ParameterService } from '@tongxing/parameters';
import { Clock, cursorOf, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import { yearOf } from '@tongxing/rules';
import { In } from 'typeorm';
import { AssessmentService } from './assessment.service.js';
import type { QuotaGapNode } from './gap.types.js';

const BATCH = 500;
/** So many posts say what work a kind of unit offers. */
const TYPICAL = 20;
const NAMED = 3;

interface Debt {
  employer: Employer;
  /** whole people */
  missing: number;
}

interface Gap extends Debt {
  near: boolean;
}

/** 还差人的单位: where a counsellor may ask for a post that does not exist yet. */
@Injectable()
export class GapService {
  private readonly held = new Map<string, { key: string; debts: Promise<readonly Debt[]> }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parameters: ParameterService,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly employers: EmployerService,
    private readonly posts: PostService,
    private readonly assessments: AssessmentService,
    private readonly shortlists: ShortlistService,
  ) {}

  /**
   * Employers of the viewer's county that have not placed enough disabled people, by what they declared of last year, and offer no post today:
   * those of the own town first, then the larger gap. With each, how many people fit the work that it, or units of its kind, have offered.
   *
   * @throws DomainError CURSOR_INVALID
   */
  async gaps(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<QuotaGapNode>> {
    const county = viewer.divisionCode.slice(0, 6);
    const offered = await this.posts.ofCounty(county);
    const gaps = (await this.missingPeople(viewer, county, offered)).toSorted(byNeed);
    const rest = after ? gaps.filter((gap) => isAfter(gap, readCursor(after, 3))) : gaps;
    const shown = rest.slice(0, first + 1);
    const nodes = new Map<string, QuotaGapNode>();
    const counts = new Map<string, Promise<number>>();
    for (const gap of shown.slice(0, first)) nodes.set(gap.employer.id, await this.node(gap, county, offered, counts));
    return pageOf(
      shown,
      first,
      gaps.length,
      ({ near, missing, employer }) => cursorOf(Number(near), missing, employer.id),
      ({ employer }) => nodes.get(employer.id) as QuotaGapNode,
    );
  }

  private async missingPeople(viewer: SignedIn, county: string, offered: readonly Post[]): Promise<Gap[]> {
    const offering = new Set(offered.filter((post) => this.posts.isOpen(post)).map(({ employerId }) => employerId));
    const town = viewer.divisionCode.slice(0, 9);
    return (await this.owing(county))
      .filter(({ employer }) => !offering.has(employer.id))
      .map((debt) => ({ ...debt, near: debt.employer.divisionCode.startsWith(town) }));
  }

  /**
   * Who owes how many in a county: every employer's year is worked out for the order alone, so it is kept until an employer, its declarations, a
   * person of the register, a parameter or the day has changed.
   */
  private async owing(county: string): Promise<readonly Debt[]> {
    const key = await this.stamp();
    const standing = this.held.get(county);
    if (standing?.key === key) return standing.debts;
    const debts = this.workedOut(county);
    this.held.set(county, { key, debts });
    try {
      return await debts;
    } catch (error) {
      if (this.held.get(county)?.debts === debts) this.held.delete(county);
      throw error;
    }
  }

  private async workedOut(county: string): Promise<Debt[]> {
    const year = yearOf(this.clock.today());
    const found: Debt[] = [];
    for (let afterId = ''; ; ) {
      const batch = await this.employers.inRegion(county, afterId, BATCH);
      for (const { employer, ruled } of await this.assessments.assess(batch, year)) {
        const missing = ruled?.result.levy ? ruled.result.levy.shortfall.ceil().valueOf() : 0;
        if (missing > 0) found.push({ employer, missing });
      }
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) return found;
      afterId = last.id;
    }
  }

  /** Read before the rows are: what is committed meanwhile makes it worked out again. */
  private async stamp(): Promise<string> {
    const rows = await this.parameters.rows();
    const [newest] = await this.unitOfWork.manager.find(MatchChange, {
      where: { entity: In(['employer', 'person']) },
      order: { seq: 'DESC' },
      take: 1,
    });
    return [this.clock.today(), newest?.seq ?? 0, ...rows.map(({ id }) => id)].join('|');
  }

  private async node(
    { employer, missing, near }: Gap,
    county: string,
    offered: readonly Post[],
    counts: Map<string, Promise<number>>,
  ): Promise<QuotaGapNode> {
    const own = offered.filter(({ employerId }) => employerId === employer.id);
    const kin = new Set(own.length > 0 ? [employer.id] : await this.kinOf(employer, offered));
    const work = offered.filter(({ employerId }) => kin.has(employerId)).slice(0, TYPICAL);
    const key = own.length > 0 ? employer.id : employer.unitKind;
    if (work.length > 0 && !counts.has(key)) counts.set(key, this.shortlists.fittingAny(work, county));
    return {
      employerId: employer.id,
      employerName: employer.name,
      divisionName: this.divisions.homeNameOf(employer.divisionCode),
      near,
      missing,
      typicalWork: [...new Set(work.map(({ title }) => title))].slice(0, NAMED),
      ownWork: own.length > 0,
      fitting: (await counts.get(key)) ?? null,
    };
  }

  private async kinOf({ unitKind }: Employer, offered: readonly Post[]): Promise<string[]> {
    const others = await this.employers.byIds(offered.map(({ employerId }) => employerId));
    return others.filter((other) => other.unitKind === unitKind).map(({ id }) => id);
  }
}

const byNeed = (one: Gap, other: Gap): number =>
  Number(other.near) - Number(one.near) ||
  other.missing - one.missing ||
  (one.employer.id === other.employer.id ? 0 : one.employer.id < other.employer.id ? -1 : 1);

const isAfter = (gap: Gap, [near, missing, id]: readonly (string | number)[]): boolean =>
  byNeed(gap, { employer: { id } as Employer, missing: Number(missing), near: near === 1 }) > 0;
