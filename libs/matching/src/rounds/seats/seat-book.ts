import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { sha256Hex } from '@tongxing/platform';
import {
  type AllocationPlace,
  byText,
  canonicalJson,
  type ContinuationCertificate,
  type IsoDate,
  type PreparedRound,
  prepareRound,
  type RoundStand,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { RoundBook, rosterOf } from '../round-book.js';
import type { AllocationRound, RoundEntrant } from '../round.entity.js';
import { SeatOffer, SeatPlace, SeatWave, SeatWavePost } from './seat.entity.js';

/** A round with everything that a continuation rests on. */
export interface SeatRound {
  round: AllocationRound;
  prepared: PreparedRound;
  entrants: RoundEntrant[];
  /** done, the first one 0 */
  waves: SeatWave[];
  /** proposed, and not done */
  proposed: SeatWave | null;
  /** how it stood after the last of them */
  stand: RoundStand;
  /** by ticket: who is out by now, and whose seat is theirs */
  left: string[];
  accepted: string[];
  offers: SeatOffer[];
}

/** One link as the files carry it. */
export interface SeatLink {
  certificate: ContinuationCertificate;
  stand: RoundStand;
}

/** A round after its run as the rules take it, from its rows. */
@Injectable()
export class SeatBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: RoundBook,
  ) {}

  async load(round: AllocationRound): Promise<SeatRound> {
    const { manager } = this.unitOfWork;
    const entrants = await this.book.entrants(round.id);
    const roster = rosterOf(round, await this.book.posts(round.id), entrants);
    const prepared = prepareRound(roster, await this.book.choices(round, entrants), sha256Hex);
    const all = await manager.find(SeatWave, { where: { roundId: round.id }, order: { serial: 'ASC' } });
    const waves = all.filter(({ state }) => state === 'DONE');
    const last = waves.at(-1);
    const offers = await manager.find(SeatOffer, { where: { roundId: round.id }, order: { id: 'ASC' } });
    const ticketOf = new Map(entrants.map(({ id, ticket }) => [id, ticket]));
    const stand =
      last === undefined || last.serial === 0
        ? { places: await this.book.places(entrants, round.id), left: [], held: [], stayed: [] }
        : await this.standOf(last.id, entrants);
    return {
      round,
      prepared,
      entrants,
      waves,
      proposed: all.find(({ state }) => state === 'PROPOSED') ?? null,
      stand,
      left: entrants.filter(({ leftOn }) => leftOn !== null).map(({ ticket }) => ticket),
      accepted: offers
        .filter(({ state }) => state === 'ACCEPTED' || state === 'BEGUN')
        .map(({ entrantId }) => ticketOf.get(entrantId) as string)
        .sort(byText),
      offers,
    };
  }

  /** Every continuation of a round, by its order. */
  async links(roundId: string, entrants: readonly RoundEntrant[]): Promise<SeatLink[]> {
    const links: SeatLink[] = [];
    for (const wave of await this.continuations(roundId)) {
      const certificate = await this.certificateOf(wave);
      links.push({ certificate, stand: await this.standOf(wave.id, entrants) });
    }
    return links;
  }

  /** Certificates alone: what everybody gets. */
  async certificates(roundId: string): Promise<ContinuationCertificate[]> {
    const found: ContinuationCertificate[] = [];
    for (const wave of await this.continuations(roundId)) found.push(await this.certificateOf(wave));
    return found;
  }

  private async continuations(roundId: string): Promise<SeatWave[]> {
    const where = { roundId, state: 'DONE' as const };
    const waves = await this.unitOfWork.manager.find(SeatWave, { where, order: { serial: 'ASC' } });
    return waves.filter(({ serial }) => serial > 0);
  }

  private async certificateOf(wave: SeatWave): Promise<ContinuationCertificate> {
    if (wave.certificate === null) throw new Error('a continuation that is done has no certificate');
    const rows = await this.unitOfWork.manager.findBy(SeatWavePost, { waveId: In([wave.id]) });
    rows.sort((one, other) => byText(one.postId, other.postId));
    return { ...wave.certificate, posts: rows.map(({ postId, outcome }) => ({ ...outcome, post: postId })) };
  }

  private async standOf(waveId: string, entrants: readonly RoundEntrant[]): Promise<RoundStand> {
    const rows = await this.unitOfWork.manager.findBy(SeatPlace, { waveId });
    const byEntrant = new Map(rows.map((row) => [row.entrantId, row]));
    const partsOf = (...parts: SeatPlace['part'][]): string[] =>
      entrants.filter(({ id }) => parts.includes((byEntrant.get(id) as SeatPlace).part)).map(({ ticket }) => ticket);
    return {
      places: entrants.map(({ id, ticket, number }): AllocationPlace => {
        const { postId, kind, choice } = byEntrant.get(id) as SeatPlace;
        return { ticket, number: number as number, post: postId, kind, choice };
      }),
      left: partsOf('LEFT'),
      held: partsOf('HELD', 'STAYED'),
      stayed: partsOf('STAYED'),
    };
  }
}

/** What both officers of a continuation have to have looked at. */
export const basisOf = ({ left, accepted }: Pick<SeatRound, 'left' | 'accepted'>): string =>
  sha256Hex(canonicalJson({ left, accepted }));

/**
 * The round as it stands on a day: after the last continuation, less who went, with whom said yes held; from the first day of contracts on,
 * everybody who has a seat.
 */
export function standNow({ round, stand, left, accepted }: SeatRound, on: IsoDate): RoundStand {
  const gone = new Set(left);
  const places = stand.places.map((place) =>
    gone.has(place.ticket) ? { ...place, post: null, kind: null, choice: null } : place,
  );
  const seated = places.filter(({ post }) => post !== null).map(({ ticket }) => ticket);
  return { places, left, held: on >= round.contractsFrom ? seated : accepted, stayed: stand.stayed };
}

/** Tickets that went since the last continuation. */
export const newlyLeft = ({ stand, left }: SeatRound): string[] => {
  const before = new Set(stand.left);
  return left.filter((ticket) => !before.has(ticket));
};
