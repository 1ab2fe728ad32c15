import { Injectable } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { ParameterService } from '@tongxing/parameters';
import { estimateLevy, type LevyCase, type LevyEstimate, type ParameterRow, RuleRefusal } from '@tongxing/rules';
import { DomainError } from '@tongxing/platform';

/** What stands in the place of a case that could not be computed. */
export interface LevyCaseError {
  id: string | undefined;
  error: { code: string; message: string; field: string };
}

/** Estimates for visitors, and whole files of cases for the command line. */
@Injectable()
export class LevyService {
  constructor(
    private readonly parameters: ParameterService,
    private readonly divisions: Divisions,
  ) {}

  /** @throws DomainError LEVY_INPUT, DIVISION_UNKNOWN, LAW_UNKNOWN with the field or parameter at fault */
  async estimate(input: LevyCase): Promise<LevyEstimate> {
    try {
      return this.compute(input, await this.parameters.rows());
    } catch (error) {
      if (error instanceof RuleRefusal)
        throw new DomainError(error.code, error.message, { field: error.subject, cause: error });
      throw error;
    }
  }

  /** Computes every case; a bad one has its error in its place and the rest still computes. */
  async estimateAll(cases: readonly LevyCase[]): Promise<(LevyEstimate | LevyCaseError)[]> {
    const rows = await this.parameters.rows();
    return cases.map((input) => {
      try {
        return this.compute(input, rows);
      } catch (error) {
        if (!(error instanceof RuleRefusal)) throw error;
        return { id: input?.id, error: { code: error.code, message: error.message, field: error.subject } };
      }
    });
  }

  private compute(input: LevyCase, rows: readonly ParameterRow[]): LevyEstimate {
    return estimateLevy(input, rows, (code) => this.divisions.has(code));
  }
}
