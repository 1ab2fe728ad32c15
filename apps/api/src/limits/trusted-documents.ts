import { type DocumentNode, parse } from 'graphql';
import { TRUSTED_DOCUMENTS } from './trusted-documents.generated.js';

/** A document of the portal, written with its pages and known here by its SHA-256. */
export interface TrustedDocument {
  text: string;
  document: DocumentNode;
}

const parsed = new Map<string, TrustedDocument>();

/** @param id `sha256:` and 64 hexadecimal digits; undefined for anything that is not on the list */
export function trustedDocument(id: unknown): TrustedDocument | undefined {
  if (typeof id !== 'string') return undefined;
  const known = parsed.get(id);
  if (known) return known;
  const text = TRUSTED_DOCUMENTS.get(id);
  if (text === undefined) return undefined;
  const document = { text, document: parse(text, { noLocation: true }) };
  parsed.set(id, document);
  return document;
}
