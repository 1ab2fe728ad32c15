import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { chinaMoment, Clock, DomainError } from '@tongxing/platform';
import {
  firstDayOf,
  isMonth,
  lastDayOf,
  monthOf,
  SUPPORT_KIND_CODES,
  SUPPORT_KINDS,
  SUPPORT_OCCASIONS,
  type SupportKind,
  type SupportOccasion,
  supportSheet,
  type SupportSum,
  yuanText,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { Support, SupportProvider } from './support.entity.js';
import type { SupportCostsNode, SupportSumNode } from './support.types.js';

interface Spent {
  kind: SupportKind;
  occasion: SupportOccasion;
  providerId: string;
  minutes: number;
  costFen: number | string;
}

/** 支持费用表: what a month's supports cost. A register: nothing is paid from it, and no bank file comes of it. */
@Injectable()
export class SupportCostService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param asked `YYYY-MM`; this month unless given. @throws DomainError VALIDATION for what is no month */
  async sheet(viewer: SignedIn, asked?: string | null): Promise<SupportCostsNode> {
    const month = asked || monthOf(this.clock.today());
    if (!isMonth(month)) throw new DomainError('VALIDATION', '月份要写成 2026-03 这样。', { field: 'month' });
    const { manager } = this.unitOfWork;
    const scope = { scope: `${Policy.divisionScope(viewer)}%` };
    const spent = await manager
      .createQueryBuilder(Support, 'support')
      .select('support.kind', 'kind')
      .addSelect('support.occasion', 'occasion')
      .addSelect('support.providerId', 'providerId')
      .addSelect('support.deliveredMinutes', 'minutes')
      .addSelect('support.costFen', 'costFen')
      .where("support.divisionCode LIKE :scope AND support.state = 'DELIVERED'", scope)
      .andWhere('support.deliveredOn >= :from AND support.deliveredOn <= :to', {
        from: firstDayOf(month),
        to: lastDayOf(month),
      })
      .getRawMany<Spent>();
    const unrecorded = await manager
      .createQueryBuilder(Support, 'support')
      .where("support.divisionCode LIKE :scope AND support.state = 'BOOKED'", scope)
      .andWhere('support.bookedFrom >= :from AND support.bookedFrom <= :to AND support.bookedTo < :now', {
        from: `${firstDayOf(month)} 00:00`,
        to: `${lastDayOf(month)} 23:59`,
        now: chinaMoment(this.clock.now()),
      })
      .getCount();
    // A driver may hand a bigint out as text; each is far below 2^53.
    const sheet = supportSheet(
      spent.map((one) => ({ ...one, minutes: Number(one.minutes), costFen: Number(one.costFen) })),
    );
    const names = await this.namesOf([...sheet.byProvider.keys()]);
    const nameOf = (id: string): string => names.get(id) ?? '';
    const node = (text: string, { times, minutes, costFen }: SupportSum): SupportSumNode => ({
      text,
      times,
      minutes,
      costYuan: yuanText(costFen),
    });
    const order = (kind: string): number => SUPPORT_KIND_CODES.indexOf(kind as SupportKind);
    return {
      month,
      rows: sheet.rows
        .map(({ kind, occasion, providerId, times, minutes, costFen }) => ({
          kind,
          kindText: SUPPORT_KINDS[kind as SupportKind].text,
          occasionText: SUPPORT_OCCASIONS[occasion as SupportOccasion],
          providedBy: nameOf(providerId),
          times,
          minutes,
          costYuan: yuanText(costFen),
        }))
        .sort((a, b) => order(a.kind) - order(b.kind)),
      byKind: [...sheet.byKind]
        .sort(([a], [b]) => order(a) - order(b))
        .map(([kind, sum]) => node(SUPPORT_KINDS[kind as SupportKind].text, sum)),
      byOccasion: [...sheet.byOccasion].map(([occasion, sum]) =>
        node(SUPPORT_OCCASIONS[occasion as SupportOccasion], sum),
      ),
      byProvider: [...sheet.byProvider].map(([id, sum]) => node(nameOf(id), sum)),
      total: node('合计', sheet.total),
      unrecorded,
    };
  }

  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.unitOfWork.manager.findBy(SupportProvider, { id: In([...ids]) });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
