import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { MissingInterceptor } from './missing.interceptor.js';
import { MissingParameters } from './missing-parameters.service.js';
import { ParameterBook } from './parameter-book.service.js';
import { ParameterDeskResolver } from './parameter-desk.resolver.js';
import { ParameterDesk } from './parameter-desk.service.js';
import { ParameterResolver } from './parameter.resolver.js';
import { ParameterService } from './parameter.service.js';
import { TrialService } from './trial.service.js';
import { ParameterTrials } from './trial.js';

/** Dated parameters, the desk where officers enter them, and the working calendar. */
@Global()
@Module({
  providers: [
    ParameterService,
    ParameterResolver,
    ParameterDesk,
    ParameterBook,
    ParameterDeskResolver,
    ParameterTrials,
    TrialService,
    MissingParameters,
    { provide: APP_INTERCEPTOR, useClass: MissingInterceptor },
  ],
  exports: [ParameterService, ParameterDesk, ParameterTrials, TrialService, MissingParameters],
})
export class ParametersModule {}
