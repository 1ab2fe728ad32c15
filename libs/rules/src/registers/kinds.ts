import { readOfficePhone } from '../identifiers/index.js';

/** How a field is typed, checked and shown. */
export type RegisterFieldType = 'TEXT' | 'PHONE' | 'CHOICE' | 'CHOICES';

/** One field of a kind of register. */
export interface RegisterField {
  key: string;
  label: string;
  type: RegisterFieldType;
  required?: true;
  /** everybody may see it */
  isPublic?: true;
  /** tells of a person: kept sealed, seen by who writes the register, never public */
  sealed?: true;
  /** longest text */
  max?: number;
  /** of a choice: code → text */
  words?: Readonly<Record<string, string>>;
  hint?: string;
  /** what the import's template shows */
  sample: string;
}

/** A kind of register. The next one is a row more in {@link REGISTER_KINDS}, not code. */
export interface RegisterKind {
  code: string;
  /** in addresses and file names */
  path: string;
  title: string;
  /** how one entry is called */
  one: string;
  fields: readonly RegisterField[];
  /** the field, a choice, that lists are narrowed by; its codes say at which levels of division such an entry may lie */
  category: { key: string; levels: Readonly<Record<string, readonly string[]>> };
  /** entries name villages that they serve, and villages without one are told */
  servesVillages?: true;
}

/** 级别 of an employment service point. */
const LEVELS = {
  COUNTY: '县级',
  TOWN: '乡镇街道',
  VILLAGE: '村社区',
  AGENCY: '人力资源机构',
  SOCIAL: '社会组织',
} as const;

const SERVICES = {
  REGISTER: '求职登记',
  REFER: '岗位推荐',
  GUIDE: '职业指导',
  ASSESS: '能力评估',
  TRAIN: '培训报名',
  GRANT: '补贴申请',
  STARTUP: '创业指导',
  HELPER: '代办登记',
} as const;

const ACCESS = {
  RAMP: '坡道',
  TOILET: '无障碍卫生间',
  LIFT: '电梯',
  PARKING: '无障碍停车位',
  TACTILE: '盲道',
  SIGN: '手语',
  BRAILLE: '盲文',
  TEXT: '文字联系',
  HOME: '上门服务',
} as const;

const SERVICE_POINTS: RegisterKind = {
  code: 'SERVICE_POINTS',
  path: 'service-points',
  title: '就业服务点',
  one: '服务点',
  category: {
    key: 'level',
    levels: {
      COUNTY: ['COUNTY', 'TOWNSHIP', 'VILLAGE'],
      TOWN: ['TOWNSHIP', 'VILLAGE'],
      VILLAGE: ['VILLAGE'],
      AGENCY: ['COUNTY', 'TOWNSHIP', 'VILLAGE'],
      SOCIAL: ['COUNTY', 'TOWNSHIP', 'VILLAGE'],
    },
  },
  servesVillages: true,
  fields: [
    { key: 'level', label: '级别', type: 'CHOICE', required: true, isPublic: true, words: LEVELS, sample: '村社区' },
    {
      key: 'address',
      label: '地址',
      type: 'TEXT',
      required: true,
      isPublic: true,
      max: 100,
      hint: '写到门牌或标志物，看不见路的人也好打听',
      sample: '示例村党群服务中心一楼',
    },
    {
      key: 'hours',
      label: '办理时间',
      type: 'TEXT',
      required: true,
      isPublic: true,
      max: 60,
      hint: '比如：周一到周五 9:00 到 17:00',
      sample: '周一到周五 9:00 到 17:00',
    },
    {
      key: 'phone',
      label: '电话',
      type: 'PHONE',
      required: true,
      isPublic: true,
      hint: '公开的办公电话，固定电话带区号',
      sample: '16100000001',
    },
    {
      key: 'services',
      label: '办什么',
      type: 'CHOICES',
      required: true,
      isPublic: true,
      words: SERVICES,
      sample: '求职登记、岗位推荐',
    },
    { key: 'access', label: '无障碍条件', type: 'CHOICES', isPublic: true, words: ACCESS, sample: '坡道、文字联系' },
    {
      key: 'contactName',
      label: '联系人',
      type: 'TEXT',
      sealed: true,
      max: 20,
      hint: '不公开',
      sample: '张示例',
    },
  ],
};

/** Every kind of register there is. */
export const REGISTER_KINDS: Readonly<Record<string, RegisterKind>> = { SERVICE_POINTS };

/** Why an entry ended. */
export const CLOSE_REASONS = {
  MERGED: '并到别处了',
  MOVED: '搬走了',
  ENDED: '合作或协议到期',
  UNFIT: '不再符合条件',
  MISTAKE: '登记错了',
} as const;
export type CloseReason = keyof typeof CLOSE_REASONS;

/** Values of an entry's fields as they are kept; a blank one is left out. */
export type RegisterValues = Readonly<Record<string, string | readonly string[]>>;

export interface RegisterProblem {
  key: string;
  code: 'REQUIRED' | 'VALUE_NOT_IN_LIST' | 'NUMBER_RANGE' | 'PHONE_FORMAT' | 'NUMBER_MANGLED';
  message: string;
  hint: string;
}

export interface ReadValues {
  /** what may stand in clear */
  clear: Record<string, string | string[]>;
  sealed: Record<string, string>;
  /** one a field at most, in the order of the form */
  problems: RegisterProblem[];
}

const DEFAULT_MAX = 60;
const PHONE_HINT = '固定电话写区号，比如 0953-8012345；手机写 11 位';

/** The text of a field's value: choices in words. */
export function registerText({ words }: RegisterField, value: string | readonly string[] | undefined): string {
  return [value ?? []]
    .flat()
    .map((one) => words?.[one] ?? one)
    .join('、');
}

const problem = (key: string, code: RegisterProblem['code'], message: string, hint: string): RegisterProblem => ({
  key,
  code,
  message,
  hint,
});

function readField(field: RegisterField, written: readonly string[]): string | string[] | RegisterProblem | undefined {
  const { key, label, type, words = {}, max = DEFAULT_MAX } = field;
  const texts = [...new Set(written.map((text) => text.trim()).filter((text) => text !== ''))];
  const [first] = texts;
  if (first === undefined)
    return field.required
      ? problem(key, 'REQUIRED', type === 'CHOICE' || type === 'CHOICES' ? `请选${label}` : `请填${label}`, '请补上')
      : undefined;
  if (type === 'PHONE') {
    const read = readOfficePhone(first);
    return read.ok ? read.value : problem(key, read.code as 'PHONE_FORMAT', '电话号码的写法不对', PHONE_HINT);
  }
  if (type === 'TEXT')
    return [...first].length <= max
      ? first
      : problem(key, 'NUMBER_RANGE', `「${label}」最多 ${max} 个字`, '请写短一点');
  const order = Object.keys(words);
  const known = texts.every((code) => order.includes(code)) && (type === 'CHOICES' || texts.length === 1);
  if (!known)
    return problem(key, 'VALUE_NOT_IN_LIST', `「${label}」只能选列出的`, `可以选：${Object.values(words).join('、')}`);
  return type === 'CHOICE' ? first : order.filter((code) => texts.includes(code));
}

/** Reads what was written into the fields of a kind; a key that the kind does not have is none of it. */
export function readRegisterFields(
  kind: RegisterKind,
  written: Readonly<Record<string, readonly string[]>>,
): ReadValues {
  const read: ReadValues = { clear: {}, sealed: {}, problems: [] };
  for (const field of kind.fields) {
    const value = readField(field, written[field.key] ?? []);
    if (value === undefined) continue;
    if (typeof value === 'object' && !Array.isArray(value)) read.problems.push(value);
    else if (field.sealed) read.sealed[field.key] = [value].flat().join('');
    else read.clear[field.key] = value;
  }
  return read;
}
