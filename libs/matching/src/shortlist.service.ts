import { Injectable } from '@nestjs/common';
import { Caseloads, Divisions, Policy, type SignedIn } from '@tongxing/access';
import { EmployerService, type Post, PostService } from '@tongxing/employers';
import { PeopleService } from '@tongxing/people';
import { CryptoProvider, cursorOf, DomainError, notFound, type PageArgs, readCursor } from '@tongxing/platform';
import {
  type Among,
  COUNT_STEP,
  explainMatch,
  type IndexedPerson,
  type IndexedPost,
  isFit,
  isTypedDay,
  type IsoDate,
  judge,
  type MatchAnswer,
  type MatchExplanation,
  neededAccommodations,
  type RankedPerson,
  stepped,
  type TravelBand,
  travelBand,
} from '@tongxing/rules';
import { ApplicationBook } from './applications/application-book.js';
import type { AsOf } from './feed-index.js';
import type { JobApplication } from './job-application.entity.js';
import { officeWords } from './job-application.words.js';
import { postOf } from './match-facts.js';
import { CURSOR_BY, staleCursor } from './match.service.js';
import { MatchPeople } from './match-people.js';
import { PeopleIndex, type PeopleBook } from './people-index.js';

const WHAT = '这个岗位';
const FITTING: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH']);
const UNKNOWN: ReadonlySet<MatchAnswer> = new Set(['UNKNOWN']);
/** Candidates that an employer sees at most; a multiple of the step, so that their number tells no more than the count. */
const MOST_CANDIDATES = 20;
const REF_PURPOSE = 'shortlist.candidate';
/** Digits of the digest that make a reference of nine decimal ones. */
const REF_HEX = 15;
const REF_DIGITS = 9;
const REF_GROUP = 3;

/** Somebody on the office's list of a post. */
export interface ListedPerson {
  personId: string;
  name: string;
  birthYear: number;
  divisionName: string;
  /** true: in the viewer's caseload */
  mine: boolean;
  /** under what the post's employer sees the person; null: on no employer's list */
  candidateRef: string | null;
  /** where a referral or an application to this very post stands; null: there is none that runs */
  runningText: string | null;
  explanation: MatchExplanation;
}

export interface Shortlist {
  /** false: nobody can apply, so the list is empty */
  open: boolean;
  totalCount: number;
  edges: { cursor: string; node: ListedPerson }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  asOf: AsOf;
}

/** Somebody on the list of the post's employer: nothing that tells who it is. */
export interface ShortlistCandidate {
  candidateRef: string;
  /** true: the work as it stands; false: with what {@link meetsWith} names */
  meets: boolean;
  meetsWith: string[];
  travel: Exclude<TravelBand, 'VILLAGE'>;
  /** the office was asked to ask this one; what came of it the list never says */
  asked: boolean;
}

export interface EmployerShortlist {
  open: boolean;
  /** down to the step of five; 0: fewer than five */
  atLeast: number;
  candidates: ShortlistCandidate[];
  asOf: AsOf;
}

interface ShownRow {
  row: RankedPerson;
  node: ListedPerson;
}

/** Lists of people for a post: with names for the office, without any for the post's employer. */
@Injectable()
export class ShortlistService {
  constructor(
    private readonly index: PeopleIndex,
    private readonly people: PeopleService,
    private readonly facts: MatchPeople,
    private readonly posts: PostService,
    private readonly employers: EmployerService,
    private readonly caseloads: Caseloads,
    private readonly divisions: Divisions,
    private readonly crypto: CryptoProvider,
    private readonly book: ApplicationBook,
  ) {}

  /**
   * The people of the viewer's region who fit a post of the own county, or of whom it is not known yet: who looks for work and has not said no to
   * being matched. Who is shown is read and judged again: the list may miss somebody for a moment, it never shows somebody wrong.
   *
   * @throws DomainError NOT_FOUND for a draft, and outside the region; VALIDATION, CURSOR_INVALID, CURSOR_STALE after a change of weights or rules
   */
  async shortlist(
    viewer: SignedIn,
    postId: string,
    page: PageArgs,
    { day = null, unknown = false }: { day?: string | null; unknown?: boolean | null } = {},
  ): Promise<Shortlist> {
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined || post.state === 'DRAFT' || !isNear(viewer, post)) throw notFound(WHAT);
    if (day !== null && !isTypedDay(day))
      throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field: 'day' });
    const book =
      day === null ? await this.index.upToDate() : await this.index.on(day as IsoDate, Policy.divisionScope(viewer));
    const answers = unknown ? UNKNOWN : FITTING;
    const among: Among = (one) => looksForWork(one) && Policy.covers(viewer, one.divisionCode);
    const subject = subjectOf(post, book);
    const totalCount = book.engine.countIf(subject, book.asOf.day, answers, among);
    let mark = page.after ? markOf(page.after) : null;
    const shown: ShownRow[] = [];
    for (let more = true; more && shown.length <= page.first; ) {
      const wanted = page.first + 1 - shown.length;
      const rows = book.engine.shortlist(subject, book.asOf.day, wanted, answers, among, mark);
      more = rows.length === wanted;
      mark = rows.at(-1) ?? mark;
      shown.push(...(await this.shown(viewer, post, book, rows, answers, among)));
    }
    const edges = shown.slice(0, page.first).map(({ row, node }) => ({ cursor: cursorFor(row), node }));
    return {
      open: this.posts.isOpen(post),
      totalCount,
      edges,
      pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: shown.length > page.first },
      asOf: book.asOf,
    };
  }

  /**
   * Who might suit a post, for its own employer: people of the post's county who look for work and said yes to standing on such lists, fitting ones
   * only. Fewer than five are not shown at all, and more in fives, so that nobody is singled out; in an order that tells only what each row does.
   *
   * @throws DomainError NOT_FOUND for another employer's post
   */
  async employerShortlist(viewer: SignedIn, postId: string): Promise<EmployerShortlist> {
    const post = await this.ownPost(viewer, postId);
    const { asOf, open, atLeast, subject, people } = await this.seenByEmployer(post);
    const candidates = people.map((person) => this.candidate(post, subject, person, asOf.day));
    const asked = await this.book.askedFor(
      postId,
      candidates.map(({ candidateRef }) => candidateRef),
    );
    const marked = candidates.map((one) => ({ ...one, asked: asked.has(one.candidateRef) }));
    return { open, atLeast, candidates: marked.sort(byWhatIsShown), asOf };
  }

  /** Whom a reference of the employer's list stands for now; null: nobody on it. @throws DomainError NOT_FOUND for another employer's post */
  async candidateOf(
    viewer: SignedIn,
    postId: string,
    candidateRef: string,
  ): Promise<{ post: Post; personId: string | null }> {
    const post = await this.ownPost(viewer, postId);
    const { people } = await this.seenByEmployer(post);
    return { post, personId: people.find(({ id }) => this.refOf(post, id) === candidateRef)?.id ?? null };
  }

  /** The people behind the rows of an employer's list, in no order that is shown. */
  private async seenByEmployer(post: Post): Promise<{
    open: boolean;
    atLeast: number;
    subject: IndexedPost;
    people: IndexedPerson['person'][];
    asOf: AsOf;
  }> {
    const book = await this.index.upToDate();
    const { asOf } = book;
    const subject = subjectOf(post, book);
    if (!this.posts.isOpen(post)) return { open: false, atLeast: 0, subject, people: [], asOf };
    const among: Among = (one) =>
      looksForWork(one) && one.shortlisted && countyOf(one.divisionCode) === countyOf(post.divisionCode);
    const rows = book.engine.shortlist(subject, asOf.day, MOST_CANDIDATES + COUNT_STEP, FITTING, among);
    const standing = (await this.standing(rows, book, among)).filter(({ person }) =>
      FITTING.has(judge(person, subject.post, asOf.day, subject.law).answer),
    );
    const gone = rows.length - standing.length;
    const atLeast = stepped(book.engine.countIf(subject, asOf.day, FITTING, among) - gone);
    const most = Math.min(MOST_CANDIDATES, atLeast, stepped(standing.length));
    return { open: true, atLeast, subject, people: standing.slice(0, most).map(({ person }) => person), asOf };
  }

  /**
   * Under what an employer sees somebody: another one for every post, and for every change of it, so that neither two lists nor two tries can be
   * laid side by side. The office finds the person by it on its own list of the post.
   */
  refOf({ id, version }: Pick<Post, 'id' | 'version'>, personId: string): string {
    const digest = this.crypto.digest(REF_PURPOSE, `${id}|${version}|${personId}`);
    const number = BigInt(`0x${digest.slice(0, REF_HEX)}`) % 10n ** BigInt(REF_DIGITS);
    const digits = String(number).padStart(REF_DIGITS, '0');
    return [0, 1, 2].map((group) => digits.slice(group * REF_GROUP, (group + 1) * REF_GROUP)).join('-');
  }

  private candidate(
    post: Post,
    subject: IndexedPost,
    person: IndexedPerson['person'],
    day: IsoDate,
  ): Omit<ShortlistCandidate, 'asked'> {
    const { answer } = judge(person, subject.post, day, subject.law);
    const meets = answer === 'FITS';
    const band = travelBand(person, subject.post);
    return {
      candidateRef: this.refOf(post, person.id),
      meets,
      meetsWith: meets ? [] : neededAccommodations(person, subject.post, day).map(({ kind }) => kind),
      // In a village everybody knows whom that means.
      travel: band === 'VILLAGE' ? 'TOWNSHIP' : band,
    };
  }

  /**
   * How many people of a county who look for work, and have not said no to being matched, fit at least one of these posts today as if it were
   * open: for work that nobody offers yet.
   */
  async fittingAny(posts: readonly Post[], countyCode: string): Promise<number> {
    const book = await this.index.upToDate();
    const { day } = book.asOf;
    const among: Among = (one) => looksForWork(one) && countyOf(one.divisionCode) === countyCode;
    const found = new Set<string>();
    for (const post of posts) {
      const { law } = subjectOf(post, book);
      const asOpen: Post = {
        ...post,
        state: 'OPEN',
        openings: Math.max(1, post.openings),
        publishedOn: day,
        closesOn: day,
      };
      const rows = book.engine.shortlist({ post: postOf(asOpen), law }, day, Infinity, FITTING, among);
      for (const { personId } of rows) found.add(personId);
    }
    return found.size;
  }

  private async ownPost(viewer: SignedIn, postId: string): Promise<Post> {
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined || viewer.employerId === undefined) throw notFound(WHAT);
    try {
      await this.employers.requireVisible(viewer, post.employerId);
    } catch (error) {
      // Another employer's post answers like one that is not there.
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound(WHAT);
      throw error;
    }
    return post;
  }

  /** Those of the rows who are still there, in the order of the rows, with their facts and consents of this moment. */
  private async standing(rows: readonly RankedPerson[], { laws }: PeopleBook, among: Among): Promise<IndexedPerson[]> {
    const facts = await this.facts.facts({ ids: rows.map(({ personId }) => personId) });
    const byId = new Map((await this.index.indexedOf(facts, laws)).map((one) => [one.person.id, one]));
    return rows.flatMap(({ personId }) => {
      const one = byId.get(personId);
      return one !== undefined && among(one) ? [one] : [];
    });
  }

  private async shown(
    viewer: SignedIn,
    post: Post,
    book: PeopleBook,
    rows: readonly RankedPerson[],
    answers: ReadonlySet<MatchAnswer>,
    among: Among,
  ): Promise<ShownRow[]> {
    const rowOf = new Map(rows.map((row) => [row.personId, row]));
    const { post: subject, law } = subjectOf(post, book);
    const standing = await this.standing(rows, book, among);
    const running = await this.book.running(post.id, [...rowOf.keys()]);
    const peopleById = new Map((await this.people.byIds([...rowOf.keys()])).map((person) => [person.id, person]));
    const shown: ShownRow[] = [];
    for (const { person, shortlisted } of standing) {
      const record = peopleById.get(person.id);
      const explanation = explainMatch(person, subject, book.asOf.day, law);
      if (record === undefined || !answers.has(explanation.answer)) continue;
      const { divisionCode, residenceDivisionCode } = record;
      const node: ListedPerson = {
        personId: person.id,
        name: record.name,
        birthYear: Number(record.birthOn.slice(0, 4)),
        divisionName: this.divisions.homeNameOf(residenceDivisionCode ?? divisionCode),
        mine: await this.caseloads.holds(viewer.id, person.id),
        candidateRef:
          shortlisted && FITTING.has(explanation.answer) && countyOf(divisionCode) === countyOf(post.divisionCode)
            ? this.refOf(post, person.id)
            : null,
        runningText: runningText(running.get(person.id)),
        explanation,
      };
      shown.push({ row: rowOf.get(person.id) as RankedPerson, node });
    }
    return shown;
  }
}

const runningText = (row: JobApplication | undefined): string | null =>
  row === undefined ? null : officeWords(row.state, row.acceptedOn !== null);

const countyOf = (code: string): string => code.slice(0, 6);

/** Who has work, or wants none, is called for no post. Whom nobody asked yet is. */
const looksForWork: Among = ({ person }) => person.seeksWork !== false;

/** Posts of the own county are for everybody who works in it, down to the village. */
const isNear = (viewer: SignedIn, { divisionCode }: Post): boolean =>
  Policy.covers(viewer, divisionCode) || countyOf(viewer.divisionCode) === countyOf(divisionCode);

const subjectOf = (post: Post, { laws }: PeopleBook): IndexedPost => ({
  post: postOf(post),
  law: laws.of(post.divisionCode).match,
});

const BANDS: readonly ShortlistCandidate['travel'][] = ['HOME', 'TOWNSHIP', 'COUNTY', 'PREFECTURE', 'FAR'];

function byWhatIsShown(one: ShortlistCandidate, other: ShortlistCandidate): number {
  return (
    Number(other.meets) - Number(one.meets) ||
    BANDS.indexOf(one.travel) - BANDS.indexOf(other.travel) ||
    (one.candidateRef < other.candidateRef ? -1 : 1)
  );
}

const cursorFor = ({ answer, score, unknown, registeredOn, personId }: RankedPerson): string =>
  cursorOf(CURSOR_BY, isFit(answer) ? 1 : 0, unknown, score, registeredOn, personId);

/** The last row of the page before. */
function markOf(cursor: string): RankedPerson {
  const [by, fits, unknown, score, registeredOn, personId] = readCursor(cursor, 6);
  if (by !== CURSOR_BY) throw staleCursor();
  return {
    personId: String(personId),
    answer: fits === 1 ? 'FITS' : 'UNKNOWN',
    unknown: Number(unknown),
    score: Number(score),
    registeredOn: String(registeredOn) as IsoDate,
  };
}
