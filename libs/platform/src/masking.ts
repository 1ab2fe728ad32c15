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

/** The number of a 残疾军人证 has no fixed shape: two characters of it are enough to tell two apart. */
export const maskVeteran = (veteran: string): string => `${veteran.slice(0, 2)}****`;

/** `138****5678`. */
export const maskPhone = (phone: string): string =>
  phone.length < 11 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** `************1234`. */
export const maskAccount = (account: string): string => `************${account.slice(-4)}`;

const FULL_WIDTH_DIGIT = /[０-９Ｘｘ]/g;
/** Long numbers in one piece: a certificate, an ID number that ends in X, anything of 15 digits and more. */
const LONG_NUMBER = /(?<!\d)(?:\d{17}[\dXx]\d{2}(?:[Bb]\d{1,2})?|\d{17}[Xx]|\d{15,})(?!\d)/g;
/** The same as people write them: an ID number in 6-8-4, a card in groups of four. */
const SPACED_NUMBER =
  /(?<!\d)(?:[1-9]\d{5}([ -])(?:19|20)\d{6}\1\d{3}[\dXx](?:\1?\d{2})?|\d{4}([ -])\d{4}\2\d{4}\2\d{4}(?:\2?\d{1,3})?)(?!\d)/g;
const ID_SHAPE = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/;
const ID_LENGTH = 18;
const OLD_ID_LENGTH = 15;

function maskNumber(written: string): string {
  const number = written.replace(/[ -]/g, '');
  const isId = ID_SHAPE.test(number);
  if (number.length === OLD_ID_LENGTH || (isId && number.length === ID_LENGTH)) return maskId(number);
  const isCertificate = isId && /^.{18}\d{2}(?:[Bb]\d{1,2})?$/.test(number);
  return isCertificate ? maskCertificate(number) : maskAccount(number);
}

/** A free text with every ID number, certificate, bank account and mobile number in it masked by its own rule; full-width digits become half-width. */
export const maskNumbers = (text: string): string =>
  text
    .replace(FULL_WIDTH_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(LONG_NUMBER, maskNumber)
    .replace(SPACED_NUMBER, maskNumber)
    .replace(PHONE_LIKE, maskPhone);

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
