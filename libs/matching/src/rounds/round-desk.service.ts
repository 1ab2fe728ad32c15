import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Divisions, IdempotencyService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { Clock, CryptoProvider, DomainError, newId, notFound, sha256Hex } from '@tongxing/platform';
import {
  ALLOCATION_RULES_VERSION,
  canonicalJson,
  certify,
  checkDraw,
  checkRoster,
  checkStep,
  commitmentOf,
  drawNumbers,
  type IsoDate,
  isTypedDay,
  type PostOutcome,
  prepareRound,
  type RegionFloor,
  type RevealedDraw,
  type RoundState,
  type RoundStep,
  runRound,
  stepWords,
  withFloor,
} from '@tongxing/rules';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Entrants, newTicket } from './entrants.js';
import { calendarOf, choicesHashOf, postOfRound, RoundBook, rosterHashOf, rosterOf } from './round-book.js';
import {
  AllocationRound,
  type JointStep,
  RoundEntrant,
  RoundPost,
  RoundResult,
  RoundStepTaken,
  type StepContent,
} from './round.entity.js';
import { RoundNews } from './round-news.js';
import type { OpenRoundInput, RevealDrawInput, RoundPostInput } from './round.types.js';
import { ROUND } from './round.words.js';

const WELFARE = 'PUBLIC_WELFARE';
/** A round that was not run by its contract day is over: its people and posts are free for another. */
const UNFINISHED: readonly RoundState[] = ['ANNOUNCED', 'FROZEN', 'DRAWN', 'CHOOSING', 'CLOSED'];
const OPERATIONS: Readonly<Record<JointStep, string>> = {
  FREEZE: 'freezeRoster',
  REVEAL: 'revealDraw',
  RUN: 'runAllocationRound',
};

type Reply = { id: string };
type Asked = { id: string; idempotencyKey: string; value?: string; valueFrom?: string };

/** The other officer's proposal came in between. */
class ProposedMeanwhile extends Error {}

const conflict = (): DomainError =>
  new DomainError('STATE_CONFLICT', '这一轮刚被别人办过一步。', { hint: '请刷新后再看。' });

/**
 * The office's side of a round: announced, frozen, drawn, closed, run, published. Frozen, drawn and run by two officers: the first
 * proposes, the second, another natural person, confirms by asking for the same.
 */
@Injectable()
export class RoundDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
    private readonly idempotency: IdempotencyService,
    private readonly posts: PostService,
    private readonly entrants: Entrants,
    private readonly book: RoundBook,
    private readonly news: RoundNews,
  ) {}

  /**
   * Announces a round. The seed is drawn here and sealed; its hash is public from now on.
   *
   * @throws DomainError NOT_FOUND for another region, DIVISION_UNKNOWN, LEGAL_BASIS_MISSING, STATE_CONFLICT for a post in another running round;
   *   RuleRefusal VALIDATION
   */
  async open(viewer: SignedIn, input: OpenRoundInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    const { idempotencyKey, ...content } = input;
    return this.idempotency.once(viewer.id, idempotencyKey, 'openAllocationRound', content, async () => {
      Policy.requireCovers(viewer, input.divisionCode, '这个区划');
      if (this.divisions.byCode(input.divisionCode) === undefined)
        throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'divisionCode' });
      const round = this.announced(viewer, input);
      await this.checkPosts(viewer, input, round);
      const kept = [
        ...input.posts.flatMap(({ reserve }) => reserve?.status ?? []),
        ...(input.floor ? [input.floor.status] : []),
      ];
      await this.entrants.requireLawFor(round.divisionCode, [...input.tiers.map(({ status }) => status), ...kept]);
      const posts = this.roundPosts(round, input);
      checkRoster(rosterOf(round, posts, []));
      const { manager } = this.unitOfWork;
      await this.releaseLapsed();
      await insertRows(manager, AllocationRound, [round]);
      try {
        await insertRows(manager, RoundPost, posts);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new DomainError('STATE_CONFLICT', '有岗位已经在另一轮分配里，还没办完。', {
          field: 'posts',
          hint: '请去掉那个岗位，或等那一轮办完。',
        });
      }
      this.note(round, { state: 'ANNOUNCED', posts: posts.length });
      return { id: round.id };
    });
  }

  /**
   * 冻结名册, by two officers; who is on it is looked up when the second one confirms.
   *
   * @throws DomainError NOT_FOUND, DUTY_SEPARATION, SIMULATION_MISSING, ROSTER_EMPTY, LEGAL_BASIS_MISSING, STATE_CONFLICT; RuleRefusal ROUND_STEP_*
   */
  freeze(viewer: SignedIn, id: string, idempotencyKey: string): Promise<Reply> {
    return this.joint(viewer, 'FREEZE', { id, idempotencyKey }, (round) => ({ simulationHash: round.simulationHash }), {
      before: async ({ simulationHash }) => {
        if (simulationHash === null)
          throw new DomainError('SIMULATION_MISSING', '还没有模拟报告，不能冻结名册。', { hint: '请先做模拟。' });
      },
      take: (round) => this.freezeNow(round),
    });
  }

  /**
   * 摇号, by two officers who enter the public value each for himself. It counts once both say the same; a different one takes the place of
   * what was proposed.
   *
   * @throws DomainError NOT_FOUND, DUTY_SEPARATION, ROUND_CHANGED, STATE_CONFLICT; RuleRefusal SEED_MISMATCH, PUBLIC_VALUE_MISSING, VALIDATION, ROUND_STEP_*
   */
  reveal(viewer: SignedIn, input: RevealDrawInput): Promise<Reply> {
    const { value, valueFrom } = input;
    return this.joint(viewer, 'REVEAL', input, () => ({ value, valueFrom }), {
      before: async (round) => void this.draw(round, { value, valueFrom }),
      take: (round) => this.revealNow(round, this.draw(round, { value, valueFrom })),
    });
  }

  /**
   * 分配, by two officers. The first one's word closes the lists, whose hash is public from then on; the second one's runs the round.
   *
   * @throws DomainError NOT_FOUND, DUTY_SEPARATION, ROUND_CHANGED, STATE_CONFLICT; RuleRefusal ROUND_STEP_*
   */
  run(viewer: SignedIn, id: string, idempotencyKey: string): Promise<Reply> {
    return this.joint(viewer, 'RUN', { id, idempotencyKey }, () => ({}), {
      before: async (round) => {
        if (round.state !== 'CLOSED') await this.close(round);
      },
      take: (round) => this.runNow(round),
    });
  }

  /** 公布: cut-offs and certificate for everybody. @throws DomainError NOT_FOUND, STATE_CONFLICT; RuleRefusal ROUND_STEP_ORDER */
  async publish(viewer: SignedIn, id: string, idempotencyKey: string): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    return this.idempotency.once(viewer.id, idempotencyKey, 'publishRound', { id }, async () => {
      const round = await this.ownRound(viewer, id);
      this.check('PUBLISH', round);
      await this.move(round, 'RUN', { state: 'PUBLISHED', publishedAt: this.clock.now() });
      await this.news.published(round);
      await this.release([id]);
      this.note(round, { state: 'PUBLISHED', resultHash: round.resultHash });
      return { id };
    });
  }

  private async joint(
    viewer: SignedIn,
    step: JointStep,
    { id, idempotencyKey, ...request }: Asked,
    contentOf: (round: AllocationRound) => StepContent,
    // `before` goes before the first word as well as the second
    work: { before(round: AllocationRound): Promise<void>; take(round: AllocationRound): Promise<void> },
  ): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    return this.idempotency.once(viewer.id, idempotencyKey, OPERATIONS[step], { id, ...request }, async () => {
      const attempt = async (): Promise<void> => {
        const round = await this.ownRound(viewer, id);
        this.check(step === 'RUN' && round.state !== 'CLOSED' ? 'CLOSE' : step, round);
        const content = contentOf(round);
        const standing = await this.unitOfWork.manager.findOneBy(RoundStepTaken, { roundId: id, step });
        if (standing === null) await this.propose(viewer, round, step, content);
        else if (!isSame(standing.content, content)) await this.proposeOther(viewer, standing, content);
        else await this.confirm(viewer, standing);
        await work.before(round);
        if (standing !== null && isSame(standing.content, content)) await work.take(round);
        else this.note(round, { proposed: step, ...content });
      };
      try {
        await attempt();
      } catch (error) {
        if (!(error instanceof ProposedMeanwhile)) throw error;
        // Both officers pressed at once: the later word is the second one.
        await attempt();
      }
      return { id };
    });
  }

  private async propose(
    viewer: SignedIn,
    { id }: AllocationRound,
    step: JointStep,
    content: StepContent,
  ): Promise<void> {
    try {
      await insertRows(this.unitOfWork.manager, RoundStepTaken, [
        { id: newId(), roundId: id, step, content, proposedById: viewer.id, proposedAt: this.clock.now() },
      ]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new ProposedMeanwhile();
      throw error;
    }
  }

  private async proposeOther(viewer: SignedIn, { id, version }: RoundStepTaken, content: StepContent): Promise<void> {
    const set = { content, proposedById: viewer.id, proposedAt: this.clock.now() };
    const where = { id, version, confirmedById: IsNull() };
    if (!(await guardedUpdate(this.unitOfWork.manager, RoundStepTaken, where, set))) throw conflict();
  }

  private async confirm(viewer: SignedIn, standing: RoundStepTaken): Promise<void> {
    // One account a natural person: the account tells.
    if (standing.proposedById === viewer.id)
      throw new DomainError('DUTY_SEPARATION', `${stepWords(standing.step)}是您提出的，要由另一个人确认。`, {
        hint: '请换一位同事办理。',
      });
    const { id, version } = standing;
    const set = { confirmedById: viewer.id, confirmedAt: this.clock.now() };
    const where = { id, version, confirmedById: IsNull() };
    if (!(await guardedUpdate(this.unitOfWork.manager, RoundStepTaken, where, set))) throw conflict();
  }

  private async freezeNow(round: AllocationRound): Promise<void> {
    await this.releaseLapsed();
    const candidates = await this.entrants.free(round.divisionCode, round.tiers);
    const rows = candidates.map(({ facts, statuses, divisionCode }) => ({
      id: newId(),
      roundId: round.id,
      personId: facts.id,
      ticket: newTicket(),
      statuses,
      divisionCode,
      live: 1,
      version: 1,
    }));
    // In the tickets' order: rows in the order of registration would tell whose ticket is whose.
    rows.sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
    try {
      await insertRows(this.unitOfWork.manager, RoundEntrant, rows);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new DomainError('STATE_CONFLICT', '有人刚被另一轮列入名册。', { hint: '请再办一次，名册会重新核对。' });
    }
    const roster = rosterOf(round, await this.book.posts(round.id), rows);
    checkRoster(roster);
    const rosterHash = rosterHashOf(roster);
    await this.move(round, 'ANNOUNCED', { state: 'FROZEN', rosterHash });
    this.note(round, { state: 'FROZEN', entrants: rows.length, rosterHash });
  }

  /** The sealed seed with the public value, held against the commitment. */
  private draw(round: AllocationRound, { value, valueFrom }: Pick<RevealedDraw, 'value' | 'valueFrom'>): RevealedDraw {
    const draw = { seed: this.crypto.open(round.sealedSeed, boundTo(round.id)), value, valueFrom };
    checkDraw({ draw: round }, draw, sha256Hex);
    return draw;
  }

  private async revealNow(round: AllocationRound, draw: RevealedDraw): Promise<void> {
    const roster = await this.book.roster(round);
    requireSame('名册', rosterHashOf(roster), round.rosterHash);
    const tickets = roster.entrants.map(({ ticket }) => ticket);
    const { manager } = this.unitOfWork;
    for (const [ticket, number] of drawNumbers(round.id, tickets, draw, sha256Hex))
      await manager.update(RoundEntrant, { roundId: round.id, ticket, number: IsNull() }, { number });
    await this.move(round, 'FROZEN', { state: 'DRAWN', ...draw });
    await this.news.drawn(round);
    this.note(round, { state: 'DRAWN', ...draw });
  }

  /** From here on no list is taken: who hands one in holds the round's row until it is written, so none is half counted. */
  private async close(round: AllocationRound): Promise<void> {
    const { manager } = this.unitOfWork;
    await manager.update(AllocationRound, { id: round.id, state: 'DRAWN' }, { state: 'CHOOSING' });
    await this.move(round, 'CHOOSING', { state: 'CLOSED' });
    const choicesHash = choicesHashOf(await this.book.choices(round, await this.book.entrants(round.id)));
    await this.move(round, 'CLOSED', { choicesHash });
    this.note(round, { state: 'CLOSED', choicesHash });
  }

  private async runNow(round: AllocationRound): Promise<void> {
    const { manager } = this.unitOfWork;
    const entrants = await this.book.entrants(round.id);
    const posts = await this.book.posts(round.id);
    const choices = await this.book.choices(round, entrants);
    const prepared = prepareRound(rosterOf(round, posts, entrants), choices, sha256Hex);
    const { result } = runRound(prepared);
    const { posts: _, ...certificate } = certify(prepared, result, sha256Hex);
    requireSame('名册', certificate.rosterHash, round.rosterHash);
    requireSame('志愿', certificate.choicesHash, round.choicesHash);
    await insertRows(
      manager,
      RoundResult,
      result.places.map(({ post, kind, choice }, index) => {
        const entrantId = (entrants[index] as RoundEntrant).id;
        return { id: newId(), roundId: round.id, entrantId, postId: post, kind, choice };
      }),
    );
    const byPost = new Map(result.posts.map(({ post, ...outcome }) => [post, outcome]));
    for (const { id, postId } of posts) {
      const outcome = byPost.get(postId) as Omit<PostOutcome, 'post'>;
      await manager.update(RoundPost, { id }, { outcome });
    }
    const { resultHash } = certificate;
    await this.move(round, 'CLOSED', { state: 'RUN', resultHash, certificate: certificate as object });
    this.note(round, { state: 'RUN', resultHash, certificate: certificate.hash });
  }

  private announced(viewer: SignedIn, input: OpenRoundInput): AllocationRound {
    const id = newId();
    const seed = randomBytes(32).toString('hex');
    const day = (field: 'frozenOn' | 'drawnOn' | 'choicesUntil' | 'contractsFrom'): IsoDate =>
      dayOf(input[field], field);
    const [frozenOn, drawnOn, choicesUntil] = [day('frozenOn'), day('drawnOn'), day('choicesUntil')];
    if (frozenOn >= drawnOn || drawnOn >= choicesUntil)
      throw new DomainError('VALIDATION', '冻结名册、摇号、填志愿截止要各在不同的日子，依次往后。', {
        field: 'drawnOn',
      });
    const { floor } = input;
    return {
      id,
      title: input.title,
      divisionCode: input.divisionCode,
      state: 'ANNOUNCED',
      rulesVersion: ALLOCATION_RULES_VERSION,
      announcedOn: this.clock.today(),
      frozenOn,
      drawnOn,
      choicesUntil,
      contractsFrom: day('contractsFrom'),
      tiers: input.tiers.map(({ status, basis }) => ({ status, basis })),
      floor: floor ? floorOf(floor) : null,
      commitment: commitmentOf(seed, sha256Hex),
      sealedSeed: this.crypto.seal(seed, boundTo(id)),
      source: input.source,
      fallback: input.fallback,
      seed: null,
      value: null,
      valueFrom: null,
      simulation: null,
      simulationHash: null,
      rosterHash: null,
      choicesHash: null,
      resultHash: null,
      certificate: null,
      openedById: viewer.id,
      openedAt: this.clock.now(),
      publishedAt: null,
      version: 1,
    };
  }

  private async checkPosts(viewer: SignedIn, { posts }: OpenRoundInput, round: AllocationRound): Promise<void> {
    const found = new Map((await this.posts.byIds(posts.map(({ postId }) => postId))).map((post) => [post.id, post]));
    posts.forEach(({ postId, seats }, index) => {
      const post = found.get(postId);
      const field = `posts.${index}`;
      if (post === undefined || !Policy.covers(viewer, post.divisionCode)) throw notFound('这个岗位');
      const refuse = (message: string): never => {
        throw new DomainError('VALIDATION', `岗位「${post.title}」${message}`, { field });
      };
      if (post.kind !== WELFARE) refuse('不是公益性岗位，不用分轮分配。');
      if (!this.posts.isOpen(post)) refuse('现在不招人。');
      if (seats > post.openings) refuse(`只招 ${post.openings} 人，座位不能更多。`);
      if (post.closesOn < round.choicesUntil) refuse(`${post.closesOn} 就截止了，要开到填志愿的最后一天。`);
    });
    const kept = new Set(
      [...posts.flatMap(({ reserve }) => reserve?.status ?? []), round.floor?.status].filter(Boolean),
    );
    if (kept.size > 1)
      throw new DomainError('VALIDATION', '一轮里只能给一种身份预留座位。', { field: 'posts', hint: '请分轮办理。' });
  }

  private roundPosts(round: AllocationRound, { posts }: OpenRoundInput): RoundPost[] {
    const rows = posts.map(({ postId, seats, reserve, local }: RoundPostInput) => ({
      id: newId(),
      roundId: round.id,
      postId,
      seats,
      reserve: reserve ? { status: reserve.status, seats: reserve.seats, basis: reserve.basis } : null,
      tiers: round.tiers,
      local: local ? { division: local.divisionCode, basis: local.basis } : null,
      outcome: null,
      live: 1,
    }));
    if (round.floor === null) return rows;
    const reserved = withFloor(round.floor, rows.map(postOfRound));
    return rows.map((row, index) => ({ ...row, reserve: reserved[index]?.reserve ?? null }));
  }

  private async ownRound(viewer: SignedIn, id: string): Promise<AllocationRound> {
    const round = await this.unitOfWork.manager.findOneBy(AllocationRound, { id });
    if (round === null) throw notFound(ROUND);
    Policy.requireCovers(viewer, round.divisionCode, ROUND);
    return round;
  }

  private check(step: RoundStep, round: AllocationRound): void {
    checkStep(step, round.state, calendarOf(round), this.clock.today());
  }

  private async move(
    { id }: AllocationRound,
    state: RoundState,
    set: Parameters<typeof guardedUpdate<AllocationRound>>[3],
  ): Promise<void> {
    if (!(await guardedUpdate(this.unitOfWork.manager, AllocationRound, { id, state }, set))) throw conflict();
  }

  /** People and posts of rounds that can't be finished any more are free for another. */
  private async releaseLapsed(): Promise<void> {
    const where = { state: In([...UNFINISHED]), contractsFrom: LessThanOrEqual(this.clock.today()) };
    const lapsed = await this.unitOfWork.manager.find(AllocationRound, { select: { id: true }, where });
    await this.release(lapsed.map(({ id }) => id));
  }

  private async release(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { manager } = this.unitOfWork;
    await manager.update(RoundPost, { roundId: In([...ids]), live: 1 }, { live: null });
    await manager.update(RoundEntrant, { roundId: In([...ids]), live: 1 }, { live: null });
  }

  private note({ id, divisionCode, state }: AllocationRound, after: object): void {
    noteAudit(this.unitOfWork, { target: 'allocation-round', id, divisionCode, before: { state }, after });
  }
}

const boundTo = (id: string): string => `allocation_round|sealedSeed|${id}`;

const isSame = (one: StepContent, other: StepContent): boolean => canonicalJson(one) === canonicalJson(other);

function requireSame(what: string, now: string, published: string | null): void {
  if (now === published) return;
  throw new DomainError('ROUND_CHANGED', `${what}与公布的哈希值不符，已停止。`, {
    hint: '公布以后有人改过数据。请报告审计，不要继续办。',
  });
}

function dayOf(text: string, field: string): IsoDate {
  if (!isTypedDay(text)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field });
  return text;
}

const floorOf = (floor: NonNullable<OpenRoundInput['floor']>): RegionFloor => ({
  status: floor.status,
  share: floor.share,
  basis: floor.basis,
  seats: floor.seats,
  countedOn: dayOf(floor.countedOn, 'floor.countedOn'),
});
