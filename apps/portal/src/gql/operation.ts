/** A checked GraphQL document with the types of its result and its variables. Made by `scripts/generate-gql.mjs`. */
export interface Operation<Result, Variables> {
  readonly name: string;
  /** SHA-256 of the text, hexadecimal: the api knows the text by it, and takes no other from the portal. */
  readonly hash: string;
  /** Types only; never set. */
  readonly types?: { result: Result; variables: Variables };
}

/** Makes an operation out of its parts. */
export const operation = <Result, Variables>(name: string, hash: string): Operation<Result, Variables> => ({
  name,
  hash,
});
