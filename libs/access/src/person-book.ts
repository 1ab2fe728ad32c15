import { Injectable } from '@nestjs/common';

/** Somebody of the register of persons, as far as this room has to know. */
export interface RegisteredPerson {
  personId: string;
  name: string;
  birthYear: number;
  /** where the record lies */
  divisionCode: string;
  /** where the person lives, if elsewhere */
  residenceDivisionCode: string | null;
  /** 11 digits */
  phone?: string;
  deceased: boolean;
}

type FindPeople = (ids: readonly string[]) => Promise<RegisteredPerson[]>;
type FindWorkers = (personId: string) => Promise<string[]>;

/** What this room asks of those above it: who a person is, and whose caseload the person is in. They register themselves at start. */
@Injectable()
export class PersonBook {
  private people: FindPeople | undefined;
  private workers: FindWorkers | undefined;

  /** @throws Error for a second register: our mistake, and it stops the start */
  registerPeople(find: FindPeople): void {
    if (this.people) throw new Error('there are two registers of persons');
    this.people = find;
  }

  /** @throws Error for second caseloads */
  registerCaseloads(find: FindWorkers): void {
    if (this.workers) throw new Error('there are two caseloads');
    this.workers = find;
  }

  async find(personId: string): Promise<RegisteredPerson | undefined> {
    return (await this.findAll([personId]))[0];
  }

  /** Those of the ids that are in the register. */
  findAll(ids: readonly string[]): Promise<RegisteredPerson[]> {
    return this.people && ids.length > 0 ? this.people(ids) : Promise.resolve([]);
  }

  /** Accounts of the staff in whose caseload the person is. */
  workersOf(personId: string): Promise<string[]> {
    return this.workers ? this.workers(personId) : Promise.resolve([]);
  }
}
