import { RefusalCase } from './applications/refusal-case.entity.js';
import { RetentionCheck } from './applications/retention.entity.js';
import { CandidateAsk } from './asks/candidate-ask.entity.js';
import { JobApplication } from './job-application.entity.js';
import { PlacementOutcome } from './placements/placement-outcome.entity.js';
import { Placement } from './placements/placement.entity.js';
import {
  AllocationRound,
  RoundChoice,
  RoundEntrant,
  RoundPost,
  RoundResult,
  RoundSimulation,
  RoundStepTaken,
} from './rounds/round.entity.js';
import { seatEntities } from './rounds/seats/seat.entity.js';
import { DismissedMatch } from './seeker/dismissed-match.entity.js';
import { supportEntities } from './support/support.entity.js';
import { welfareEntities } from './welfare/welfare.entity.js';

export const matchingEntities = [
  JobApplication,
  Placement,
  RefusalCase,
  RetentionCheck,
  PlacementOutcome,
  AllocationRound,
  RoundStepTaken,
  RoundPost,
  RoundEntrant,
  RoundChoice,
  RoundResult,
  DismissedMatch,
  CandidateAsk,
  RoundSimulation,
  ...seatEntities,
  ...supportEntities,
  ...welfareEntities,
];
