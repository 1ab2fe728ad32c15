import { Global, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { ImportKinds } from '@tongxing/imports';
import {
  Divisions,
  PersonDirectory,
  PhoneBook,
  type PhoneHolder,
  type RegisteredPerson,
  RevealFields,
} from '@tongxing/access';
import { defineJob, JobService } from '@tongxing/jobs';
import { CryptoProvider, maskCertificate } from '@tongxing/platform';
import { IsNull } from 'typeorm';
import { Person } from './person.entity.js';
import { yearOf } from '@tongxing/rules';
import { AssessmentResolver } from './assessment/assessment.resolver.js';
import { AssessmentService } from './assessment/assessment.service.js';
import { FunctionalProfilesKind } from './functional-profiles.kind.js';
import { HouseholdMembersKind } from './household-members.kind.js';
import { LicencePart } from './licences/licence-part.js';
import { LicenceResolver } from './licences/licence.resolver.js';
import { LicenceService } from './licences/licence.service.js';
import { OwnProfileResolver } from './own/own-profile.resolver.js';
import { OwnProfileService } from './own/own-profile.service.js';
import { EvidenceController } from './papers/evidence.controller.js';
import { EvidenceService } from './papers/evidence.service.js';
import { PhoneChangeResolver } from './phone/phone-change.resolver.js';
import { PhoneChangeService } from './phone/phone-change.service.js';
import { PeopleKind } from './people.kind.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { ConsentService } from './privacy/consent.service.js';
import { DataDesk } from './privacy/data-desk.service.js';
import { ErasureService } from './privacy/erasure.service.js';
import { LegalHoldService } from './privacy/legal-hold.service.js';
import { OwnCopyService } from './privacy/own-copy.service.js';
import { PeoplePart } from './privacy/person-part.js';
import { PrivacyResolver } from './privacy/privacy.resolver.js';
import { RetentionService } from './privacy/retention.service.js';
import { personReveals } from './person.reveals.js';

const indexPhones = defineJob<Record<string, never>>({ name: 'index-phones', deadlineMs: 60 * 60_000 });

/** Certificate holders, their households and assessments. */
@Global()
@Module({
  controllers: [EvidenceController],
  providers: [
    PeopleService,
    PeopleResolver,
    EvidenceService,
    AssessmentService,
    AssessmentResolver,
    LicenceService,
    LicenceResolver,
    LicencePart,
    OwnProfileService,
    OwnProfileResolver,
    ConsentService,
    PhoneChangeService,
    PhoneChangeResolver,
    PeoplePart,
    DataDesk,
    OwnCopyService,
    ErasureService,
    LegalHoldService,
    RetentionService,
    PrivacyResolver,
  ],
  exports: [
    PeopleService,
    OwnProfileService,
    EvidenceService,
    ConsentService,
    DataDesk,
    OwnCopyService,
    ErasureService,
    RetentionService,
  ],
})
export class PeopleModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly jobs: JobService,
    private readonly phones: PhoneBook,
    private readonly directory: PersonDirectory,
    private readonly people: PeopleService,
    private readonly reveals: RevealFields,
    private readonly divisions: Divisions,
  ) {}

  onModuleInit(): void {
    this.phones.register({
      holdersOf: async (phone) => (await this.people.byPhone(phone)).map((person) => this.holderOf(person)),
      phonesOf: (personIds) => this.people.phonesOf(personIds),
    });
    const active = (person: Person | null) => (person?.state === 'ACTIVE' ? this.registered(person) : null);
    this.directory.register({
      byIdNumber: async (idNumber) => active(await this.people.findByIdNumber(idNumber)),
      byCertificate: async (certificate) => active(await this.people.findByCertificate(certificate)),
      byId: async (personId) => active(await this.people.byId(personId)),
      byIds: async (ids) => (await this.people.byIds(ids)).map((person) => this.registered(person)),
    });
    this.reveals.register(personReveals(this.people, this.divisions));
    this.jobs.handle(indexPhones, async () => void (await this.people.indexPhones()));
    this.kinds.register(new PeopleKind(this.unitOfWork, this.crypto));
    this.kinds.register(new HouseholdMembersKind(this.unitOfWork, this.crypto));
    this.kinds.register(new FunctionalProfilesKind(this.unitOfWork, this.crypto));
  }

  /** Rows from before there was an index of phones get theirs in the background. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.unitOfWork.manager.existsBy(Person, { phoneBlind: IsNull(), phoneBlind2: IsNull() }))) return;
    await this.unitOfWork.run(() => this.jobs.enqueue(indexPhones, {}, { uniqueName: indexPhones.name }));
  }

  private registered(person: Person): RegisteredPerson {
    const { certificate, idNumber, phone } = this.people.secretsOf(person);
    return {
      ...this.holderOf(person),
      residenceDivisionCode: person.residenceDivisionCode,
      maskedCertificate: maskCertificate(certificate ?? idNumber),
      ...(phone ? { phone } : {}),
      deceased: person.state === 'DECEASED',
    };
  }

  private holderOf(person: Person): PhoneHolder {
    const { id: personId, name, birthOn, divisionCode } = person;
    const { idNumber } = this.people.secretsOf(person);
    return { personId, idNumber, name, birthYear: yearOf(birthOn), divisionCode };
  }
}
