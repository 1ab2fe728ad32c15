import type { Grammar } from './grammar.js';
import type { AfterEnd } from './parameter.js';

/** How far down the divisions a value may be set. `CN` comes with the software only. */
export type ScopeLevel = 'CN' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY';

/** One kind of dated parameter: what it is called, what it decides, and how it is written. */
export interface ParameterKind {
  code: string;
  /** as the office calls it */
  name: string;
  /** what moves with it, in one sentence */
  decides: string;
  /** stored text → the words; the first is meant where nothing is said */
  units: Readonly<Record<string, string>>;
  grammar: Grammar;
  /** stored text → the words; '' is "for all". */
  qualifiers: Readonly<Record<string, string>>;
  scopes: readonly ScopeLevel[];
  /** as people write it */
  example: string;
  /** what is answered after the last period */
  afterEnd: AfterEnd;
  /** section of the rulebook */
  rulebook: string;
  /** true where a computation of today has no answer without it; false where it is entered for the officers, or may be absent */
  needed: boolean;
}

const ALL: Readonly<Record<string, string>> = { '': '不分' };
const EVERYWHERE: readonly ScopeLevel[] = ['CN', 'PROVINCE', 'PREFECTURE', 'COUNTY'];
const LOCAL: readonly ScopeLevel[] = ['PROVINCE', 'PREFECTURE', 'COUNTY'];

const SEXES = { MALE: '男', FEMALE: '女' };
const UNIT_KINDS = {
  GOVERNMENT_ORGAN: '机关',
  PUBLIC_INSTITUTION: '事业单位',
  SOCIAL_ORGANISATION: '社会团体',
  ENTERPRISE: '企业',
  PRIVATE_NON_ENTERPRISE: '民办非企业',
};
const INSURANCES = { PENSION: '养老保险', MEDICAL: '医疗保险', UNEMPLOYMENT: '失业保险', INJURY: '工伤保险' };
const WEIGHED = Object.fromEntries([
  ...[1, 2, 3, 4].map((grade) => [`DISABLED_PERSON:${grade}`, `残疾人证${grade}级`]),
  ...Array.from({ length: 10 }, (_, index) => [`DISABLED_VETERAN:${index + 1}`, `残疾军人证${index + 1}级`]),
]) as Record<string, string>;

const share = (max = '1'): Grammar => ({ kind: 'FRACTION', max });
const whole = (min: number, max: number): Grammar => ({ kind: 'INTEGER', min, max });
const fen = (minYuan: number, maxYuan: number): Grammar => ({ kind: 'MONEY', stored: 'FEN', minYuan, maxYuan });
const choice = (choices: Readonly<Record<string, string>>): Grammar => ({ kind: 'CHOICE', choices });
const YES_NO = choice({ yes: '是', no: '否' });

type Given = Pick<ParameterKind, 'code' | 'name' | 'decides' | 'units' | 'grammar' | 'example' | 'rulebook'> &
  Partial<ParameterKind>;

const kind = (given: Given): ParameterKind => ({
  qualifiers: ALL,
  scopes: EVERYWHERE,
  afterEnd: 'REFUSE',
  needed: true,
  ...given,
});

/** A choice between readings of a rule. */
const setting = (
  name: string,
  title: string,
  decides: string,
  choices: Readonly<Record<string, string>>,
  example: string,
  more: Partial<ParameterKind> = {},
): ParameterKind =>
  kind({
    code: `setting.${name}`,
    name: title,
    decides,
    units: { setting: '做法' },
    grammar: choice(choices),
    example,
    afterEnd: 'ASSUME',
    rulebook: '§1',
    ...more,
  });

const ROUNDINGS = { EXACT: '不取整', DP2: '保留两位小数', INT_HALF_UP: '四舍五入到整数' };

/** Supports of rulebook §6 whose amount is a local value. */
const SCHEMES: Readonly<Record<string, string>> = {
  TRAIN: '职业技能培训补贴',
  STARTUP_ONCE: '一次性创业补贴',
  STARTUP_SITE: '创业场地补贴',
  STARTUP_EQUIP: '创业设施设备补贴',
  STARTUP_UTIL: '创业公用事业费补贴',
  STARTUP_TRAIN: '创业培训补贴',
  SELF_INS: '社会保险补贴',
  GRAD_JOB: '求职创业补贴',
  POST: '公益性岗位补贴',
  AUX_BUILD: '辅助性就业机构建设补贴',
  AUX_RENT: '辅助性就业机构场地补贴',
  AUX_RUN: '辅助性就业机构运行补贴',
  AUX_ACCESS: '辅助性就业机构无障碍改造补贴',
  AUX_EQUIP: '辅助性就业机构设备补贴',
  INDUSTRY: '产业特惠奖补',
  BASE: '就业基地补贴',
  LOAN: '贷款贴息',
  AGRI_INS: '农业保险保费补贴',
  ACCIDENT: '意外伤害保险补贴',
  MASSAGE: '按摩从业扶持',
};

const MOST_YUAN = 1_000_000;

/**
 * 参数目录: every code that a rule looks up or an office has to enter. A code that is not here can be neither entered nor shipped;
 * a value that does not fit its grammar is refused with an example.
 */
export const PARAMETER_KINDS: readonly ParameterKind[] = [
  kind({
    code: 'quota.ratio.floor',
    name: '全国最低安排比例',
    decides: '各省规定的比例不能低于它；低了会提示。',
    units: { 'share of employees': '占在职职工' },
    grammar: share('1/10'),
    scopes: ['CN'],
    example: '1.5%',
    afterEnd: 'ASSUME',
    rulebook: '§1',
  }),
  kind({
    code: 'quota.ratio',
    name: '规定安排比例',
    decides: '单位应安排多少残疾人，差几人，缴多少残保金。',
    units: { 'share of employees': '占在职职工' },
    grammar: share('1/10'),
    scopes: LOCAL,
    example: '1.5%',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.tier.threshold',
    name: '分档减缴的分界线',
    decides: '安排比例达到这条线的单位少缴一些。',
    units: { 'share of employees': '占在职职工' },
    grammar: share('1/10'),
    example: '1%',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.tier.upper',
    name: '达到分界线的缴纳份额',
    decides: '安排比例达到分界线但没到规定比例的单位，缴应缴额的几成。',
    units: { 'share of the amount due': '占应缴额' },
    grammar: share(),
    example: '50%',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.tier.lower',
    name: '低于分界线的缴纳份额',
    decides: '安排比例低于分界线的单位，缴应缴额的几成。',
    units: { 'share of the amount due': '占应缴额' },
    grammar: share(),
    example: '90%',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.exempt.maxEmployees',
    name: '小企业免征的最多职工数',
    decides: '职工不超过这个数的企业当年免征。',
    units: { employees: '人' },
    grammar: whole(1, 1_000),
    qualifiers: { ENTERPRISE: '企业' },
    example: '30',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.wageCap.multiple',
    name: '计征工资上限的倍数',
    decides: '单位平均工资最多按社会平均工资的几倍计征。',
    units: { 'times the social average wage': '倍社会平均工资' },
    grammar: whole(1, 10),
    example: '2',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.socialAverageWage',
    name: '社会平均工资',
    decides: '计征工资的上限；没有它，最后的核定不能作出。',
    units: { 'fen a year': '元/年' },
    grammar: fen(5_000, 500_000),
    scopes: LOCAL,
    example: '86000',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.lateFee.daily',
    name: '滞纳金每日比例',
    decides: '欠缴单位每天加收多少。',
    units: { 'share of the unpaid amount a day': '占欠缴额/日' },
    grammar: share('1/100'),
    example: '5/1000',
    rulebook: '§1',
  }),
  kind({
    code: 'levy.collector',
    name: '残保金由谁征收',
    decides: '单位到哪里缴。',
    units: { office: '征收机关' },
    grammar: choice({ TAX: '税务机关', FEDERATION: '残联代征' }),
    qualifiers: { ...ALL, ...UNIT_KINDS },
    scopes: LOCAL,
    example: '税务机关',
    rulebook: '§1',
    needed: false,
  }),
  kind({
    code: 'levy.filing.window',
    name: '残保金申报期',
    decides: '单位几月几日到几月几日申报缴费。',
    units: { 'month-day to month-day': '月-日到月-日' },
    grammar: { kind: 'WINDOW' },
    scopes: LOCAL,
    example: '08-01..09-30',
    rulebook: '§1',
    needed: false,
  }),
  kind({
    code: 'levy.hardship.maxShare',
    name: '困难减免的最大份额',
    decides: '遇到不可抗力的单位最多减免当年应缴额的几成。',
    units: { 'share of the amount due': '占应缴额' },
    grammar: share(),
    example: '100%',
    rulebook: '§1',
    needed: false,
  }),
  kind({
    code: 'levy.hardship.deferMonths',
    name: '困难缓缴的最长月数',
    decides: '遇到不可抗力的单位最多缓缴几个月。',
    units: { months: '个月' },
    grammar: whole(1, 24),
    example: '6',
    rulebook: '§1',
    needed: false,
  }),
  kind({
    code: 'count.weight',
    name: '残疾职工按几人计',
    decides: '安排一名某等级的残疾职工算几个人。',
    units: { persons: '人' },
    grammar: whole(0, 4),
    qualifiers: WEIGHED,
    example: '2',
    rulebook: '§2',
  }),
  kind({
    code: 'count.ageBounds',
    name: '法定就业年龄',
    decides: '哪些月份的残疾职工计入；推荐岗位也用它。',
    units: { 'full years, both included': '周岁，两头都算' },
    grammar: { kind: 'AGE_BOUNDS' },
    qualifiers: SEXES,
    example: '16..59',
    rulebook: '§2',
  }),
  kind({
    code: 'count.insurances',
    name: '计入要缴的社会保险',
    decides: '残疾职工当月要缴齐哪几种保险才计入。',
    units: { list: '险种' },
    grammar: { kind: 'LIST', choices: INSURANCES },
    example: '养老保险、医疗保险',
    rulebook: '§2',
  }),
  kind({
    code: 'count.minimumWage',
    name: '月最低工资',
    decides: '残疾职工当月工资低于它的不计入；单位写的全日制岗位，月薪低于它的不能发布。',
    units: { 'fen a month': '元/月' },
    grammar: fen(300, 10_000),
    qualifiers: { ...ALL, 1: '一类地区', 2: '二类地区', 3: '三类地区', 4: '四类地区' },
    scopes: LOCAL,
    example: '1950',
    rulebook: '§2',
  }),
  kind({
    code: 'verify.window',
    name: '联网认证期',
    decides: '单位几月几日到几月几日可以报残疾职工。',
    units: { 'month-day to month-day': '月-日到月-日' },
    grammar: { kind: 'WINDOW' },
    example: '03-01..10-31',
    rulebook: '§2',
    needed: false,
  }),
  kind({
    code: 'verify.workingDays',
    name: '联网认证办理时限',
    decides: '收到申报后几个工作日内审完。',
    units: { 'working days': '个工作日' },
    grammar: whole(1, 60),
    example: '10',
    afterEnd: 'ASSUME',
    rulebook: '§2',
    needed: false,
  }),
  ...(
    [
      ['lead.organ.min', '带头安排：机关编制数', '编制达到这个数的机关至少安排一人。', 'CN'],
      ['lead.institution.min', '带头安排：事业单位编制数', '编制达到这个数的事业单位至少安排一人。', 'CN'],
      ['lead.seed.min', '本县规划：带头安排的编制数', '本县规划里编制达到这个数的单位至少安排一人。', 'COUNTY'],
    ] as const
  ).map(([code, name, decides, narrowest]) =>
    kind({
      code,
      name,
      decides,
      units: { establishment: '名编制' },
      grammar: whole(1, 10_000),
      example: '50',
      afterEnd: narrowest === 'CN' ? 'ASSUME' : 'REFUSE',
      rulebook: '§3',
      needed: false,
    }),
  ),
  kind({
    code: 'lead.federation.share',
    name: '残联干部中残疾人的份额',
    decides: '残联机关干部里残疾人至少占几成。',
    units: { 'share of cadres': '占干部' },
    grammar: share(),
    example: '15%',
    rulebook: '§3',
    needed: false,
  }),
  kind({
    code: 'reward.multiple',
    name: '超比例奖励的倍数',
    decides: '每超安排一人每年奖励月最低工资的几倍。',
    units: { 'times the monthly minimum wage': '倍月最低工资' },
    grammar: whole(1, 24),
    example: '5',
    rulebook: '§4',
    needed: false,
  }),
  kind({
    code: 'reward.perPerson',
    name: '超比例奖励每人定额',
    decides: '按定额奖励的地方，每超安排一人每年奖多少。',
    units: { 'fen a person a year': '元/人/年' },
    grammar: fen(1, 100_000),
    scopes: LOCAL,
    example: '2000',
    rulebook: '§4',
    needed: false,
  }),
  kind({
    code: 'reward.unitCap',
    name: '超比例奖励单位封顶',
    decides: '一个单位一年最多奖多少。',
    units: { 'fen a unit a year': '元/单位/年' },
    grammar: fen(1, 10_000_000),
    scopes: LOCAL,
    example: '100000',
    rulebook: '§4',
    needed: false,
  }),
  kind({
    code: 'post.share.min',
    name: '公益性岗位安排残疾人的份额',
    decides: '政府购买的公益性岗位里残疾人至少占几成。',
    units: { 'share of posts': '占岗位' },
    grammar: share(),
    example: '10%',
    afterEnd: 'ASSUME',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.maxMonths',
    name: '公益性岗位最长月数',
    decides: '一个人在公益性岗位上最多干几个月。',
    units: { months: '个月' },
    grammar: whole(1, 240),
    example: '36',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.nearRetirementYears',
    name: '距退休几年以内优先',
    decides: '公益性岗位分配时，离法定退休年龄还有几年以内的人算「大龄」。',
    units: { years: '年' },
    grammar: whole(1, 15),
    example: '5',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.term.nearRetirementYears',
    name: '公益性岗位临近退休的年数',
    decides: '第一次上岗时离退休不到这么多年的人，可以干到退休。',
    units: { 'full years': '年' },
    grammar: whole(1, 15),
    example: '5',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.relax.termMonths',
    name: '公益性岗位期限放宽',
    decides: '按本县的决定，最长月数再加几个月；起止日期写决定的有效期。',
    units: { months: '个月' },
    grammar: whole(1, 120),
    scopes: LOCAL,
    example: '12',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.relax.ageYears',
    name: '公益性岗位年龄上限放宽',
    decides: '按本县的决定，公益性岗位的年龄上限提高几岁；起止日期写决定的有效期。',
    units: { 'full years': '岁' },
    grammar: whole(1, 20),
    scopes: LOCAL,
    example: '5',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.attendance.minShare',
    name: '公益性岗位出勤的最低份额',
    decides: '出勤占应出勤的几成，这个月才算进岗位补贴；全勤总是算的。',
    units: { 'share of the days due': '占应出勤' },
    grammar: share(),
    example: '80%',
    rulebook: '§6',
    needed: false,
  }),
  kind({
    code: 'post.offer.replyDays',
    name: '名额的答复天数',
    decides: '公益性岗位分到名额的人，几天内答复去不去。没有这一条，由经办人每次写明。',
    units: { days: '天' },
    grammar: whole(1, 60),
    example: '7',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.reconfirm.askDays',
    name: '岗位多少天确认一次',
    decides: '岗位发布或确认以后，过几天问单位还招不招。没有录入就不问，也不过期。',
    units: { days: '天' },
    grammar: whole(1, 366),
    example: '30',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.offer.visitDays',
    name: '没答复的上门天数',
    decides: '到期没有答复的，几天内上门问。没有这一条，由经办人每次写明。',
    units: { days: '天' },
    grammar: whole(1, 60),
    example: '5',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.reconfirm.pauseDays',
    name: '岗位问了多少天不答就暂停',
    decides: '问了还招不招以后，再过几天没有答，就先不推荐这个岗位。没有录入就不暂停。',
    units: { days: '天' },
    grammar: whole(1, 366),
    example: '10',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.refusals',
    name: '无故拒绝推荐的次数',
    decides: '拒绝几次以后退出名单或收回岗位。',
    units: { 'suitable referrals refused without reason': '次' },
    grammar: whole(1, 20),
    qualifiers: { PERSON: '求职者', UNIT: '单位' },
    example: '2',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.refusals.barMonths',
    name: '无故拒绝后退出的月数',
    decides: '退出名单或收回岗位，管几个月。',
    units: { months: '个月' },
    grammar: whole(1, 120),
    qualifiers: { PERSON: '求职者', UNIT: '单位' },
    example: '12',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.refusals.appealDays',
    name: '无故拒绝的申诉天数',
    decides: '告知以后，几天内可以申诉。',
    units: { days: '天' },
    grammar: whole(1, 90),
    qualifiers: { PERSON: '求职者', UNIT: '单位' },
    example: '10',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.hardToEmploy',
    name: '就业困难人员的类别',
    decides: '本省哪些人算就业困难人员。',
    units: { list: '类别' },
    grammar: {
      kind: 'LIST',
      choices: {
        DISABLED: '残疾人',
        ZERO_EMPLOYMENT: '零就业家庭成员',
        MINIMUM_LIVING: '低保家庭成员',
        LONG_UNEMPLOYED: '长期失业人员',
        LAND_LOSS: '失地农民',
        OLDER: '大龄失业人员',
      },
    },
    scopes: LOCAL,
    example: '残疾人、零就业家庭成员',
    rulebook: '§5',
    needed: false,
  }),
  kind({
    code: 'post.target.disabled',
    name: '残疾人都算就业困难人员',
    decides: '是：有残疾人证的求职者都能推荐公益性岗位；没有规定就说不清。',
    units: { 'yes or no': '是或否' },
    grammar: YES_NO,
    example: '是',
    rulebook: '§5',
  }),
  kind({
    code: 'post.residents.only',
    name: '公益性岗位只招本县户籍',
    decides: '是：外县的求职者不推荐本县的公益性岗位。',
    units: { 'yes or no': '是或否' },
    grammar: YES_NO,
    example: '是',
    rulebook: '§5',
  }),
  kind({
    code: 'post.onePost',
    name: '一人一岗',
    decides: '是：已经在公益性岗位上的人，不再推荐别的公益性岗位。',
    units: { 'yes or no': '是或否' },
    grammar: YES_NO,
    example: '是',
    rulebook: '§5',
  }),
  kind({
    code: 'post.members',
    name: '残疾人家庭成员可以排在残疾人之后',
    decides:
      '是：持证残疾人家里没有证的成员，本人同意、想就业的，可以参加公益性岗位分配，排在所有残疾人之后。没有录入就不参加。',
    units: { 'yes or no': '是或否' },
    grammar: YES_NO,
    example: '是',
    rulebook: '§5',
  }),
  kind({
    code: 'work.hours.weekly',
    name: '每周工时上限',
    decides: '单位写的岗位，每周工时超过它的不能发布。',
    units: { 'hours a week': '小时/周' },
    grammar: whole(20, 60),
    example: '40',
    rulebook: '§2',
    needed: false,
  }),
  kind({
    code: 'work.age.min',
    name: '最低就业年龄',
    decides: '不满这个年龄的人不推荐岗位，也不能申请补贴。',
    units: { 'full years': '周岁' },
    grammar: whole(14, 18),
    example: '16',
    rulebook: '§2',
  }),
  kind({
    code: 'benefit.train.max',
    name: '培训补贴每人每年最高',
    decides: '一个人一年最多补多少学费。',
    units: { 'yuan a person a year': '元/人/年' },
    grammar: { kind: 'MONEY', stored: 'YUAN', minYuan: 1, maxYuan: 100_000 },
    scopes: LOCAL,
    example: '2000',
    rulebook: '§6',
  }),
  ...Object.entries(SCHEMES).map(([code, name]) =>
    kind({
      code: `scheme.amount.${code}`,
      name: `${name}标准`,
      decides: '每份补多少，供审核时对照。',
      units: {
        'fen a person a year': '元/人/年',
        'fen a person a month': '元/人/月',
        'fen a person': '元/人',
        'fen an item': '元/项',
      },
      grammar: fen(1, MOST_YUAN),
      scopes: LOCAL,
      example: '50',
      rulebook: '§6',
      needed: false,
    }),
  ),
  kind({
    code: 'concentrated.share.min',
    name: '集中安置单位的份额',
    decides: '残疾职工至少占几成才算集中安置单位。',
    units: { 'share of employees': '占在职职工' },
    grammar: share(),
    example: '25%',
    rulebook: '§6',
    needed: false,
  }),
  kind({
    code: 'notice.days',
    name: '公示天数',
    decides: '公示多少天才能发钱。',
    units: { 'working days': '个工作日', days: '天' },
    grammar: whole(1, 60),
    qualifiers: { ...ALL, TRAIN: '培训补贴', REWARD: '超比例奖励', VERIFICATION: '联网认证结果', POST: '公益性岗位' },
    example: '5',
    rulebook: '§2、§4',
  }),
  setting('headcountRounding', '职工人数怎么取整', '年平均职工人数取不取整。', ROUNDINGS, '不取整'),
  setting('countedRounding', '已安排人数怎么取整', '已安排残疾人数取不取整。', ROUNDINGS, '不取整'),
  setting(
    'wageRounding',
    '平均工资怎么取整',
    '年平均工资取不取整。',
    { EXACT: '不取整', DP2: '保留两位小数' },
    '不取整',
  ),
  setting(
    'moneyRounding',
    '残保金最后怎么取整',
    '应缴额最后取到分还是元。',
    { HALF_UP: '四舍五入到分', DOWN: '舍去分以下', YUAN_HALF_UP: '四舍五入到元' },
    '四舍五入到分',
  ),
  setting(
    'tierUsesWeighted',
    '分档比较用加权人数',
    '比较分界线时，重度残疾人算不算两个人。',
    { true: '用加权人数', false: '用实际人数' },
    '用加权人数',
  ),
  setting(
    'reliefDateBasis',
    '减缴按哪一年的规定',
    '按征收年度还是按数据年度取减缴的规定。',
    { LEVY_YEAR: '征收年度', FACT_YEAR: '数据年度' },
    '征收年度',
  ),
  setting(
    'postShareDay',
    '公益性岗位份额按哪一天算',
    '残疾人占在用公益性岗位的几成，按哪一天的岗位和人算。',
    { REPORT_DAY: '看的当天', LAST_YEAR_END: '上年最后一天' },
    '看的当天',
    { rulebook: '§5', afterEnd: 'REFUSE', needed: false },
  ),
  setting(
    'postPartMonth',
    '公益性岗位不满一个月怎么算',
    '上岗、离岗的那个月不满月，算不算进岗位补贴。',
    { COUNT: '算一个月', SKIP: '不算' },
    '不算',
    { rulebook: '§6', afterEnd: 'REFUSE', needed: false },
  ),
  setting('noticeAnswerDays', '答复异议的天数', '收到异议后几个工作日内答复。', {}, '7', {
    units: { setting: '个工作日' },
    grammar: whole(1, 60),
    rulebook: '§2',
  }),
  setting('feedbackAnswerDays', '答复意见的天数', '收到意见、投诉后几个工作日内答复。', {}, '5', {
    units: { setting: '个工作日' },
    grammar: whole(1, 60),
    rulebook: '§2',
  }),
  setting('wageClass', '最低工资属几类地区', '本县用哪一类的月最低工资。', {}, '3', {
    units: { class: '类' },
    grammar: whole(1, 4),
    scopes: ['PREFECTURE', 'COUNTY'],
    afterEnd: 'REFUSE',
    rulebook: '§2',
    needed: false,
  }),
  kind({
    code: 'retention.days',
    name: '保存多少天',
    decides: '过了这么多天，系统夜里自动删掉；几处不同的，按最长的办。',
    units: { days: '天' },
    grammar: whole(1, 3_660),
    qualifiers: {
      SESSION: '登录记录',
      SIGN_IN_CODE: '登录码',
      UPLOAD: '没有提交的上传文件',
      EXPORT: '导出给本人的资料文件',
      DELETION_GRACE: '同意删除以后的反悔期',
      FEEDBACK: '答复过的意见',
      REVEAL: '看完整号码时写的用途',
    },
    example: '180',
    afterEnd: 'ASSUME',
    rulebook: '§8',
  }),
  kind({
    code: 'retention.years',
    name: '保存多少年',
    decides: '办结以后还要保存这么多年，本人要求删除时也要说明；几处不同的，按最长的办。',
    units: { years: '年' },
    grammar: whole(1, 100),
    qualifiers: { APPLICATION: '申请', MONEY: '资金记录' },
    example: '10',
    afterEnd: 'ASSUME',
    rulebook: '§8',
  }),
  kind({
    code: 'privacy.guardianAge',
    name: '要监护人同意的年龄',
    decides: '不满这个岁数的人，处理个人信息要监护人同意。',
    units: { 'full years': '周岁' },
    grammar: whole(1, 18),
    example: '14',
    rulebook: '§1',
    needed: false,
  }),
];

const BY_CODE = new Map(PARAMETER_KINDS.map((one) => [one.code, one]));

/** @returns undefined for a code that nobody knows */
export const parameterKind = (code: string): ParameterKind | undefined => BY_CODE.get(code);

const LEVEL_OF_DIGITS: Readonly<Record<number, ScopeLevel>> = { 2: 'PROVINCE', 4: 'PREFECTURE', 6: 'COUNTY' };

/** How far down a scope lies; undefined for one that a row cannot have. */
export const scopeLevel = (scope: string): ScopeLevel | undefined =>
  scope === 'CN' ? 'CN' : /^\d+$/.test(scope) ? LEVEL_OF_DIGITS[scope.length] : undefined;
