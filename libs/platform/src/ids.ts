import { randomBytes } from 'node:crypto';

let lastMs = 0;
let sequence = 0;
let pool = Buffer.alloc(0);
let poolAt = 0;

function tenRandomBytes(): Buffer {
  if (poolAt + 10 > pool.length) {
    pool = randomBytes(4096);
    poolAt = 0;
  }
  poolAt += 10;
  return pool.subarray(poolAt - 10, poolAt);
}

/**
 * A new UUIDv7 as text. Ids made by one process ascend, also within a millisecond: the 12 bits after the time count up.
 * The time in it only orders rows; it is no fact and never shown.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  const random = tenRandomBytes();
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((random[0] as number) & 0x3f) | 0x80;
  const tail = random.toString('hex', 1, 8);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant.toString(16)}${tail.slice(0, 2)}-${tail.slice(2, 14)}`;
}
