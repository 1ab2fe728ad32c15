import { Injectable } from '@nestjs/common';
import { Account, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService, type PublicPostNode } from '@tongxing/employers';
import { PeopleService } from '@tongxing/people';
import { Clock, notFound } from '@tongxing/platform';
import { canonicalChoices, canonicalJson, cutOffText, stepWords } from '@tongxing/rules';
import { In } from 'typeorm';
import { ROSTER_STATUSES } from './entrants.js';
import { certificateOf, RoundBook, rosterInOrder, rosterOf } from './round-book.js';
import { AllocationRound, RoundChoice, RoundEntrant, type RoundPost, RoundStepTaken } from './round.entity.js';
import type {
  AllocationCertificateNode,
  AllocationRoundNode,
  RoundEntryNode,
  RoundPostNode,
  RoundStepNode,
} from './round.types.js';
import { ROUND, ROUND_STATE_WORDS } from './round.words.js';

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
    return {
      ...round,
      stateText: ROUND_STATE_WORDS[round.state],
      tiers: round.tiers.map((tier) => ({ ...tier, statusText: statusText(tier.status) })),
      resultHash: published ? round.resultHash : null,
      entrants: round.rosterHash === null ? null : await manager.countBy(RoundEntrant, { roundId: id }),
      posts: rows.map((row) => postNode(row, shown.get(row.postId), published)),
      steps: isOffice ? await this.steps(viewer, id) : [],
      mine: entrant === null ? null : await this.entry(round, entrant, shown),
    };
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
        }
      : { certificate, tickets: entrants.map(({ ticket }) => ticket) };
    return { roundId, kind: audits ? 'AUDITOR' : 'PUBLIC', hash: certificate.hash, file: canonicalJson(file) };
  }

  private entrantOf(roundId: string, personId: string): Promise<RoundEntrant | null> {
    return this.unitOfWork.manager.findOneBy(RoundEntrant, { roundId, personId });
  }

  private async livesThere(personId: string | undefined, { divisionCode }: AllocationRound): Promise<boolean> {
    const person = personId === undefined ? null : await this.people.byId(personId);
    return person !== null && person.divisionCode.startsWith(Policy.divisionScope({ divisionCode } as SignedIn));
  }

  private async shownPosts(ids: readonly string[]): Promise<Map<string, PublicPostNode>> {
    return new Map((await this.posts.publicByIds(ids)).map((post) => [post.id, post]));
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
      statusTexts: entrant.statuses.map(statusText),
      number: entrant.number,
      choices: choices.map(({ choice, postId }) => ({ choice, postId, title: posts.get(postId)?.title ?? postId })),
      listHash: entrant.listHash,
      open: ['DRAWN', 'CHOOSING'].includes(round.state) && this.clock.today() <= round.choicesUntil,
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
      confirmed: confirmedById !== null,
      waitsForViewer: mayConfirm && confirmedById === null && proposedById !== viewer.id,
    }));
  }
}

function postNode(row: RoundPost, shown: PublicPostNode | undefined, published: boolean): RoundPostNode {
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
    seats,
    reserved: reserve?.seats ?? 0,
    reservedFor: reserve === null ? null : `${statusText(reserve.status)}（${reserve.basis}）`,
    local: local === null ? null : `${local.division}（${local.basis}）`,
    cutOffs,
  };
}
