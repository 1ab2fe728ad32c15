/** How bad a problem is: an `error` keeps the row out, a `warning` asks to look, an `info` explains. */
export type Severity = 'error' | 'warning' | 'info';

interface CodeWords {
  severity: Severity;
  message: string;
  hint: string;
}

const error = (message: string, hint: string): CodeWords => ({ severity: 'error', message, hint });
const warning = (message: string, hint: string): CodeWords => ({ severity: 'warning', message, hint });

/** Codes of whole files and of rows with their words; `{…}` is filled in where it is known. Shown by the portal as they stand. */
export const PROBLEM_WORDS = {
  FILE_NOT_WORKBOOK: error('不是表格文件，请传 .xlsx 或 .csv', '在 Excel 里打开，另存为 .xlsx 再传'),
  FILE_ENCRYPTED: error('表格有密码，去掉密码再传', '在 Excel 里：文件 → 信息 → 保护工作簿 → 清空密码，再保存'),
  FILE_LEGACY: error('请另存为 .xlsx 再传', '这是旧版 .xls 格式'),
  FILE_MACROS: error('请另存为 .xlsx 再传', '这个表格带有宏'),
  FILE_BOMB: error('文件内容不正常，没有打开', '解开后过大。请把内容复制到新的表格再传'),
  FILE_REJECTED: error('文件内容不正常，没有打开', '请把内容复制到新的表格，另存为 .xlsx 再传'),
  FILE_TOO_LARGE: error('超过 20 MB 或 20 万行，请分开传', '分成几个文件，每个带上表头'),
  FILE_EMPTY: error('没有数据行', '请在表头下面填写，再传'),
  FILE_SEEN: { severity: 'info', message: '{on}传过同样的文件：看那次结果', hint: '内容没有变化就不用再传' },
  FILE_SHEETS: warning('只读了工作表「{sheet}」，另有 {others} 张没有读', '要导入别的工作表，请另存为单独的文件再传'),
  COLUMN_MISSING: error('缺少「{header}」这一列', '请用下载的模板，或在表头行补上这一列'),
  TEMPLATE_OLD: error('模板是旧的：下载新模板', '把内容复制到新模板再传'),
  ENCODING_UNKNOWN: error('认不出文字编码，请选一种', '可选 UTF-8、GBK 或 GB18030；也可另存为 .xlsx 再传'),

  REQUIRED: error('「{header}」没有填', '请补上'),
  CERT_LENGTH: error('证号应为 20 位，现在 {length} 位', '残疾人证号是 18 位身份证号加 2 位类别等级，补证后可带 B1'),
  CERT_CHECKSUM: error('号码校验不对，请对照证件', '证号前 18 位里有一位不对'),
  CERT_CLASS: error('第 19、20 位应是类别和等级', '第 19 位是 1 到 7，第 20 位是 1 到 4'),
  CERT_EXPIRED: warning('证件过了有效期', '仍可导入；请提醒本人换证'),
  ID_CHECKSUM: error('号码校验不对，请对照证件', '身份证号应为 18 位'),
  ID_DATE: error('号码里的出生日期不存在', '请对照证件：不能在今天以后，也不能早于 120 年前'),
  ID_CERT_MISMATCH: error('证号和身份证号不是同一人', '残疾人证号的前 18 位就是身份证号'),
  NUMBER_MISPLACED: error('「{header}」里有证件号、电话或账号', '可能是列错位了：把号码填到它自己的那一列'),
  NUMBER_MANGLED: error('Excel 改坏了号码：列设为文本后重填', '先把整列设为「文本」格式，再重新填写号码'),
  CREDIT_CODE: error('信用代码应为 18 位且校验正确', '请对照营业执照或登记证书'),
  DIVISION_UNKNOWN: error('没有这个区划，请看区划表', '填 9 位或 12 位代码，或从省写起的完整名称'),
  DATE_FORMAT: error('日期写成 2026-03-01', '也可写成 2026/3/1'),
  DATE_ORDER: error('结束日期早于开始日期', '请核对两个日期'),
  VALUE_NOT_IN_LIST: error('只能填：{choices}', '请按列出的写法填'),
  NUMBER_RANGE: error('应在 {min} 到 {max} 之间', '请核对'),
  ACCOUNT_CHECKSUM: warning('卡号可能少了或错了一位', '存折或旧卡可以不改；发放前要再核对'),
  PHONE_FORMAT: error('手机号应为 11 位数字', '请核对'),
  TEXT_CONTROL: error('有看不见的字符，请重新输入', '不要从网页或聊天记录里直接粘贴'),
  CELL_FORMULA: error('是公式，请粘贴为数值', '复制这一列，选择性粘贴为数值'),
  DUPLICATE_IN_FILE: error('和第 {row} 行是{same}', '只留一行'),
  DUPLICATE: error('本县已有同名单位，信用代码不同', '请核对信用代码；名字里看不出的差别不算'),
  DUPLICATE_OTHER_EMPLOYER: warning('别的单位也报了这个人', '请核对劳动合同；审核时只算一个单位'),
  UNKNOWN_EMPLOYER: error('系统里没有这个单位', '请先导入用人单位名册，或核对信用代码'),
  UNKNOWN_PERSON: error('系统里没有这个人', '请先导入持证残疾人名册，或核对证号'),
  CONTRACT_SHORT: error('合同不满规定的期限', '请核对合同起止日期'),
  WAGE_BELOW_MINIMUM: warning('{month}月工资低于最低工资', '请核对；低于最低工资的月份可能不计入'),
  INSURANCE_MONTHS: warning('{insurance}缴费少于在职月份', '请核对缴费月份；缺缴的月份可能不计入'),
  LEGAL_BASIS_MISSING: error('有限制条件，请写依据', '年龄、性别或健康限制要写明法律依据'),
  RETURN_UNKNOWN_BATCH: error('没有这个批次，或这一批还没有导出', '请核对回盘文件是不是这一批的'),
  RETURN_UNKNOWN_LINE: error('这一笔不是这一批导出的', '请向银行核对回盘文件'),
  RETURN_CONFLICT: error('结果和已经记下的不一样', '请向银行核对；不要改文件'),
  AMOUNT_MISMATCH: error('金额和应发金额不一致', '请向银行核对；不要改文件'),
  COUNTED_DOUBLE: { severity: 'info', message: '这个人按规定多计', hint: '' },
} as const satisfies Record<string, CodeWords>;

export type ProblemCode = keyof typeof PROBLEM_WORDS;

/** One finding about a file or a row. Never holds personal data in clear. */
export interface Problem {
  /** the user's own Excel row; null for the whole file */
  row: number | null;
  /** header text of the column; null for the whole row or file */
  column: string | null;
  code: ProblemCode;
  severity: Severity;
  message: string;
  hint: string;
}

/** The codes that speak of a file as a whole. */
export const isFileCode = (code: ProblemCode): boolean =>
  /^FILE_|^COLUMN_MISSING$|^TEMPLATE_OLD$|^ENCODING_UNKNOWN$/.test(code);

/** The words of a code with its figures filled in. */
export function wordsOf(
  code: ProblemCode,
  figures: Readonly<Record<string, string | number>> = {},
): { severity: Severity; message: string; hint: string } {
  const { severity, message, hint } = PROBLEM_WORDS[code];
  return { severity, message: message.replace(/\{(\w+)\}/g, (_, name: string) => String(figures[name] ?? '')), hint };
}
