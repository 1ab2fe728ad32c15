#!/usr/bin/env node
// Checks every .gql document of the portal against the committed schema and writes their types and numbers to one file, and the
// list of trusted documents, number and text, to another.
//   node scripts/generate-gql.mjs           write apps/portal/src/gql/generated.ts, apps/api/src/limits/trusted-documents.generated.ts
//   node scripts/generate-gql.mjs --schema <file>   against another schema
//   node scripts/generate-gql.mjs --check   exit 1 when a file is stale or a document does not fit the schema
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, validate, visit } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemaAt = process.argv.indexOf('--schema');
const schemaFile = schemaAt > 0 ? process.argv[schemaAt + 1] : join(root, 'apps/api/schema.graphql');
const sources = join(root, 'apps/portal/src');
const target = join(sources, 'gql/generated.ts');
const listTarget = join(root, 'apps/api/src/limits/trusted-documents.generated.ts');

const files = readdirSync(sources, { recursive: true })
  .filter((name) => name.endsWith('.gql'))
  .sort();
const documents = files.map((name) => ({ location: name, document: parse(readFileSync(join(sources, name), 'utf8')) }));
const definitions = documents.flatMap(({ document }) => document.definitions);
const fragments = new Map(
  definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
);
const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);

const schemaText = readFileSync(schemaFile, 'utf8');
const schema = buildSchema(schemaText);
const problems = validate(schema, { kind: Kind.DOCUMENT, definitions });
if (problems.length > 0) {
  for (const problem of problems) console.error(`${problem.message}`);
  console.error(`\n${problems.length} problems: the portal's documents do not fit apps/api/schema.graphql`);
  process.exit(1);
}

/** The fragments an operation needs, also through other fragments, each once. */
function neededFragments(node, found = new Map()) {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (fragment && !found.has(name.value)) {
        found.set(name.value, fragment);
        neededFragments(fragment, found);
      }
    },
  });
  return found;
}

const types = await codegen({
  filename: target,
  schema: parse(schemaText),
  schemaAst: schema,
  documents,
  config: {
    skipTypename: true,
    useTypeImports: true,
    enumType: 'string-literal',
    scalars: { DateTime: 'string', JSON: 'unknown' },
    avoidOptionals: false,
  },
  plugins: [{ operations: {} }],
  pluginMap: { operations: operationTypes },
});

const trusted = operations.map((node) => {
  const text = print({ kind: Kind.DOCUMENT, definitions: [node, ...neededFragments(node).values()] });
  return { node, text, hash: createHash('sha256').update(text).digest('hex') };
});
const constants = trusted.map(({ node, hash }) => {
  const name = node.name.value;
  const suffix = { query: 'Query', mutation: 'Mutation' }[node.operation];
  const typeName = `${name[0].toUpperCase()}${name.slice(1)}${suffix}`;
  return `export const ${name}Document = operation<${typeName}, ${typeName}Variables>(\n  '${name}',\n  '${hash}',\n);`;
});

const output = [
  '// Made by scripts/generate-gql.mjs from the .gql documents and apps/api/schema.graphql. Do not edit.',
  "import { operation } from './operation.js';",
  '',
  types.trim(),
  '',
  ...constants,
  '',
].join('\n');

const list = [
  '// Made by scripts/generate-gql.mjs from the .gql documents of the portal. Do not edit.',
  '/** The documents that the portal may send: number → text. */',
  'export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([',
  ...trusted.map(({ hash, text }) => `  [\n    'sha256:${hash}',\n    ${JSON.stringify(text)},\n  ],`),
  ']);',
  '',
].join('\n');

/** What stands in a file; empty when it is not made yet. */
function standing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
const outputs = [
  [target, output],
  [listTarget, list],
];
if (process.argv.includes('--check')) {
  const stale = outputs.filter(([file, text]) => standing(file) !== text);
  for (const [file] of stale) console.error(`${relative(root, file)} is stale: run node scripts/generate-gql.mjs`);
  if (stale.length > 0) process.exit(1);
  console.log(`current: ${operations.length} operations in ${files.length} documents`);
} else {
  for (const [file, text] of outputs) writeFileSync(file, text);
  console.log(`${operations.length} operations in ${files.length} documents`);
}
