#!/usr/bin/env node
// apps/api/schema.graphql, the contract with every client.
//   node scripts/schema.mjs           write it from the api as built
//   node scripts/schema.mjs --check   exit 1 when the committed file is stale
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './lib/project.mjs';

prepare((line) => process.stderr.write(`${line}\n`));
const file = join(root, 'apps', 'api', 'schema.graphql');
const { schemaText } = await import(pathToFileURL(join(root, 'dist', 'apps', 'api', 'src', 'schema.js')).href);
const text = await schemaText();
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  process.stdout.write(`apps/api/schema.graphql: ${text.split('\n').length} lines\n`);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  process.stderr.write('SCHEMA_STALE: apps/api/schema.graphql differs from the api. Run: node scripts/schema.mjs\n');
  process.exit(1);
} else {
  process.stdout.write('apps/api/schema.graphql is current\n');
}
process.exit(0);
