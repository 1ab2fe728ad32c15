import type { CryptoProvider } from '@tongxing/platform';

const boundTo = (id: string): string => `register_entry|secrets|${id}`;

/** Fields of an entry that tell of a person, sealed; null where there are none. */
export const sealFields = (
  crypto: CryptoProvider,
  id: string,
  fields: Readonly<Record<string, string>>,
): string | null => (Object.keys(fields).length === 0 ? null : crypto.seal(JSON.stringify(fields), boundTo(id)));

export const openFields = (
  crypto: CryptoProvider,
  { id, secrets }: { id: string; secrets: string | null },
): Record<string, string> =>
  secrets === null ? {} : (JSON.parse(crypto.open(secrets, boundTo(id))) as Record<string, string>);
