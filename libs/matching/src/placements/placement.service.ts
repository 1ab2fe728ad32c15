import { Injectable } from '@nestjs/common';
import { noteAudit } from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import {
  addDays,
  barOn,
  type IsoDate,
  PUBLIC_WELFARE,
  spanHeld,
  termLawOn,
  termLeft,
  workingAgeUntil,
} from '@tongxing/rules';
import { MatchPeople } from '../match-people.js';
import { Placement } from './placement.entity.js';
import type { PlacementEnd, PlacementSource } from './placement.words.js';

export interface NewPlacement {
  personId: string;
  postId: string;
  startedOn: IsoDate;
  /** the last day agreed; null: open */
  endsOn: IsoDate | null;
  source: PlacementSource;
  sourceId: string;
}

/** What a placement makes of the person's 就业状况. 见习 leaves it: who learns at a host is not employed. */
const STATUS_OF_KIND: Readonly<Record<string, 'EMPLOYED' | 'FLEXIBLE'>> = {
  PUBLIC_WELFARE: 'EMPLOYED',
  PROPORTIONAL: 'EMPLOYED',
  CONCENTRATED: 'EMPLOYED',
  AUXILIARY: 'EMPLOYED',
  FLEXIBLE: 'FLEXIBLE',
};

/** 上岗 and leaving, once each, whichever way led there. Called by services that have checked who may; joins their unit of work. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly parameters: ParameterService,
    private readonly standings: MatchPeople,
  ) {}

  /**
   * A person begins at a post: one opening of the post is taken and the register says so. The same source again is the same placement.
   *
   * @throws DomainError NOT_FOUND, VALIDATION for a day after today or an end before the start, STATE_CONFLICT without an opening left or for somebody
   * who is there already or holds a public-welfare post on a day from then on (一人一岗), NOT_ELIGIBLE at such a post while he is off their list or
   * with nothing left of the term
   * @source rulebook.md §5: one person one post, term, refusals
   */
  begin(given: NewPlacement): Promise<Placement> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const { personId, postId, source, sourceId, startedOn, endsOn } = given;
      const standing = await manager.findOneBy(Placement, { source, sourceId });
      if (standing !== null) return standing;
      const [post] = await this.posts.byIds([postId]);
      if (post === undefined) throw notFound('这个岗位');
      if (startedOn > this.clock.today())
        throw new DomainError('VALIDATION', '还没到上岗的日子。', {
          field: 'startedOn',
          hint: '请在上岗当天或以后登记。',
        });
      if (endsOn !== null && endsOn < startedOn)
        throw new DomainError('VALIDATION', '结束的日子早于上岗的日子。', { field: 'endsOn' });
      if (post.kind === PUBLIC_WELFARE) await this.requireFree(personId, post.divisionCode, startedOn);
      const placement: Placement = {
        id: newId(),
        personId,
        postId,
        divisionCode: post.divisionCode,
        kind: post.kind,
        startedOn,
        endsOn,
        endedOn: null,
        endReason: null,
        live: 1,
        welfareLive: post.kind === PUBLIC_WELFARE ? 1 : null,
        source,
        sourceId,
        createdAt: this.clock.now(),
        version: 1,
      };
      try {
        await manager.insert(Placement, placement);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new DomainError('STATE_CONFLICT', '这个人已经在岗，一个人只能有一个公益性岗位。', {
          hint: '请先登记他离开现在的岗位。',
        });
      }
      await this.posts.takeOpening(postId);
      const status = STATUS_OF_KIND[post.kind];
      if (status !== undefined) await this.people.setEmployment(personId, status);
      this.unitOfWork.changed('person', personId);
      noteAudit(this.unitOfWork, {
        target: 'placement',
        id: placement.id,
        after: { postId, startedOn, endsOn, source },
      });
      return placement;
    });
  }

  /**
   * The person no longer works there: without any other placement he is 未就业 again. The opening is not given back by itself: whether the post is
   * filled anew is its owner's word.
   *
   * @param endedOn the last day worked, not after today
   * @throws DomainError NOT_FOUND, VALIDATION for such a day, STATE_CONFLICT when it has ended: a command that may come twice is answered before it comes here
   */
  end(id: string, endedOn: IsoDate, reason: PlacementEnd): Promise<Placement> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const row = await manager.findOneBy(Placement, { id });
      if (row === null) throw notFound('这次上岗');
      if (row.live === null) throw over();
      if (endedOn > this.clock.today() || endedOn < row.startedOn)
        throw new DomainError('VALIDATION', '离岗的日子要在上岗以后、今天或以前。', { field: 'endedOn' });
      const after = { endedOn, endReason: reason, live: null, welfareLive: null };
      if (!(await guardedUpdate(manager, Placement, { id, live: 1, version: row.version }, after))) throw over();
      if (STATUS_OF_KIND[row.kind] !== undefined) await this.settle(row.personId);
      this.unitOfWork.changed('person', row.personId);
      noteAudit(this.unitOfWork, { target: 'placement', id, before: { endedOn: null }, after: { endedOn, reason } });
      return { ...row, ...after, version: row.version + 1 };
    });
  }

  /** The conditions of H-REFUSED, H-ONEPOST and H-TERM on the day of the start, as the rules have them. */
  private async requireFree(personId: string, divisionCode: string, startedOn: IsoDate): Promise<void> {
    const standing = await this.standings.standing(personId);
    const bar = barOn(standing, startedOn);
    if (bar !== undefined)
      throw new DomainError('NOT_ELIGIBLE', `到${bar.until}为止，这个人不能上公益性岗位。`, {
        field: 'startedOn',
        hint: `${addDays(bar.until, 1)}起可以；别的岗位照样可以。`,
      });
    const held = spanHeld(standing, startedOn, null);
    if (held !== undefined)
      throw new DomainError('STATE_CONFLICT', '一个人只能有一个公益性岗位，这几天他已经有一个。', {
        field: 'startedOn',
        hint: held.to === null ? '请先登记他离开现在的岗位。' : `他那个岗位到${held.to}为止，请填以后的日子。`,
      });
    const law = await this.parameters.lawOf(divisionCode);
    const person = await this.people.byId(personId);
    const until = person && workingAgeUntil(person.birthOn, person.sex, law, startedOn);
    const term = termLawOn(law, startedOn);
    if (termLeft(standing, startedOn, until, term) !== 'USED_UP') return;
    throw new DomainError('NOT_ELIGIBLE', '这个人的公益性岗位期限已经用完，不能再上岗。', {
      field: 'startedOn',
      hint: `期限按${term.maxMonths?.source ?? '县里的文件'}算；可以看别的岗位。`,
    });
  }

  /** 就业状况 as the placements that last say it, in the caller's unit of work; the caller tells the change feed. */
  async settle(personId: string): Promise<void> {
    const others = await this.unitOfWork.manager.findBy(Placement, { personId, live: 1 });
    const status = others.map(({ kind }) => STATUS_OF_KIND[kind]).find((one) => one !== undefined);
    await this.people.setEmployment(personId, status ?? 'UNEMPLOYED');
  }

  /** Every placement of a person, the newest first. */
  ofPerson(personId: string): Promise<Placement[]> {
    return this.unitOfWork.manager.find(Placement, { where: { personId }, order: { startedOn: 'DESC', id: 'DESC' } });
  }

  /** Who works at a post now. */
  atPost(postId: string): Promise<Placement[]> {
    return this.unitOfWork.manager.find(Placement, { where: { postId, live: 1 }, order: { id: 'ASC' } });
  }
}

const over = (): DomainError => new DomainError('STATE_CONFLICT', '这次上岗已经结束了。', { hint: '请刷新后再看。' });
