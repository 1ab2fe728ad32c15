import type { SupportCostsQuery } from '../../../gql/generated.js';

const BOM = '\uFEFF';

/** A name that begins like a formula is text to a spreadsheet only with a quote before it. */
const cell = (value: string | number): string => {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The sheet as a spreadsheet opens it; its last line is the sum of those above. */
export function costsCsv({ month, rows, total }: SupportCostsQuery['supportCosts']): string {
  const lines = [
    ['月份', '哪种帮助', '什么时候用', '谁来的', '次数', '分钟', '费用（元）'],
    ...rows.map((row) => [month, row.kindText, row.occasionText, row.providedBy, row.times, row.minutes, row.costYuan]),
    [month, '合计', '', '', total.times, total.minutes, total.costYuan],
  ];
  return `${BOM}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
