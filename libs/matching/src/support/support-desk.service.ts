import { Injectable } from '@nestjs/common';
import {
  Caseloads,
  Divisions,
  IdempotencyService,
  noteAudit,
  Policy,
  type RevealKind,
  type SignedIn,
} from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { OwnProfileService, PeopleService } from '@tongxing/people';
import {
  chinaMoment,
  Clock,
  cursorOf,
  DomainError,
  maskPhone,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import {
  addMinutes,
  dayOfMoment,
  type IsoDate,
  isMoment,
  isTypedDay,
  mayMoveSupport,
  type Moment,
  overlaps,
  parseYuan,
  RuleRefusal,
  SUPPORT_DECLINES,
  SUPPORT_KINDS,
  supportCostFen,
  type SupportFee,
  yuanText,
} from '@tongxing/rules';
import { In, type SelectQueryBuilder } from 'typeorm';
import { conflict, SupportBook } from './support-book.js';
import { Support, SupportProvider } from './support.entity.js';
import { SupportService } from './support.service.js';
import type {
  BookSupportInput,
  DeclineSupportInput,
  SaveSupportProviderInput,
  SupportCaseNode,
  SupportProviderNode,
  SupportView,
} from './support.types.js';
import { PROVIDER_KINDS, TOLD } from './support.words.js';

const MAX_FEN = 100_000_00;
const MOST_PROVIDERS = 200;
const PROVIDER = '这个提供者';

/** 安排: what waits, who comes when, and with whom the office works. */
@Injectable()
export class SupportDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly caseloads: Caseloads,
    private readonly idempotency: IdempotencyService,
    private readonly people: PeopleService,
    private readonly profiles: OwnProfileService,
    private readonly book: SupportBook,
    private readonly supports: SupportService,
  ) {}

  /** Of the own people; for an officer of the region: the earliest first. @throws DomainError VALIDATION for what is no day */
  async list(
    viewer: SignedIn,
    { first, after }: PageArgs,
    view: SupportView,
    asked?: string | null,
  ): Promise<Page<SupportCaseNode>> {
    const day = asked || this.clock.today();
    if (!isTypedDay(day)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field: 'day' });
    const query = await this.within(viewer);
    if (view === 'WAITING') query.andWhere("support.state IN ('REQUESTED', 'REBOOK')");
    else if (view === 'DAY')
      query
        .andWhere("support.state NOT IN ('CANCELLED', 'DECLINED')")
        .andWhere('support.startsAt >= :from AND support.startsAt <= :to', {
          from: `${day} 00:00`,
          to: `${day} 23:59`,
        });
    else
      query.andWhere(
        "((support.state IN ('REQUESTED', 'REBOOK') AND support.startsAt < :now) OR (support.state = 'BOOKED' AND support.bookedTo < :now))",
        { now: chinaMoment(this.clock.now()) },
      );
    const totalCount = await query.getCount();
    if (after) {
      const [startsAt, id] = readCursor(after, 2).map(String);
      query.andWhere('(support.startsAt > :startsAt OR (support.startsAt = :startsAt AND support.id > :id))', {
        startsAt,
        id,
      });
    }
    const rows = await query
      .orderBy('support.startsAt', 'ASC')
      .addOrderBy('support.id', 'ASC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(rows)).map((node) => [node.id, node]));
    return pageOf(
      rows.filter(({ id }) => nodes.has(id)),
      first,
      totalCount,
      ({ startsAt, id }) => cursorOf(startsAt, id),
      ({ id }) => nodes.get(id) as SupportCaseNode,
    );
  }

  /** @throws DomainError NOT_FOUND for one of a person who is not the viewer's to look after */
  async one(viewer: SignedIn, id: string): Promise<SupportCaseNode> {
    const row = await this.book.row(id);
    await this.supports.requireDesk(viewer, row);
    const [node] = await this.nodes([row]);
    return { ...(node as SupportCaseNode), needs: await this.profiles.neededBy(row.personId) };
  }

  /**
   * Books who comes, when, and for how much; again: another time or provider. The person is told.
   *
   * @returns the id
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT once it has ended or what it was for is no more; SUPPORT_CLASH when the
   *   provider is with somebody else then; SELF_APPROVAL for the own; VALIDATION; IDEMPOTENCY_MISMATCH
   */
  bookOne(viewer: SignedIn, { idempotencyKey, ...input }: BookSupportInput): Promise<string> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'bookSupport', input, async () => {
      const row = await this.mayArrange(viewer, input.id, input.version);
      if (!mayMoveSupport('OFFICE', this.book.standOf(row), 'BOOKED'))
        throw notNow(row.gone ? '这次面试或上岗已经取消，不用约了。' : '这次帮助已经办完了。');
      const provider = await this.provider(viewer, input.providerId);
      if (!provider.active || !provider.kinds.includes(row.kind))
        throw new DomainError('VALIDATION', '这个提供者现在不做这种帮助。', {
          field: 'providerId',
          hint: '请换一个。',
        });
      const { from, to } = this.timeOf(row, input);
      const fee = feeIn(provider, input);
      await this.requireFree(provider, { from, to }, row.id);
      const { manager } = this.unitOfWork;
      // Two who book it at once both found it free: the second finds the row changed.
      const seen = { id: provider.id, version: provider.version };
      if (!(await guardedUpdate(manager, SupportProvider, seen, { active: true })))
        throw new DomainError('VERSION_CONFLICT', '刚有人也在约这个提供者。', { hint: '请看看他那时有没有空，再约。' });
      await this.book.change(row, {
        state: 'BOOKED',
        providerId: provider.id,
        bookedFrom: from,
        bookedTo: to,
        feeBy: fee.by,
        feeFen: fee.by === 'HOUR' ? fee.hourlyFen : fee.fixedFen,
        agreedFen: supportCostFen(input.minutes, fee),
        bookedById: viewer.id,
        bookedAt: this.clock.now(),
      });
      await this.supports.tellPerson(row.personId, TOLD.BOOKED(row.kind, momentWords(from), provider.name));
      if (row.tellEmployer && row.state !== 'BOOKED') await this.supports.tellEmployer(row);
      return row.id;
    });
  }

  /**
   * The office cannot arrange it, with its reason; again changes nothing.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT once it has begun or ended; SELF_APPROVAL
   */
  async decline(viewer: SignedIn, { id, version, reason, note }: DeclineSupportInput): Promise<void> {
    await this.unitOfWork.run(async () => {
      const standing = await this.book.row(id);
      await this.supports.requireDesk(viewer, standing);
      if (standing.state === 'DECLINED') return;
      const row = await this.mayArrange(viewer, id, version);
      if (!mayMoveSupport('OFFICE', this.book.standOf(row), 'DECLINED')) throw notNow('这次帮助已经开始或办完了。');
      const reasonText = note?.trim();
      const secrets = reasonText ? { secrets: this.book.seal(id, { ...this.book.open(row), reasonText }) } : {};
      await this.book.change(row, { state: 'DECLINED', live: null, reason, endedOn: this.clock.today(), ...secrets });
      await this.supports.tellPerson(row.personId, TOLD.DECLINED(row.kind, SUPPORT_DECLINES[reason]));
    });
  }

  // ——— providers ———

  /** Of the viewer's county, those in use first. */
  async providers(viewer: SignedIn): Promise<SupportProviderNode[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(SupportProvider, 'provider')
      .where('provider.divisionCode LIKE :county', { county: `${countyOf(viewer)}%` })
      .orderBy('provider.active', 'DESC')
      .addOrderBy('provider.name', 'ASC')
      .limit(MOST_PROVIDERS)
      .getMany();
    return rows.map((row) => this.providerNode(row));
  }

  /**
   * Adds a provider, or changes one. What was agreed for a booking stays as it was agreed.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; VALIDATION for a name that is taken or an amount that is none
   */
  async saveProvider(viewer: SignedIn, input: SaveSupportProviderInput): Promise<SupportProviderNode> {
    const name = input.name.normalize('NFKC').trim();
    if (name === '') throw new DomainError('VALIDATION', '请写叫什么。', { field: 'name' });
    const hourlyFen = input.hourlyYuan?.trim() ? fenOf(input.hourlyYuan, 'hourlyYuan') : null;
    const said = {
      name,
      kind: input.kind,
      kinds: [...new Set(input.kinds)],
      hourlyFen,
      active: input.active,
      savedById: viewer.id,
      savedAt: this.clock.now(),
    };
    const id = input.id || newId();
    const phone = (): { phone?: string | null } =>
      typeof input.phone === 'string' ? { phone: this.book.sealPhone(id, input.phone || null) } : {};
    try {
      await this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        if (input.id) {
          const row = await this.provider(viewer, input.id);
          const seen = { id, version: input.version ?? 0 };
          if (!(await guardedUpdate(manager, SupportProvider, seen, { ...said, ...phone() } as object)))
            throw new DomainError('VERSION_CONFLICT', '这个提供者刚被改过。', { hint: '请刷新后再改。' });
          noteAudit(this.unitOfWork, {
            target: 'support-provider',
            id,
            divisionCode: row.divisionCode,
            before: { name: row.name, hourlyFen: row.hourlyFen, active: row.active },
            after: { name, hourlyFen, active: input.active },
          });
          return;
        }
        const divisionCode = countyOf(viewer).padEnd(12, '0');
        await insertRows(manager, SupportProvider, [{ id, divisionCode, phone: null, ...said, ...phone() }]);
        noteAudit(this.unitOfWork, { target: 'support-provider', id, divisionCode, after: { name, hourlyFen } });
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new DomainError('VALIDATION', '已经有一个叫这个名字的。', {
        field: 'name',
        hint: '请改那一个，或换个名字。',
      });
    }
    return this.providerNode(await this.provider(viewer, id));
  }

  /** 完整电话 of a provider, for whoever has to call him. */
  reveals(): RevealKind<SupportProvider> {
    return {
      target: 'support-provider',
      find: async (viewer, id) => {
        const thing = await this.provider(viewer, id);
        return { thing, whose: thing.name, divisionCode: thing.divisionCode };
      },
      fields: [
        { action: 'reveal.supportPhone', title: '电话', value: (provider) => this.book.phoneOf(provider) ?? undefined },
      ],
    };
  }

  // ——— inside ———

  /** Supports that the viewer arranges, alias `support`. */
  async within(viewer: SignedIn): Promise<SelectQueryBuilder<Support>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Support, 'support')
      .where('support.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` });
    if (viewer.roles.includes('OFFICER')) return query;
    const held = await this.caseloads.heldBy(viewer.id);
    return held.length === 0 ? query.andWhere('1 = 0') : query.andWhere({ personId: In(held) });
  }

  private async mayArrange(viewer: SignedIn, id: string, version: number): Promise<Support> {
    const row = await this.book.row(id);
    await this.supports.requireDesk(viewer, row);
    if (viewer.personId === row.personId)
      throw new DomainError('SELF_APPROVAL', '这是您自己的，不能自己安排。', { hint: '请另一位同事来办。' });
    if (row.version !== version) throw conflict();
    return row;
  }

  private timeOf(
    row: Support,
    { from, minutes }: Pick<BookSupportInput, 'from' | 'minutes'>,
  ): { from: Moment; to: Moment } {
    if (!isMoment(from)) throw new DomainError('VALIDATION', '没有这一天。', { field: 'from' });
    // Somebody may be called in the morning and written down at noon; yesterday is over.
    if (dayOfMoment(from) < this.clock.today())
      throw new DomainError('VALIDATION', '约的日子要在今天或以后。', { field: 'from' });
    const to = addMinutes(from, minutes);
    if (row.occasion === 'INTERVIEW' && (from > row.startsAt || to <= row.startsAt))
      throw new DomainError('VALIDATION', `面试在${momentWords(row.startsAt)}，约的时间要包着它。`, { field: 'from' });
    return { from, to };
  }

  /** Where one ends as the next begins nobody is in two places. @throws DomainError SUPPORT_CLASH */
  private async requireFree(
    { id, name }: SupportProvider,
    { from, to }: { from: Moment; to: Moment },
    but: string,
  ): Promise<void> {
    // Those that touch are looked at too: which of them share a minute is for the rule to say.
    const near = await this.unitOfWork.manager
      .createQueryBuilder(Support, 'support')
      .where('support.providerId = :id AND support.id <> :but', { id, but })
      .andWhere("support.state IN ('BOOKED', 'DELIVERED')")
      .andWhere('support.bookedFrom <= :to AND support.bookedTo >= :from', { from, to })
      .orderBy('support.bookedFrom')
      .getMany();
    const taken = near.find(({ bookedFrom, bookedTo }) =>
      overlaps({ from, to }, { from: bookedFrom as Moment, to: bookedTo as Moment }),
    );
    if (taken === undefined) return;
    const when = `${momentWords(taken.bookedFrom as Moment)}到${(taken.bookedTo as Moment).slice(11)}`;
    throw new DomainError('SUPPORT_CLASH', `${name}${when}已经约给别人了。`, {
      field: 'from',
      hint: '请换一个时间，或换一个提供者。',
    });
  }

  private async provider(viewer: Pick<SignedIn, 'divisionCode'>, id: string): Promise<SupportProvider> {
    const row = await this.unitOfWork.manager.findOneBy(SupportProvider, { id });
    if (row === null || !row.divisionCode.startsWith(countyOf(viewer))) throw notFound(PROVIDER);
    return row;
  }

  private providerNode(row: SupportProvider): SupportProviderNode {
    const phone = this.book.phoneOf(row);
    return {
      id: row.id,
      version: row.version,
      name: row.name,
      kind: row.kind,
      kindText: PROVIDER_KINDS[row.kind],
      kinds: row.kinds,
      kindTexts: row.kinds.map((kind) => SUPPORT_KINDS[kind].text),
      maskedPhone: phone === null ? null : maskPhone(phone),
      hourlyYuan: row.hourlyFen === null ? null : yuanText(row.hourlyFen),
      active: row.active,
    };
  }

  private async nodes(rows: readonly Support[]): Promise<SupportCaseNode[]> {
    const people = new Map((await this.people.byIds(rows.map(({ personId }) => personId))).map((one) => [one.id, one]));
    const supports = await this.book.nodes(rows, 'OFFICE');
    const now = chinaMoment(this.clock.now());
    return rows.flatMap((row, index) => {
      const person = people.get(row.personId);
      if (person === undefined) return [];
      const waits = row.state === 'REQUESTED' || row.state === 'REBOOK';
      return [
        {
          id: row.id,
          support: supports[index] as SupportCaseNode['support'],
          personId: row.personId,
          personName: person.name,
          divisionName: this.divisions.nameOf(person.residenceDivisionCode ?? person.divisionCode),
          needs: [],
          overdue: (waits && row.startsAt < now) || (row.state === 'BOOKED' && (row.bookedTo ?? now) < now),
          providerId: row.providerId,
          feeBy: row.feeBy,
          feeYuan: row.feeFen === null ? null : yuanText(row.feeFen),
          agreedYuan: row.agreedFen === null ? null : yuanText(row.agreedFen),
          costYuan: row.costFen === null ? null : yuanText(row.costFen),
        },
      ];
    });
  }
}

/** The county's six digits, of whatever place in it; a province's or prefecture's own digits. */
const countyOf = (viewer: Pick<SignedIn, 'divisionCode'>): string =>
  Policy.divisionScope(viewer as SignedIn).slice(0, 6);

/** 12月1日 09:30 */
const momentWords = (moment: Moment): string => {
  const [, month, day] = (moment.slice(0, 10) as IsoDate).split('-').map(Number);
  return `${month}月${day}日${moment.slice(10)}`;
};

function feeIn(
  provider: SupportProvider,
  { feeBy, fixedYuan }: Pick<BookSupportInput, 'feeBy' | 'fixedYuan'>,
): SupportFee {
  if (feeBy === 'FIXED') {
    if (!fixedYuan?.trim())
      throw new DomainError('VALIDATION', '请填这一次多少元。', { field: 'fixedYuan', hint: '不要钱的填 0。' });
    return { by: 'FIXED', fixedFen: fenOf(fixedYuan, 'fixedYuan') };
  }
  if (provider.hourlyFen === null)
    throw new DomainError('VALIDATION', '这个提供者没有登记每小时多少钱。', { field: 'feeBy', hint: '请选一口价。' });
  return { by: 'HOUR', hourlyFen: provider.hourlyFen };
}

function fenOf(text: string, field: string): number {
  try {
    const fen = parseYuan(text.trim());
    if (fen <= MAX_FEN) return fen;
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
  }
  throw new DomainError('VALIDATION', '金额写成 120 或 120.50，最多10万元。', { field });
}

const notNow = (message: string): DomainError => new DomainError('STATE_CONFLICT', message, { hint: '请刷新后再看。' });
