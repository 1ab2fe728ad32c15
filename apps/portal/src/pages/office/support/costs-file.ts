import { csvText } from '@tongxing/platform';
import type { SupportCostsQuery } from '../../../gql/generated.js';

/** The sheet as a spreadsheet opens it; its last line is the sum of those above. */
export function costsCsv({ month, rows, total }: SupportCostsQuery['supportCosts']): string {
  return csvText([
    ['月份', '哪种帮助', '什么时候用', '谁来的', '次数', '分钟', '费用（元）'],
    ...rows.map((row) => [month, row.kindText, row.occasionText, row.providedBy, row.times, row.minutes, row.costYuan]),
    [month, '合计', '', '', total.times, total.minutes, total.costYuan],
  ]);
}
