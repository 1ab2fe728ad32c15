import 'reflect-metadata';
import { programAt } from './cli/program.js';

await programAt({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  // Written out before the end: a pipe may still hold a long answer.
  end: (status) => void process.stdout.write('', () => process.exit(status)),
}).parseAsync();
