import { Global, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { ImportKinds } from '@tongxing/imports';
import { PersonBook, PhoneBook } from '@tongxing/access';
import { defineJob, JobService } from '@tongxing/jobs';
import { CryptoProvider } from '@tongxing/platform';
import { IsNull } from 'typeorm';
import { Person } from './person.entity.js';
import { yearOf } from '@tongxing/rules';
import { FunctionalProfilesKind } from './functional-profiles.kind.js';
import { HouseholdMembersKind } from './household-members.kind.js';
import { PeopleKind } from './people.kind.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';

const indexPhones = defineJob<Record<string, never>>({ name: 'index-phones', deadlineMs: 60 * 60_000 });

/** Certificate holders, their households and assessments. */
@Global()
@Module({ providers: [PeopleService, PeopleResolver], exports: [PeopleService] })
export class PeopleModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly jobs: JobService,
    private readonly phones: PhoneBook,
    private readonly persons: PersonBook,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.phones.register(async (phone) =>
      (await this.people.byPhone(phone)).map(({ id, idBlind, name, birthOn, divisionCode }) => ({
        personId: id,
        idBlind,
        name,
        birthYear: yearOf(birthOn),
        divisionCode,
      })),
    );
    this.persons.registerPeople(async (ids) =>
      (await this.people.byIds(ids)).map((person) => {
        const { id, name, birthOn, divisionCode, residenceDivisionCode, state } = person;
        const { phone } = this.people.secretsOf(person);
        return {
          personId: id,
          name,
          birthYear: yearOf(birthOn),
          divisionCode,
          residenceDivisionCode,
          ...(phone ? { phone } : {}),
          deceased: state === 'DECEASED',
        };
      }),
    );
    this.jobs.handle(indexPhones, async () => void (await this.people.indexPhones()));
    this.kinds.register(new PeopleKind(this.unitOfWork, this.crypto));
    this.kinds.register(new HouseholdMembersKind(this.unitOfWork, this.crypto));
    this.kinds.register(new FunctionalProfilesKind(this.unitOfWork, this.crypto));
  }

  /** Rows from before there was an index of phones get theirs in the background. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.unitOfWork.manager.existsBy(Person, { phoneBlind: IsNull() }))) return;
    await this.unitOfWork.run(() => this.jobs.enqueue(indexPhones, {}, { uniqueName: indexPhones.name }));
  }
}
