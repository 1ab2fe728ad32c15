import { Injectable } from '@nestjs/common';
import {
  Caseloads,
  Divisions,
  IdempotencyService,
  MessageService,
  noteAudit,
  type PersonNote,
  Policy,
  type SignedIn,
} from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Post, PostService, ProjectService, type PublicPostNode } from '@tongxing/employers';
import { PeopleService, Person } from '@tongxing/people';
import {
  Clock,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import {
  incomeSlot,
  isoDate,
  type IsoDate,
  isTypedDay,
  type KeptOutcome,
  monthlyIncome,
  monthsUntil,
  OUTCOME_FACTS,
  outcomeFacts,
  outcomeOf,
  outcomeWords,
  outcomeWordText,
  parseYuan,
  PUBLIC_WELFARE,
  RuleRefusal,
  WORK_KINDS,
  yearOf,
  yuanText,
} from '@tongxing/rules';
import { In, type SelectQueryBuilder } from 'typeorm';
import { PlacementOutcome } from './placement-outcome.entity.js';
import { Placement } from './placement.entity.js';
import { PlacementService } from './placement.service.js';
import type {
  EndPlacementInput,
  PlacementFiguresNode,
  PlacementFileNode,
  PlacementFilter,
  PlacementNode,
  PlacementOutcomeNode,
  PlacementPersonNode,
  ProjectMonthNode,
  RecordOutcomeInput,
  RecordPlacementInput,
} from './placement.types.js';
import { exitsOnly, PLACEMENT_ENDS } from './placement.words.js';

const WHAT = '这次上岗';
const COUNTY_DIGITS = 6;
const MONTHS = 3;
const MOST_OUTCOMES = 200;
const MOST_OF_PERSON = 50;
const MOST_POSTS = 20;
const MOST_PARTICIPANTS = 2_000;
const OPERATION = 'recordPlacement';

/** What a counsellor's page says of a placement. */
export interface PlacementLine {
  id: string;
  title: string;
  employerName: string;
  startedOn: IsoDate;
  endedOn: IsoDate | null;
}

/**
 * 上岗台账: the office sees and keeps the placements at posts of its region; a counsellor or commissioner those of the own people. Employers
 * and the public see none of it.
 */
@Injectable()
export class PlacementDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly caseloads: Caseloads,
    private readonly idempotency: IdempotencyService,
    private readonly messages: MessageService,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly projects: ProjectService,
    private readonly placements: PlacementService,
  ) {}

  /** Placements at posts of the viewer's region, the last begun first. @throws DomainError CURSOR_INVALID */
  async list(
    viewer: SignedIn,
    { first, after }: PageArgs,
    filter: PlacementFilter | null,
  ): Promise<Page<PlacementNode>> {
    const query = this.found(viewer, filter ?? {});
    const totalCount = await query.getCount();
    if (after) {
      const [startedOn, id] = readCursor(after, 2);
      query.andWhere(
        '(placement.startedOn < :startedOn OR (placement.startedOn = :startedOn AND placement.id < :id))',
        { startedOn: String(startedOn), id: String(id) },
      );
    }
    const rows = await query
      .orderBy('placement.startedOn', 'DESC')
      .addOrderBy('placement.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(rows);
    return pageOf(
      rows,
      first,
      totalCount,
      (row) => cursorOf(row.startedOn, row.id),
      ({ id }) => nodes.get(id) as PlacementNode,
    );
  }

  /** Counted by the very query that lists them, so that a number and its list never differ. */
  async figures(viewer: SignedIn, asked?: number | null): Promise<PlacementFiguresNode> {
    const year = asked ?? yearOf(this.clock.today());
    const rows = await this.found(viewer, { year })
      .select('placement.kind', 'kind')
      .addSelect('COUNT(*)', 'begun')
      .groupBy('placement.kind')
      .getRawMany<{ kind: string; begun: string | number }>();
    const begunOf = new Map(rows.map(({ kind, begun }) => [kind, Number(begun)]));
    return {
      year,
      begun: [...begunOf.values()].reduce((sum, count) => sum + count, 0),
      live: await this.found(viewer, { live: true }).getCount(),
      kept: await this.found(viewer, { keptIn: year }).getCount(),
      kinds: WORK_KINDS.map((kind) => ({ kind, begun: begunOf.get(kind) ?? 0 })),
    };
  }

  /** One placement with all that was told of it. @throws DomainError NOT_FOUND */
  async file(viewer: SignedIn, id: string): Promise<PlacementFileNode> {
    const row = await this.visible(viewer, id);
    const outcomes = await this.unitOfWork.manager.find(PlacementOutcome, {
      where: { placementId: id },
      order: { recordedOn: 'DESC', id: 'DESC' },
      take: MOST_OUTCOMES,
    });
    return {
      placement: (await this.nodes([row])).get(id) as PlacementNode,
      outcomes: outcomes.map(outcomeNode),
      facts: outcomeFacts(row.kind).map((fact) => ({
        fact,
        factText: OUTCOME_FACTS[fact],
        words: outcomeWords(row.kind, fact).map((code) => ({ code, text: outcomeWordText(code) })),
      })),
    };
  }

  /** Whom a placement is to be recorded of. @throws DomainError NOT_FOUND for somebody else's people */
  async person(viewer: SignedIn, personId: string, text?: string | null): Promise<PlacementPersonNode> {
    const person = await this.visiblePerson(viewer, personId);
    const rows = (await this.placements.ofPerson(personId)).slice(0, MOST_OF_PERSON);
    const nodes = await this.nodes(rows);
    return {
      personId,
      ...this.described(person),
      placements: rows.map(({ id }) => nodes.get(id) as PlacementNode),
      posts: text?.trim() ? await this.posts.roomy(viewer.divisionCode, text.trim(), MOST_POSTS) : [],
    };
  }

  /** Where a person works and worked, the newest first. The caller has checked that he may. */
  async ofPerson(personId: string): Promise<PlacementLine[]> {
    const rows = (await this.placements.ofPerson(personId)).slice(0, MOST_OF_PERSON);
    const posts = await this.postsOf(rows);
    return rows.map(({ id, postId, startedOn, endedOn }) => {
      const post = posts.get(postId);
      return { id, title: post?.title ?? '', employerName: post?.employerName ?? '', startedOn, endedOn };
    });
  }

  /**
   * Records that somebody was placed outside the flow of applications. The same key is the same placement.
   *
   * @throws DomainError NOT_FOUND for a person or post out of sight; STATE_CONFLICT for somebody whose certificate is cancelled, a draft, and
   *   what {@link PlacementService.begin} refuses; VALIDATION for a day; IDEMPOTENCY_MISMATCH
   */
  async record(viewer: SignedIn, input: RecordPlacementInput): Promise<PlacementFileNode> {
    const { idempotencyKey, ...request } = input;
    const { id } = await this.idempotency.once(viewer.id, idempotencyKey, OPERATION, request, async () => {
      const { personId, postId } = input;
      const person = await this.visiblePerson(viewer, personId);
      if (person.state !== 'ACTIVE')
        throw new DomainError('STATE_CONFLICT', '这个人的残疾人证已经注销，不能登记上岗。', {
          hint: '请先核对他的登记。',
        });
      const [post] = await this.posts.byIds([postId]);
      if (post === undefined) throw notFound('这个岗位');
      requireReach(viewer, post);
      if (post.state === 'DRAFT')
        throw new DomainError('STATE_CONFLICT', '这个岗位还是草稿。', { hint: '请单位先发布。' });
      const placement = await this.placements.begin({
        personId,
        postId,
        startedOn: dayOf(input.startedOn, 'startedOn'),
        endsOn: input.endsOn ? dayOf(input.endsOn, 'endsOn') : null,
        source: 'RECORDED',
        sourceId: newId(),
      });
      await this.messages.tellPeople([begun(placement, post.title)]);
      return { id: placement.id };
    });
    return this.file(viewer, id);
  }

  /**
   * Tells one fact of a placement, ended or not; the same slot again is a correction, and the same words again change nothing.
   *
   * @throws DomainError NOT_FOUND; VALIDATION with the field; STATE_CONFLICT when somebody else told the same slot meanwhile
   */
  async recordOutcome(viewer: SignedIn, input: RecordOutcomeInput): Promise<PlacementFileNode> {
    const { placementId } = input;
    await this.unitOfWork.run(async () => {
      const placement = await this.visible(viewer, placementId);
      const kept = this.told(placement, input);
      const { manager } = this.unitOfWork;
      const { fact, slot } = kept;
      const standing = await manager.findOneBy(PlacementOutcome, { placementId, fact, slot });
      if (standing !== null && isSame(standing, kept)) return;
      const recorded = { ...kept, recordedOn: this.clock.today(), recordedById: viewer.id };
      if (standing === null) await this.insert({ id: newId(), placementId, ...recorded });
      else {
        const { id, version } = standing;
        if (!(await guardedUpdate(manager, PlacementOutcome, { id, version }, recorded))) throw toldMeanwhile();
      }
      if (fact === 'CONVERSION') await this.employ(placement.personId, kept.word === 'KEPT', standing?.word === 'KEPT');
      noteAudit(this.unitOfWork, {
        target: 'placement',
        id: placementId,
        divisionCode: placement.divisionCode,
        ...(standing === null ? {} : { before: auditOf(standing) }),
        after: auditOf(kept),
      });
    });
    return this.file(viewer, placementId);
  }

  /**
   * The person works there no more; see {@link PlacementService.end}. The same key is the same end.
   *
   * @throws DomainError NOT_FOUND, VALIDATION; STATE_CONFLICT when it has ended, and at a public-welfare post, where there is an exit with its
   *   basis; IDEMPOTENCY_MISMATCH
   */
  async end(viewer: SignedIn, { idempotencyKey, ...input }: EndPlacementInput): Promise<PlacementFileNode> {
    const { id, endedOn, reason } = input;
    await this.idempotency.once(viewer.id, idempotencyKey, 'endPlacement', input, async () => {
      const { personId, postId, kind } = await this.visible(viewer, id);
      if (kind === PUBLIC_WELFARE) throw exitsOnly();
      const ended = await this.placements.end(id, dayOf(endedOn, 'endedOn'), reason);
      if (reason === 'DIED') return id;
      const [post] = await this.posts.byIds([postId]);
      await this.messages.tellPeople([left(personId, post?.title ?? '', ended.endedOn ?? '')]);
      return id;
    });
    return this.file(viewer, id);
  }

  /** What a project's participants earned in this month and the two before. @throws DomainError NOT_FOUND */
  async projectMonths(viewer: SignedIn, projectId: string): Promise<ProjectMonthNode[]> {
    await this.projects.one(viewer, projectId);
    const rows = await this.found(viewer, { projectId }).limit(MOST_PARTICIPANTS).getMany();
    const incomes = await this.outcomesOf(rows, ['INCOME']);
    return monthsUntil(this.clock.today(), MONTHS).map((month) => {
      const there = rows.filter(
        ({ startedOn, endedOn }) =>
          startedOn.slice(0, 7) <= month && (endedOn === null || endedOn.slice(0, 7) >= month),
      );
      const told = there.flatMap(({ id }) => monthlyIncome(incomes.get(id) ?? [], month) ?? []);
      return {
        month,
        participants: there.length,
        told: told.length,
        yuan: told.length === 0 ? null : yuanText(told.reduce((sum, fen) => sum + fen, 0)),
      };
    });
  }

  private told(placement: Placement, input: RecordOutcomeInput): KeptOutcome {
    const { fact, on, until, month, word, yuan, text } = input;
    try {
      const written = {
        fact,
        on: on || null,
        until: until || null,
        month: month || null,
        word: word || null,
        fen: yuan ? parseYuan(yuan.trim()) : null,
        text: text || null,
      };
      return outcomeOf(placement, written, this.clock.today());
    } catch (error) {
      if (!(error instanceof RuleRefusal)) throw error;
      const field = error.subject === 'fen' || error.subject === 'amount' ? 'yuan' : error.subject;
      throw new DomainError('VALIDATION', error.message, { field });
    }
  }

  private async insert(row: Omit<PlacementOutcome, 'version'>): Promise<void> {
    try {
      await insertRows(this.unitOfWork.manager, PlacementOutcome, [row]);
    } catch (error) {
      if (isDuplicateKey(error)) throw toldMeanwhile();
      throw error;
    }
  }

  /** Who was kept on has work; where that word is taken back, only other placements say so. */
  private async employ(personId: string, isKept: boolean, wasKept: boolean): Promise<void> {
    if (isKept) await this.people.setEmployment(personId, 'EMPLOYED');
    else if (wasKept) await this.placements.settle(personId);
    else return;
    this.unitOfWork.changed('person', personId);
  }

  private found(viewer: SignedIn, filter: PlacementFilter): SelectQueryBuilder<Placement> {
    const { manager } = this.unitOfWork;
    const query = manager
      .createQueryBuilder(Placement, 'placement')
      .where('placement.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` });
    const { kind, live, personId, postId, projectId, year, keptIn } = filter;
    if (kind) query.andWhere('placement.kind = :kind', { kind });
    if (live === true) query.andWhere('placement.live = 1');
    if (live === false) query.andWhere('placement.live IS NULL');
    if (personId) query.andWhere('placement.personId = :personId', { personId });
    if (postId) query.andWhere('placement.postId = :postId', { postId });
    if (projectId) {
      const posts = manager.createQueryBuilder(Post, 'post').select('post.id').where('post.projectId = :projectId');
      query.andWhere(`placement.postId IN (${posts.getQuery()})`, { projectId });
    }
    if (year) query.andWhere('placement.startedOn LIKE :year', { year: `${year}-%` });
    if (keptIn) {
      const kept = manager
        .createQueryBuilder(PlacementOutcome, 'outcome')
        .select('outcome.placementId')
        .where("outcome.fact = 'CONVERSION' AND outcome.word = 'KEPT' AND outcome.factOn LIKE :keptIn");
      query.andWhere(`placement.id IN (${kept.getQuery()})`, { keptIn: `${keptIn}-%` });
    }
    return query;
  }

  private async visible(viewer: SignedIn, id: string): Promise<Placement> {
    const row = await this.unitOfWork.manager.findOneBy(Placement, { id });
    if (row === null) throw notFound(WHAT);
    if (isOffice(viewer) && Policy.covers(viewer, row.divisionCode)) return row;
    const person = await this.people.byId(row.personId);
    if (person === null || !(await this.serves(viewer, person))) throw notFound(WHAT);
    return row;
  }

  private async visiblePerson(viewer: SignedIn, id: string): Promise<Person> {
    const person = await this.people.byId(id);
    const places = [person?.divisionCode, person?.residenceDivisionCode].filter((place) => typeof place === 'string');
    const isOurs = isOffice(viewer) && places.some((place) => Policy.covers(viewer, place));
    if (person === null || person.state === 'ERASED' || !(isOurs || (await this.serves(viewer, person))))
      throw notFound('这个人');
    return person;
  }

  private serves(viewer: SignedIn, person: Person): Promise<boolean> {
    const { id: personId, divisionCode, residenceDivisionCode } = person;
    return this.caseloads.serves(viewer, { personId, divisionCode, residenceDivisionCode });
  }

  private async postsOf(rows: readonly Placement[]): Promise<Map<string, PublicPostNode>> {
    const posts = await this.posts.publicByIds(rows.map(({ postId }) => postId));
    return new Map(posts.map((post) => [post.id, post]));
  }

  private async outcomesOf(
    rows: readonly Placement[],
    facts?: readonly PlacementOutcome['fact'][],
  ): Promise<Map<string, PlacementOutcome[]>> {
    const by = new Map<string, PlacementOutcome[]>();
    if (rows.length === 0) return by;
    const found = await this.unitOfWork.manager.find(PlacementOutcome, {
      where: { placementId: In(rows.map(({ id }) => id)), ...(facts ? { fact: In([...facts]) } : {}) },
      order: { slot: 'ASC', id: 'ASC' },
    });
    for (const row of found) by.set(row.placementId, [...(by.get(row.placementId) ?? []), row]);
    return by;
  }

  private async nodes(rows: readonly Placement[]): Promise<Map<string, PlacementNode>> {
    if (rows.length === 0) return new Map();
    const people = new Map((await this.people.byIds(rows.map((row) => row.personId))).map((one) => [one.id, one]));
    const shown = await this.postsOf(rows);
    const posts = new Map((await this.posts.byIds(rows.map(({ postId }) => postId))).map((post) => [post.id, post]));
    const projects = new Map(
      (await this.projects.byIds([...posts.values()].flatMap(({ projectId }) => projectId ?? []))).map((project) => [
        project.id,
        { id: project.id, title: project.title },
      ]),
    );
    const outcomes = await this.outcomesOf(rows);
    const months = monthsUntil(this.clock.today(), MONTHS);
    return new Map(
      rows.map((row) => {
        const told = outcomes.get(row.id) ?? [];
        const of = (fact: string): PlacementOutcome | undefined => told.filter((one) => one.fact === fact).at(-1);
        const incomes = told.filter(({ fact }) => fact === 'INCOME');
        const post = shown.get(row.postId);
        const contract = of('CONTRACT')?.word ?? null;
        const node: PlacementNode = {
          id: row.id,
          personId: row.personId,
          ...this.described(people.get(row.personId) as Person),
          postId: row.postId,
          title: post?.title ?? '',
          employerName: post?.employerName ?? '',
          divisionName: post?.divisionName ?? '',
          kind: row.kind,
          project: projects.get(posts.get(row.postId)?.projectId ?? '') ?? null,
          startedOn: row.startedOn,
          endsOn: row.endsOn,
          endedOn: row.endedOn,
          endText: row.endReason === null ? null : PLACEMENT_ENDS[row.endReason],
          live: row.live === 1,
          source: row.source,
          school: of('SCHOOL')?.text ?? null,
          conversion: of('CONVERSION')?.word ?? null,
          contractText: contract === null ? null : outcomeWordText(contract),
          insuredSince: of('INSURANCE')?.factOn ?? null,
          months: months.map((month) => {
            const fen = monthlyIncome(incomes, month);
            return { month, yuan: fen === null ? null : yuanText(fen) };
          }),
        };
        return [row.id, node];
      }),
    );
  }

  private described(person: Person): Pick<PlacementNode, 'personName' | 'birthYear' | 'personPlace'> {
    return {
      personName: person.name,
      birthYear: yearOf(isoDate(person.birthOn)),
      personPlace: this.divisions.homeNameOf(person.residenceDivisionCode ?? person.divisionCode),
    };
  }
}

const isOffice = (viewer: SignedIn): boolean => Policy.can(viewer, 'placement.read');

/** The office records at posts of its region, the desk at those of its county. */
function requireReach(viewer: SignedIn, { divisionCode }: Post): void {
  if (isOffice(viewer)) Policy.requireCovers(viewer, divisionCode, '这个岗位');
  else if (divisionCode.slice(0, COUNTY_DIGITS) !== viewer.divisionCode.slice(0, COUNTY_DIGITS))
    throw notFound('这个岗位');
}

function dayOf(text: string, field: string): IsoDate {
  if (!isTypedDay(text)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field });
  return text;
}

const toldMeanwhile = (): DomainError =>
  new DomainError('STATE_CONFLICT', '别人刚记过这一项。', { hint: '请刷新后再看。' });

const isSame = (one: KeptOutcome, other: KeptOutcome): boolean =>
  (['factOn', 'endsOn', 'word', 'fen', 'text'] as const).every((key) => one[key] === other[key]);

const auditOf = ({ fact, slot, factOn, endsOn, word, fen, text }: KeptOutcome): object =>
  Object.fromEntries(
    Object.entries({ fact, slot, factOn, endsOn, word, fen, text }).filter(([, value]) => value !== null),
  );

function outcomeNode({ fact, slot, ...row }: PlacementOutcome): PlacementOutcomeNode {
  return {
    id: row.id,
    fact,
    factText: OUTCOME_FACTS[fact],
    month: fact === 'INCOME' ? incomeSlot(slot).month : null,
    on: row.factOn,
    until: row.endsOn,
    word: row.word,
    wordText: row.word === null ? null : outcomeWordText(row.word),
    yuan: row.fen === null ? null : yuanText(row.fen),
    text: row.text,
    recordedOn: row.recordedOn,
  };
}

/** A post's name can tell what somebody lives with: the phone does not show it. */
const SMS = '【同行】您的就业登记有变动，登录可以看。不对请打 12385。';

const begun = ({ personId, startedOn }: Placement, title: string): PersonNote => ({
  personId,
  text: `给您登记了就业：${startedOn} 起在「${title}」上岗。不对请打 12385。`,
  smsText: SMS,
});

const left = (personId: string, title: string, endedOn: string): PersonNote => ({
  personId,
  text: `给您登记了离岗：「${title}」，最后一天是 ${endedOn}。不对请打 12385。`,
  smsText: SMS,
});
