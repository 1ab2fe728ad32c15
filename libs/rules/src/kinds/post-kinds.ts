/** What each kind of post is about: which facts its form takes, and which facts tell what came of it. Description, not law. */

/** 岗位类型, in the order of the roster. @source imports.md, posts */
export const WORK_KINDS = [
  'PUBLIC_WELFARE',
  'PROPORTIONAL',
  'CONCENTRATED',
  'AUXILIARY',
  'FLEXIBLE',
  'INTERNSHIP',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** 用工形式. @source imports.md, hires; 见习协议 is what host and learner sign (docs/decisions/0043) */
export const CONTRACT_WORDS = {
  ESTABLISHMENT: '在编',
  LABOUR_CONTRACT: '劳动合同',
  SERVICE_AGREEMENT: '服务协议',
  DISPATCH: '劳务派遣',
  INTERNSHIP_AGREEMENT: '见习协议',
} as const;
export type ContractWord = keyof typeof CONTRACT_WORDS;

/** What a month's money was paid as. */
export const INCOME_WORDS = { WAGE: '工资', PIECE: '计件', ALLOWANCE: '补贴', SALES: '经营收入' } as const;
export type IncomeWord = keyof typeof INCOME_WORDS;

/** What became of somebody after 见习: kept on by the host with a contract, or not. */
export const CONVERSION_WORDS = { KEPT: '留用', NOT_KEPT: '没有留用' } as const;
export type ConversionWord = keyof typeof CONVERSION_WORDS;

/** Facts of a post that only some kinds have. */
export const KIND_FIELDS = ['welfareKind', 'unitName', 'payBasis', 'projectId', 'internMonths'] as const;
export type KindField = (typeof KIND_FIELDS)[number];

/** A kind's own facts. */
export interface KindFacts {
  /** fields of the form that no other kind may fill; none of them has to be filled, since no paper asks for it */
  fields: readonly KindField[];
  contracts: readonly ContractWord[];
  /** social insurance is a fact of it */
  insured: boolean;
  incomes: readonly IncomeWord[];
  /** somebody learns there and may be kept on */
  converts: boolean;
}

const EMPLOYED: readonly ContractWord[] = ['ESTABLISHMENT', 'LABOUR_CONTRACT', 'SERVICE_AGREEMENT', 'DISPATCH'];

/** @source imports.md, posts and hires; 同心县规划（征求意见稿）专栏3-2, 3-6, 3-7; docs/decisions/0043 */
export const KIND_FACTS: Readonly<Record<WorkKind, KindFacts>> = {
  PUBLIC_WELFARE: {
    fields: ['welfareKind'],
    contracts: ['LABOUR_CONTRACT', 'SERVICE_AGREEMENT', 'DISPATCH'],
    insured: true,
    incomes: ['WAGE', 'ALLOWANCE'],
    converts: false,
  },
  PROPORTIONAL: { fields: [], contracts: EMPLOYED, insured: true, incomes: ['WAGE'], converts: false },
  CONCENTRATED: {
    fields: ['unitName'],
    contracts: ['LABOUR_CONTRACT', 'SERVICE_AGREEMENT', 'DISPATCH'],
    insured: true,
    incomes: ['WAGE', 'PIECE'],
    converts: false,
  },
  AUXILIARY: {
    fields: ['unitName', 'payBasis'],
    contracts: ['LABOUR_CONTRACT', 'SERVICE_AGREEMENT'],
    insured: true,
    incomes: ['PIECE', 'ALLOWANCE', 'WAGE'],
    converts: false,
  },
  FLEXIBLE: {
    fields: ['payBasis', 'projectId'],
    contracts: ['SERVICE_AGREEMENT', 'LABOUR_CONTRACT'],
    insured: true,
    incomes: ['SALES', 'PIECE', 'WAGE'],
    converts: false,
  },
  INTERNSHIP: {
    fields: ['internMonths'],
    contracts: ['INTERNSHIP_AGREEMENT'],
    insured: false,
    incomes: ['ALLOWANCE'],
    converts: true,
  },
};

export const isWorkKind = (kind: string): kind is WorkKind => Object.hasOwn(KIND_FACTS, kind);

/** The fields of a form that a kind shows; none for what is no kind. */
export const kindFields = (kind: string): readonly KindField[] => (isWorkKind(kind) ? KIND_FACTS[kind].fields : []);

/** 见习 lasts whole months; a slip above this is one of the keyboard. No paper says how long (?). */
export const MOST_INTERN_MONTHS = 36;

/** A post's own facts as they were written; null: not said. */
export interface WrittenKindFacts {
  kind: string;
  welfareKind?: string | null;
  unitName?: string | null;
  payBasis?: string | null;
  projectId?: string | null;
  internMonths?: number | null;
}

/** What is wrong with a fact, and at which field. */
export interface KindProblem {
  field: KindField;
  message: string;
  hint: string;
}

const FIELD_WORDS: Readonly<Record<KindField, { only: string; hint: string }>> = {
  welfareKind: { only: '只有公益性岗位填类别。', hint: '请空着，或把岗位类型改成公益性岗位。' },
  unitName: {
    only: '只有集中就业和辅助性就业填车间或机构。',
    hint: '请空着，或改岗位类型。',
  },
  payBasis: { only: '只有辅助性就业和灵活就业填怎么算钱。', hint: '请空着，或改岗位类型。' },
  projectId: { only: '只有灵活就业选项目。', hint: '请不选项目，或把岗位类型改成灵活就业。' },
  internMonths: { only: '只有见习填几个月。', hint: '请空着，或把岗位类型改成见习。' },
};

/**
 * What of a post's own facts its kind does not have, or cannot mean. The one check of the editor and the roster.
 *
 * @returns in the order of {@link KIND_FIELDS}; nothing for a kind that is none, which is refused elsewhere
 */
export function kindProblems(written: WrittenKindFacts): KindProblem[] {
  const { kind } = written;
  if (!isWorkKind(kind)) return [];
  const { fields, incomes } = KIND_FACTS[kind];
  return KIND_FIELDS.flatMap((field): KindProblem[] => {
    const value = written[field];
    if (value === undefined || value === null || value === '') return [];
    const { only, hint } = FIELD_WORDS[field];
    if (!fields.includes(field)) return [{ field, message: only, hint }];
    if (field === 'payBasis' && !(incomes as readonly unknown[]).includes(value))
      return [
        {
          field,
          message: '这类岗位没有这种算法。',
          hint: `请选：${incomes.map((one) => INCOME_WORDS[one]).join('、')}。`,
        },
      ];
    if (field === 'internMonths' && !isMonthCount(value))
      return [{ field, message: `见习几个月要填 1 到 ${MOST_INTERN_MONTHS} 的整数。`, hint: '请核对。' }];
    return [];
  });
}

const isMonthCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_INTERN_MONTHS;

/** A post's own facts as everybody reads them, a sentence each. @param project its title */
export function kindSentences(written: WrittenKindFacts, project: string | null): string[] {
  const { unitName, payBasis, internMonths } = written;
  return [
    ...(unitName ? [`车间或机构：${unitName}`] : []),
    ...(payBasis ? [`怎么算钱：${(INCOME_WORDS as Readonly<Record<string, string>>)[payBasis] ?? payBasis}`] : []),
    ...(project === null ? [] : [`灵活就业项目：${project}`]),
    ...(internMonths ? [`见习 ${internMonths} 个月`] : []),
  ];
}

/** 灵活就业项目: the ones that the plan names; the list is open. @source 同心县规划（征求意见稿）专栏3-6; 手工制作 E-178 */
export const PROJECT_KINDS = {
  网络零售: 'ONLINE_RETAIL',
  云客服: 'CLOUD_SERVICE',
  直播带货: 'LIVE_SELLING',
  物流快递: 'DELIVERY',
  小店经营: 'SMALL_SHOP',
  手工制作: 'HANDCRAFT',
} as const;

/** A project's kind in words: one of the list, or its own. */
export const projectKindText = (kind: string): string =>
  Object.entries(PROJECT_KINDS).find(([, code]) => code === kind)?.[0] ?? kind;

/** The code for what was written: a code, a word of the list, or own words as they are. */
export function projectKindOf(written: string): string {
  const text = written.trim();
  return Object.entries(PROJECT_KINDS).find(([word]) => word === text)?.[1] ?? text;
}
