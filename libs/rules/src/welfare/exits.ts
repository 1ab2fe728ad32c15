/**
 * Why somebody leaves a public-welfare post, and whether the office must hear him first.
 *
 * @source rulebook.md §5, Exit: term, pension, other job, false data, absence, refusal; the rest are facts of life
 */
export const WELFARE_EXITS = {
  TERM: { text: '期限到了', hearing: false },
  PENSION: { text: '到龄退休', hearing: false },
  OTHER_JOB: { text: '有了别的工作', hearing: false },
  RESIGNED: { text: '本人不做了', hearing: false },
  MOVED: { text: '搬走了', hearing: false },
  DIED: { text: '去世', hearing: false },
  FALSE_DATA: { text: '材料不实', hearing: true },
  ABSENCE: { text: '长期不到岗', hearing: true },
  REFUSED: { text: '无正当理由拒绝安排', hearing: true },
} as const;
export type WelfareExit = keyof typeof WELFARE_EXITS;

export const WELFARE_EXIT_CODES = Object.keys(WELFARE_EXITS) as WelfareExit[];

/** True for a reason that holds something against the person: told first, decided by another officer after the days to answer. */
export const needsHearing = (reason: WelfareExit): boolean => WELFARE_EXITS[reason].hearing;
