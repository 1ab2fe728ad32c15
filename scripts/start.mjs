// npm start: everything in one process on http://localhost:3000.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithParent, prepare, root } from './lib/project.mjs';

prepare((line) => process.stdout.write(`${line}\n`));
endWithParent();
await import(pathToFileURL(join(root, 'dist', 'apps', 'standalone', 'src', 'main.js')).href);
