import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { type MatchFacts, type MatchRange, PeopleService } from '@tongxing/people';
import {
  type IsoDate,
  NO_WELFARE,
  PUBLIC_WELFARE,
  type WelfareBar,
  type WelfareSpan,
  type WelfareStanding,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { RefusalCase } from './applications/refusal-case.entity.js';
import { Placement } from './placements/placement.entity.js';

/** What the register knows of somebody, with what stands against another public-welfare post. */
export interface PersonFacts extends MatchFacts {
  welfare: WelfareStanding;
}

/** People as matching reads them: facts of the register, and of their placements and refusals. */
@Injectable()
export class MatchPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
  ) {}

  /** {@link PeopleService.matchFacts}, with two queries more. */
  async facts(range: MatchRange): Promise<PersonFacts[]> {
    const facts = await this.people.matchFacts(range);
    const standings = await this.standings(facts.map(({ id }) => id));
    return facts.map((one) => ({ ...one, welfare: standings.get(one.id) ?? NO_WELFARE }));
  }

  /** By person; who never had a public-welfare post and is not off their list is left out. Whoever changes one of these rows tells the change feed. */
  async standings(ids: readonly string[]): Promise<Map<string, WelfareStanding>> {
    const found = new Map<string, { bars: WelfareBar[]; served: WelfareSpan[] }>();
    if (ids.length === 0) return found;
    const { manager } = this.unitOfWork;
    const of = (personId: string) => {
      const standing = found.get(personId) ?? { bars: [], served: [] };
      found.set(personId, standing);
      return standing;
    };
    const spans = await manager.find(Placement, {
      select: { id: true, personId: true, startedOn: true, endedOn: true },
      where: { personId: In([...ids]), kind: PUBLIC_WELFARE },
      order: { startedOn: 'ASC', id: 'ASC' },
    });
    for (const { personId, startedOn, endedOn } of spans) of(personId).served.push({ from: startedOn, to: endedOn });
    const bars = await manager.find(RefusalCase, {
      select: { id: true, personId: true, barredFrom: true, barredUntil: true, source: true },
      where: { personId: In([...ids]), state: 'BARRED' },
      order: { id: 'ASC' },
    });
    for (const { personId, barredFrom, barredUntil, source } of bars)
      of(personId as string).bars.push({ from: barredFrom as IsoDate, until: barredUntil as IsoDate, source });
    return found;
  }

  /** {@link standings} of one person. */
  async standing(personId: string): Promise<WelfareStanding> {
    return (await this.standings([personId])).get(personId) ?? NO_WELFARE;
  }
}
