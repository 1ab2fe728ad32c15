import { Injectable } from '@nestjs/common';

/** How caseloads are asked. */
export interface FindCases {
  holds(counsellorId: string, personId: string): Promise<boolean>;
  /** accounts of the staff in whose caseload the person is */
  workersOf(personId: string): Promise<string[]>;
}

/** Who is in whose caseload. The room of campaigns, which stands above this one, registers itself at start. */
@Injectable()
export class Caseloads {
  private cases: FindCases | undefined;

  /** @throws Error for a second one: our mistake, and it stops the start */
  register(cases: FindCases): void {
    if (this.cases) throw new Error('there are two caseloads');
    this.cases = cases;
  }

  /** True while the person is in the counsellor's caseload. */
  async holds(counsellorId: string, personId: string): Promise<boolean> {
    return (await this.cases?.holds(counsellorId, personId)) ?? false;
  }

  /** Accounts of the staff in whose caseload the person is. */
  async workersOf(personId: string): Promise<string[]> {
    return (await this.cases?.workersOf(personId)) ?? [];
  }
}
