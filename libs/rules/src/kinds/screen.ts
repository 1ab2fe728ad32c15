import { accommodationsOf } from '../matching/accommodations.js';
import type { Levels } from '../matching/items.js';

/** 看 up to this level is light and large shapes: nothing is read off a screen or paper. */
const HARDLY = 1;

/**
 * 不看屏幕 or 可用读屏: the work asks at most for light and large shapes, by itself or with what the employer provides. It says what the work
 * asks, never who may do it. Work that does not say what it asks of the eyes is not counted.
 *
 * @source matching.md §1: demands and accommodations; plan-rows E-182
 */
export function needsNoSight(demands: Levels | null, provisions: readonly string[]): boolean {
  const see = demands?.SEE;
  if (see === undefined) return false;
  if (see <= HARDLY) return true;
  return accommodationsOf(provisions).some(({ lowers }) => lowers.SEE !== undefined && lowers.SEE <= HARDLY);
}
