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
import { UnitOfWork, whereBlind } from '@tongxing/database';
import { Employer } from '@tongxing/employers';
import { CryptoProvider } from '@tongxing/platform';
import { isoDate, yuanText } from '@tongxing/rules';
import { In } from 'typeorm';
import { openHire } from './hire.secrets.js';
import { CountedHire } from './quota.entity.js';
import { EMPLOYMENT_FORMS } from './quota.words.js';

/**
 * 安排残疾人: what employers have declared of a person. It is theirs, the levy was assessed on it, and it is kept as a money record; the
 * person gets a copy, and the link to the register's record ends with that record.
 */
@Injectable()
export class QuotaPart implements PersonPart, OnModuleInit {
  readonly name = 'counted-hires';
  readonly tables = [CountedHire];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect(subject: Subject): Promise<PartSection[]> {
    const rows = await this.rows(subject);
    const employers = await this.unitOfWork.manager.findBy(Employer, { id: In(rows.map((row) => row.employerId)) });
    const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
    return [
      sectionOf('单位申报的用工', rows, (row) => {
        const { idNumber, certificate, veteran } = openHire(this.crypto, row);
        return {
          单位: nameOf.get(row.employerId) ?? null,
          年度: row.year,
          姓名: row.name,
          身份证号: idNumber,
          残疾人证号: certificate ?? null,
          残疾军人证号: veteran ?? null,
          用工形式: Object.entries(EMPLOYMENT_FORMS).find(([, code]) => code === row.form)?.[0] ?? row.form,
          合同起: row.contractFrom,
          合同止: row.contractTo,
          每月工资: row.monthlyWageFen.map((fen, month) => `${month + 1}月 ${fen === null ? '没有' : yuanText(fen)}`),
          申报时间: row.declaredAt.toISOString(),
        };
      }),
    ];
  }

  async kept(subject: Subject): Promise<KeptRecords[]> {
    const rows = await this.rows(subject);
    const [newest] = rows;
    if (newest === undefined) return [];
    return [{ what: `${rows.length} 条单位申报的用工`, since: isoDate(`${newest.year}-12-31`), years: 'MONEY' }];
  }

  async erase(): Promise<void> {
    // Nothing: see above.
  }

  private rows({ personId, idBlind }: Subject): Promise<CountedHire[]> {
    return this.unitOfWork.manager.find(CountedHire, {
      where: [{ personId }, ...whereBlind<CountedHire>('idBlind', [idBlind])],
      order: { year: 'DESC', id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
  }
}
