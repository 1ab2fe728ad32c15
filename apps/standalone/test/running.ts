import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
