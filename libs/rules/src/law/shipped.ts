import { isoDate } from '../calendar.js';
import type { AfterEnd, ParameterRow, ParameterStatus } from './parameter.js';

/** The day the shipped rows were last read against rulebook and acts. */
export const SHIPPED_REVIEWED_ON = isoDate('2026-11-22');

interface Period {
  value: string;
  from: string;
  to?: string;
  source: string;
  status: ParameterStatus;
}

function dated(
  code: string,
  unit: string,
  afterEnd: AfterEnd,
  scope: string,
  qualifier: string,
  periods: readonly Period[],
): ParameterRow[] {
  return periods.map(({ value, from, to, source, status }) => ({
    id: ['shipped', code, scope, qualifier, from].filter(Boolean).join(':'),
    code,
    scope,
    qualifier,
    unit,
    value,
    from: isoDate(from),
    to: to === undefined ? null : isoDate(to),
    source,
    status,
    origin: 'SHIPPED',
    afterEnd,
  }));
}

const REGULATION = '残疾人就业条例（国务院令第488号）';
const MEASURES = '财税〔2015〕72号';
const RELIEF_2020 = '财政部公告2019年第98号';
const RELIEF_2023 = '财政部公告2023年第8号';
const COUNTING = '残联厅函〔2022〕63号';

/** The two periods of the relief: tiers and exemption of small enterprises. */
const relief = (code: string, unit: string, value: string, qualifier = ''): ParameterRow[] =>
  dated(code, unit, 'REFUSE', 'CN', qualifier, [
    { value, from: '2020-01-01', to: '2022-12-31', source: RELIEF_2020, status: 'UNCONFIRMED' },
    { value, from: '2023-01-01', to: '2027-12-31', source: RELIEF_2023, status: 'UNCONFIRMED' },
  ]);

const ratio = (scope: string, source: string, status: ParameterStatus): ParameterRow[] =>
  dated('quota.ratio', 'share of employees', 'REFUSE', scope, '', [
    { value: '3/200', from: '2020-01-01', source, status },
  ]);

const weight = (certificate: 'DISABLED_PERSON' | 'DISABLED_VETERAN', grade: number, value: string): ParameterRow[] =>
  dated('count.weight', 'persons', 'REFUSE', 'CN', `${certificate}:${grade}`, [
    { value, from: '2019-01-01', source: `${MEASURES}；${COUNTING} (一)`, status: 'UNCONFIRMED' },
  ]);

/** Choices between readings; a division may enter its own. */
const setting = (name: string, value: string, why: string): ParameterRow[] =>
  dated(`setting.${name}`, 'setting', 'ASSUME', 'CN', '', [
    { value, from: '2020-01-01', source: `设定：${why}`, status: 'UNCONFIRMED' },
  ]);

/** How long records stay. Periods of our own design, and those of acts whose text was not read: an office may enter its own. */
const retention = (unit: 'days' | 'years', qualifier: string, value: string, source: string): ParameterRow[] =>
  dated(`retention.${unit}`, unit, 'ASSUME', 'CN', qualifier, [
    { value, from: '2020-01-01', source, status: 'UNCONFIRMED' },
  ]);

/**
 * The law that comes with the software. A value is here only when the rulebook has it from an act; what it marks (?) is entered by operators.
 * A period is closed with `to` and a new one added, never edited in place.
 */
export const SHIPPED_LAW: readonly ParameterRow[] = [
  ...dated('quota.ratio.floor', 'share of employees', 'ASSUME', 'CN', '', [
    { value: '3/200', from: '2007-05-01', source: `${REGULATION}第8条`, status: 'CONFIRMED' },
  ]),
  ...ratio('64', '宁财（综）发〔2016〕892号', 'UNCONFIRMED'),
  ...ratio('36', '赣财非税〔2019〕3号', 'UNCONFIRMED'),
  ...ratio('37', '山东 实施办法第31条 (2017)', 'CONFIRMED'),
  ...ratio('33', '浙江 条例第20条 (2009)', 'CONFIRMED'),
  ...ratio('50', '重庆 条例第22条 (2011)', 'CONFIRMED'),
  ...relief('levy.tier.threshold', 'share of employees', '1/100'),
  ...relief('levy.tier.upper', 'share of the amount due', '1/2'),
  ...relief('levy.tier.lower', 'share of the amount due', '9/10'),
  ...relief('levy.exempt.maxEmployees', 'employees', '30', 'ENTERPRISE'),
  ...dated('levy.wageCap.multiple', 'times the social average wage', 'REFUSE', 'CN', '', [
    {
      value: '2',
      from: '2018-04-01',
      source: '征收标准上限2倍，2018-04-01起（转引，原文待核）',
      status: 'UNCONFIRMED',
    },
  ]),
  ...dated('levy.lateFee.daily', 'share of the unpaid amount a day', 'REFUSE', 'CN', '', [
    { value: '1/200', from: '2007-05-01', source: `${REGULATION}第27条`, status: 'CONFIRMED' },
  ]),
  ...[1, 2].flatMap((grade) => weight('DISABLED_PERSON', grade, '2')),
  ...[3, 4].flatMap((grade) => weight('DISABLED_PERSON', grade, '1')),
  ...[1, 2, 3].flatMap((grade) => weight('DISABLED_VETERAN', grade, '2')),
  ...[4, 5, 6, 7, 8].flatMap((grade) => weight('DISABLED_VETERAN', grade, '1')),
  ...[9, 10].flatMap((grade) => weight('DISABLED_VETERAN', grade, '0')),
  ...['1:185000', '2:173000', '3:161000'].flatMap((row) => {
    const [wageClass, fen] = row.split(':') as [string, string];
    return dated('count.minimumWage', 'fen a month', 'REFUSE', '36', wageClass, [
      // Later rises are not known here: the rows speak for their own year, after it an operator's are asked for.
      {
        value: fen,
        from: '2021-04-01',
        to: '2021-12-31',
        source: '江西省最低工资标准，2021-04-01起',
        status: 'UNCONFIRMED',
      },
    ]);
  }),
  ...dated('work.hours.weekly', 'hours a week', 'ASSUME', 'CN', '', [
    {
      value: '40',
      from: '1995-05-01',
      source: '国务院关于职工工作时间的规定（国务院令第174号）第3条',
      status: 'UNCONFIRMED',
    },
  ]),
  ...dated('verify.window', 'month-day to month-day', 'REFUSE', 'CN', '', [
    {
      value: '03-01..10-31',
      from: '2026-01-01',
      to: '2026-12-31',
      source: '中残就业〔2025〕13号',
      status: 'UNCONFIRMED',
    },
  ]),
  ...dated('lead.organ.min', 'establishment', 'ASSUME', 'CN', '', [
    { value: '50', from: '2025-06-25', to: '2027-12-31', source: '国办发〔2025〕23号', status: 'UNCONFIRMED' },
  ]),
  ...dated('lead.institution.min', 'establishment', 'ASSUME', 'CN', '', [
    { value: '67', from: '2025-06-25', to: '2027-12-31', source: '国办发〔2025〕23号', status: 'UNCONFIRMED' },
  ]),
  ...dated('lead.seed.min', 'establishment', 'REFUSE', '640324', '', [
    {
      value: '50',
      from: '2021-01-01',
      to: '2025-12-31',
      source: '同心县规划（征求意见稿）专栏3-1',
      status: 'CONFIRMED',
    },
  ]),
  ...dated('lead.federation.share', 'share of cadres', 'REFUSE', '640324', '', [
    {
      value: '3/20',
      from: '2021-01-01',
      to: '2025-12-31',
      source: '同心县规划（征求意见稿）专栏3-1',
      status: 'CONFIRMED',
    },
  ]),
  ...dated('reward.multiple', 'times the monthly minimum wage', 'REFUSE', '64', '', [
    { value: '5', from: '2017-01-01', source: '宁残联发〔2017〕22号', status: 'UNCONFIRMED' },
  ]),
  ...dated('post.share.min', 'share of posts', 'ASSUME', '640324', '', [
    { value: '1/10', from: '2021-01-01', source: '同心县规划（征求意见稿）', status: 'CONFIRMED' },
  ]),
  ...dated('scheme.amount.ACCIDENT', 'fen a person a year', 'REFUSE', '640324', '', [
    {
      value: '5000',
      from: '2021-01-01',
      to: '2025-12-31',
      source: '同心县规划（征求意见稿）专栏2-3',
      status: 'CONFIRMED',
    },
  ]),
  ...dated('concentrated.share.min', 'share of employees', 'REFUSE', 'CN', '', [
    { value: '1/4', from: '2007-05-01', source: `${REGULATION}第11条`, status: 'CONFIRMED' },
  ]),
  ...dated('notice.days', 'working days', 'REFUSE', '3702', '', [
    { value: '5', from: '2020-01-01', source: '青岛 条例第27条 (2016)', status: 'CONFIRMED' },
  ]),
  ...dated('notice.days', 'days', 'REFUSE', '64', 'REWARD', [
    { value: '7', from: '2017-01-01', source: '宁残联发〔2017〕22号', status: 'UNCONFIRMED' },
  ]),
  ...setting('headcountRounding', 'EXACT', '各地做法不一，默认不取整'),
  ...setting('countedRounding', 'EXACT', '法规未写取整，默认不取整'),
  ...setting('wageRounding', 'EXACT', '法规未写取整，默认不取整'),
  ...setting('moneyRounding', 'HALF_UP', '法规未写，默认最后四舍五入到分'),
  ...setting('tierUsesWeighted', 'true', '1%的比较默认用加权后人数'),
  ...setting('reliefDateBasis', 'LEVY_YEAR', '减征档次默认按征收年度取'),
  ...setting('noticeAnswerDays', '7', '收到异议后几日内答复，默认为服务承诺'),
  ...setting('feedbackAnswerDays', '5', '无障碍声明里的承诺：五个工作日内回复'),
  ...retention('days', 'SESSION', '180', '设定：登录记录留半年备查'),
  ...retention('days', 'SIGN_IN_CODE', '1', '设定：登录码十分钟有效，留一天备查'),
  ...retention('days', 'UPLOAD', '180', '设定：没有提交的上传半年后删'),
  ...retention('days', 'EXPORT', '3', '设定：导出的资料三天内下载'),
  ...retention('days', 'DELETION_GRACE', '7', '设定：同意删除以后七天内可以反悔'),
  ...retention('days', 'FEEDBACK', '730', '设定：意见答复以后留两年备查'),
  ...retention('days', 'REVEAL', '1096', '设定：和运行日志一样留三十六个月，三年里可能有闰日'),
  ...retention('years', 'APPLICATION', '10', '设定：申请办结后留十年（依据待核）'),
  ...retention('years', 'MONEY', '30', '会计档案管理办法（财政部、国家档案局令第79号），年限待核原文'),
];
