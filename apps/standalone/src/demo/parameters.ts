import type { NewCalendarYear, NewParameter } from '@tongxing/parameters';
import { addDays, type IsoDate, isoDate, weekdayOf } from '@tongxing/rules';

const SOURCE = '演示参数：为演示编写，不是文件规定的数值';
const FIRST_DAY = isoDate('2019-01-01');

const row = (
  code: string,
  scope: string,
  unit: string,
  value: string,
  more: Partial<NewParameter> = {},
): NewParameter => ({
  code,
  scope,
  qualifier: '',
  unit,
  value,
  from: FIRST_DAY,
  to: null,
  source: SOURCE,
  status: 'UNCONFIRMED',
  afterEnd: 'REFUSE',
  ...more,
});

/**
 * 演示参数: a value for whatever the rulebook leaves to operators and the demonstration cannot do without. Every result that rests on one
 * says so; production refuses them.
 */
export const DEMO_PARAMETERS: readonly NewParameter[] = [
  row('count.minimumWage', '640324', 'fen a month', '195000'),
  row('work.age.min', 'CN', 'full years', '16'),
  // Jiangxi's rows are by class; which class the county is in was not confirmed, nor what came after 2021.
  row('setting.wageClass', '360734', 'class', '3'),
  row('count.minimumWage', '36', 'fen a month', '175000', { qualifier: '3', from: isoDate('2022-01-01') }),
  row('count.ageBounds', 'CN', 'full years, both included', '16..59', { qualifier: 'MALE' }),
  row('count.ageBounds', 'CN', 'full years, both included', '16..54', { qualifier: 'FEMALE' }),
  row('count.insurances', 'CN', 'list', 'PENSION,MEDICAL'),
  row('levy.socialAverageWage', '64', 'fen a year', '8600000'),
  row('levy.socialAverageWage', '36', 'fen a year', '7900000'),
  row('notice.days', '64', 'working days', '5'),
  row('notice.days', '36', 'working days', '5'),
  row('benefit.train.max', '64', 'yuan a person a year', '2000.00'),
  row('benefit.train.max', '36', 'yuan a person a year', '1800.00'),
  row('verify.window', 'CN', 'month-day to month-day', '03-01..10-31'),
  row('post.target.disabled', 'CN', 'yes or no', 'yes'),
  row('post.residents.only', 'CN', 'yes or no', 'yes'),
  row('post.onePost', 'CN', 'yes or no', 'yes'),
  row('post.members', 'CN', 'yes or no', 'yes'),
  row('post.maxMonths', 'CN', 'months', '36'),
  row('post.nearRetirementYears', 'CN', 'years', '5'),
  row('post.refusals', 'CN', 'suitable referrals refused without reason', '2', { qualifier: 'PERSON' }),
  row('post.refusals', 'CN', 'suitable referrals refused without reason', '2', { qualifier: 'UNIT' }),
  row('post.refusals.barMonths', 'CN', 'months', '12', { qualifier: 'PERSON' }),
  row('post.refusals.barMonths', 'CN', 'months', '12', { qualifier: 'UNIT' }),
  row('post.refusals.appealDays', 'CN', 'days', '10', { qualifier: 'PERSON' }),
  row('post.refusals.appealDays', 'CN', 'days', '10', { qualifier: 'UNIT' }),
];

/** First and last day of each holiday, as one might expect them; the shipped years come from the State Council's notices. */
const HOLIDAYS: Readonly<Record<number, readonly (readonly [first: string, last: string])[]>> = {
  2027: [
    ['2027-01-01', '2027-01-03'],
    ['2027-02-05', '2027-02-11'],
    ['2027-04-03', '2027-04-05'],
    ['2027-05-01', '2027-05-05'],
    ['2027-06-09', '2027-06-09'],
    ['2027-09-15', '2027-09-15'],
    ['2027-10-01', '2027-10-07'],
  ],
  2028: [
    ['2028-01-01', '2028-01-03'],
    ['2028-01-25', '2028-01-31'],
    ['2028-04-02', '2028-04-04'],
    ['2028-05-01', '2028-05-05'],
    ['2028-05-28', '2028-05-30'],
    ['2028-10-01', '2028-10-08'],
  ],
  2029: [
    ['2029-01-01', '2029-01-01'],
    ['2029-02-12', '2029-02-18'],
    ['2029-04-04', '2029-04-04'],
    ['2029-05-01', '2029-05-05'],
    ['2029-06-16', '2029-06-18'],
    ['2029-09-22', '2029-09-24'],
    ['2029-10-01', '2029-10-07'],
  ],
};

function weekdaysOf(first: string, last: string): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = isoDate(first); day <= last; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}

/** Holidays of years that nobody has decreed yet, so that a demonstration in winter can count working days. */
export const DEMO_CALENDAR: readonly NewCalendarYear[] = Object.entries(HOLIDAYS).map(([year, periods]) => ({
  year: Number(year),
  holidays: periods.flatMap(([first, last]) => weekdaysOf(first, last)),
  workdays: [],
  source: SOURCE,
}));
