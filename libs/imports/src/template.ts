import type ExcelJS from 'exceljs';
import { INSTRUCTIONS_SHEET, NUMBERING_HEADER, SAMPLE_MARK, VERSION_LABEL } from './file/header.js';
import type { ColumnSpec, ColumnType, ImportKind } from './kind.js';
import { MAX_CHOICES_IN_TEMPLATE, TEMPLATE_ROWS } from './limits.js';

/** Excel's limit on a list that is written into the rule itself; longer ones stand on a hidden sheet. */
const INLINE_LIST_CHARACTERS = 200;
const CHOICES_SHEET = '选项';
const TEXT_FORMAT = '@';
const WIDE = 22;
const NARROW = 14;
const FIRST_DATA_ROW = 3;

const HOW: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  id: '18 位身份证号',
  certificate: '20 位残疾人证号，补证可带 B1',
  credit: '18 位统一社会信用代码',
  day: '日期，写成 2026-03-01',
  integer: '整数',
  decimal: '数字',
  yuan: '金额（元），最多两位小数',
  list: '可填几项，用顿号隔开',
  flag: '是 或 否',
  choice: '从列表里选',
  monthList: '月份，写成 1-12 或 3-7、9',
  demands: '要求和等级（0 到 4），写成 久站3、搬举1',
  division: '9 位或 12 位区划代码，或从省写起的完整名称',
  phone: '11 位手机号',
  account: '银行账号，只写数字',
};

const headerText = (column: ColumnSpec): string => (column.required === true ? `${column.header}*` : column.header);

const mustFill = (column: ColumnSpec): string => {
  if (column.required === true) return '必填';
  return column.oneOf === undefined ? '' : '同组至少填一项';
};

/** One text a code: the first, where several mean the same. */
function choicesOf(column: ColumnSpec): string[] {
  if (column.type === 'flag') return ['是', '否'];
  const seen = new Set<string>();
  const texts: string[] = [];
  for (const [text, code] of Object.entries(column.choices ?? {})) {
    if (seen.has(code)) continue;
    seen.add(code);
    texts.push(text);
  }
  return texts.slice(0, MAX_CHOICES_IN_TEMPLATE);
}

function addInstructions(book: ExcelJS.Workbook, kind: ImportKind): void {
  const sheet = book.addWorksheet(INSTRUCTIONS_SHEET);
  sheet.columns = [{ width: WIDE }, { width: NARROW }, { width: 44 }, { width: 40 }, { width: 26 }];
  sheet.addRow([`${kind.title}填写说明`]).font = { bold: true, size: 14 };
  sheet.addRow([VERSION_LABEL, `${kind.kind}/${kind.templateVersion}`]);
  sheet.addRow(['怎么填', '在第二张表里从第 3 行填起。标 * 的列必须填。列的顺序可以变，表头文字不要改。']);
  sheet.addRow(['示例行', '第 2 行是示例，导入时跳过，可以删掉。']);
  sheet.addRow(['号码列', '已经设成文本。从别处粘贴时，用「选择性粘贴 → 数值」。']);
  sheet.addRow([]);
  sheet.addRow(['列', '', '写法', '可选的值', '说明']).font = { bold: true };
  for (const column of kind.columns) {
    sheet.addRow([column.header, mustFill(column), HOW[column.type], choicesOf(column).join('、'), column.note ?? '']);
  }
}

function addChoices(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, kind: ImportKind): void {
  let hidden: ExcelJS.Worksheet | undefined;
  for (const [index, column] of kind.columns.entries()) {
    if (column.type !== 'choice' && column.type !== 'flag') continue;
    const choices = choicesOf(column);
    let formula = `"${choices.join(',')}"`;
    if (formula.length > INLINE_LIST_CHARACTERS) {
      hidden ??= book.addWorksheet(CHOICES_SHEET, { state: 'veryHidden' });
      const place = hidden.getColumn(index + 1);
      place.values = choices;
      formula = `${CHOICES_SHEET}!$${place.letter}$1:$${place.letter}$${choices.length}`;
    }
    const { letter } = sheet.getColumn(index + 2);
    validationsOf(sheet).add(`${letter}${FIRST_DATA_ROW}:${letter}${TEMPLATE_ROWS}`, {
      type: 'list',
      allowBlank: column.required !== true,
      formulae: [formula],
      showErrorMessage: column.open !== true,
      errorTitle: column.header,
      error: '请从列表里选',
    });
  }
}

interface Validations {
  add(range: string, rule: ExcelJS.DataValidation): void;
}

/** exceljs has rules for whole ranges but does not declare them; cell by cell a template would weigh megabytes. */
const validationsOf = (sheet: ExcelJS.Worksheet): Validations =>
  (sheet as unknown as { dataValidations: Validations }).dataValidations;

/**
 * The template of a kind: 填写说明 first, then the sheet to fill in, with text-typed cells, drop-downs bounded to the rows of a template,
 * and one row marked 示例 that an import skips.
 */
export async function templateOf(kind: ImportKind): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  addInstructions(book, kind);
  const sheet = book.addWorksheet(kind.title, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
  sheet.columns = [
    { header: NUMBERING_HEADER, width: 8, style: { numFmt: TEXT_FORMAT } },
    ...kind.columns.map((column) => ({
      header: headerText(column),
      width: Math.max(NARROW, Math.min(WIDE, column.header.length * 2 + 6)),
      style: { numFmt: TEXT_FORMAT },
    })),
  ];
  sheet.getRow(1).font = { bold: true };
  const sample = sheet.addRow([SAMPLE_MARK, ...kind.columns.map((column) => column.sample)]);
  sample.font = { italic: true, color: { argb: 'FF666666' } };
  addChoices(book, sheet, kind);
  return Buffer.from(await book.xlsx.writeBuffer());
}
