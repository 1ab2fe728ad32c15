import { expect, it } from '@jest/globals';
import { csvText } from '../csv-text.js';

it('a file to take away has no formula in it, quotes what needs it, and says who took it in a last header', () => {
  const text = csvText(
    ['名称', '地址'],
    [
      ['=1+1', 'a,"b"'],
      ['@x', '两\n行'],
    ],
    '甲 2026-11-27 导出',
  );
  expect(text).toBe('\uFEFF名称,地址,甲 2026-11-27 导出\r\n\'=1+1,"a,""b""",\r\n\'@x,"两\n行",\r\n');
});

it('a file of nothing has its header', () => expect(csvText(['名称'], [], '甲')).toBe('\uFEFF名称,甲\r\n'));
