import Fraction from 'fraction.js';
import { type Ruled, Trace } from '../explain/trace.js';
import { RuleRefusal } from '../refusal.js';
import { byText } from './canonical.js';
import type { AllocationPost, RegionFloor } from './round.js';

/** What the floor asks of one post. */
export interface FloorShare {
  post: string;
  seats: number;
  /** reserved seats, 0 … seats */
  reserved: number;
}

const SHARE = /^\d{1,9}(?:\/[1-9]\d{0,8}|\.\d{1,9})?$/;

/** @throws RuleRefusal VALIDATION for a share that is no share */
function shareOf(floor: RegionFloor): Fraction {
  const share = SHARE.test(floor.share) ? new Fraction(floor.share) : null;
  if (share === null || share.compare(1) > 0)
    throw new RuleRefusal(
      'VALIDATION',
      'floor.share',
      floor.countedOn,
      '比例要写成 1/10 或 0.1 这样，在 0 到 1 之间。',
    );
  return share;
}

/** ⌈share × seats⌉, exact. */
export const floorSeats = (floor: RegionFloor): number => Number(shareOf(floor).mul(floor.seats).ceil().n);

/**
 * A region-wide share turned into reserved seats before the round: ⌈share × seats⌉, apportioned to the admissible posts (those that reserve
 * seats for the floor's status) by largest remainder, ties by more seats, then id. A share that was not reached is reported, never repaired
 * by moving people.
 *
 * @param posts of the round; what their reserves hold so far does not matter
 * @returns one entry an admissible post, by id; the sum is exact
 * @throws RuleRefusal VALIDATION where the admissible posts have fewer seats than that, or the share is none
 * @source post.share.min; 设定: largest remainder
 */
export function apportionFloor(floor: RegionFloor, posts: readonly AllocationPost[]): Ruled<FloorShare[]> {
  const trace = new Trace('floor', '按比例预留');
  const required = trace.step('required', '应预留座位', floorSeats(floor), {
    inputs: { 比例: floor.share, 岗位座位数: String(floor.seats), 计数日: floor.countedOn },
    source: floor.basis,
  });
  const admissible = posts.filter(({ reserve }) => reserve?.status === floor.status);
  const available = trace.step(
    'available',
    '可预留的座位',
    admissible.reduce((sum, { seats }) => sum + seats, 0),
  );
  if (required > available)
    throw new RuleRefusal(
      'VALIDATION',
      'floor.seats',
      floor.countedOn,
      `按比例应预留 ${required} 个座位，可预留的岗位只有 ${available} 个。请增加可预留的岗位。`,
    );
  // Whole numbers throughout: required × seats = whole × available + remainder.
  const shares = admissible.map(({ id, seats }) => {
    const product = required * seats;
    const whole = available === 0 ? 0 : Math.floor(product / available);
    return { post: id, seats, reserved: whole, remainder: product - whole * available };
  });
  let left = required - shares.reduce((sum, { reserved }) => sum + reserved, 0);
  shares.sort(
    (one, other) => other.remainder - one.remainder || other.seats - one.seats || byText(one.post, other.post),
  );
  for (const share of shares) {
    if (left === 0) break;
    share.reserved += 1;
    left -= 1;
  }
  shares.sort((one, other) => byText(one.post, other.post));
  for (const { post, seats, reserved } of shares)
    trace.step('share', post, reserved, {
      inputs: { 座位: String(seats) },
      source: '设定：最大余数法，余数相同先座位多的，再按岗位编号',
    });
  return {
    result: shares.map(({ post, seats, reserved }) => ({ post, seats, reserved })),
    trace: trace.done(required),
  };
}

/** The posts with the reserves that the floor asks for. */
export function withFloor(floor: RegionFloor, posts: readonly AllocationPost[]): AllocationPost[] {
  const reserved = new Map(apportionFloor(floor, posts).result.map((share) => [share.post, share.reserved]));
  return posts.map((post) =>
    post.reserve === null || !reserved.has(post.id)
      ? post
      : { ...post, reserve: { ...post.reserve, seats: reserved.get(post.id) as number } },
  );
}
