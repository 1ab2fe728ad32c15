// Made by scripts/generate-gql.mjs from the .gql documents and apps/api/schema.graphql. Do not edit.
import { operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SignInInput = {
  account: string;
  password: string;
  totp?: string | null | undefined;
};

export type FrameViewerFragment = { displayName: string, roles: Array<string>, divisionName: string };

export type FrameOnlyQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameOnlyQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { token: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export const frameOnlyDocument = operation<FrameOnlyQuery, FrameOnlyQueryVariables>(
  'frameOnly',
  'cf273c37757d52c026b789fbb72794d9ee4ca0965aca8503effa4e1b975f2b36',
  "query frameOnly {\n  viewer {\n    ...FrameViewer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const signInDocument = operation<SignInMutation, SignInMutationVariables>(
  'signIn',
  'f820edb380607717fbdc7be11b9dd51da12109a5217eb8b7dfe42179340f03da',
  "mutation signIn($input: SignInInput!) {\n  signIn(input: $input) {\n    token\n  }\n}",
);
export const signOutDocument = operation<SignOutMutation, SignOutMutationVariables>(
  'signOut',
  '2e0f7193b501a58d7dfb1dd09ca128107824d3a5d9205f6c18384e68b46cb638',
  "mutation signOut {\n  signOut\n}",
);
