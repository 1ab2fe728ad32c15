import type { Blind, CryptoProvider } from '@tongxing/platform';
import { normaliseCode } from '@tongxing/rules';

/** Blind index of an ID number: the same as `person.idBlind`, so that an official is recognised in the register of persons. */
export const blindOfIdNumber = (crypto: CryptoProvider, idNumber: string): Blind =>
  crypto.blind('person.idNumber', normaliseCode(idNumber));
