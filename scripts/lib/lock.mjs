// One at a time across processes: three started together (api, portal, worker) must not build the same folder at once.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const WAIT_MS = 200;
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function ownerLives(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while holding `file`; waits for a living holder, takes over from a dead one. */
export function oneAtATime(file, work) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (ownerLives(file)) pause(WAIT_MS);
      else rmSync(file, { force: true });
    }
  }
  // An exit inside the work (a failed build) must free it as well.
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return work();
  } finally {
    process.removeListener('exit', free);
    free();
  }
}
