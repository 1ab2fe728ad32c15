import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import {
  Clock,
  CryptoProvider,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
  redact,
} from '@tongxing/platform';
import {
  addDays,
  CLOSE_REASONS,
  type CloseReason,
  type IsoDate,
  isTypedDay,
  readRegisterFields,
  REGISTER_STATES,
  type RegisterField,
  type RegisterKind,
  registerStateOn,
  registerText,
  spansMeet,
} from '@tongxing/rules';
import { In, type SelectQueryBuilder } from 'typeorm';
import { RegisterEntry, RegisterReach } from './register.entity.js';
import {
  countyOf,
  placeChoices,
  placeName,
  prefixOf,
  registerKindOf,
  scopeOf,
  unknownDivision,
} from './register.places.js';
import { openFields, sealFields } from './register.secrets.js';
import type {
  PublicRegisterEntryNode,
  PublicRegisterFilter,
  RegisterEntryNode,
  RegisterFieldNode,
  RegisterFilter,
  RegisterPlaceChoiceNode,
  RegisterValueInput,
  SaveRegisterEntryInput,
} from './register.types.js';

const WHAT = '这个服务点';
const TARGET = 'register-entry';
/** A closing that is announced may lie so far ahead. */
const CLOSE_AHEAD_DAYS = 366;

type Facts = Omit<RegisterEntry, 'id' | 'version'>;

/** An entry with the villages it serves. */
export interface ReachingEntry extends RegisterEntry {
  serves: string[];
}

/** Registers of every kind: written by the office and the towns, their public fields shown to everybody. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
  ) {}

  /** Entries of the viewer's region, by place. @throws DomainError NOT_FOUND, DIVISION_UNKNOWN, CURSOR_INVALID */
  async list(
    viewer: SignedIn,
    code: string,
    filter: RegisterFilter | undefined,
    { first, after }: PageArgs,
  ): Promise<Page<RegisterEntryNode>> {
    const kind = registerKindOf(code);
    const { rows, totalCount } = await byPlace(this.inRegion(viewer, kind, filter), { first, after });
    const nodes = await this.nodes(viewer, kind, rows);
    return pageOf(rows, first, totalCount, cursorAt, ({ id }) => nodes.get(id) as RegisterEntryNode);
  }

  /** The whole list with the villages served, by place, for a file. @throws as {@link list} */
  async whole(viewer: SignedIn, kind: RegisterKind, filter: RegisterFilter | undefined): Promise<ReachingEntry[]> {
    const rows = await this.inRegion(viewer, kind, filter)
      .orderBy('entry.divisionCode')
      .addOrderBy('entry.id')
      .getMany();
    return this.reaching(rows);
  }

  /** @throws DomainError NOT_FOUND, outside the region too */
  async one(viewer: SignedIn, id: string): Promise<RegisterEntryNode> {
    const entry = await this.own(viewer, id);
    return (await this.nodes(viewer, registerKindOf(entry.kind), [entry])).get(id) as RegisterEntryNode;
  }

  /**
   * What is open today, for everybody: public fields alone. A division asks for what lies in it or serves a village in it.
   *
   * @throws DomainError NOT_FOUND for an unknown kind, DIVISION_UNKNOWN, CURSOR_INVALID
   */
  async publicList(
    code: string,
    { divisionCode, category }: PublicRegisterFilter = {},
    { first, after }: PageArgs,
  ): Promise<Page<PublicRegisterEntryNode>> {
    const kind = registerKindOf(code);
    const query = this.ofState(this.ofKind(kind), 'OPEN');
    if (category) query.andWhere('entry.category = :category', { category });
    if (divisionCode) {
      const division = this.divisions.byCode(divisionCode);
      if (division === undefined) throw unknownDivision('filter.divisionCode');
      query.andWhere(
        '(entry.divisionCode LIKE :near OR EXISTS (SELECT 1 FROM register_reach reach WHERE reach.entryId = entry.id AND reach.divisionCode LIKE :near))',
        { near: `${prefixOf(division.code)}%` },
      );
    }
    const { rows, totalCount } = await byPlace(query, { first, after });
    const reaching = new Map((await this.reaching(rows)).map((entry) => [entry.id, entry]));
    return pageOf(rows, first, totalCount, cursorAt, ({ id }) =>
      this.publicNode(kind, reaching.get(id) as ReachingEntry),
    );
  }

  /** Entries of a kind that are open on a day in counties or below, with the villages they serve. */
  async openOn(kind: RegisterKind, scope: string, day: IsoDate): Promise<ReachingEntry[]> {
    const query = this.ofState(this.ofKind(kind), 'OPEN', day).andWhere('entry.divisionCode LIKE :scope', {
      scope: `${scope}%`,
    });
    return this.reaching(await query.getMany());
  }

  /**
   * Writes a new entry; changes, closes one that stands, or takes its closing back.
   *
   * @throws DomainError NOT_FOUND, VALIDATION with the field, DIVISION_UNKNOWN, VERSION_CONFLICT, STATE_CONFLICT for a change of a closed
   *   one, DUPLICATE for a second one of a name in a place at the same time
   */
  async save(viewer: SignedIn, input: SaveRegisterEntryInput): Promise<RegisterEntryNode> {
    const id = input.id ?? newId();
    try {
      await this.unitOfWork.run(() => (input.id ? this.change(viewer, id, input) : this.add(viewer, id, input)));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw duplicate();
    }
    return this.one(viewer, id);
  }

  /** @throws DomainError DIVISION_UNKNOWN */
  places = (viewer: SignedIn, townCode: string | undefined): RegisterPlaceChoiceNode[] =>
    placeChoices(viewer, this.divisions, townCode);

  /** The villages that entries serve. */
  async reaching(rows: readonly RegisterEntry[]): Promise<ReachingEntry[]> {
    const reach =
      rows.length === 0
        ? []
        : await this.unitOfWork.manager.find(RegisterReach, {
            where: { entryId: In(rows.map(({ id }) => id)) },
            order: { divisionCode: 'ASC' },
          });
    const served = new Map<string, string[]>();
    for (const { entryId, divisionCode } of reach) served.set(entryId, [...(served.get(entryId) ?? []), divisionCode]);
    return rows.map((row) => ({ ...row, serves: served.get(row.id) ?? [] }));
  }

  /** Puts these villages in the place of those an entry served; in the caller's unit of work. */
  async replaceReach(entryId: string, villages: readonly string[]): Promise<void> {
    const { manager } = this.unitOfWork;
    await manager.delete(RegisterReach, { entryId });
    await insertRows(
      manager,
      RegisterReach,
      villages.map((divisionCode) => ({ id: newId(), entryId, divisionCode })),
    );
  }

  /** Sealed fields in clear; for who may write the register. */
  sealedOf = (entry: Pick<RegisterEntry, 'id' | 'secrets'>): Record<string, string> => openFields(this.crypto, entry);

  private async add(viewer: SignedIn, id: string, input: SaveRegisterEntryInput): Promise<void> {
    const kind = registerKindOf(input.kind);
    const { manager } = this.unitOfWork;
    const { clear, sealed } = fieldsOf(kind, input.fields ?? []);
    const facts: Facts = {
      kind: kind.code,
      ...this.placeOf(viewer, kind, input.divisionCode, clear),
      name: nameOf(input.name),
      openedOn: this.openedOn(input.openedOn),
      closedOn: null,
      closeReason: null,
      live: 1,
      content: clear,
      secrets: sealFields(this.crypto, id, sealed),
    };
    await this.requireFree(id, facts);
    await insertRows(manager, RegisterEntry, [{ id, ...facts }]);
    const serves = this.servedFrom(kind, facts, input.serves ?? []);
    await this.replaceReach(id, serves);
    noteAudit(this.unitOfWork, {
      target: TARGET,
      id,
      divisionCode: facts.divisionCode,
      after: { ...shownOf(facts), serves },
    });
  }

  private async change(viewer: SignedIn, id: string, input: SaveRegisterEntryInput): Promise<void> {
    const { manager } = this.unitOfWork;
    const standing = await this.own(viewer, id);
    const kind = registerKindOf(standing.kind);
    const isClosed = registerStateOn(standing, this.clock.today()) === 'CLOSED';
    if (isClosed && !input.reopen)
      throw new DomainError('STATE_CONFLICT', '这个服务点已经关了，不能再改。', { hint: '关错了，请先撤销关闭。' });
    if (input.reopen && standing.closedOn === null)
      throw new DomainError('STATE_CONFLICT', '这个服务点没有关。', { hint: '请刷新后再看。' });
    const written = input.reopen ? { fields: undefined } : input;
    const { clear, sealed } =
      written.fields === undefined
        ? { clear: standing.content, sealed: this.sealedOf(standing) }
        : fieldsOf(kind, written.fields);
    const patch = input.reopen ? {} : input;
    const facts: Facts = {
      kind: kind.code,
      ...this.placeOf(viewer, kind, patch.divisionCode ?? standing.divisionCode, clear),
      name: patch.name === undefined ? standing.name : nameOf(patch.name),
      openedOn: patch.openedOn === undefined ? standing.openedOn : this.openedOn(patch.openedOn),
      ...this.closingOf(standing, input),
      content: clear,
      secrets: sealFields(this.crypto, id, sealed),
    };
    if (facts.closedOn !== null && facts.closedOn < facts.openedOn)
      throw wrong(input.closedOn === undefined ? 'openedOn' : 'closedOn', '最后一天早于开办的那天。');
    await this.requireFree(id, facts);
    const [{ serves: before }] = (await this.reaching([standing])) as [ReachingEntry];
    if (!(await guardedUpdate(manager, RegisterEntry, { id, version: input.version ?? 0 }, facts))) throw conflict();
    const serves = this.servedFrom(kind, facts, patch.serves ?? before);
    if (serves.join() !== before.join()) await this.replaceReach(id, serves);
    const said = input.reopen
      ? '撤销关闭'
      : input.closeReason && `关闭：${CLOSE_REASONS[input.closeReason as CloseReason]}`;
    noteAudit(this.unitOfWork, {
      target: TARGET,
      id,
      divisionCode: facts.divisionCode,
      before: { ...shownOf(standing), serves: before },
      after: { ...shownOf(facts), serves },
      ...(said ? { reason: said } : {}),
    });
  }

  private closingOf(
    standing: RegisterEntry,
    { closedOn, closeReason, reopen }: SaveRegisterEntryInput,
  ): Pick<Facts, 'closedOn' | 'closeReason' | 'live'> {
    if (reopen) return { closedOn: null, closeReason: null, live: 1 };
    if (closedOn === undefined && closeReason === undefined)
      return { closedOn: standing.closedOn, closeReason: standing.closeReason, live: standing.live };
    if (closedOn === undefined || !isTypedDay(closedOn))
      throw wrong('closedOn', '请填最后一天，写成 2026-03-01 这样。');
    if (closedOn > addDays(this.clock.today(), CLOSE_AHEAD_DAYS)) throw wrong('closedOn', '最后一天最多填到一年以后。');
    if (closeReason === undefined) throw wrong('closeReason', '请选为什么关。');
    return { closedOn, closeReason: closeReason as CloseReason, live: null };
  }

  /** @throws DomainError DIVISION_UNKNOWN; VALIDATION for a level that can't lie there */
  private placeOf(
    viewer: SignedIn,
    kind: RegisterKind,
    code: string | undefined,
    values: Readonly<Record<string, string | string[]>>,
  ): Pick<Facts, 'divisionCode' | 'category'> {
    const division = code === undefined ? undefined : this.divisions.byCode(code);
    if (division === undefined || !Policy.covers(viewer, division.code)) throw unknownDivision('divisionCode');
    const category = values[kind.category.key] as string;
    if (!kind.category.levels[category]?.includes(division.level))
      throw wrong('divisionCode', '这一级的服务点不能登记在这里。', '村社区的选到村，乡镇街道的选到乡镇或村。');
    return { divisionCode: division.code, category };
  }

  private openedOn(text: string | undefined): IsoDate {
    if (text === undefined || !isTypedDay(text)) throw wrong('openedOn', '请填开办的日子，写成 2026-03-01 这样。');
    if (text > addDays(this.clock.today(), CLOSE_AHEAD_DAYS)) throw wrong('openedOn', '开办的日子最多填到一年以后。');
    return text;
  }

  /** The villages of the entry's own county, in code order, without the one it lies in. @throws DomainError DIVISION_UNKNOWN */
  private servedFrom(
    kind: RegisterKind,
    { divisionCode }: Pick<Facts, 'divisionCode'>,
    codes: readonly string[],
  ): string[] {
    const served = [...new Set(codes.map((code) => this.divisions.byCode(code)))];
    const wrongOne = served.some(
      (one) => one?.level !== 'VILLAGE' || countyOf(one.code) !== countyOf(divisionCode) || !kind.servesVillages,
    );
    if (wrongOne) throw new DomainError('DIVISION_UNKNOWN', '有一个不是本县的村或社区。', { field: 'serves' });
    return served
      .map((one) => (one as { code: string }).code)
      .filter((code) => code !== divisionCode)
      .sort();
  }

  /** One name in one place at one time; who comes first has it. @throws DomainError DUPLICATE */
  private async requireFree(id: string, facts: Facts): Promise<void> {
    const { kind, divisionCode, name } = facts;
    const others = await this.unitOfWork.manager.findBy(RegisterEntry, { kind, divisionCode, name });
    if (others.some((other) => other.id !== id && spansMeet(other, facts))) throw duplicate();
  }

  private ofKind(kind: RegisterKind): SelectQueryBuilder<RegisterEntry> {
    return this.unitOfWork.manager
      .createQueryBuilder(RegisterEntry, 'entry')
      .where('entry.kind = :kind', { kind: kind.code });
  }

  private inRegion(
    viewer: SignedIn,
    kind: RegisterKind,
    { divisionCode, category, state }: RegisterFilter = {},
  ): SelectQueryBuilder<RegisterEntry> {
    const scope = scopeOf(viewer, this.divisions, divisionCode, 'filter.divisionCode');
    const query = this.ofKind(kind).andWhere('entry.divisionCode LIKE :scope', { scope: `${scope}%` });
    if (category) query.andWhere('entry.category = :category', { category });
    return state ? this.ofState(query, state as keyof typeof REGISTER_STATES) : query;
  }

  /** What {@link registerStateOn} says, in SQL. */
  private ofState(
    query: SelectQueryBuilder<RegisterEntry>,
    state: keyof typeof REGISTER_STATES,
    day = this.clock.today(),
  ): SelectQueryBuilder<RegisterEntry> {
    const says = {
      PLANNED: 'entry.openedOn > :day',
      OPEN: 'entry.openedOn <= :day AND (entry.closedOn IS NULL OR entry.closedOn >= :day)',
      CLOSED: 'entry.openedOn <= :day AND entry.closedOn < :day',
    };
    return query.andWhere(`(${says[state]})`, { day });
  }

  private async own(viewer: SignedIn, id: string): Promise<RegisterEntry> {
    const entry = await this.unitOfWork.manager.findOneBy(RegisterEntry, { id });
    if (entry === null) throw notFound(WHAT);
    Policy.requireCovers(viewer, entry.divisionCode, WHAT);
    return entry;
  }

  private async nodes(
    viewer: SignedIn,
    kind: RegisterKind,
    rows: readonly RegisterEntry[],
  ): Promise<Map<string, RegisterEntryNode>> {
    const mayChange = Policy.can(viewer, 'register.save');
    const today = this.clock.today();
    return new Map(
      (await this.reaching(rows)).map((entry) => {
        const state = registerStateOn(entry, today);
        const values = { ...entry.content, ...(mayChange ? this.sealedOf(entry) : {}) };
        const fields = kind.fields
          .filter(({ sealed }) => mayChange || !sealed)
          .map((field) => fieldNode(field, values));
        const node: RegisterEntryNode = {
          id: entry.id,
          version: entry.version,
          kind: entry.kind,
          name: entry.name,
          category: entry.category,
          categoryText: this.categoryText(kind, entry),
          divisionCode: entry.divisionCode,
          divisionName: placeName(this.divisions, entry.divisionCode),
          state,
          stateText: REGISTER_STATES[state],
          openedOn: entry.openedOn,
          closedOn: entry.closedOn,
          closeReasonText: entry.closeReason && CLOSE_REASONS[entry.closeReason],
          phone: fields.find(({ type }) => type === 'PHONE')?.text ?? null,
          fields,
          serves: entry.serves.map((code) => ({ code, name: placeName(this.divisions, code) })),
          mayChange,
        };
        return [entry.id, node];
      }),
    );
  }

  private publicNode(kind: RegisterKind, entry: ReachingEntry): PublicRegisterEntryNode {
    return {
      id: entry.id,
      name: entry.name,
      categoryText: this.categoryText(kind, entry),
      divisionName: placeName(this.divisions, entry.divisionCode),
      closedOn: entry.closedOn,
      fields: kind.fields.filter(({ isPublic }) => isPublic).map((field) => fieldNode(field, entry.content)),
      serves: entry.serves.map((code) => placeName(this.divisions, code)),
    };
  }

  private categoryText(kind: RegisterKind, { category }: RegisterEntry): string {
    const field = kind.fields.find(({ key }) => key === kind.category.key);
    return field ? registerText(field, category) : category;
  }
}

const fieldNode = (field: RegisterField, values: Readonly<Record<string, string | string[]>>): RegisterFieldNode => {
  const value = values[field.key];
  const { key, label, type } = field;
  return { key, label, type, values: [value ?? []].flat(), text: registerText(field, value) };
};

/** What is written is read by the kind; a number of a person has no place in a text that everybody sees. @throws DomainError VALIDATION */
function fieldsOf(
  kind: RegisterKind,
  written: readonly RegisterValueInput[],
): { clear: Record<string, string | string[]>; sealed: Record<string, string> } {
  const read = readRegisterFields(kind, Object.fromEntries(written.map(({ key, values }) => [key, values])));
  const [problem] = read.problems;
  if (problem !== undefined) throw wrong(problem.key, `${problem.message}。`, `${problem.hint}。`);
  for (const { key, label, type } of kind.fields) {
    const text = read.clear[key];
    if (type === 'TEXT' && typeof text === 'string' && redact(text) !== text)
      throw wrong(key, `「${label}」里有证件号、手机号或账号。`, '请去掉；电话填在电话那一栏。');
  }
  return read;
}

function nameOf(text: string | undefined): string {
  const name = text?.trim() ?? '';
  if (name === '') throw wrong('name', '请填名称。');
  if (redact(name) !== name) throw wrong('name', '名称里有证件号、手机号或账号。', '请去掉。');
  return name;
}

/** What an audit entry keeps a digest of: nothing sealed. */
const shownOf = ({ divisionCode, name, openedOn, closedOn, content }: Facts): object => ({
  divisionCode,
  name,
  openedOn,
  closedOn,
  content,
});

const cursorAt = ({ divisionCode, id }: RegisterEntry): string => cursorOf(divisionCode, id);

async function byPlace(
  query: SelectQueryBuilder<RegisterEntry>,
  { first, after }: PageArgs,
): Promise<{ rows: RegisterEntry[]; totalCount: number }> {
  const totalCount = await query.getCount();
  if (after) {
    const [place, id] = readCursor(after, 2).map(String);
    query.andWhere('(entry.divisionCode > :place OR (entry.divisionCode = :place AND entry.id > :id))', { place, id });
  }
  const rows = await query
    .orderBy('entry.divisionCode')
    .addOrderBy('entry.id')
    .limit(first + 1)
    .getMany();
  return { rows, totalCount };
}

const wrong = (field: string, message: string, hint?: string): DomainError =>
  new DomainError('VALIDATION', message, { field, ...(hint ? { hint } : {}) });

const conflict = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '别人刚改过这个服务点。', { hint: '请刷新后再改。' });

const duplicate = (): DomainError =>
  new DomainError('DUPLICATE', '这里已经有一个同名的服务点，日子有重叠。', {
    field: 'name',
    hint: '请找到那一个来改；是另一个，请换个名称。',
  });
