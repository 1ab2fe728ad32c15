import { Injectable } from '@nestjs/common';
import type { PhoneHolder } from './phone-book.js';

/** Somebody of the register of persons, as a sign-in needs to know them. */
export interface RegisteredPerson extends PhoneHolder {
  /** where they live, when that is somewhere else than where they are registered */
  residenceDivisionCode: string | null;
  /** 6403**************** */
  maskedCertificate: string;
  /** 11 digits */
  phone?: string;
  deceased: boolean;
}

/** How the register finds one person; null for nobody, and for somebody who is registered no longer. */
export interface FindPerson {
  /** @param idNumber as it was checked */
  byIdNumber(idNumber: string): Promise<RegisteredPerson | null>;
  /** @param certificate number of a 残疾人证 or 残疾军人证, as typed */
  byCertificate(certificate: string): Promise<RegisteredPerson | null>;
  byId(personId: string): Promise<RegisteredPerson | null>;
  /** Those of the ids that are in the register, also who is registered no longer. */
  byIds(ids: readonly string[]): Promise<RegisteredPerson[]>;
}

/** Who it is. The register of persons, which stands above this room, registers itself at start. */
@Injectable()
export class PersonDirectory {
  private known: FindPerson | undefined;

  /** @throws Error for a second register: our mistake, and it stops the start */
  register(find: FindPerson): void {
    if (this.known) throw new Error('there are two registers of persons');
    this.known = find;
  }

  async byIdNumber(idNumber: string): Promise<RegisteredPerson | null> {
    return (await this.known?.byIdNumber(idNumber)) ?? null;
  }

  async byCertificate(certificate: string): Promise<RegisteredPerson | null> {
    return (await this.known?.byCertificate(certificate)) ?? null;
  }

  async byId(personId: string): Promise<RegisteredPerson | null> {
    return (await this.known?.byId(personId)) ?? null;
  }

  /** Whoever has a record there, registered no longer included. */
  async find(personId: string): Promise<RegisteredPerson | undefined> {
    return (await this.findAll([personId]))[0];
  }

  /** Those of the ids that have a record there, registered no longer included. */
  findAll(ids: readonly string[]): Promise<RegisteredPerson[]> {
    return this.known && ids.length > 0 ? this.known.byIds(ids) : Promise.resolve([]);
  }
}
