import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type KeptRecords,
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { WELFARE_EXITS } from '@tongxing/rules';
import { In } from 'typeorm';
import { Placement } from '../placements/placement.entity.js';
import { WelfareExitService } from './exit.service.js';
import { AttendanceEntry, TermAlert, WelfareExitCase } from './welfare.entity.js';
import { EXIT_STATES } from './welfare.words.js';

/** 公益性岗位: days of attendance stay with the subsidies that rest on them; what was written about an exit does not. */
@Injectable()
export class WelfarePart implements PersonPart, OnModuleInit {
  readonly name = 'welfare-posts';
  readonly tables = [AttendanceEntry, WelfareExitCase, TermAlert];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exits: WelfareExitService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const { manager } = this.unitOfWork;
    const of = { placementId: In(await this.placementsOf(personId)) };
    const entries = await manager.find(AttendanceEntry, {
      where: of,
      order: { month: 'DESC', serial: 'DESC' },
      take: MOST_RECORDS + 1,
    });
    const cases = await manager.find(WelfareExitCase, { where: of, order: { id: 'DESC' }, take: MOST_RECORDS + 1 });
    const alerts = await manager.find(TermAlert, { where: of, order: { id: 'DESC' }, take: MOST_RECORDS + 1 });
    return [
      sectionOf('公益性岗位考勤', entries, (row) => ({
        月份: row.month,
        应出勤天数: row.daysDue,
        出勤天数: row.daysPresent,
        更正原因: row.reason,
        确认了: row.confirmedById !== null,
      })),
      sectionOf('退出公益性岗位', cases, (row) => {
        const { basis, answer, decision } = this.exits.open(row);
        return {
          原因: WELFARE_EXITS[row.reason].text,
          办到哪一步: EXIT_STATES[row.state],
          依据: basis,
          您的说明: answer ?? null,
          决定: decision ?? null,
          告知: row.noticedOn,
          说明到: row.answerBy,
          决定的日子: row.decidedOn,
        };
      }),
      sectionOf('期满提醒', alerts, (row) => ({ 期限: row.endsOn, 提前天数: row.daysBefore, 提醒: row.toldOn })),
    ];
  }

  async open({ personId }: Subject): Promise<string[]> {
    const where = { placementId: In(await this.placementsOf(personId)), live: 1 };
    const waits = await this.unitOfWork.manager.existsBy(WelfareExitCase, where);
    return waits ? ['您有一次退出公益性岗位还没有决定。'] : [];
  }

  async kept({ personId }: Subject): Promise<KeptRecords[]> {
    const where = { placementId: In(await this.placementsOf(personId)) };
    const [newest] = await this.unitOfWork.manager.find(AttendanceEntry, { where, order: { month: 'DESC' }, take: 1 });
    if (newest === undefined) return [];
    return [
      { what: '公益性岗位的考勤天数', since: `${newest.month}-01` as KeptRecords['since'], years: 'APPLICATION' },
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    const where = { placementId: In(await this.placementsOf(personId)) };
    const cases = await this.unitOfWork.manager.find(WelfareExitCase, { select: { id: true }, where });
    await this.exits.forget(cases.map(({ id }) => id));
  }

  private async placementsOf(personId: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager.find(Placement, { select: { id: true }, where: { personId } });
    return rows.map(({ id }) => id);
  }
}
