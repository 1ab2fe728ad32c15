/** 张* or 张*明: the surname, and the last character of a name of three or more. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*';
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** `640***********1234`: region of three digits and the tail. Anything shorter than an ID number is hidden whole. */
export const maskId = (idNumber: string): string =>
  idNumber.length < 15 ? '*'.repeat(idNumber.length) : `${idNumber.slice(0, 3)}***********${idNumber.slice(-4)}`;

/** `6403****************`: the tail of a 残疾人证 number is category and grade, so it is never shown. */
export const maskCertificate = (certificateNumber: string): string =>
  `${certificateNumber.slice(0, 4)}${'*'.repeat(16)}`;

/** `138****5678`. */
export const maskPhone = (phone: string): string =>
  phone.length < 11 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** `************1234`. */
export const maskAccount = (account: string): string => `************${account.slice(-4)}`;

const ID_LIKE =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?:[1-7][1-4](?:B\d)?)?(?![0-9A-Za-z])/g;
/** Passbooks have 15 digits, accounts of rural banks 22. A millisecond of the clock has 13. */
const CARD_LIKE = /(?<![0-9A-Za-z])\d{15,}(?![0-9A-Za-z])/g;
const PHONE_LIKE = /(?<![0-9A-Za-z])1[3-9]\d{9}(?!\d)/g;

/**
 * Takes identity numbers, certificate numbers, bank accounts and mobile numbers out of a text before it reaches a log.
 * Blunt on purpose: a long number that is none of these is hidden too.
 */
export const redact = (text: string): string =>
  text.replace(ID_LIKE, '[证件号]').replace(CARD_LIKE, '[账号]').replace(PHONE_LIKE, '[手机号]');
