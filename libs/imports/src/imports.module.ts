import { Global, Module } from '@nestjs/common';
import { CommitService } from './commit.service.js';
import { DirectImportService } from './direct.service.js';
import { ExportsController, ExportSources } from './exports.controller.js';
import { ImportService } from './import.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportJobs } from './imports.jobs.js';
import { ImportsResolver } from './imports.resolver.js';
import { ImportKinds } from './kinds.js';
import { StagingService } from './staging.service.js';

/** Files in and out: kinds and sources are registered by the features when their modules start. */
@Global()
@Module({
  controllers: [ImportsController, ExportsController],
  providers: [
    ImportKinds,
    ExportSources,
    DirectImportService,
    StagingService,
    CommitService,
    ImportService,
    ImportJobs,
    ImportsResolver,
  ],
  exports: [ImportKinds, ExportSources, DirectImportService, ImportService],
})
export class ImportsModule {}
