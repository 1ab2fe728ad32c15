/** What two posts are compared by. */
export interface ComparedPost {
  employerId: string;
  kind: string;
  workDivisionCode: string;
  title: string;
  wageLowFen: number;
  wageHighFen: number;
  /** tenths of an hour; null: not stated */
  weeklyHours: number | null;
}

/** Part of the pairs of letters that two titles must share. */
const ALIKE_TITLES = { part: 3, of: 5 } as const;
/** Four hours a week apart are still the same work. */
const ALIKE_HOURS = 40;

/** A title without what employers add to it: blanks, punctuation, width, 招聘, 若干名. */
const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^(?:急聘|急招|诚聘|招聘|招收|招)/, '')
    .replace(/(?:[\d一二三四五六七八九十两]+|若干)[名人个位]$/, '');

function pairsOfLetters(text: string): Map<string, number> {
  const letters = [...text];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Why two titles are taken for one; null: they differ. */
function titleReason(one: string, other: string): string | null {
  const [a, b] = [bareTitle(one), bareTitle(other)];
  if (a === '' || b === '') return null;
  if (a === b) return '名称一样';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if ([...short].length > 1 && long.includes(short)) return `名称相近（${one}、${other}）`;
  const [left, right] = [pairsOfLetters(a), pairsOfLetters(b)];
  const count = (pairs: Map<string, number>): number => [...pairs.values()].reduce((sum, times) => sum + times, 0);
  const shared = [...left].reduce((sum, [pair, times]) => sum + Math.min(times, right.get(pair) ?? 0), 0);
  const all = count(left) + count(right);
  return all > 0 && 2 * shared * ALIKE_TITLES.of >= all * ALIKE_TITLES.part ? `名称相近（${one}、${other}）` : null;
}

function hoursReason(one: number | null, other: number | null): string | null {
  if (one === null || other === null) return '有一个没有写工时';
  if (one === other) return '工时一样';
  return Math.abs(one - other) <= ALIKE_HOURS ? '工时差不到4小时' : null;
}

function payReason(one: ComparedPost, other: ComparedPost): string | null {
  if (one.wageLowFen === other.wageLowFen && one.wageHighFen === other.wageHighFen) return '工资一样';
  return one.wageLowFen <= other.wageHighFen && other.wageLowFen <= one.wageHighFen ? '工资有重叠' : null;
}

/**
 * Why two posts may be one and the same: same employer, kind and place, and title, hours and pay alike, every one of them. It says that
 * somebody should look, never that they are.
 *
 * @returns a few words each; null: nothing to look at
 * @source decision 0045; there is no paper for the measures
 */
export function alikePosts(one: ComparedPost, other: ComparedPost): string[] | null {
  if (one.employerId !== other.employerId || one.kind !== other.kind) return null;
  if (one.workDivisionCode !== other.workDivisionCode) return null;
  const reasons = [
    titleReason(one.title, other.title),
    hoursReason(one.weeklyHours, other.weeklyHours),
    payReason(one, other),
  ];
  return reasons.includes(null) ? null : ['同一单位、同一类型、同一地点', ...(reasons as string[])];
}
