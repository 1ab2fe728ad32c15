import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programAt } from '../src/cli/program.js';

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A data folder of its own, thrown away afterwards. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tongxing-run-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs one of the project's scripts as its user would, to its end. */
export function runScript(
  script: 'start' | 'tongxing',
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('scripts', `${script}.mjs`), ...args], {
      // Without the test run's own NODE_OPTIONS and clock, but with its machine.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TONGXING_LOG_LEVEL: 'silent', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece) => (stdout += piece));
    child.stderr.on('data', (piece) => (stderr += piece));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs a command of the command line in this process, which has loaded everything already: seconds less than {@link runScript}. */
export async function runCommand(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const ended: Ended = { status: null, stdout: '', stderr: '' };
  await programAt({
    environment: { TONGXING_LOG_LEVEL: 'silent', ...environment },
    out: (text) => void (ended.stdout += text),
    err: (text) => void (ended.stderr += text),
    end: (status) => void (ended.status = status),
  }).parseAsync(args, { from: 'user' });
  return ended;
}
