import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { chinaDay } from '@tongxing/platform';
import { PersonLicence } from './licence.entity.js';
import { LicenceService } from './licence.service.js';

/** 证照: given out with their numbers, and gone with the person. */
@Injectable()
export class LicencePart implements PersonPart, OnModuleInit {
  readonly name = 'licences';
  readonly tables = [PersonLicence];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly licences: LicenceService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const rows = await this.unitOfWork.manager.find(PersonLicence, {
      where: { personId },
      order: { kind: 'ASC' },
      take: MOST_RECORDS + 1,
    });
    return [
      sectionOf('证照', rows, (row) => ({
        什么证: row.kind,
        证号: this.licences.numberOf(row),
        发证日期: row.issuedOn,
        有效到: row.validUntil,
        看过证件的人: row.seenBy,
        哪天看的: row.seenAt && chinaDay(row.seenAt),
      })),
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    await this.unitOfWork.manager.delete(PersonLicence, { personId });
    this.unitOfWork.changed('person', personId);
  }
}
