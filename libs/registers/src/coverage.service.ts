import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Clock, cursorOf, notFound, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import { bornWithin, coverageOf, MATCH_PARAMETERS, type RegisterKind, type TownCoverage } from '@tongxing/rules';
import { COUNTY_DIGITS, countyOf, registerKindOf, scopeOf, townOf, villagesIn } from './register.places.js';
import { RegisterService } from './register.service.js';
import type { CoverageNode, RegisterGapNode } from './register.types.js';

/** People by village; undefined where the viewer may not see them or no age is entered. */
type Holders = ReadonlyMap<string, number> | undefined;

/** Which villages have a service point and which have none. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly registers: RegisterService,
    private readonly people: PeopleService,
    private readonly parameters: ParameterService,
  ) {}

  /** Today, by town. @throws DomainError NOT_FOUND for a kind that serves no villages, DIVISION_UNKNOWN */
  async coverage(viewer: SignedIn, code: string, divisionCode: string | undefined): Promise<CoverageNode> {
    const { towns, scope } = await this.towns(viewer, code, divisionCode);
    const holders = await this.holders(viewer, scope);
    const nodes = towns.map(({ townCode, villages, missing }) => ({
      divisionCode: townCode,
      name: this.divisions.nameOf(townCode),
      villages,
      missing: missing.length,
      holders: holders === undefined ? null : sum(missing.map((village) => holders.get(village) ?? 0)),
    }));
    return {
      day: this.clock.today(),
      villages: sum(nodes.map(({ villages }) => villages)),
      missing: sum(nodes.map(({ missing }) => missing)),
      holders: holders === undefined ? null : sum(nodes.map((node) => node.holders ?? 0)),
      towns: nodes,
    };
  }

  /** Villages without one, in code order. @throws as {@link coverage}; CURSOR_INVALID */
  async gaps(
    viewer: SignedIn,
    code: string,
    divisionCode: string | undefined,
    { first, after }: PageArgs,
  ): Promise<Page<RegisterGapNode>> {
    const { towns, scope } = await this.towns(viewer, code, divisionCode);
    const missing = towns.flatMap((town) => town.missing);
    const seen = after ? String(readCursor(after, 1)[0]) : '';
    const rows = missing.filter((village) => village > seen).slice(0, first + 1);
    const holders = rows.length === 0 ? undefined : await this.holders(viewer, scope);
    return pageOf(
      rows,
      first,
      missing.length,
      (village) => cursorOf(village),
      (village) => ({
        divisionCode: village,
        name: this.divisions.nameOf(village),
        townName: this.divisions.nameOf(townOf(village)),
        holders: holders === undefined ? null : (holders.get(village) ?? 0),
      }),
    );
  }

  private async towns(
    viewer: SignedIn,
    code: string,
    divisionCode: string | undefined,
  ): Promise<{ towns: TownCoverage[]; scope: string }> {
    const kind: RegisterKind = registerKindOf(code);
    if (!kind.servesVillages) throw notFound('这种台账的覆盖情况');
    const scope = scopeOf(viewer, this.divisions, divisionCode, 'divisionCode');
    // A point of the next town may serve a village here: the county's are read, whatever part of it is asked about.
    const points = await this.registers.openOn(kind, scope.slice(0, COUNTY_DIGITS), this.clock.today());
    return { towns: coverageOf(villagesIn(this.divisions, scope), points), scope };
  }

  private async holders(viewer: SignedIn, scope: string): Promise<Holders> {
    if (!Policy.can(viewer, 'register.save')) return undefined;
    const all = new Map<string, number>();
    const counties = new Set(villagesIn(this.divisions, scope).map(({ code }) => countyOf(code)));
    const day = this.clock.today();
    for (const county of counties) {
      const law = await this.parameters.lawOf(county);
      const boundsOf = (sex: 'MALE' | 'FEMALE') =>
        law.find(MATCH_PARAMETERS.ageBounds, day, { qualifier: sex })?.row.value;
      const [male, female] = [boundsOf('MALE'), boundsOf('FEMALE')];
      if (male === undefined || female === undefined) return undefined;
      const counted = await this.people.countByDivision(scope.length > county.length ? scope : county, {
        MALE: bornWithin(male, day),
        FEMALE: bornWithin(female, day),
      });
      for (const [place, count] of counted) all.set(place, count);
    }
    return all;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
