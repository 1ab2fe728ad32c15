import type { CryptoProvider } from '@tongxing/platform';

/** What is sealed of an employer: a contact is a person. Absent values are left out. */
export interface EmployerSecrets {
  /** 联系人 */
  contactName?: string;
  phone?: string;
}

const boundTo = (id: string): string => `employer|secrets|${id}`;

export const sealEmployer = (crypto: CryptoProvider, id: string, secrets: EmployerSecrets): string =>
  crypto.seal(JSON.stringify(secrets), boundTo(id));

export const openEmployer = (crypto: CryptoProvider, row: { id: string; secrets: string }): EmployerSecrets =>
  JSON.parse(crypto.open(row.secrets, boundTo(row.id))) as EmployerSecrets;
