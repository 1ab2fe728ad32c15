import { JobApplication } from './job-application.entity.js';
import { Placement } from './placements/placement.entity.js';
import {
  AllocationRound,
  RoundChoice,
  RoundEntrant,
  RoundPost,
  RoundResult,
  RoundStepTaken,
} from './rounds/round.entity.js';
import { welfareEntities } from './welfare/welfare.entity.js';

export const matchingEntities = [
  JobApplication,
  Placement,
  AllocationRound,
  RoundStepTaken,
  RoundPost,
  RoundEntrant,
  RoundChoice,
  RoundResult,
  ...welfareEntities,
];
