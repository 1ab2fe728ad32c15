import { Injectable } from '@nestjs/common';

/** Somebody of the register of persons whom a phone belongs to; a family may share one. */
export interface PhoneHolder {
  personId: string;
  idNumber: string;
  name: string;
  birthYear: number;
  divisionCode: string;
}

type FindHolders = (phone: string) => Promise<PhoneHolder[]>;

/** Whose phone it is. The register of persons, which stands above this room, registers itself at start. */
@Injectable()
export class PhoneBook {
  private find: FindHolders | undefined;

  /** @throws Error for a second register: our mistake, and it stops the start */
  register(find: FindHolders): void {
    if (this.find) throw new Error('there are two registers of phones');
    this.find = find;
  }

  /** @param phone 11 digits */
  holdersOf(phone: string): Promise<PhoneHolder[]> {
    return this.find ? this.find(phone) : Promise.resolve([]);
  }
}
