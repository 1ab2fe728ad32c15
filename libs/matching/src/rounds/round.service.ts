import { Injectable } from '@nestjs/common';
import { Account, Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService, type PublicPostNode } from '@tongxing/employers';
import { PeopleService } from '@tongxing/people';
import { chinaDay, Clock, notFound } from '@tongxing/platform';
import { canonicalChoices, canonicalJson, cutOffText, type MatchAnswer, nextStep, stepWords } from '@tongxing/rules';
import { In } from 'typeorm';
import { MatchService } from '../match.service.js';
import { ROSTER_STATUSES } from './entrants.js';
import { calendarOf, certificateOf, RoundBook, rosterInOrder, rosterOf } from './round-book.js';
import { AllocationRound, RoundChoice, RoundEntrant, type RoundPost, RoundStepTaken } from './round.entity.js';
import type {
  AllocationCertificateNode,
  AllocationRoundNode,
  PublishedRoundNode,
  RoundEntryNode,
  RoundNextNode,
  RoundPostNode,
  RoundSimulationNode,
  RoundStepNode,
} from './round.types.js';
import { namesOf, ROUND, ROUND_STATE_WORDS } from './round.words.js';
import { SeatBook } from './seats/seat-book.js';
import { RoundSimulations } from './simulations.service.js';

const statusText = (status: string): string => ROSTER_STATUSES[status] ?? status;

/** What of a round is read, and by whom. */
@Injectable()
export class RoundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly book: RoundBook,
    private readonly divisions: Divisions,
    private readonly matches: MatchService,
    private readonly simulations: RoundSimulations,
    private readonly seats: SeatBook,
  ) {}

  /**
   * A round for the office of the region, its auditor, and seekers who live there or stand on its roster.
   *
   * @throws DomainError NOT_FOUND for everybody else
   */
  async node(viewer: SignedIn, id: string): Promise<AllocationRoundNode> {
    Policy.require(viewer, 'allocation.read');
    const round = await this.unitOfWork.manager.findOneBy(AllocationRound, { id });
    if (round === null) throw notFound(ROUND);
    const personId = Policy.personFor(viewer, 'allocation.read');
    const entrant = personId === undefined ? null : await this.entrantOf(id, personId);
    const isOffice = Policy.can(viewer, 'allocationDesk.read') && Policy.covers(viewer, round.divisionCode);
    if (!isOffice && entrant === null && !(await this.livesThere(personId, round))) throw notFound(ROUND);
    const { manager } = this.unitOfWork;
    const rows = await this.book.posts(id);
    const shown = await this.shownPosts(rows.map(({ postId }) => postId));
    const published = round.state === 'PUBLISHED';
    const steps = isOffice ? await this.steps(viewer, id) : [];
    const mine = entrant === null ? null : await this.entry(round, entrant, shown);
    const nameOf = (code: string): string => this.divisions.nameOf(code);
    const answers = mine?.open && personId !== undefined ? await this.answers(personId, rows) : undefined;
    return {
      ...round,
      divisionName: this.divisions.nameOf(round.divisionCode),
      stateText: ROUND_STATE_WORDS[round.state],
      tiers: tiersOf(round, isOffice && round.rosterHash !== null ? await this.byTier(round) : null),
      resultHash: published ? round.resultHash : null,
      entrants: round.rosterHash === null ? null : await manager.countBy(RoundEntrant, { roundId: id }),
      posts: rows.map((row) => postNode(row, shown.get(row.postId), published, nameOf, answers?.get(row.postId))),
      steps,
      next: isOffice ? this.nextOf(round, viewer, steps) : null,
      simulating: isOffice ? await this.simulating(id) : null,
      mine,
    };
  }

  /**
   * What everybody may see of a published round.
   *
   * @param ticket somebody's, to be told what it drew
   * @throws DomainError NOT_FOUND before it is published
   */
  async published(id: string, ticket: string | null): Promise<PublishedRoundNode> {
    const round = await this.unitOfWork.manager.findOneBy(AllocationRound, { id, state: 'PUBLISHED' });
    if (round === null) throw notFound(ROUND);
    const rows = await this.book.posts(id);
    const shown = await this.shownPosts(rows.map(({ postId }) => postId));
    const { draw, tickets, byChoice, ...certificate } = certificateOf(round, rows);
    const drawn =
      ticket === null ? null : await this.unitOfWork.manager.findOneBy(RoundEntrant, { roundId: id, ticket });
    return {
      ...certificate,
      ...draw,
      ...calendarOf(round),
      id,
      title: round.title,
      divisionName: this.divisions.nameOf(round.divisionCode),
      publishedOn: chinaDay(round.publishedAt as Date),
      tiers: tiersOf(round, null),
      posts: rows.map((row) => postNode(row, shown.get(row.postId), true, (code) => this.divisions.nameOf(code))),
      entrants: tickets.count,
      byChoice: [...byChoice],
      ticketNumber: drawn?.number ?? null,
      continuations: (await this.seats.certificates(id)).map(({ posts: _, format: __, ...link }) => link),
    };
  }

  /** The step that a round waits for, as the viewer stands to it. */
  nextOf(
    round: AllocationRound,
    viewer: SignedIn,
    steps: readonly Pick<RoundStepNode, 'step' | 'confirmed' | 'proposedByViewer'>[],
  ): RoundNextNode | null {
    const next = nextStep(round.state, round.simulationHash !== null, calendarOf(round), this.clock.today());
    if (next === null) return null;
    const standing = steps.find(({ step, confirmed }) => step === next.step && !confirmed);
    const turn = standing === undefined ? 'ANY' : standing.proposedByViewer ? 'OTHER' : 'SECOND';
    return { ...next, stepText: stepWords(next.step), turn };
  }

  /** True while lists are handed in. */
  takesChoices({ state, choicesUntil }: AllocationRound): boolean {
    return ['DRAWN', 'CHOOSING'].includes(state) && this.clock.today() <= choicesUntil;
  }

  /** Somebody's own part in a round; null for who is not on the roster. */
  async entryOf(roundId: string, personId: string): Promise<RoundEntryNode | null> {
    const entrant = await this.entrantOf(roundId, personId);
    if (entrant === null) return null;
    const round = await this.unitOfWork.manager.findOneByOrFail(AllocationRound, { id: roundId });
    const rows = await this.book.posts(roundId);
    return this.entry(round, entrant, await this.shownPosts(rows.map(({ postId }) => postId)));
  }

  /**
   * 分配证书: for everybody once published, without lists; for the region's auditor from the run on, with every list by ticket.
   *
   * @throws DomainError NOT_FOUND before
   */
  async certificate(viewer: SignedIn | null, roundId: string): Promise<AllocationCertificateNode> {
    const round = await this.unitOfWork.manager.findOneBy(AllocationRound, { id: roundId });
    if (round === null || round.certificate === null) throw notFound(ROUND);
    const audits =
      viewer !== null && Policy.can(viewer, 'allocation.verify') && Policy.covers(viewer, round.divisionCode);
    if (!audits && round.state !== 'PUBLISHED') throw notFound(ROUND);
    const posts = await this.book.posts(roundId);
    const entrants = await this.book.entrants(roundId);
    const certificate = certificateOf(round, posts);
    const file = audits
      ? {
          certificate,
          roster: rosterInOrder(rosterOf(round, posts, entrants)),
          choices: canonicalChoices({ choices: await this.book.choices(round, entrants) }),
          places: await this.book.places(entrants, roundId),
          ...chainOf(await this.seats.links(roundId, entrants)),
        }
      : {
          certificate,
          tickets: entrants.map(({ ticket }) => ticket),
          ...chainOf((await this.seats.certificates(roundId)).map((link) => ({ certificate: link }))),
        };
    return { roundId, kind: audits ? 'AUDITOR' : 'PUBLIC', hash: certificate.hash, file: canonicalJson(file) };
  }

  private answers(personId: string, rows: readonly RoundPost[]): Promise<Map<string, MatchAnswer>> {
    return this.matches.answersFor(
      personId,
      rows.map(({ postId }) => postId),
    );
  }

  /** How many of the roster stand in each tier: the first of the order whose status they hold. */
  private async byTier({ id, tiers }: AllocationRound): Promise<number[]> {
    const counts = tiers.map(() => 0);
    const where = { roundId: id };
    const entrants = await this.unitOfWork.manager.find(RoundEntrant, { select: { id: true, statuses: true }, where });
    for (const { statuses } of entrants) {
      const tier = tiers.findIndex(({ status }) => statuses.includes(status));
      if (tier >= 0) counts[tier] = (counts[tier] as number) + 1;
    }
    return counts;
  }

  private async simulating(roundId: string): Promise<RoundSimulationNode | null> {
    const newest = await this.simulations.newest(roundId);
    if (newest === null) return null;
    const { problem, ...simulation } = newest;
    return { ...simulation, problem: problem?.message ?? null, hint: problem?.hint ?? null };
  }

  private entrantOf(roundId: string, personId: string): Promise<RoundEntrant | null> {
    return this.unitOfWork.manager.findOneBy(RoundEntrant, { roundId, personId });
  }

  private async livesThere(personId: string | undefined, { divisionCode }: AllocationRound): Promise<boolean> {
    const person = personId === undefined ? null : await this.people.byId(personId);
    return person !== null && person.divisionCode.startsWith(Policy.divisionScope({ divisionCode } as SignedIn));
  }

  /** With the names that tell the posts of a round apart. */
  private async shownPosts(ids: readonly string[]): Promise<Map<string, PublicPostNode>> {
    const posts = await this.posts.publicByIds(ids);
    const names = namesOf(posts);
    return new Map(posts.map((post) => [post.id, { ...post, title: names.get(post.id) ?? post.title }]));
  }

  private async entry(
    round: AllocationRound,
    entrant: RoundEntrant,
    posts: ReadonlyMap<string, PublicPostNode>,
  ): Promise<RoundEntryNode> {
    const choices = await this.unitOfWork.manager.find(RoundChoice, {
      where: { entrantId: entrant.id },
      order: { choice: 'ASC' },
    });
    return {
      ticket: entrant.ticket,
      statuses: [...entrant.statuses],
      statusTexts: entrant.statuses.map(statusText),
      divisionCode: entrant.divisionCode,
      number: entrant.number,
      choices: choices.map(({ choice, postId }) => ({ choice, postId, title: posts.get(postId)?.title ?? postId })),
      listHash: entrant.listHash,
      open: this.takesChoices(round),
    };
  }

  private async steps(viewer: SignedIn, roundId: string): Promise<RoundStepNode[]> {
    const { manager } = this.unitOfWork;
    const rows = await manager.find(RoundStepTaken, { where: { roundId }, order: { proposedAt: 'ASC' } });
    const accounts = await manager.findBy(Account, { id: In(rows.map(({ proposedById }) => proposedById)) });
    const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
    const mayConfirm = Policy.can(viewer, 'allocation.manage');
    return rows.map(({ step, proposedById, confirmedById }) => ({
      step,
      stepText: stepWords(step),
      proposedBy: names.get(proposedById) ?? null,
      proposedByViewer: proposedById === viewer.id,
      confirmed: confirmedById !== null,
      waitsForViewer: mayConfirm && confirmedById === null && proposedById !== viewer.id,
    }));
  }
}

/** A file has continuations once there are some. */
const chainOf = <Link>(continuations: readonly Link[]) => (continuations.length === 0 ? {} : { continuations });

const tiersOf = ({ tiers }: AllocationRound, counts: readonly number[] | null) =>
  tiers.map((tier, index) => ({
    ...tier,
    statusText: statusText(tier.status),
    entrants: counts?.[index] ?? null,
  }));

function postNode(
  row: RoundPost,
  shown: PublicPostNode | undefined,
  published: boolean,
  nameOf: (divisionCode: string) => string,
  answer?: MatchAnswer,
): RoundPostNode {
  const { postId, seats, reserve, local, outcome } = row;
  const cutOffs =
    !published || outcome === null
      ? []
      : [
          ...(reserve === null ? [] : [cutOffText(outcome.reservedCutOff, 'RESERVED')]),
          cutOffText(outcome.openCutOff, 'OPEN'),
        ];
  return {
    postId,
    title: shown?.title ?? postId,
    employerName: shown?.employerName ?? '',
    divisionName: shown?.divisionName ?? '',
    seats,
    reserved: reserve?.seats ?? 0,
    reservedFor: reserve === null ? null : `${statusText(reserve.status)}（${reserve.basis}）`,
    local: local === null ? null : `${nameOf(local.division)}（${local.basis}）`,
    cutOffs,
    answer: answer ?? null,
  };
}
