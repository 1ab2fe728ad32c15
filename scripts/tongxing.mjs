// npm run tongxing -- <command>: the operator's command line. Programs call `npm run -s tongxing -- …`: stdout holds the answer only.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './lib/project.mjs';

prepare((line) => process.stderr.write(`${line}\n`));
await import(pathToFileURL(join(root, 'dist', 'apps', 'standalone', 'src', 'cli.js')).href);
