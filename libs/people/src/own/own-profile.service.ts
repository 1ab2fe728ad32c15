import { Injectable } from '@nestjs/common';
import { noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { parseYuan, RuleRefusal, yuanText } from '@tongxing/rules';
import { In, Not } from 'typeorm';
import { Person } from '../person.entity.js';
import { POST_KINDS } from '../person.words.js';
import { OwnNeed, OwnSection } from './own.entity.js';
import {
  isOwnSection,
  LICENCES,
  MEETING_NEEDS,
  OWN_SECTIONS,
  type OwnSectionCode,
  WORKPLACE_NEEDS,
} from './own.words.js';
import type { OwnNeedNode, OwnProfileNode, OwnSectionNode, SaveProfileSectionInput } from './own-profile.types.js';

const MAX_WAGE_FEN = 100_000_00;
const WORKPLACE: readonly string[] = WORKPLACE_NEEDS;
const MEETING: readonly string[] = MEETING_NEEDS;
const KINDS: readonly string[] = Object.values(POST_KINDS);

/** What a section says of the person, and of the needs beside the row. */
interface Said {
  person: Partial<Pick<Person, 'skills' | 'wantsWork' | 'wantedKinds' | 'wantedWageFen' | 'commuteKm' | 'accessNeeds'>>;
  needs?: readonly { need: string; shared: boolean }[];
}

/** A helper, and who came in on a witness's word, may not open anything to units. */
export const mayShare = (viewer: SignedIn): boolean => !viewer.onBehalfOf && !viewer.witnessId;

/** 我的资料 in the person's own words: wishes and limits. What somebody can do is assessed, never said here. */
@Injectable()
export class OwnProfileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Null: for an account of nobody. */
  async mine(viewer: SignedIn): Promise<OwnProfileNode | null> {
    const person = await this.self(viewer);
    return person && this.node(viewer, person);
  }

  private async node(viewer: SignedIn, person: Person): Promise<OwnProfileNode> {
    const needs = await this.needsOf(person.id);
    const wage = person.wantedWageFen;
    return {
      version: person.version,
      sections: await this.sections(person),
      skills: person.skills,
      wantsWork: person.wantsWork,
      wantedKinds: person.wantedKinds,
      wantedWageYuan: wage === null ? null : yuanText(wage).replace(/\.00$/, ''),
      commuteKm: person.commuteKm,
      needs: shownNeeds(person, needs),
      mayShare: mayShare(viewer),
    };
  }

  /**
   * Saves one part, as a whole. The same again changes nothing, whatever the version.
   *
   * @throws DomainError NOT_FOUND, VALIDATION, VERSION_CONFLICT; FORBIDDEN_ACTING where a helper, or who came in on a witness's word, would open
   *   a need to units
   */
  async save(viewer: SignedIn, input: SaveProfileSectionInput): Promise<OwnProfileNode> {
    const { section } = input;
    if (!isOwnSection(section) || section === LICENCES) throw wrong('section', '没有这一部分。');
    const said = saidIn(section, input);
    const person = await this.self(viewer);
    if (person === null) throw notFound('您的求职登记');
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const standing = await manager.findOneByOrFail(Person, { id: person.id });
      const needs = await this.needsOf(person.id);
      const answered = await manager.findOneBy(OwnSection, { personId: person.id, section });
      if (answered !== null && isSame(standing, needs, said)) return;
      const opened = (said.needs ?? []).some(({ need, shared }) => shared && needs.get(need)?.shared !== true);
      if (opened && !mayShare(viewer))
        throw new DomainError('FORBIDDEN_ACTING', '给单位看，要本人自己登录来选。', { field: 'shared' });
      const now = this.clock.now();
      const { id, divisionCode } = person;
      // The row is written even where nothing of it changes: the version holds two savers apart.
      const set = { skills: standing.skills, ...said.person };
      if (!(await guardedUpdate(manager, Person, { id, version: input.version }, set)))
        throw new DomainError('VERSION_CONFLICT', '您的资料刚被改过。', { hint: '请看看现在的，再改。' });
      if (answered === null)
        await insertRows(manager, OwnSection, [{ id: newId(), personId: id, section, savedAt: now }]);
      else await manager.update(OwnSection, { id: answered.id }, { savedAt: now });
      if (said.needs) await this.writeNeeds(id, needs, said.needs, now);
      this.unitOfWork.changed('person', id);
      noteAudit(this.unitOfWork, {
        target: 'person',
        id,
        divisionCode,
        before: { section },
        after: { section, ...said },
      });
      sayHelped(this.unitOfWork, `改了资料里的「${OWN_SECTIONS[section]}」`);
    });
    return this.node(viewer, (await this.self(viewer)) ?? person);
  }

  /** What people let every unit know of their needs, as it stands now. */
  async sharedNeedsOf(personIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows =
      personIds.length === 0
        ? []
        : await this.unitOfWork.manager.find(OwnNeed, {
            where: { personId: In([...new Set(personIds)]), shared: true },
            order: { need: 'ASC' },
          });
    const byPerson = new Map<string, string[]>();
    for (const { personId, need } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), need]);
    return byPerson;
  }

  /** Everything a person said that helps, for whoever looks after him. The caller has checked that he may. */
  async neededBy(personId: string): Promise<string[]> {
    const person = await this.unitOfWork.manager.findOneBy(Person, { id: personId, state: 'ACTIVE' });
    if (person === null) return [];
    return shownNeeds(person, await this.needsOf(personId))
      .filter(({ chosen }) => chosen)
      .map(({ need }) => need);
  }

  private async writeNeeds(
    personId: string,
    standing: ReadonlyMap<string, OwnNeed>,
    wanted: readonly { need: string; shared: boolean }[],
    now: Date,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const names = wanted.map(({ need }) => need);
    await manager.delete(OwnNeed, { personId, ...(names.length > 0 ? { need: Not(In(names)) } : {}) });
    const fresh = wanted.filter(({ need }) => !standing.has(need));
    await insertRows(
      manager,
      OwnNeed,
      fresh.map((one) => ({ id: newId(), personId, ...one, saidAt: now })),
    );
    for (const { need, shared } of wanted) {
      const row = standing.get(need);
      if (row && row.shared !== shared) await manager.update(OwnNeed, { id: row.id }, { shared, saidAt: now });
    }
  }

  private async needsOf(personId: string): Promise<Map<string, OwnNeed>> {
    const rows = await this.unitOfWork.manager.findBy(OwnNeed, { personId });
    return new Map(rows.map((row) => [row.need, row]));
  }

  private async sections(person: Person): Promise<OwnSectionNode[]> {
    const rows = await this.unitOfWork.manager.findBy(OwnSection, { personId: person.id });
    const at = new Map(rows.map(({ section, savedAt }) => [section, savedAt]));
    const known: Readonly<Record<OwnSectionCode, boolean>> = {
      SKILLS: person.skills.length > 0,
      LICENCES: false,
      WORK: person.wantsWork !== null,
      PLACES: person.commuteKm !== null,
      NEEDS: person.accessNeeds.length > 0,
    };
    return (Object.keys(OWN_SECTIONS) as OwnSectionCode[]).map((section) => ({
      section,
      done: known[section] || at.has(section),
      savedAt: at.get(section) ?? null,
    }));
  }

  private async self(viewer: SignedIn): Promise<Person | null> {
    const id = Policy.personFor(viewer, 'profile.own');
    return id === undefined ? null : this.unitOfWork.manager.findOneBy(Person, { id, state: 'ACTIVE' });
  }
}

/** The usual needs and what stands besides, each with whether it is named and shared. */
function shownNeeds(person: Person, standing: ReadonlyMap<string, OwnNeed>): OwnNeedNode[] {
  const shared = (need: string): boolean => standing.get(need)?.shared === true;
  const workplace = [...new Set([...WORKPLACE, ...person.accessNeeds])];
  return [
    ...workplace.map((need) => ({
      need,
      workplace: true,
      chosen: person.accessNeeds.includes(need),
      shared: shared(need),
    })),
    ...MEETING.map((need) => ({ need, workplace: false, chosen: standing.has(need), shared: shared(need) })),
  ];
}

function saidIn(section: Exclude<OwnSectionCode, typeof LICENCES>, input: SaveProfileSectionInput): Said {
  if (section === 'SKILLS') return { person: { skills: wordsOf(input.skills ?? []) } };
  if (section === 'PLACES') return { person: { commuteKm: input.commuteKm ?? null } };
  if (section === 'NEEDS') return needsIn(input);
  if (input.wantsWork === null || input.wantsWork === undefined) throw wrong('wantsWork', '请选想不想工作。');
  const wantedKinds = wordsOf(input.wantedKinds ?? []);
  if (wantedKinds.some((kind) => !KINDS.includes(kind))) throw wrong('wantedKinds', '没有这种岗位类型。');
  return { person: { wantsWork: input.wantsWork, wantedKinds, wantedWageFen: wageOf(input.wantedWageYuan) } };
}

/** A need that is neither usual nor short enough for its column is no need of the list. */
function needsIn({ needs: given }: SaveProfileSectionInput): Said {
  const needs = new Map((given ?? []).map(({ need, shared }) => [need.trim(), shared]));
  if (needs.has('')) throw wrong('needs', '请写需要什么。');
  const accessNeeds = [...needs.keys()].filter((need) => !MEETING.includes(need));
  return { person: { accessNeeds }, needs: [...needs].map(([need, shared]) => ({ need, shared })) };
}

const wordsOf = (given: readonly string[]): string[] => [
  ...new Set(given.map((word) => word.normalize('NFKC').trim()).filter(Boolean)),
];

function wageOf(text: string | null | undefined): number | null {
  if (!text?.trim()) return null;
  try {
    const fen = parseYuan(text.trim());
    if (fen > 0 && fen <= MAX_WAGE_FEN) return fen;
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
  }
  throw wrong('wantedWageYuan', '月薪写成数字，比如 2500。');
}

function isSame(person: Person, standing: ReadonlyMap<string, OwnNeed>, said: Said): boolean {
  const facts = Object.entries(said.person).every(
    ([key, value]) => JSON.stringify(person[key as keyof Person]) === JSON.stringify(value),
  );
  if (!facts || said.needs === undefined) return facts;
  return (
    said.needs.length === standing.size && said.needs.every(({ need, shared }) => standing.get(need)?.shared === shared)
  );
}

const wrong = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });
