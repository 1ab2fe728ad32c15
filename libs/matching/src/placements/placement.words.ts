import { DomainError } from '@tongxing/platform';

/** What led to the post: an application or referral, a seat of an allocation round, or the office's record of what others arranged. */
export const PLACEMENT_SOURCES = ['APPLICATION', 'ROUND', 'RECORDED'] as const;
export type PlacementSource = (typeof PLACEMENT_SOURCES)[number];

/**
 * Why somebody no longer works at a post.
 *
 * @source rulebook.md §5, Exit: term, pension, other job, false data, absence, refusal; the others are of ordinary employment
 */
export const PLACEMENT_ENDS = {
  TERM: '期限到了',
  PENSION: '到龄退休',
  OTHER_JOB: '有了别的工作',
  FALSE_DATA: '材料不实',
  ABSENCE: '长期不到岗',
  REFUSED: '无正当理由拒绝安排',
  RESIGNED: '本人不做了',
  DISMISSED: '单位解除',
  MOVED: '搬走了',
  DIED: '去世',
} as const;
export type PlacementEnd = keyof typeof PLACEMENT_ENDS;

/** Leaving a public-welfare post has a basis, and a hearing where something is held against the person: one way only leads out. */
export const exitsOnly = (): DomainError =>
  new DomainError('STATE_CONFLICT', '公益性岗位离岗要办退出，不在这里登记。', {
    hint: '请残联干部在「公益性岗位」的在岗人员里办退出。',
  });
