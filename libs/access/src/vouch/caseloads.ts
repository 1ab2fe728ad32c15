import { Injectable } from '@nestjs/common';

type IsIn = (counsellorId: string, personId: string) => Promise<boolean>;

/** Who is in whose caseload. The room of campaigns, which stands above this one, registers itself at start. */
@Injectable()
export class Caseloads {
  private isIn: IsIn | undefined;

  /** @throws Error for a second one: our mistake, and it stops the start */
  register(isIn: IsIn): void {
    if (this.isIn) throw new Error('there are two caseloads');
    this.isIn = isIn;
  }

  /** True while the person is in the counsellor's caseload. */
  async holds(counsellorId: string, personId: string): Promise<boolean> {
    return (await this.isIn?.(counsellorId, personId)) ?? false;
  }
}
