import { dayText, shortDay, type Tone } from '@tongxing/ui';
import type { RoundNextStepFragment, RoundPostRowFragment } from '../../gql/generated.js';

/** Colours only repeat what the state's own words say. */
const TONES: Readonly<Record<string, Tone>> = { DRAWN: 'warn', CHOOSING: 'warn', PUBLISHED: 'ok' };

export const stateTag = (round: { state: string; stateText: string }): { text: string; tone: Tone } => ({
  text: round.stateText,
  tone: TONES[round.state] ?? 'plain',
});

/** Steps that two officers take. */
const JOINT = new Set(['FREEZE', 'REVEAL', 'CLOSE', 'RUN']);
export const isJoint = (step: string): boolean => JOINT.has(step);

/** What a round waits for, in a line for lists: 等另一位同事确认摇号. */
export function nextLine(next: RoundNextStepFragment | null): string {
  if (next === null) return '办完了';
  const { stepText, when, from, turn } = next;
  if (when === 'LATE') return `${stepText}的日子过了，要另公告一轮`;
  if (when === 'EARLY' && from) return `${shortDay(from)}起${stepText}`;
  if (turn === 'SECOND') return `${stepText}等您确认`;
  if (turn === 'OTHER') return `${stepText}等另一位同事确认`;
  return `可以${stepText}了`;
}

/** True where an officer can do something today. */
export const waitsForOffice = (next: RoundNextStepFragment | null): boolean =>
  next !== null && next.when === 'NOW' && next.turn !== 'OTHER';

/** 座位 3，其中预留 1. */
export const seatsText = ({ seats, reserved }: RoundPostRowFragment): string =>
  reserved > 0 ? `${seats} 个，其中预留 ${reserved} 个` : `${seats} 个`;

/** The days of a round, in their order. */
export const DAYS = [
  ['frozenOn', '冻结名册'],
  ['drawnOn', '摇号'],
  ['choicesUntil', '填志愿截止'],
  ['contractsFrom', '开始签合同'],
] as const;

export const rangeText = (posts: number, seats: number): string => `${posts} 个岗位，${seats} 个名额`;

export const untilText = (day: string): string => `填到${dayText(day)}为止`;
