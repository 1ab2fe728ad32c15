import { Module, type OnModuleInit } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { ImportKinds } from '@tongxing/imports';
import { CryptoProvider } from '@tongxing/platform';
import { REGISTER_KINDS } from '@tongxing/rules';
import { CoverageService } from './coverage.service.js';
import { RegisterFileService } from './register-file.service.js';
import { RegisterImportKind } from './register.kind.js';
import { RegisterResolver } from './register.resolver.js';
import { RegisterService } from './register.service.js';

/** Registers: one engine, kinds as data. */
@Module({
  providers: [RegisterService, CoverageService, RegisterFileService, RegisterResolver],
  exports: [RegisterService, CoverageService],
})
export class RegistersModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
    private readonly entries: RegisterService,
  ) {}

  onModuleInit(): void {
    for (const kind of Object.values(REGISTER_KINDS))
      this.kinds.register(new RegisterImportKind(kind, this.unitOfWork, this.crypto, this.divisions, this.entries));
  }
}
