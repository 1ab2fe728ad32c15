import type * as gql from '../src/gql/generated.js';
import type { Operation } from '../src/gql/operation.js';

type Documents = typeof gql;
type NameOf<Key> = Key extends `${infer Name}Document` ? Name : never;
/** One typed answer for every document of the portal: a document that changes no longer compiles here. */
export type Answers = {
  [Key in keyof Documents as NameOf<Key>]: Documents[Key] extends Operation<infer Result, infer Variables>
    ? (variables: Variables, role: string | null) => Result
    : never;
};

/** An id as the API makes them. */
export const idOf = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
