import { Injectable } from '@nestjs/common';
import { Divisions, type SignedIn } from '@tongxing/access';
import {
  BAND_KM,
  type IndexedPost,
  type MatchAnswer,
  travelBand,
  TRAVEL_BANDS,
  type TravelBand,
  whatOpens,
  type WhatOpens,
} from '@tongxing/rules';
import { MatchService, type Withheld } from '../match.service.js';
import { Dismissals } from './dismissals.js';

const LISTED: readonly MatchAnswer[] = ['FITS', 'FITS_WITH', 'UNKNOWN'];
const NOTHING: WhatOpens = { looked: 0, fits: 0, opens: [], blockedBy: [] };
const TOWNSHIP_DIGITS = 9;
const CODE_DIGITS = 12;
/** Towns of a filter: more is no choice any more. */
const MOST_TOWNS = 40;
const MOST_WORDS = 24;

/** What a person could do to have more posts; empty where no list is shown. */
export interface Openings extends WhatOpens {
  withheld: Withheld | null;
}

/** How many of a person's posts each choice of the filter would leave. */
export interface Facets {
  answers: { code: MatchAnswer; posts: number }[];
  kinds: { code: string; posts: number }[];
  towns: { code: string; name: string; posts: number }[];
  /** each with what is nearer */
  within: { code: TravelBand; posts: number }[];
  remote: number;
  dismissed: number;
}

/** Beside the list: how to have more of it, and how to see less. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly matches: MatchService,
    private readonly dismissals: Dismissals,
    private readonly divisions: Divisions,
  ) {}

  /**
   * Which single moves open how many posts; posts that the person called unsuitable are left out.
   *
   * @throws DomainError as `matchedPosts`
   */
  async whatOpens(viewer: SignedIn, personId: string | null, day: string | null): Promise<Openings> {
    const { person, withheld, book } = await this.matches.subjectOf(viewer, personId, day);
    if (withheld !== null) return { withheld, ...NOTHING };
    const hidden = await this.hidden(person.id);
    return { withheld, ...whatOpens(person, without(book.engine.rows(), hidden), book.asOf.day) };
  }

  /** Counts over the whole list, fitting or not yet known. @throws DomainError as `matchedPosts` */
  async facets(viewer: SignedIn, personId: string | null): Promise<Facets> {
    const { person, withheld, book } = await this.matches.subjectOf(viewer, personId, null);
    const hidden = await this.hidden(person.id);
    const ranked =
      withheld === null ? book.engine.topPosts(person, book.asOf.day, book.engine.size, new Set(LISTED)) : [];
    const answerOf = new Map(ranked.map(({ postId, answer }) => [postId, answer]));
    const posts = [...book.engine.rows()].flatMap(({ post }) =>
      answerOf.has(post.id) && !hidden.has(post.id) ? [post] : [],
    );
    const count = (keyOf: (post: (typeof posts)[number]) => string): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const post of posts) counts.set(keyOf(post), (counts.get(keyOf(post)) ?? 0) + 1);
      return counts;
    };
    const answers = count(({ id }) => answerOf.get(id) as string);
    const towns = [...count(({ workDivisionCode }) => workDivisionCode.slice(0, TOWNSHIP_DIGITS))]
      .map(([digits, size]) => ({ code: digits.padEnd(CODE_DIGITS, '0'), posts: size }))
      .sort((one, two) => two.posts - one.posts || (one.code < two.code ? -1 : 1))
      .slice(0, MOST_TOWNS);
    const within = (band: TravelBand): number =>
      posts.filter((post) => BAND_KM[travelBand(person, post)] <= BAND_KM[band]).length;
    return {
      answers: LISTED.map((code) => ({ code, posts: answers.get(code) ?? 0 })),
      kinds: [...count(({ kind }) => kind)].map(([code, size]) => ({ code, posts: size })).sort(byCode),
      towns: towns.map((town) => ({ ...town, name: this.divisions.pathOf(town.code) })),
      within: TRAVEL_BANDS.map((code) => ({ code, posts: within(code) })),
      remote: posts.filter(({ remote }) => remote).length,
      dismissed: hidden.size,
    };
  }

  /** Skills that open posts ask for, the most asked first: the words that a profile is compared with. */
  skillsAsked(): Promise<string[]> {
    return this.asked(({ skills }) => skills);
  }

  /** The same of licences. */
  licencesAsked(): Promise<string[]> {
    return this.asked(({ licences }) => licences);
  }

  private async asked(wordsOf: (post: IndexedPost['post']) => readonly string[]): Promise<string[]> {
    const { engine, asOf } = await this.matches.bookNow();
    const counts = new Map<string, number>();
    for (const { post } of engine.rows()) {
      if (!post.open || post.closesOn < asOf.day) continue;
      for (const word of wordsOf(post)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return [...counts]
      .sort(([one, many], [two, few]) => few - many || (one < two ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map(([word]) => word);
  }

  private async hidden(personId: string): Promise<Set<string>> {
    const dismissed = [...(await this.dismissals.of(personId)).values()];
    return new Set(dismissed.filter(({ changed }) => !changed).map(({ postId }) => postId));
  }
}

function* without(rows: Iterable<IndexedPost>, hidden: ReadonlySet<string>): Generator<IndexedPost> {
  for (const row of rows) if (!hidden.has(row.post.id)) yield row;
}

const byCode = (one: { code: string }, two: { code: string }): number => (one.code < two.code ? -1 : 1);
