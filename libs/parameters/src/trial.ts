import { Injectable } from '@nestjs/common';
import type { ParameterRow } from '@tongxing/rules';

/** What is tried: the law as it stands, and as it would be. */
export interface TrialQuestion {
  before: readonly ParameterRow[];
  after: readonly ParameterRow[];
  /** the rows that differ */
  tried: readonly ParameterRow[];
  /** division prefix whose employers, people and applications are concerned; empty: the whole country */
  scope: string;
  onProgress: (done: number, total: number) => Promise<void>;
}

/** One line of a finding: an employer and year, a kind of change. No personal data. */
export interface TrialLine {
  name: string;
  /** what is compared: `2026年`, `对` */
  what: string;
  before: string;
  after: string;
}

/** What one feature found. */
export interface TrialFinding {
  /** `quota`, for programs */
  name: string;
  /** 残保金 */
  title: string;
  /** the whole in one Chinese sentence */
  sentence: string;
  /** how many were computed twice, of how many there are: less than all is a sample */
  checked: number;
  population: number;
  changed: number;
  /** sums as decimal text; null where nothing is summed */
  beforeYuan: string | null;
  afterYuan: string | null;
  /** the largest changes first */
  lines: TrialLine[];
}

/** How a feature tells what a row would move. Registered once each at start. */
export interface Trial {
  name: string;
  /** False: rows of this code never move anything of this feature. */
  concerns(code: string): boolean;
  run(question: TrialQuestion): Promise<TrialFinding>;
}

/** The dry runs of the house. */
@Injectable()
export class ParameterTrials {
  private readonly trials = new Map<string, Trial>();

  /** @throws Error for a name that is registered already: our mistake, so it stops the start */
  register(trial: Trial): void {
    if (this.trials.has(trial.name)) throw new Error(`the trial ${trial.name} is registered twice`);
    this.trials.set(trial.name, trial);
  }

  /** Those that one of the codes concerns. */
  of(codes: readonly string[]): Trial[] {
    return [...this.trials.values()].filter((trial) => codes.some((code) => trial.concerns(code)));
  }
}
