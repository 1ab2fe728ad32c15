import { Global, Module } from '@nestjs/common';
import { ParameterResolver } from './parameter.resolver.js';
import { ParameterService } from './parameter.service.js';

/** Dated parameters and the working calendar. */
@Global()
@Module({ providers: [ParameterService, ParameterResolver], exports: [ParameterService] })
export class ParametersModule {}
