import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { PostService, type PublicPostNode } from '@tongxing/employers';
import { ConsentService, PeopleService } from '@tongxing/people';
import { cursorOf, DomainError, notFound, type PageArgs, readCursor } from '@tongxing/platform';
import {
  compareRanked,
  type DemandRow,
  demandRows,
  explainMatch,
  type IsoDate,
  isFit,
  isTypedDay,
  judge,
  MATCH_ANSWERS,
  MATCH_RULES_VERSION,
  type MatchAnswer,
  type MatchExplanation,
  type MatchPerson,
  memberAnswer,
  type MemberLack,
  type RankedPost,
  WEIGHTS_ID,
} from '@tongxing/rules';
import { personOf, postOf } from './match-facts.js';
import { type MatchBook, MatchIndex, type PostsAsOf } from './match-index.js';
import { MatchPeople, type PersonFacts } from './match-people.js';
import { lacksOf } from './members/member-standing.js';
import { PeopleIndex } from './people-index.js';
import { type Dismissal, Dismissals } from './seeker/dismissals.js';
import { type PostFilter, postFilter } from './seeker/post-filter.js';

const FITTING: readonly MatchAnswer[] = ['FITS', 'FITS_WITH'];
const BATCH = 500;
/** Lists of a whole county are for the office; this many are kept when timing. */
const TOP_OF_ALL = 10;
/** People whose lists the nightly self-check compares. */
const CHECKED_PEOPLE = 200;
/** Posts whose lists it compares: a list of people costs the row loop a whole county. */
const CHECKED_POSTS = 50;

export interface MatchFilter extends PostFilter {
  personId?: string | null;
  day?: string | null;
  answers?: readonly string[] | null;
  /** posts that the person called unsuitable too */
  includeDismissed?: boolean | null;
}

/** An explanation with every demand, and whose assessment it rests on. */
export interface FullExplanation extends MatchExplanation {
  demands: DemandRow[];
  /** null: never assessed */
  assessment: { assessor: string; assessedOn: IsoDate; validUntil: IsoDate | null } | null;
}

/** The person whom a list is for, ready to be judged. */
export interface MatchSubject {
  person: MatchPerson;
  withheld: Withheld | null;
  book: MatchBook;
}

/** A post with how it suits the person. */
export interface MatchedPost {
  post: PublicPostNode;
  explanation: MatchExplanation;
  /** what the person said of it; absent: nothing that stands */
  dismissed?: Dismissal;
}

interface ShownRow {
  row: RankedPost;
  node: MatchedPost;
}

/** Why a person is shown no list of posts: nobody has asked whether he wants one, or he said no. */
export type Withheld = 'NOT_ASKED' | 'DECLINED';

export interface MatchedPage {
  /** null: the list is as it should be; otherwise it is empty for this reason */
  withheld: Withheld | null;
  totalCount: number;
  edges: { cursor: string; node: MatchedPost }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  asOf: PostsAsOf;
}

/** One line of `match --person`. */
export interface PersonMatch {
  title: string;
  employerName: string;
  divisionName: string;
  answer: MatchAnswer;
  score: number;
  reasons: string[];
  cautions: string[];
}

/** What `match --all` tells. */
export interface AllMatches {
  people: number;
  /** people left out because they said no to recommendations */
  withheld: number;
  posts: number;
  seconds: number;
  /** people by the best answer they have */
  best: Record<MatchAnswer, number>;
  pairsPerSecond: number;
}

/** Lists of posts for a person, and why. */
@Injectable()
export class MatchService {
  constructor(
    private readonly index: MatchIndex,
    private readonly peopleIndex: PeopleIndex,
    private readonly people: PeopleService,
    private readonly facts: MatchPeople,
    private readonly posts: PostService,
    private readonly consents: ConsentService,
    private readonly dismissals: Dismissals,
  ) {}

  /**
   * Posts for the viewer himself or whom he helps, or for a person of the viewer's region. For himself only after his own yes. For the office, whose duty
   * finding work for somebody is, as long as the person has not said no.
   *
   * @throws DomainError CONSENT_DECLINED for another person who said no, NOT_FOUND for another person or region, VALIDATION, CURSOR_INVALID, CURSOR_STALE after a change of weights or rules
   */
  async matchedPosts(viewer: SignedIn, page: PageArgs, filter: MatchFilter = {}): Promise<MatchedPage> {
    const facts = await this.personFor(viewer, filter.personId ?? null);
    const withheld = await this.withheldFrom(viewer, facts.id);
    const book = await this.bookOn(filter.day ?? null);
    const answers = answersOf(filter.answers ?? null);
    if (withheld !== null) {
      const pageInfo = { endCursor: null, hasNextPage: false };
      return { withheld, totalCount: 0, edges: [], pageInfo, asOf: book.asOf };
    }
    const person = personOf(facts, book.laws.of(facts.divisionCode).law, book.asOf.day);
    const { engine } = book;
    const { day } = book.asOf;
    const dismissed = await this.dismissals.of(facts.id);
    const wanted = wantedPosts(filter, person, book, dismissed);
    // With a filter the whole list is gone through, as its count asks for; without one only the rows that are shown are.
    const filtered = wanted && engine.topPosts(person, day, engine.size, answers).filter(wanted);
    const totalCount = filtered?.length ?? engine.count(person, day, answers);
    const rowsAfter = (mark: RankedPost | null, k: number): RankedPost[] =>
      filtered?.filter((row) => mark === null || compareRanked(mark, row) < 0).slice(0, k) ??
      engine.topPosts(person, day, k, answers, mark);
    let mark = page.after ? markOf(page.after) : null;
    const seenId = mark?.postId;
    const shown: ShownRow[] = [];
    // A post that changed a moment ago is read and judged again: the list may miss one, it never shows a wrong one.
    for (let more = true; more && shown.length <= page.first; ) {
      const missing = page.first + 1 - shown.length;
      const rows = rowsAfter(mark, missing);
      more = rows.length === missing;
      mark = rows.at(-1) ?? mark;
      // One that scores less than on the page before is not shown a second time.
      const fresh = rows.filter(({ postId }) => postId !== seenId);
      shown.push(...(await this.shown(facts, book, fresh, answers)));
    }
    const edges = shown.slice(0, page.first).map(({ row, node }) => {
      const said = dismissed.get(row.postId);
      return { cursor: cursorFor(row), node: { ...node, ...(said ? { dismissed: said } : {}) } };
    });
    return {
      withheld: null,
      totalCount,
      edges,
      pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: shown.length > page.first },
      asOf: book.asOf,
    };
  }

  /** The posts as they stand, under today's law. */
  bookNow(): Promise<MatchBook> {
    return this.index.upToDate();
  }

  /** Whose list it is, whether it is withheld, and the posts to judge. @throws DomainError as {@link matchedPosts} */
  async subjectOf(viewer: SignedIn, personId: string | null, day: string | null): Promise<MatchSubject> {
    const facts = await this.personFor(viewer, personId);
    const withheld = await this.withheldFrom(viewer, facts.id);
    const book = await this.bookOn(day);
    return { person: personOf(facts, book.laws.of(facts.divisionCode).law, book.asOf.day), withheld, book };
  }

  /**
   * Why a post suits the person or not. Asked for by the person himself it needs no standing consent: it is one answer to one question.
   *
   * A desk asks about its own people, and about any post that was published: a list goes as far as the way to work does.
   *
   * @throws DomainError NOT_FOUND for a person of another region as `matchedPosts`, and for a draft; CONSENT_DECLINED for another person who said no
   */
  async explain(
    viewer: SignedIn,
    postId: string,
    personId: string | null,
    day: string | null,
  ): Promise<FullExplanation> {
    const facts = await this.personFor(viewer, personId);
    await this.withheldFrom(viewer, facts.id);
    const book = await this.bookOn(day);
    const [row] = await this.posts.byIds([postId]);
    // A draft is nobody's but its employer's.
    if (row === undefined || row.state === 'DRAFT') throw notFound('这个岗位');
    const person = personOf(facts, book.laws.of(facts.divisionCode).law, book.asOf.day);
    const profile = await this.people.profileOf(facts.id);
    const assessment = profile && {
      assessor: profile.assessor,
      assessedOn: profile.assessedOn,
      validUntil: profile.validUntil,
    };
    const demands = demandRows(person, postOf(row), book.asOf.day);
    return { ...this.explainPair(facts, postOf(row), book), demands, assessment };
  }

  /** The person's own pair with a post, for an application. */
  async explainFor(personId: string, postId: string): Promise<MatchExplanation> {
    const [facts] = await this.facts.facts({ ids: [personId], evenWithheld: true });
    const [row] = await this.posts.byIds([postId]);
    if (facts === undefined || row === undefined) throw notFound('这个岗位');
    return this.explainPair(facts, postOf(row), await this.index.upToDate());
  }

  /** Today's answers of one person, household members too, at these posts; a post that is not there is left out. @throws DomainError NOT_FOUND for nobody */
  async answersFor(personId: string, postIds: readonly string[]): Promise<Map<string, MatchAnswer>> {
    const [facts] = await this.facts.facts({ ids: [personId], evenWithheld: true });
    if (facts === undefined) throw notFound('您的求职登记');
    const { laws, asOf } = await this.index.upToDate();
    const person = personOf(facts, laws.of(facts.divisionCode).law, asOf.day);
    const posts = await this.posts.byIds(postIds);
    const isMember = facts.state === 'MEMBER';
    const rooms = { people: this.people, consents: this.consents };
    const lacks = isMember ? await lacksOf([facts], rooms, laws, asOf.day) : new Map<string, MemberLack[]>();
    return new Map(
      posts.map((row): [string, MatchAnswer] => {
        const pair = [person, postOf(row), asOf.day, laws.of(row.divisionCode).match] as const;
        if (!isMember) return [row.id, judge(...pair).answer];
        return [row.id, lacks.get(personId)?.length === 0 ? memberAnswer(...pair) : 'NO'];
      }),
    );
  }

  /** `match --person`: the best posts of a certificate holder, by all answers but NO. @throws DomainError NOT_FOUND, CONSENT_DECLINED */
  async matchPerson(certificate: string, top: number): Promise<PersonMatch[]> {
    const person = await this.people.findByCertificate(certificate);
    if (person === null) throw notFound('这个证号的人');
    const [facts] = await this.facts.facts({ ids: [person.id] });
    if (facts === undefined) throw declined();
    const book = await this.index.upToDate();
    const subject = personOf(facts, book.laws.of(person.divisionCode).law, book.asOf.day);
    const answers = new Set<MatchAnswer>(['FITS', 'FITS_WITH', 'UNKNOWN']);
    const rows = book.engine.topPosts(subject, book.asOf.day, top, answers);
    const nodes = await this.shown(facts, book, rows, answers);
    return nodes.map(({ node: { post, explanation } }) => ({
      title: post.title,
      employerName: post.employerName,
      divisionName: post.divisionName,
      answer: explanation.answer,
      score: explanation.score,
      reasons: explanation.reasons,
      cautions: explanation.cautions,
    }));
  }

  /** `match --all`: the top ten of everybody, timed. Nothing is stored: lists are computed when read. */
  async refreshAll(onProgress: (people: number) => void = () => undefined): Promise<AllMatches> {
    const book = await this.index.upToDate();
    const best: Record<MatchAnswer, number> = { NO: 0, UNKNOWN: 0, FITS_WITH: 0, FITS: 0 };
    const answers = new Set<MatchAnswer>(['FITS', 'FITS_WITH', 'UNKNOWN']);
    let people = 0;
    let seconds = 0;
    let afterId = '';
    for (;;) {
      const batch = await this.facts.facts({ afterId, limit: BATCH });
      const start = performance.now();
      for (const facts of batch) {
        const person = personOf(facts, book.laws.of(facts.divisionCode).law, book.asOf.day);
        const [first] = book.engine.topPosts(person, book.asOf.day, TOP_OF_ALL, answers);
        best[first?.answer ?? 'NO'] += 1;
      }
      seconds += (performance.now() - start) / 1000;
      people += batch.length;
      onProgress(people);
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) break;
      afterId = last.id;
    }
    const pairs = people * book.engine.size;
    return {
      people,
      withheld: await this.people.withheldFromMatching(),
      posts: book.engine.size,
      seconds: Number(seconds.toFixed(3)),
      best,
      pairsPerSecond: Math.round(pairs / Math.max(seconds, 0.001)),
    };
  }

  /**
   * The nightly look at the index: lists of every so-manieth person, other people every day, beside the row loop's.
   *
   * @returns people compared, and how many lists differed; null: the posts didn't stand still
   */
  async selfCheck(): Promise<{ people: number; differing: number | null }> {
    const ids = await this.people.idsInRegion('');
    const step = Math.max(1, Math.ceil(ids.length / CHECKED_PEOPLE));
    const { asOf } = await this.index.upToDate();
    const first = Number(asOf.day.slice(8)) % step;
    const facts = await this.facts.facts({ ids: ids.filter((_, index) => index % step === first) });
    const differing = await this.index.selfCheck((laws) =>
      facts.map((one) => personOf(one, laws.of(one.divisionCode).law, laws.day)),
    );
    return { people: facts.length, differing };
  }

  /**
   * The same look from the other side: lists of people of every so-manieth post, other posts every day.
   *
   * @returns posts compared, and how many lists differed; null: the people didn't stand still
   */
  async selfCheckOfPeople(): Promise<{ posts: number; differing: number | null }> {
    const { engine, asOf } = await this.index.upToDate();
    const open = [...engine.rows()].filter(({ post }) => post.open);
    const step = Math.max(1, Math.ceil(open.length / CHECKED_POSTS));
    const first = Number(asOf.day.slice(8)) % step;
    const posts = open.filter((_, index) => index % step === first);
    const differing = await this.peopleIndex.selfCheck((laws) =>
      posts.map(({ post }) => ({ post, law: laws.of(post.divisionCode).match })),
    );
    return { posts: posts.length, differing };
  }

  private async personFor(viewer: SignedIn, personId: string | null): Promise<PersonFacts> {
    const own = Policy.personFor(viewer, 'match.read');
    const id = personId ?? own;
    if (id === undefined) throw new DomainError('VALIDATION', '请先选一个人。', { field: 'personId' });
    const [facts] = await this.facts.facts({ ids: [id], evenWithheld: true });
    if (facts === undefined || facts.state === 'ERASED') throw notFound('这个人');
    if (id === own) return facts;
    if (!Policy.can(viewer, 'match.others')) throw notFound('这个人');
    Policy.requireCovers(viewer, facts.divisionCode, '这个人');
    return facts;
  }

  /** For the viewer himself: whether his list is withheld. @throws DomainError CONSENT_DECLINED for another person who said no */
  private async withheldFrom(viewer: SignedIn, personId: string): Promise<Withheld | null> {
    const given = (await this.consents.answers([personId], 'MATCHING')).get(personId);
    if (personId === viewer.personId) return given === true ? null : given === undefined ? 'NOT_ASKED' : 'DECLINED';
    if (given === false) throw declined();
    return null;
  }

  private bookOn(day: string | null): Promise<MatchBook> {
    if (day === null) return this.index.upToDate();
    if (!isTypedDay(day)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field: 'day' });
    return this.index.on(day);
  }

  private explainPair(
    facts: PersonFacts,
    post: ReturnType<typeof postOf>,
    { laws, asOf }: MatchBook,
  ): MatchExplanation {
    const person = personOf(facts, laws.of(facts.divisionCode).law, asOf.day);
    return explainMatch(person, post, asOf.day, laws.of(post.divisionCode).match);
  }

  private async shown(
    facts: PersonFacts,
    book: MatchBook,
    rows: readonly RankedPost[],
    answers: ReadonlySet<MatchAnswer>,
  ): Promise<ShownRow[]> {
    const ids = rows.map(({ postId }) => postId);
    const standing = new Map((await this.posts.byIds(ids)).map((post) => [post.id, postOf(post)]));
    const nodes = new Map((await this.posts.publicByIds(ids)).map((node) => [node.id, node]));
    return rows.flatMap((row) => {
      const post = standing.get(row.postId);
      const node = nodes.get(row.postId);
      if (post === undefined || node === undefined) return [];
      const explanation = this.explainPair(facts, post, book);
      return answers.has(explanation.answer) ? [{ row, node: { post: node, explanation } }] : [];
    });
  }
}

const declined = (): DomainError =>
  new DomainError('CONSENT_DECLINED', '本人没有同意推荐岗位，系统不给他排。', {
    field: 'personId',
    hint: '可以把岗位念给本人听；本人改了主意，在「我的资料」里同意，或写下同意书。',
  });

/** Which posts of the list are asked for: not the unsuitable ones, unless their terms have changed, and what the filter says. null: all. */
function wantedPosts(
  filter: MatchFilter,
  person: MatchPerson,
  { engine }: MatchBook,
  dismissed: ReadonlyMap<string, Dismissal>,
): ((row: RankedPost) => boolean) | null {
  const keeps = postFilter(filter, person);
  const kept = keeps && new Set([...engine.rows()].flatMap(({ post }) => (keeps(post) ? [post.id] : [])));
  const hides = (postId: string): boolean => !filter.includeDismissed && dismissed.get(postId)?.changed === false;
  if (kept === null && dismissed.size === 0) return null;
  return ({ postId }) => !hides(postId) && (kept === null || kept.has(postId));
}

const isAnswer = (text: string): text is MatchAnswer => (MATCH_ANSWERS as readonly string[]).includes(text);

function answersOf(asked: readonly string[] | null): ReadonlySet<MatchAnswer> {
  if (asked === null || asked.length === 0) return new Set(FITTING);
  if (!asked.every(isAnswer) || asked.includes('NO'))
    throw new DomainError('VALIDATION', '可选 FITS、FITS_WITH、UNKNOWN。', { field: 'filter.answers' });
  return new Set(asked as MatchAnswer[]);
}

/** By what a list is ordered: a cursor of another order is of no use. */
export const CURSOR_BY = `${MATCH_RULES_VERSION}/${WEIGHTS_ID}`;

export const staleCursor = (): DomainError =>
  new DomainError('CURSOR_STALE', '推荐的算法更新了。', { field: 'after', hint: '请回到第一页重新查看。' });

const cursorFor = ({ answer, score, unknown, postId }: RankedPost): string =>
  cursorOf(CURSOR_BY, isFit(answer) ? 1 : 0, unknown, score, postId);

/** The last row of the page before. */
function markOf(cursor: string): RankedPost {
  const [by, fits, unknown, score, postId] = readCursor(cursor, 5);
  if (by !== CURSOR_BY) throw staleCursor();
  return {
    postId: String(postId),
    answer: fits === 1 ? 'FITS' : 'UNKNOWN',
    unknown: Number(unknown),
    score: Number(score),
  };
}
