import { addMonths, isoDate } from '@tongxing/rules';

/** `2026-11` → 2026年11月. */
export const monthText = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** The month so many later. */
export const monthsLater = (month: string, months: number): string =>
  addMonths(isoDate(`${month}-01`), months).slice(0, 7);

export const WELFARE_KIND_CHOICES = [
  { value: 'VILLAGE_CLEANER', text: '乡村保洁员' },
  { value: 'WATER_KEEPER', text: '水管员' },
  { value: 'ROAD_KEEPER', text: '护路员' },
  { value: 'FOREST_RANGER', text: '生态护林员' },
  { value: 'RELIEF_ASSISTANT', text: '社会救助协理员' },
  { value: 'VILLAGE_LIBRARIAN', text: '农家书屋管理员' },
  { value: 'VILLAGE_COMMISSIONER', text: '残疾人专职委员' },
  { value: 'COMMUNITY_WORKER', text: '社区服务人员' },
];
export const kindText = (kind: string | null): string =>
  kind === null ? '没写类别' : (WELFARE_KIND_CHOICES.find(({ value }) => value === kind)?.text ?? kind);

export const FUND_CHOICES = [
  { value: 'EMPLOYMENT_FUND', text: '就业补助资金' },
  { value: 'LEVY', text: '残保金' },
  { value: 'BUDGET', text: '本级财政' },
  { value: 'OTHER', text: '其他' },
];

export const COUNTS_TEXT: Readonly<Record<string, string>> = { COUNTS: '算一个月', NOT: '不算', UNKNOWN: '还定不了' };

export const dueName = (placementId: string): string => `due-${placementId}`;
export const presentName = (placementId: string): string => `present-${placementId}`;
