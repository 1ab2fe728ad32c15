import { EnteredParameter, MissingParameter, ParameterTrial, ParameterTurn } from './entered-parameter.entity.js';
import { CalendarYear, ParameterEntry } from './parameter.entity.js';

/** Every table of the lib. */
export const parameterEntities = [
  ParameterEntry,
  CalendarYear,
  EnteredParameter,
  ParameterTurn,
  MissingParameter,
  ParameterTrial,
];

export { EnteredParameter, MissingParameter, ParameterTrial, ParameterTurn } from './entered-parameter.entity.js';
export type { ParameterEntryInput } from './entry.js';
export * from './missing-parameters.service.js';
export * from './parameter-book.service.js';
export * from './parameter-desk.service.js';
export * from './parameter.entity.js';
export * from './parameter.resolver.js';
export * from './parameter.service.js';
export * from './parameters.module.js';
export * from './trial.js';
export * from './trial.service.js';
