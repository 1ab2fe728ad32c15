import { sha256Hex } from '@tongxing/platform';

/** What personal data is used for: who reads this decides. Sentences of at most 25 characters, one idea each. */
export interface ConsentPurpose {
  code: ConsentPurposeCode;
  title: string;
  /** which data */
  data: string;
  why: string;
  /** what happens without */
  without: string;
  /** raised with every change of a word above: what was agreed to stays provable */
  version: number;
}

/** 法定: what the office has to do by law, consent or not. */
export interface StatutoryPurpose {
  code: string;
  title: string;
  data: string;
  why: string;
  /** act and article; (?) where the text was not read */
  basis: string;
}

export const CONSENT_PURPOSES = [
  {
    code: 'MATCHING',
    title: '给您推荐岗位',
    data: '会做的事、想做的工作、能去的地方、需要的便利、能力评估。',
    why: '系统拿它们和岗位比，排出合适的，说明理由。只有您和办事的人看得到。',
    without: '不给您排岗位。您可以自己看全部岗位，照样申请。也可以请辅导员帮忙。',
    version: 1,
  },
  {
    code: 'EMPLOYER_CONTACT',
    title: '应聘时把电话给单位',
    data: '姓名、您填的电话；您另外勾选了的，还有需要的便利。',
    why: '您申请了岗位，单位好直接联系您。残疾类别和等级从来不给单位。',
    without: '照样可以申请。单位看不到电话，由辅导员在中间联系。',
    version: 1,
  },
  {
    code: 'SHORTLIST',
    title: '单位的名单里有您，不露名字',
    data: '岗位的要求您都够得上，要用到哪样单位写明的便利，大概多远。',
    why: '单位招人时，名单上多一个代号。没有姓名、电话、残疾类别和等级。单位想请您，先找残联，残联再来问您。',
    without: '单位的名单里没有您。您照样可以自己申请。',
    version: 1,
  },
  {
    code: 'SMS',
    title: '给您发短信',
    data: '您的手机号。',
    why: '有新消息、快到期的事，发短信告诉您。晚上九点到早上八点不发。',
    without: '消息只在「消息」页里看。登录码照样发，不然您进不来。',
    version: 1,
  },
  {
    code: 'PUBLICITY',
    title: '拍照、宣传您的故事',
    data: '您的照片、姓名和就业经过。',
    why: '残联做宣传、表彰时用，每次用之前还会再问您。',
    without: '不影响任何服务和补贴。',
    version: 1,
  },
] as const satisfies readonly (Omit<ConsentPurpose, 'code'> & { code: string })[];

export type ConsentPurposeCode = (typeof CONSENT_PURPOSES)[number]['code'];

export const STATUTORY_PURPOSES: readonly StatutoryPurpose[] = [
  {
    code: 'REGISTRATION',
    title: '残疾人证和就业状况登记',
    data: '姓名、证件号、类别等级、住址、家庭成员、就业状况。',
    why: '残联依法登记，掌握就业需求。',
    basis: '残疾人保障法；残疾人就业条例；个人信息保护法第13、34条（条文待核）',
  },
  {
    code: 'COUNSELLING',
    title: '就业服务和走访',
    data: '联系方式、走访情况、能力评估。',
    why: '残联依法提供就业服务。您可以说不要走访。',
    basis: '残疾人就业条例第21、22条（条文待核）',
  },
  {
    code: 'BENEFITS',
    title: '补贴的审核、公示和发放',
    data: '申请、银行账号、发放记录；公示时姓名遮住一个字。',
    why: '您申请补贴，财政资金要能核对。',
    basis: '财政和会计档案的规定（条文待核）',
  },
  {
    code: 'QUOTA',
    title: '按比例就业的核对',
    data: '单位申报的姓名、证件号、合同、工资和社保月份。',
    why: '单位安排残疾人就业，要依法核定。',
    basis: '残疾人就业条例第8、9条；财税〔2015〕72号',
  },
  {
    code: 'AUDIT',
    title: '谁看过、改过您的资料',
    data: '操作的时间、身份和事由，不含您的号码。',
    why: '出了问题查得到人。',
    basis: '网络安全法；个人信息保护法第51条（条文待核）',
  },
];

export const isConsentPurpose = (text: string): text is ConsentPurposeCode =>
  CONSENT_PURPOSES.some(({ code }) => code === text);

export const purposeOf = (code: ConsentPurposeCode): ConsentPurpose =>
  CONSENT_PURPOSES.find((purpose) => purpose.code === code) as ConsentPurpose;

/** Hash of the words that somebody agreed to, 64 hex digits. */
export const textHashOf = ({ code, title, data, why, without, version }: ConsentPurpose): string =>
  sha256Hex(JSON.stringify([code, version, title, data, why, without]));
