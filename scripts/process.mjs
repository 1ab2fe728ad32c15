// npm run start:api, start:portal, start:worker: one process on a server database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithParent, prepare, root } from './lib/project.mjs';

const [name = ''] = process.argv.slice(2);
const main = join(root, 'dist', 'apps', name, 'src', 'main.js');
prepare((line) => process.stdout.write(`${line}\n`));
if (!['api', 'portal', 'worker'].includes(name) || !existsSync(main)) {
  process.stderr.write(
    `PROCESS_UNKNOWN: there is no process "${name}". Use: npm run start:api, start:portal or start:worker\n`,
  );
  process.exit(1);
}
endWithParent();
await import(pathToFileURL(main).href);
