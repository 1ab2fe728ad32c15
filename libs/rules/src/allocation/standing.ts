import { addDays, birthdayOn, type IsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import type { AllocationEntrant, AllocationPost, CutOff, SeatKind, Standing } from './round.js';

/** Who holds a certificate. Everybody of the first tier does. */
export const DISABLED = 'DISABLED';
/** Who has none and lives with somebody who does: the second tier, after every disabled person. @source rulebook.md §5 */
export const HOUSEHOLD_MEMBER = 'HOUSEHOLD_MEMBER';

/** Bands of a post: two a tier, local first. */
const BANDS_A_TIER = 2;

/** The first step of the post's order whose status the entrant holds, from 1; one more than there are steps where none is. */
export function tierAt(post: AllocationPost, entrant: AllocationEntrant): number {
  const step = post.tiers.findIndex(({ status }) => entrant.statuses.includes(status));
  return (step < 0 ? post.tiers.length : step) + 1;
}

const isLocal = (post: AllocationPost, entrant: AllocationEntrant): boolean =>
  post.local !== null && entrant.divisionCode.startsWith(post.local.division);

/** Whether a post's reserved seats are for this entrant. */
export const isReserveEligible = ({ reserve }: AllocationPost, entrant: AllocationEntrant): boolean =>
  reserve !== null && entrant.statuses.includes(reserve.status);

/** Where an entrant with this drawn number stands at a post. */
export const standingAt = (post: AllocationPost, entrant: AllocationEntrant, number: number): Standing => ({
  tier: tierAt(post, entrant),
  local: isLocal(post, entrant),
  number,
});

/** Tier, then local preference, as one small number, lower first. */
export const bandOf = (post: AllocationPost, entrant: AllocationEntrant): number =>
  (tierAt(post, entrant) - 1) * BANDS_A_TIER + (post.local !== null && !isLocal(post, entrant) ? 1 : 0);

/**
 * Tier, local preference and drawn number as one exact integer, lower first.
 *
 * @param span how many tickets were drawn
 * @throws RuleRefusal VALIDATION beyond 2^53, where numbers begin to run together
 */
export function priorityKey(band: number, number: number, span: number): number {
  const key = band * span + number - 1;
  if (!Number.isSafeInteger(key) || number > span)
    throw new RuleRefusal('VALIDATION', 'priority', undefined, '优先档和号数超出系统能精确比较的范围，已停止。');
  return key;
}

/** A key of a post read back. */
export function standingOf(post: AllocationPost, key: number, span: number): Standing {
  const band = Math.floor(key / span);
  return {
    tier: Math.floor(band / BANDS_A_TIER) + 1,
    local: post.local !== null && band % BANDS_A_TIER === 0,
    number: (key % span) + 1,
  };
}

/** Negative when `one` stands before `other` at the same post. */
export const compareStandings = (one: Standing, other: Standing): number =>
  one.tier - other.tier || Number(other.local) - Number(one.local) || one.number - other.number;

/** Whether somebody standing here is let in by a cut-off. */
export const meetsCutOff = (standing: Standing, cutOff: CutOff): boolean =>
  !cutOff.closed || (cutOff.last !== null && compareStandings(standing, cutOff.last) <= 0);

/** 第2档本地7号. */
export const standingText = ({ tier, local, number }: Standing): string =>
  `第${tier}档${local ? '本地' : ''}${number}号`;

export const SEAT_WORDS: Readonly<Record<SeatKind, string>> = { RESERVED: '预留座位', OPEN: '普通座位' };

/** What a cut-off says of seats of a kind. */
export function cutOffText(cutOff: CutOff, kind: SeatKind): string {
  if (!cutOff.closed) return `${SEAT_WORDS[kind]}没有录满`;
  return cutOff.last === null ? `没有${SEAT_WORDS[kind]}` : `${SEAT_WORDS[kind]}录到${standingText(cutOff.last)}`;
}

/** Full years before the end of working age from which somebody is 距法定退休年龄不足几年; an operator's dated row. */
export const NEAR_RETIREMENT_YEARS = 'post.nearRetirementYears';

/**
 * Whether the end of working age is so near (say 宁人社规字〔2024〕2号: five years). The day of retirement is the one after the last day of
 * working age; exactly so many years ahead is near.
 *
 * @param until the last day of working age; null, not known: no
 * @param years null, no row: nobody is
 */
export const isNearRetirement = (until: IsoDate | null, years: number | null, on: IsoDate): boolean =>
  until !== null && years !== null && on <= until && addDays(until, 1) <= birthdayOn(on, years);
