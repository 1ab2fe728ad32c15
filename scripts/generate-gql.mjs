#!/usr/bin/env node
// Checks every .gql document of the portal against the committed schema and writes their types and texts to one file.
//   node scripts/generate-gql.mjs           write apps/portal/src/gql/generated.ts
//   node scripts/generate-gql.mjs --schema <file>   against another schema
//   node scripts/generate-gql.mjs --check   exit 1 when that file is stale or a document does not fit the schema
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, validate, visit } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemaAt = process.argv.indexOf('--schema');
const schemaFile = schemaAt > 0 ? process.argv[schemaAt + 1] : join(root, 'apps/api/schema.graphql');
const sources = join(root, 'apps/portal/src');
const target = join(sources, 'gql/generated.ts');

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

const constants = operations.map((node) => {
  const name = node.name.value;
  const suffix = { query: 'Query', mutation: 'Mutation' }[node.operation];
  const typeName = `${name[0].toUpperCase()}${name.slice(1)}${suffix}`;
  const text = print({ kind: Kind.DOCUMENT, definitions: [node, ...neededFragments(node).values()] });
  const hash = createHash('sha256').update(text).digest('hex');
  return `export const ${name}Document = operation<${typeName}, ${typeName}Variables>(\n  '${name}',\n  '${hash}',\n  ${JSON.stringify(text)},\n);`;
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

let standing = '';
try {
  standing = readFileSync(target, 'utf8');
} catch {
  // Not made yet: stale.
}
if (process.argv.includes('--check')) {
  if (standing !== output) {
    console.error('apps/portal/src/gql/generated.ts is stale: run node scripts/generate-gql.mjs');
    process.exit(1);
  }
  console.log(`generated.ts is current: ${operations.length} operations in ${files.length} documents`);
} else {
  writeFileSync(target, output);
  console.log(`${operations.length} operations in ${files.length} documents`);
}
