import { Injectable } from '@nestjs/common';
import { Policy } from '../policy.js';
import type { Viewer } from '../viewer.js';

/** How caseloads are asked. */
export interface FindCases {
  holds(counsellorId: string, personId: string): Promise<boolean>;
  /** accounts of the staff in whose caseload the person is */
  workersOf(personId: string): Promise<string[]>;
  /** the people in a counsellor's caseload */
  heldBy(counsellorId: string): Promise<string[]>;
}

/** Where somebody of the register belongs. */
export interface Placed {
  personId: string;
  divisionCode: string;
  residenceDivisionCode: string | null;
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

  /** True for a member of the desk and the own people: those in the caseload; for a commissioner the whole village too. */
  async serves(viewer: Viewer, { personId, divisionCode, residenceDivisionCode }: Placed): Promise<boolean> {
    const places = [divisionCode, ...(residenceDivisionCode ? [residenceDivisionCode] : [])];
    const isVillage = !viewer.divisionCode.endsWith('000');
    if (viewer.roles.includes('VILLAGE_COMMISSIONER') && isVillage && places.includes(viewer.divisionCode)) return true;
    return places.some((place) => Policy.covers(viewer, place)) && (await this.holds(viewer.id, personId));
  }

  /** Accounts of the staff in whose caseload the person is. */
  async workersOf(personId: string): Promise<string[]> {
    return (await this.cases?.workersOf(personId)) ?? [];
  }

  /** The people in a counsellor's caseload: a few hundred at most. */
  async heldBy(counsellorId: string): Promise<string[]> {
    return (await this.cases?.heldBy(counsellorId)) ?? [];
  }
}
