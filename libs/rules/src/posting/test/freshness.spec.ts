import { expect, it } from '@jest/globals';
import { isoDate } from '../../calendar.js';
import { type FreshnessLaw, freshnessOf, type PostWord } from '../freshness.js';

const d = isoDate;
const law = (askDays: number | null, pauseDays: number | null): FreshnessLaw => ({ askDays, pauseDays });
const post = (over: Partial<PostWord> = {}): PostWord => ({
  publishedOn: d('2028-01-01'),
  confirmedOn: null,
  askedOn: null,
  ...over,
});

it('never expires without a parameter, however old', () => {
  expect(freshnessOf(post({ askedOn: d('2028-01-02') }), law(null, 1), d('2038-01-01'))).toMatchObject({
    state: 'FRESH',
    asksOn: null,
    pausesOn: null,
  });
});

it('asks on the very day the days are over, not a day before', () => {
  expect(freshnessOf(post(), law(30, 10), d('2028-01-30'))).toMatchObject({ state: 'FRESH', asksOn: '2028-01-31' });
  expect(freshnessOf(post(), law(30, 10), d('2028-01-31'))).toMatchObject({ state: 'DUE', reason: '30天没有确认了。' });
});

it('counts from the later of publication and confirmation, over the 29th of February', () => {
  const confirmed = post({ confirmedOn: d('2028-02-01') });
  expect(freshnessOf(confirmed, law(30, 10), d('2028-03-01'))).toMatchObject({ state: 'FRESH' });
  expect(freshnessOf(confirmed, law(30, 10), d('2028-03-02'))).toMatchObject({
    state: 'DUE',
    lastWordOn: '2028-02-01',
  });
  // Published anew after an older word.
  expect(freshnessOf(post({ confirmedOn: d('2027-01-01') }), law(30, 10), d('2028-01-02')).lastWordOn).toBe(
    '2028-01-01',
  );
});

it('pauses only what was asked, on the day the second days are over', () => {
  const asked = post({ askedOn: d('2028-02-05') });
  expect(freshnessOf(asked, law(30, 10), d('2028-02-14'))).toMatchObject({ state: 'ASKED', pausesOn: '2028-02-15' });
  expect(freshnessOf(asked, law(30, 10), d('2028-02-15'))).toMatchObject({ state: 'OVERDUE' });
  // A year late and never asked: it is asked first.
  expect(freshnessOf(post(), law(30, 10), d('2029-01-01'))).toMatchObject({ state: 'DUE', pausesOn: null });
  expect(freshnessOf(asked, law(30, null), d('2029-01-01'))).toMatchObject({ state: 'ASKED', pausesOn: null });
});

it('forgets a question that is older than the last word', () => {
  const answered = post({ askedOn: d('2028-02-05'), confirmedOn: d('2028-02-06') });
  expect(freshnessOf(answered, law(30, 10), d('2028-02-16'))).toMatchObject({ state: 'FRESH', pausesOn: null });
});
