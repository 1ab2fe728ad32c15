import { amountInCapitals } from '@tongxing/platform';
import { yuanText } from '@tongxing/rules';
import type { NoticeLine, PublicNotice } from './notice.entity.js';

/** 残疾人服务热线, where the office gave no number of its own. */
const HOTLINE = '12385';

/** What of a notice is printed. */
export type PrintedNotice = Pick<
  PublicNotice,
  'title' | 'basis' | 'phone' | 'startsOn' | 'endsOn' | 'days' | 'daysUnit' | 'daysSource' | 'totalFen'
>;
export type PrintedLine = Pick<
  NoticeLine,
  'serial' | 'maskedName' | 'divisionName' | 'subject' | 'amountFen' | 'periodText'
>;

const dayText = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const sum = (totalFen: number | null): string =>
  totalFen === null ? '' : `，合计${yuanText(totalFen)}元（大写：${amountInCapitals(totalFen)}）`;

/**
 * The sheet that is put up in the village: the same words as the page, in a fixed order, one line a person.
 * Its SHA-256 is stored with the notice, so a sheet on a wall can be compared with what was published.
 */
export function noticeText(notice: PrintedNotice, lines: readonly PrintedLine[]): string {
  const { title, basis, phone, startsOn, endsOn, days, daysUnit, daysSource, totalFen } = notice;
  const unit = daysUnit === 'DAYS' ? '日' : '个工作日';
  const rows = lines.map(({ serial, maskedName, divisionName, subject, amountFen, periodText }) =>
    [serial, maskedName, divisionName, subject, amountFen === null ? '—' : yuanText(amountFen), periodText ?? '—'].join(
      '\t',
    ),
  );
  return [
    title,
    '',
    `依据：${basis}`,
    `公示期：${dayText(startsOn)}至${dayText(endsOn)}，${days}${unit}（${daysSource}）`,
    '',
    ['序号', '姓名', '镇村', '项目', '金额（元）', '时间'].join('\t'),
    ...rows,
    '',
    `共${lines.length}人${sum(totalFen)}。`,
    `对名单有意见，请在${dayText(endsOn)}（含当天）以前提出。监督电话：${phone ?? HOTLINE}。`,
    '公示期满，请撤下本公示。',
    '',
  ].join('\n');
}
