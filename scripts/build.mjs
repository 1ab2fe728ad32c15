// npm run build: dist/ from the sources, assets included.
import { build } from './lib/project.mjs';

build((line) => process.stdout.write(`${line}\n`));
