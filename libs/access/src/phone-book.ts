import { Injectable } from '@nestjs/common';

/** Somebody of the register of persons whom a phone belongs to; a family may share one. */
export interface PhoneHolder {
  personId: string;
  idNumber: string;
  name: string;
  birthYear: number;
  divisionCode: string;
}

/** What the register of persons knows about phones. */
export interface PhoneRegister {
  /** @param phone 11 digits */
  holdersOf(phone: string): Promise<PhoneHolder[]>;
  /** 11 digits by person; who has none is left out */
  phonesOf(personIds: readonly string[]): Promise<Map<string, string>>;
}

/** Whose phone it is. The register of persons, which stands above this room, registers itself at start. */
@Injectable()
export class PhoneBook {
  private known: PhoneRegister | undefined;

  /** @throws Error for a second register: our mistake, and it stops the start */
  register(known: PhoneRegister): void {
    if (this.known) throw new Error('there are two registers of phones');
    this.known = known;
  }

  /** @param phone 11 digits */
  async holdersOf(phone: string): Promise<PhoneHolder[]> {
    return (await this.known?.holdersOf(phone)) ?? [];
  }

  /** 11 digits; undefined for somebody without one */
  async phoneOf(personId: string): Promise<string | undefined> {
    return (await this.phonesOf([personId])).get(personId);
  }

  /** 11 digits by person, looked up for all of them at once; who has none is left out. */
  async phonesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    return (await this.known?.phonesOf(personIds)) ?? new Map();
  }
}
