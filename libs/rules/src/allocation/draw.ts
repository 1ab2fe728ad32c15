import { RuleRefusal } from '../refusal.js';
import { byText } from './canonical.js';
import type { AllocationRoster, RevealedDraw, Sha256 } from './round.js';

const SEED = /^[0-9a-f]{64}$/;
const MOST_VALUE = 200;

/** What is hashed for one ticket. None of the parts may hold the bar, so no two tickets share a text. */
export const drawText = ({ seed, value }: RevealedDraw, roundId: string, ticket: string): string =>
  `${seed}|${value}|${roundId}|${ticket}`;

/**
 * The commitment published before the roster is frozen.
 *
 * @param seed 64 hex digits of chance, kept by two persons until the draw
 * @throws RuleRefusal VALIDATION for another shape
 */
export function commitmentOf(seed: string, sha256: Sha256): string {
  if (!SEED.test(seed))
    throw new RuleRefusal('VALIDATION', 'draw.seed', undefined, '种子要是 64 位小写十六进制字符，请按封存的原样填写。');
  return sha256(seed);
}

/**
 * @throws RuleRefusal SEED_MISMATCH when the seed is not the one committed to; PUBLIC_VALUE_MISSING without the named value or its
 *         announced stand-in: then there is no draw
 */
export function checkDraw(roster: Pick<AllocationRoster, 'draw'>, draw: RevealedDraw, sha256: Sha256): void {
  if (commitmentOf(draw.seed, sha256) !== roster.draw.commitment)
    throw new RuleRefusal(
      'SEED_MISMATCH',
      'draw.seed',
      undefined,
      '种子与事先公布的承诺值对不上，不能摇号。请核对封存的种子。',
    );
  const { value } = draw;
  if (value.trim() === '')
    throw new RuleRefusal(
      'PUBLIC_VALUE_MISSING',
      'draw.value',
      undefined,
      '还没有事先指定的公开数值，不能摇号。公布日没有开出的，按公告改用备用数值。',
    );
  if (value.includes('|') || value.trim() !== value || value.length > MOST_VALUE)
    throw new RuleRefusal('VALIDATION', 'draw.value', undefined, '公开数值首尾不能有空格，不能含竖线，最多 200 字。');
}

/**
 * 摇号: every ticket's number, by its hash. Numbers are dense from 1; the order of the roster does not matter.
 *
 * @returns ticket → number, in ascending order of tickets
 */
export function drawNumbers(
  roundId: string,
  tickets: readonly string[],
  draw: RevealedDraw,
  sha256: Sha256,
): Map<string, number> {
  const drawn = tickets.map((ticket) => ({ ticket, digest: sha256(drawText(draw, roundId, ticket)), number: 0 }));
  drawn.sort((one, other) => byText(one.digest, other.digest) || byText(one.ticket, other.ticket));
  drawn.forEach((one, index) => (one.number = index + 1));
  drawn.sort((one, other) => byText(one.ticket, other.ticket));
  return new Map(drawn.map(({ ticket, number }) => [ticket, number]));
}
