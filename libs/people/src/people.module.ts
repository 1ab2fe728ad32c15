import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { ImportKinds } from '@tongxing/imports';
import { CryptoProvider } from '@tongxing/platform';
import { FunctionalProfilesKind } from './functional-profiles.kind.js';
import { HouseholdMembersKind } from './household-members.kind.js';
import { PeopleKind } from './people.kind.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';

/** Certificate holders, their households and assessments. */
@Global()
@Module({ providers: [PeopleService, PeopleResolver], exports: [PeopleService] })
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  onModuleInit(): void {
    this.kinds.register(new PeopleKind(this.unitOfWork, this.crypto));
    this.kinds.register(new HouseholdMembersKind(this.unitOfWork, this.crypto));
    this.kinds.register(new FunctionalProfilesKind(this.unitOfWork, this.crypto));
  }
}
