import { Injectable } from '@nestjs/common';
import { Caseloads, MessageService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { ABILITY_CODES, type AbilityItem, type IsoDate, isTypedDay, MAX_ABILITY_LEVEL } from '@tongxing/rules';
import { FunctionalProfile, type Person, type ProfileLevels } from '../person.entity.js';
import { reachPerson } from '../reach.js';
import type { SaveFunctionalProfileInput } from './assessment.types.js';
import { PastProfile } from './past-profile.entity.js';

const WHAT = '这份评估';
/** Nobody is assessed more often in a working life. */
const MOST_SHOWN = 50;
const TOLD = '您的能力评估有更新。有不对的，请告诉就业辅导员。';
const TOLD_SHORT = '【同行】您的登记有更新，请登录查看。';

/** What one assessment says. */
type Content = Pick<FunctionalProfile, 'assessor' | 'assessedOn' | 'validUntil' | 'levels' | 'ownAids'>;

/** All assessments of a person: those that stand, the newest first, and what was put right since. */
export interface PersonAssessments {
  person: Person;
  mayAssess: boolean;
  profiles: FunctionalProfile[];
  corrected: PastProfile[];
}

/** 能力评估, written down by the counsellor of a person. Never taken from category or grade; an item that was not assessed stays unknown. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly caseloads: Caseloads,
    private readonly messages: MessageService,
  ) {}

  /** Everything assessed of one of the viewer's people. @throws DomainError NOT_FOUND for anybody else */
  async ofPerson(viewer: SignedIn, personId: string): Promise<PersonAssessments> {
    const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    const { manager } = this.unitOfWork;
    const where = { personId };
    const profiles = await manager.find(FunctionalProfile, { where, order: { assessedOn: 'DESC' }, take: MOST_SHOWN });
    const corrected = await manager.find(PastProfile, { where, order: { id: 'DESC' }, take: MOST_SHOWN });
    const mayAssess = Policy.can(viewer, 'profile.save') && viewer.personId !== personId;
    return { person, mayAssess, profiles, corrected };
  }

  /**
   * Writes an assessment down, or puts one right; what it said before is kept. The same words again change nothing. The person is told.
   *
   * @throws DomainError NOT_FOUND; FORBIDDEN for oneself; ASSESSMENT_SOURCE_REQUIRED; VALIDATION for a day to come, a level off the scale,
   *   an item twice or none at all; VERSION_CONFLICT where it was changed meanwhile, or that day has one already
   */
  async save(viewer: SignedIn, input: SaveFunctionalProfileInput): Promise<PersonAssessments> {
    const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, input.personId);
    if (viewer.personId === person.id)
      throw new DomainError('FORBIDDEN', '不能给自己做能力评估。', { hint: '请别的就业辅导员来做。' });
    const content = this.contentOf(input);
    if (input.id) await this.correct(viewer, person, input.id, input.version ?? 0, content);
    else await this.add(person, content);
    return this.ofPerson(viewer, person.id);
  }

  private async add(person: Person, content: Content): Promise<void> {
    const { assessedOn } = content;
    try {
      await this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        const standing = await manager.findOneBy(FunctionalProfile, { personId: person.id, assessedOn });
        if (standing !== null) {
          if (sameContent(standing, content)) return;
          throw dayTaken();
        }
        const id = newId();
        await insertRows(manager, FunctionalProfile, [{ id, personId: person.id, ...content }]);
        await this.noted(person, id, {}, content);
      });
    } catch (error) {
      throw isDuplicateKey(error) ? dayTaken() : error;
    }
  }

  private async correct(viewer: SignedIn, person: Person, id: string, read: number, content: Content): Promise<void> {
    await this.unitOfWork
      .run(async () => {
        const { manager } = this.unitOfWork;
        const standing = await manager.findOneBy(FunctionalProfile, { id, personId: person.id });
        if (standing === null) throw notFound(WHAT);
        if (sameContent(standing, content)) return;
        const { version, assessor, assessedOn, validUntil, levels, ownAids } = standing;
        if (version !== read || !(await guardedUpdate(manager, FunctionalProfile, { id, version: read }, content)))
          throw new DomainError('VERSION_CONFLICT', '这份评估刚被改过。', { hint: '请刷新，看看现在的再改。' });
        const past = { assessor, assessedOn, validUntil, levels, ownAids };
        await insertRows(manager, PastProfile, [
          {
            id: newId(),
            profileId: id,
            personId: person.id,
            profileVersion: version,
            ...past,
            replacedById: viewer.id,
            replacedAt: this.clock.now(),
          },
        ]);
        await this.noted(person, id, past, content);
      })
      .catch((error: unknown) => {
        // Moved to a day that has an assessment of its own.
        throw isDuplicateKey(error) ? dayTaken() : error;
      });
  }

  private async noted(
    { id: personId, divisionCode }: Person,
    id: string,
    before: object,
    after: object,
  ): Promise<void> {
    this.unitOfWork.changed('person', personId);
    noteAudit(this.unitOfWork, { target: 'functional-profile', id, divisionCode, before, after });
    await this.messages.tellPeople([{ personId, text: TOLD, smsText: TOLD_SHORT }]);
  }

  private contentOf(input: SaveFunctionalProfileInput): Content {
    const levels = levelsOf(input.levels);
    const assessor = input.assessor.trim();
    const [assessedOn, validUntil] = [input.assessedOn.trim(), input.validUntil?.trim() || null];
    if (assessor === '') throw noSource('assessor', '请写是谁评估的。');
    if (assessedOn === '') throw noSource('assessedOn', '请填评估日期。');
    if (!isTypedDay(assessedOn)) throw wrong('assessedOn', '日期要写成 2026-03-01 这样。');
    if (assessedOn > this.clock.today()) throw wrong('assessedOn', '评估日期在今天以后。');
    if (validUntil !== null && !isTypedDay(validUntil)) throw wrong('validUntil', '日期要写成 2026-03-01 这样。');
    if (validUntil !== null && validUntil < assessedOn) throw wrong('validUntil', '有效期早于评估日期。');
    const ownAids = [...new Set(input.ownAids.map((aid) => aid.trim()).filter(Boolean))];
    return { assessor, assessedOn, validUntil: validUntil as IsoDate | null, levels, ownAids };
  }
}

/** @throws DomainError VALIDATION for an item that is not on the scale, stands twice, or has no such level; for no item at all */
function levelsOf(given: SaveFunctionalProfileInput['levels']): ProfileLevels {
  const levels: ProfileLevels = {};
  for (const { item, level } of given) {
    if (!ABILITY_CODES.includes(item as AbilityItem)) throw wrong('levels', '评估表里没有这一项。');
    if (levels[item] !== undefined) throw wrong('levels', '同一项评估了两次。');
    if (!Number.isInteger(level) || level < 0 || level > MAX_ABILITY_LEVEL) throw wrong('levels', '等级只有 0 到 4。');
    levels[item] = level;
  }
  if (Object.keys(levels).length === 0) throw wrong('levels', '一项都没有评估。');
  return levels;
}

const sameContent = (standing: FunctionalProfile, content: Content): boolean =>
  standing.assessor === content.assessor &&
  standing.assessedOn === content.assessedOn &&
  standing.validUntil === content.validUntil &&
  ABILITY_CODES.every((item) => standing.levels[item] === content.levels[item]) &&
  standing.ownAids.join('、') === content.ownAids.join('、');

const wrong = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });
const noSource = (field: string, message: string): DomainError =>
  new DomainError('ASSESSMENT_SOURCE_REQUIRED', message, { field, hint: '没有评估人和日期的，不算评估。' });
const dayTaken = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这一天已经有一份评估。', {
    field: 'assessedOn',
    hint: '要改，请打开那一份改。',
  });
