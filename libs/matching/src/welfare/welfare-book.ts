import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService, Person } from '@tongxing/people';
import { Clock, DomainError, notFound } from '@tongxing/platform';
import {
  type IsoDate,
  isTypedDay,
  Law,
  monthsServed,
  PUBLIC_WELFARE,
  type Served,
  type Term,
  termLawOn,
  termOf,
  type WelfareSpan,
  workingAgeUntil,
} from '@tongxing/rules';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { Placement } from '../placements/placement.entity.js';

export const POST = '这个岗位';
export const PLACED = '这个人';

/** A placement with its person and its term on a day. */
export interface PlacedPerson {
  placement: Placement;
  person: Person;
  term: Term;
  served: Served;
}

export const spanOf = ({ startedOn, endedOn }: Placement): WelfareSpan => ({ from: startedOn, to: endedOn });

/** `640324100201` → `640324100000`; of a county's own code that itself. */
export const townOf = (code: string): string => code.slice(0, 9).padEnd(12, '0');

/** 同心县 → 640324, 豫海镇 → 640324100: codes that lie in it begin so. */
const prefixOf = (divisionCode: string): string => Policy.divisionScope({ divisionCode } as SignedIn);

/** Public-welfare posts and who works there, for every room of their life. */
@Injectable()
export class WelfareBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
  ) {}

  /** True for a post whose work or whose unit lies in the viewer's region. */
  covers(viewer: SignedIn, post: Pick<Post, 'divisionCode' | 'workDivisionCode'>): boolean {
    return Policy.covers(viewer, post.workDivisionCode) || Policy.covers(viewer, post.divisionCode);
  }

  /** @throws DomainError NOT_FOUND for another kind of post, and outside the region */
  async post(viewer: SignedIn, id: string): Promise<Post> {
    const post = await this.unitOfWork.manager.findOneBy(Post, { id, kind: PUBLIC_WELFARE });
    if (post === null || !this.covers(viewer, post)) throw notFound(POST);
    return post;
  }

  /** @throws DomainError NOT_FOUND for another kind of placement, and outside the region */
  async placed(viewer: SignedIn, placementId: string): Promise<PlacedPerson & { post: Post }> {
    const placement = await this.unitOfWork.manager.findOneBy(Placement, { id: placementId, kind: PUBLIC_WELFARE });
    if (placement === null) throw notFound(PLACED);
    const post = await this.unitOfWork.manager.findOneByOrFail(Post, { id: placement.postId });
    if (!this.covers(viewer, post)) throw notFound(PLACED);
    const [placed] = await this.described([placement], this.clock.today());
    return { ...(placed as PlacedPerson), post };
  }

  /** Public-welfare posts of the viewer's region; alias `post`. */
  postsOf(viewer: SignedIn): SelectQueryBuilder<Post> {
    return this.within(
      this.unitOfWork.manager.createQueryBuilder(Post, 'post').where('post.kind = :kind', { kind: PUBLIC_WELFARE }),
      viewer,
    );
  }

  /** Who works on a day at public-welfare posts of the viewer's region; aliases `placement`, `post`. */
  placementsOf(viewer: SignedIn, day: IsoDate): SelectQueryBuilder<Placement> {
    return this.within(
      this.unitOfWork.manager
        .createQueryBuilder(Placement, 'placement')
        .innerJoin(Post, 'post', 'post.id = placement.postId')
        .where('placement.kind = :kind', { kind: PUBLIC_WELFARE })
        .andWhere('placement.startedOn <= :day AND (placement.endedOn IS NULL OR placement.endedOn >= :day)', { day }),
      viewer,
    );
  }

  /** Narrows a query with a `post` to a town or county of the work, and to a 公益性岗位类别. */
  narrow<T extends object>(
    query: SelectQueryBuilder<T>,
    {
      divisionCode,
      welfareKind,
      postId,
    }: { divisionCode?: string | null; welfareKind?: string | null; postId?: string | null },
  ): SelectQueryBuilder<T> {
    if (divisionCode) {
      const division = this.divisions.byCode(divisionCode);
      if (division === undefined)
        throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'filter.divisionCode' });
      // A county's own row holds the posts that name no town.
      if (division.level === 'COUNTY') query.andWhere('post.workDivisionCode = :place', { place: division.code });
      else query.andWhere('post.workDivisionCode LIKE :place', { place: `${prefixOf(division.code)}%` });
    }
    if (welfareKind === 'NONE') query.andWhere('post.welfareKind IS NULL');
    else if (welfareKind) query.andWhere('post.welfareKind = :welfareKind', { welfareKind });
    if (postId) query.andWhere('post.id = :postId', { postId });
    return query;
  }

  /** @throws DomainError VALIDATION */
  dayOf(text: string | null | undefined, field: string): IsoDate {
    if (!text) return this.clock.today();
    if (!isTypedDay(text)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field });
    return text;
  }

  /** Placements with their people and terms, in the order given; a few queries however many. */
  async described(placements: readonly Placement[], day: IsoDate): Promise<PlacedPerson[]> {
    if (placements.length === 0) return [];
    const ids = placements.map(({ personId }) => personId);
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    const all = await this.unitOfWork.manager.find(Placement, {
      where: { personId: In([...new Set(ids)]), kind: PUBLIC_WELFARE },
      order: { startedOn: 'ASC', id: 'ASC' },
    });
    const rows = await this.parameters.rows();
    const laws = new Map<string, Law>();
    return placements.map((placement) => {
      const county = placement.divisionCode.slice(0, 6);
      const law = laws.get(county) ?? new Law(rows, county);
      laws.set(county, law);
      const person = people.get(placement.personId) as Person;
      const earlier = all
        .filter((one) => one.personId === placement.personId && one.id !== placement.id)
        .filter(({ startedOn, endedOn }) => startedOn <= placement.startedOn && endedOn !== null)
        .map(spanOf);
      const facts = {
        startedOn: placement.startedOn,
        agreedUntil: placement.endsOn,
        earlier,
        workingAgeUntil: workingAgeUntil(person.birthOn, person.sex, law, day),
      };
      const served = monthsServed([...earlier, spanOf(placement)], day);
      return { placement, person, term: termOf(facts, termLawOn(law, day)), served };
    });
  }

  private within<T extends object>(query: SelectQueryBuilder<T>, viewer: SignedIn): SelectQueryBuilder<T> {
    const scope = { scope: `${Policy.divisionScope(viewer)}%` };
    return query.andWhere(
      new Brackets((either) =>
        either.where('post.workDivisionCode LIKE :scope', scope).orWhere('post.divisionCode LIKE :scope', scope),
      ),
    );
  }
}
