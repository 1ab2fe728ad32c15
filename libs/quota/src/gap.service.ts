import { Injectable } from '@nestjs/common';
import { Divisions, type SignedIn } from '@tongxing/access';
import { type Employer, EmployerService, type Post, PostService } from '@tongxing/employers';
import { ShortlistService } from '@tongxing/matching';
import { Clock, cursorOf, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import { yearOf } from '@tongxing/rules';
import { AssessmentService } from './assessment.service.js';
import type { QuotaGapNode } from './gap.types.js';

const BATCH = 500;
/** So many posts say what work a kind of unit offers. */
const TYPICAL = 20;
const NAMED = 3;

interface Gap {
  employer: Employer;
  missing: number;
  near: boolean;
}

/** 还差人的单位: where a counsellor may ask for a post that does not exist yet. */
@Injectable()
export class GapService {
  constructor(
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
    const year = yearOf(this.clock.today());
    const town = viewer.divisionCode.slice(0, 9);
    const found: Gap[] = [];
    for (let afterId = ''; ; ) {
      const batch = await this.employers.inRegion(county, afterId, BATCH);
      const silent = batch.filter(({ id }) => !offering.has(id));
      for (const { employer, ruled } of await this.assessments.assess(silent, year)) {
        const missing = ruled?.result.levy ? ruled.result.levy.shortfall.ceil().valueOf() : 0;
        if (missing > 0) found.push({ employer, missing, near: employer.divisionCode.startsWith(town) });
      }
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) return found;
      afterId = last.id;
    }
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
      divisionName: this.divisions.nameOf(employer.divisionCode),
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
