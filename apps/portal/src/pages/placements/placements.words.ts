import { shortDay } from '@tongxing/ui';

/** 见习结果 */
export const CONVERSIONS: Readonly<Record<string, string>> = { KEPT: '留用', NOT_KEPT: '没有留用' };

export const SOURCES: Readonly<Record<string, string>> = {
  APPLICATION: '应聘或推荐',
  ROUND: '岗位分配',
  RECORDED: '残联登记',
};

/** 离岗的原因, for a form: the same as the api's list. */
export const ENDS: readonly { value: string; text: string }[] = [
  { value: 'TERM', text: '期限到了' },
  { value: 'PENSION', text: '到龄退休' },
  { value: 'OTHER_JOB', text: '有了别的工作' },
  { value: 'RESIGNED', text: '本人不做了' },
  { value: 'DISMISSED', text: '单位解除' },
  { value: 'ABSENCE', text: '长期不到岗' },
  { value: 'REFUSED', text: '无正当理由拒绝安排' },
  { value: 'FALSE_DATA', text: '材料不实' },
  { value: 'MOVED', text: '搬走了' },
  { value: 'DIED', text: '去世' },
];

/** What the day of a fact is. */
export const DAY_LABELS: Readonly<Record<string, { label: string; hint?: string }>> = {
  CONTRACT: { label: '合同第一天' },
  INSURANCE: { label: '从哪天参保' },
  CONVERSION: { label: '哪一天定的', hint: '留用的，写新合同的第一天' },
};

/** 2026-03-01 → 2026年3月1日: a list of several years. */
export const plainDay = (day: string): string => `${day.slice(0, 4)}年${shortDay(day)}`;

/** 2026-10 → 2026年10月 */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
