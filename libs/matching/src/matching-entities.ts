import { JobApplication } from './job-application.entity.js';
import { PlacementOutcome } from './placements/placement-outcome.entity.js';
import { Placement } from './placements/placement.entity.js';
import {
  AllocationRound,
  RoundChoice,
  RoundEntrant,
  RoundPost,
  RoundResult,
  RoundStepTaken,
} from './rounds/round.entity.js';

export const matchingEntities = [
  JobApplication,
  Placement,
  PlacementOutcome,
  AllocationRound,
  RoundStepTaken,
  RoundPost,
  RoundEntrant,
  RoundChoice,
  RoundResult,
];
