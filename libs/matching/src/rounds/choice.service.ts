import { Injectable } from '@nestjs/common';
import { IdempotencyService, noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import {
  type AllocationPlace,
  choiceRefusals,
  explainPlace,
  HOUSEHOLD_MEMBER,
  type PostOutcome,
  type Ruled,
  type RuleRefusal,
  type TraceNode,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { MatchService } from '../match.service.js';
import { calendarOf, drawOf, listHashOf, postOfRound, RoundBook } from './round-book.js';
import { AllocationRound, RoundChoice, RoundEntrant } from './round.entity.js';
import { RoundService } from './round.service.js';
import type { AllocationResultNode, RoundEntryNode, SubmitChoicesInput } from './round.types.js';
import type { EnterMemberChoicesInput } from '../members/members.types.js';
import { namesOf, ROUND } from './round.words.js';

/** 志愿: handed in after the draw, changed until the close, and afterwards told what came of it. */
@Injectable()
export class ChoiceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly idempotency: IdempotencyService,
    private readonly matches: MatchService,
    private readonly posts: PostService,
    private readonly book: RoundBook,
    private readonly rounds: RoundService,
  ) {}

  /**
   * Hands in a list, or another one; a list that is refused changes nothing. By the person, or a helper whom the person gave applications.
   *
   * @returns the list as it stands now, to be read back
   * @throws DomainError CHOICE_UNDELEGATED, CHOICE_LATE, CHOICE_DUPLICATE, CHOICE_UNFIT; ROUND_STEP_EARLY before the draw; NOT_FOUND for who
   *   is not on the roster
   */
  async submit(viewer: SignedIn, { roundId, postIds, idempotencyKey }: SubmitChoicesInput): Promise<RoundEntryNode> {
    const personId = chooserOf(viewer);
    const request = { id: roundId, personId, postIds };
    await this.idempotency.once(viewer.id, idempotencyKey, 'submitChoices', request, () =>
      this.write(viewer, { roundId, personId, postIds }),
    );
    return (await this.rounds.entryOf(roundId, personId)) as RoundEntryNode;
  }

  /**
   * The list of a household member, who has no account of such a kind: as the member said it to an officer of the region.
   *
   * @throws DomainError NOT_FOUND for who is no member on the roster; the others as {@link submit}
   */
  async enter(viewer: SignedIn, { personId, ...input }: EnterMemberChoicesInput): Promise<void> {
    Policy.require(viewer, 'allocation.member');
    const { roundId, postIds, idempotencyKey } = input;
    await this.idempotency.once(
      viewer.id,
      idempotencyKey,
      'enterMemberChoices',
      { personId, roundId, postIds },
      async () => {
        await this.memberOf(viewer, roundId, personId);
        return this.write(viewer, { personId, roundId, postIds });
      },
    );
  }

  /** Somebody on the roster of a round of the region as a household member. @throws DomainError NOT_FOUND */
  async memberOf(viewer: SignedIn, roundId: string, personId: string): Promise<RoundEntrant> {
    const { manager } = this.unitOfWork;
    const round = await manager.findOneBy(AllocationRound, { id: roundId });
    if (round === null || !Policy.covers(viewer, round.divisionCode)) throw notFound(ROUND);
    const entrant = await manager.findOneBy(RoundEntrant, { roundId, personId });
    // Whoever holds a certificate hands in the own list, or has a helper do it.
    if (entrant === null || !entrant.statuses.includes(HOUSEHOLD_MEMBER)) throw notFound('名册上的这位家庭成员');
    return entrant;
  }

  /**
   * The own place and why, from the published cut-offs.
   *
   * @throws DomainError ROUND_STEP_EARLY before the results are published; NOT_FOUND for who is not on the roster
   */
  async myResult(viewer: SignedIn, roundId: string): Promise<AllocationResultNode> {
    Policy.require(viewer, 'allocation.own');
    const personId = Policy.personFor(viewer, 'allocation.own');
    const { manager } = this.unitOfWork;
    const entrant = personId === undefined ? null : await manager.findOneBy(RoundEntrant, { roundId, personId });
    if (entrant === null) throw notFound('您在这一轮的名册');
    const round = await manager.findOneByOrFail(AllocationRound, { id: roundId });
    if (round.state !== 'PUBLISHED')
      throw new DomainError('ROUND_STEP_EARLY', '结果还没有公布。', { hint: '公布以后在这里看。' });
    const rows = await this.book.posts(roundId);
    const choices = await manager.find(RoundChoice, { where: { entrantId: entrant.id }, order: { choice: 'ASC' } });
    const { ticket, statuses, divisionCode } = entrant;
    const number = entrant.number as number;
    const { result, trace } = explainPlace(
      {
        entrants: [{ ticket, statuses, divisionCode }],
        posts: rows.map(postOfRound),
        numbers: new Map([[ticket, number]]),
        choices: { draw: drawOf(round), lists: [{ ticket, posts: choices.map(({ postId }) => postId) }], left: [] },
      },
      { posts: rows.map(({ postId, outcome }) => ({ post: postId, ...(outcome as Omit<PostOutcome, 'post'>) })) },
      ticket,
    ) as Ruled<AllocationPlace>;
    const titles = await this.titlesOf(rows.map(({ postId }) => postId));
    const title = result.post === null ? null : (titles.get(result.post) ?? null);
    const end = title === null ? trace.value : `分配到「${title}」`;
    return {
      ticket,
      number,
      postId: result.post,
      title,
      kind: result.kind,
      choice: result.choice,
      why: [...(trace.children ?? []).map((node) => sentence(node, titles)), `${end}。`],
    };
  }

  private async write(
    viewer: SignedIn,
    { roundId, personId, postIds }: { roundId: string; personId: string; postIds: readonly string[] },
  ): Promise<{ listHash: string }> {
    const { manager } = this.unitOfWork;
    const entrant = await manager.findOneBy(RoundEntrant, { roundId, personId });
    if (entrant === null) throw notFound('您在这一轮的名册');
    const round = await this.hold(roundId);
    await this.check(round, personId, postIds, viewer);
    const before = entrant.listHash;
    const listHash = listHashOf(entrant.ticket, postIds);
    await manager.delete(RoundChoice, { entrantId: entrant.id });
    const rows = postIds.map((postId, index) => ({
      id: newId(),
      roundId,
      entrantId: entrant.id,
      choice: index + 1,
      postId,
    }));
    await insertRows(manager, RoundChoice, rows);
    await manager.update(RoundEntrant, { id: entrant.id }, { listHash, chosenAt: this.clock.now() });
    const { divisionCode } = round;
    noteAudit(this.unitOfWork, {
      target: 'round-choices',
      id: entrant.id,
      divisionCode,
      before: { listHash: before },
      after: { listHash },
    });
    sayHelped(this.unitOfWork, `填了「${round.title}」的志愿，${postIds.length} 个岗位`);
    return { listHash };
  }

  /** Holds the round's row until the list is written: the close waits for it, or it finds the close. */
  private async hold(id: string): Promise<AllocationRound> {
    const { manager } = this.unitOfWork;
    const open = { id, state: In(['DRAWN', 'CHOOSING']) };
    const held = await guardedUpdate(manager, AllocationRound, open, { state: 'CHOOSING' });
    const round = await manager.findOneBy(AllocationRound, { id });
    if (round === null) throw notFound(ROUND);
    if (held) return round;
    if (round.state === 'ANNOUNCED' || round.state === 'FROZEN')
      throw new DomainError('ROUND_STEP_EARLY', `${round.drawnOn} 摇号以后才能填志愿。`, { hint: '摇号后再来。' });
    throw new DomainError('CHOICE_LATE', '填志愿已经截止，以前填的仍然有效。', { hint: '有疑问请联系就业辅导员。' });
  }

  private async check(
    round: AllocationRound,
    personId: string,
    postIds: readonly string[],
    viewer: SignedIn,
  ): Promise<void> {
    const posts = (await this.book.posts(round.id)).map(postOfRound);
    const today = this.clock.today();
    const [first, ...more] = choiceRefusals(
      { calendar: calendarOf(round), posts },
      {
        on: today,
        posts: postIds,
        // Whether the delegation stands was asked on the way in, and is once more before the unit commits.
        by: viewer.onBehalfOf ? { kind: 'DELEGATE', until: today } : { kind: 'SELF' },
        answers: await this.matches.answersFor(personId, postIds),
      },
    );
    if (first !== undefined) throw await this.refused(first, more.length, postIds);
  }

  private async refused(refusal: RuleRefusal, more: number, postIds: readonly string[]): Promise<DomainError> {
    const titles = await this.titlesOf(postIds);
    const hint = `${more > 0 ? `还有 ${more} 处要改。` : ''}以前填的志愿没有变。`;
    return new DomainError(refusal.code, named(refusal.message, titles), {
      field: refusal.subject.replace('posts.', 'postIds.'),
      hint,
    });
  }

  private async titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
    return namesOf(await this.posts.publicByIds(ids));
  }
}

/** A rule names posts by id; people know them by name. */
const named = (text: string, titles: ReadonlyMap<string, string>): string =>
  [...titles].reduce((sentence, [id, title]) => sentence.replaceAll(id, `「${title}」`), text);

const sentence = ({ label, value }: TraceNode, titles: ReadonlyMap<string, string>): string =>
  `${named(label, titles)}：${value}。`;

/** Whose list it is. @throws DomainError CHOICE_UNDELEGATED for a helper without it, NOT_FOUND for an account that stands for nobody */
function chooserOf(viewer: SignedIn): string {
  if (viewer.onBehalfOf && !Policy.can(viewer, 'allocation.own'))
    throw new DomainError('CHOICE_UNDELEGATED', '您没有代填志愿的委托，或者委托已过期。', {
      hint: '请本人填写，或先办理代办「申请岗位」。',
    });
  Policy.require(viewer, 'allocation.own');
  const personId = Policy.personFor(viewer, 'allocation.own');
  if (personId === undefined) throw notFound('您的求职登记');
  return personId;
}
