import { JobApplication } from './job-application.entity.js';
import {
  AllocationRound,
  RoundChoice,
  RoundEntrant,
  RoundPost,
  RoundResult,
  RoundSimulation,
  RoundStepTaken,
} from './rounds/round.entity.js';

export const matchingEntities = [
  JobApplication,
  AllocationRound,
  RoundStepTaken,
  RoundPost,
  RoundEntrant,
  RoundChoice,
  RoundResult,
  RoundSimulation,
];
