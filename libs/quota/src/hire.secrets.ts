import type { CryptoProvider } from '@tongxing/platform';

/** What is sealed of a hire. Absent values are left out. */
export interface HireSecrets {
  /** 身份证号 */
  idNumber: string;
  /** 残疾人证号: 20 digits; its last is the grade */
  certificate?: string;
  /** 残疾军人证号 */
  veteran?: string;
  /** 残疾军人等级 1–10 */
  veteranGrade?: number;
}

const boundTo = (id: string): string => `counted_hire|secrets|${id}`;

export const sealHire = (crypto: CryptoProvider, id: string, secrets: HireSecrets): string =>
  crypto.seal(JSON.stringify(secrets), boundTo(id));

export const openHire = (crypto: CryptoProvider, row: { id: string; secrets: string }): HireSecrets =>
  JSON.parse(crypto.open(row.secrets, boundTo(row.id))) as HireSecrets;
