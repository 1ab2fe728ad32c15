import { blindOf, type BlindColumns, sameBlind } from '@tongxing/database';
import { type Blind, type CryptoProvider, redact } from '@tongxing/platform';
import { normaliseCode } from '@tongxing/rules';

/** What is sealed of a person. Absent values are left out, so that the sealed text stays short. */
export interface PersonSecrets {
  /** 身份证号 */
  idNumber: string;
  /** 残疾人证号: 20 digits, and the reissue mark apart */
  certificate?: string;
  suffix?: string;
  /** 残疾军人证号 */
  veteran?: string;
  phone?: string;
  /** the phone before, where the person has changed it online: a roster that still has it does not know yet */
  phoneWas?: string;
  /** the day on which that was */
  phoneChangedOn?: string;
  accountName?: string;
  accountNumber?: string;
  /** 残疾类别 1–7 */
  category?: number;
  /** 残疾等级 1–4 */
  grade?: number;
  address?: string;
}

/** Column purposes of blind indexes: equal values in two columns must differ. One person has one ID number in every table. */
const ID_PURPOSE = 'person.idNumber';
const VETERAN_PURPOSE = 'person.veteran';
const HOUSEHOLD_PURPOSE = 'household.number';
const HOUSEHOLD_BLIND_DIGITS = 32;

const boundTo = (table: 'person' | 'household_member', id: string): string => `${table}|secrets|${id}`;

export const sealPerson = (crypto: CryptoProvider, id: string, secrets: PersonSecrets): string =>
  crypto.seal(JSON.stringify(secrets), boundTo('person', id));

export const openPerson = (crypto: CryptoProvider, row: { id: string; secrets: string }): PersonSecrets =>
  JSON.parse(crypto.open(row.secrets, boundTo('person', row.id))) as PersonSecrets;

export const sealMember = (crypto: CryptoProvider, id: string, idNumber: string): string =>
  crypto.seal(JSON.stringify({ idNumber }), boundTo('household_member', id));

export const openMember = (crypto: CryptoProvider, row: { id: string; secrets: string }): { idNumber: string } =>
  JSON.parse(crypto.open(row.secrets, boundTo('household_member', row.id))) as { idNumber: string };

/** Blind index of an ID number; the same for persons and household members, so that one is recognised as the other. */
export const blindId = (crypto: CryptoProvider, idNumber: string): Blind => crypto.blind(ID_PURPOSE, idNumber);

/** Blind index of a phone; empty without one. */
export const blindPhone = (crypto: CryptoProvider, phone: string | undefined): Blind =>
  crypto
    .blind('person.phone', phone ?? '')
    .map((blind) => (blind === null || phone !== undefined ? blind : '')) as unknown as Blind;

export const blindVeteran = (crypto: CryptoProvider, veteran: string | undefined): Blind | null =>
  veteran === undefined ? null : crypto.blind(VETERAN_PURPOSE, veteran);

/** 户号 as a roster writes it. */
export interface HouseholdNumber {
  number: string;
  /** Set where the number tells of a person: then it stands sealed, and the household is found by this. */
  blind: Blind | null;
}

/** Some offices number a household by its head's ID number or telephone, which must not stand in clear. */
export function householdNumberOf(crypto: CryptoProvider, written: string): HouseholdNumber {
  const number = normaliseCode(written);
  if (redact(number) === number) return { number: written, blind: null };
  return { number, blind: blindHousehold(crypto, number) };
}

export const blindHousehold = (crypto: CryptoProvider, number: string): Blind =>
  crypto
    .blind(HOUSEHOLD_PURPOSE, number)
    .map((blind) => blind?.slice(0, HOUSEHOLD_BLIND_DIGITS) ?? null) as unknown as Blind;

export const sealHousehold = (crypto: CryptoProvider, id: string, number: string): string =>
  crypto.seal(number, `household|secrets|${id}`);

/** Whether a household has this number. */
export function isNumbered(
  household: { number: string } & BlindColumns<'numberBlind'>,
  { number, blind }: HouseholdNumber,
): boolean {
  const held = blindOf(household, 'numberBlind');
  if (blind === null) return household.number === number;
  return sameBlind(held, blind);
}
