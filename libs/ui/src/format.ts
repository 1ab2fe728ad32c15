const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `2026-03-01` → 2026年3月1日（周日）. */
export function dayText(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${year}年${month}月${date}日（${weekday}）`;
}

/** `2026-03-01` → 3月1日. */
export function shortDay(day: string): string {
  const [, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  return `${month}月${date}日`;
}

/** An ISO instant as China's clock shows it: 2026年3月1日 09:30. */
export function instantText(instant: string): string {
  const local = new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS).toISOString();
  const [year, month, date] = local.slice(0, 10).split('-').map(Number) as [number, number, number];
  return `${year}年${month}月${date}日 ${local.slice(11, 16)}`;
}

/** The hour of an ISO instant to the second, on China's clock: 09:30:05. */
export const clockText = (instant: string): string =>
  new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 19);

/** Decimal text of yuan with thousands: `1234.5` → 1,234.50元. */
export function yuan(amount: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim()) ?? [];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0').slice(0, 2)}元`;
}

/** A monthly wage range without needless decimals: 每月2600至3000元. */
export function wageText(low: string, high: string): string {
  const short = (amount: string) => amount.replace(/\.0+$/, '');
  return low === high ? `每月${short(low)}元` : `每月${short(low)}至${short(high)}元`;
}

/** A decimal ratio as a percentage with two places at most, exact on the text: `0.015` → 1.5%. */
export function percentText(ratio: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio) ?? [];
  const shifted = `${whole}${fraction.padEnd(4, '0').slice(0, 4)}`;
  const head = shifted.slice(0, -2).replace(/^0+(?=\d)/, '');
  const tail = shifted.slice(-2).replace(/0+$/, '');
  return `${sign}${head}${tail ? `.${tail}` : ''}%`;
}

/** A number to say on the phone: the last eight places of an id in two groups; other numbers as they are. */
export function shortNumber(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id;
  const tail = id.slice(-8).toUpperCase();
  return `${tail.slice(0, 4)} ${tail.slice(4)}`;
}

/** `2026-12-01 09:30`, already Chinese time → 2026年12月1日（周二）09:30. */
export const momentText = (moment: string): string => `${dayText(moment)}${moment.slice(11)}`;

/** Minutes as people say them: 45 分钟, 2 小时, 1 小时 30 分钟. */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ');
}
