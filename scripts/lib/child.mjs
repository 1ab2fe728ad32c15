// A process of ours, started by a check or a spec: wait for its words, look at it, end it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const READY_MS = 90_000;
const END_MS = 30_000;

/** A port of this machine that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * @param command what to run
 * @param options cwd, and env, which replaces the environment whole: only PATH and HOME are handed on
 */
export function startChild(command, args, { cwd, env = {}, uid, gid } = {}) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    ...(uid === undefined ? {} : { uid, gid }),
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set();
  const heard = (add) => (chunk) => {
    add(String(chunk));
    for (const listener of listeners) listener();
  };
  child.stdout.on(
    'data',
    heard((text) => {
      stdout += text;
    }),
  );
  child.stderr.on(
    'data',
    heard((text) => {
      stderr += text;
    }),
  );
  // `close`, not `exit`: all of its words have arrived.
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, signal: null, error }));
    child.once('close', (status, signal) => resolve({ status, signal }));
  });

  return {
    pid: child.pid,
    ended,
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    signal: (name) => child.kill(name),
    /** Waits for a text on either stream. @throws Error with all it said when it ends or stays silent */
    async says(pattern, withinMs = READY_MS) {
      let timer;
      let listener;
      const found = new Promise((resolve) => {
        listener = () => {
          const match = pattern.exec(stdout) ?? pattern.exec(stderr);
          if (match) resolve(match);
        };
        listeners.add(listener);
        listener();
      });
      const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve('late'), withinMs);
      });
      try {
        const first = await Promise.race([found, ended, late]);
        if (Array.isArray(first)) return first;
        const why = first === 'late' ? `said nothing like ${pattern} for ${withinMs} ms` : `ended (${statusOf(first)})`;
        throw new Error(`${command} ${args.join(' ')} ${why}\n${stdout}${stderr}`);
      } finally {
        clearTimeout(timer);
        listeners.delete(listener);
      }
    },
    /** Sends SIGTERM and waits; a process that does not end is killed. @returns its exit status as a shell shows it */
    async stop(name = 'SIGTERM', withinMs = END_MS) {
      child.kill(name);
      const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
      const end = await ended;
      clearTimeout(timer);
      return statusOf(end);
    },
  };
}

const SIGNAL_NUMBERS = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** 0, 1, 143 …: what `$?` would hold. */
export const statusOf = ({ status, signal }) => status ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0);
