import type { INestApplicationContext } from '@nestjs/common';
import { DomainError } from '@tongxing/platform';
import { type CountySize, TONGXIN, XUNWU } from '../demo/county.js';
import { needsSeed, seedDemo } from '../demo/index.js';
import { type Outcome, progress } from './command.js';

export interface SeedFlags {
  division?: string;
  people?: string;
}

const COUNTIES: readonly CountySize[] = [TONGXIN, XUNWU];
const MIN_PEOPLE = 200;
const MAX_PEOPLE = 100_000;

/** The counties asked for, a number of people alone being of the main one; employers and posts keep their proportion to the people. */
function countiesOf({ division, people }: SeedFlags): CountySize[] {
  const code = division ?? (people === undefined ? undefined : TONGXIN.countyCode);
  const counties = COUNTIES.filter(({ countyCode }) => code === undefined || countyCode === code);
  if (counties.length === 0)
    throw new DomainError('DIVISION_UNKNOWN', '演示只有这些县。', {
      field: 'division',
      hint: `--division 可以是 ${COUNTIES.map(({ countyCode }) => countyCode).join('、')}。`,
    });
  if (people === undefined) return counties;
  const count = Number(people);
  if (!/^\d+$/.test(people) || count < MIN_PEOPLE || count > MAX_PEOPLE)
    throw new DomainError('VALIDATION', `--people 要在 ${MIN_PEOPLE} 到 ${MAX_PEOPLE} 之间。`, {
      field: 'people',
      hint: '例如 --people 500。',
    });
  return counties.map((county) => {
    const share = (number: number): number => Math.ceil((number * count) / county.people);
    return { ...county, people: count, employers: share(county.employers), posts: share(county.posts) };
  });
}

/** `seed demo`: what `npm start` does to an empty database. */
export async function seed(services: INestApplicationContext, flags: SeedFlags): Promise<Outcome> {
  const counties = countiesOf(flags);
  if (!(await needsSeed(services)))
    return { json: { seeded: false, steps: [] }, text: 'people are registered here already; nothing was added' };
  const steps: { name: string; seconds: number; detail: string }[] = [];
  await seedDemo(services, {
    counties,
    onStep: (name, seconds, detail = '') => {
      steps.push({ name, seconds: Number(seconds.toFixed(2)), detail });
      progress(`${name}: ${detail} (${seconds.toFixed(1)} s)`);
    },
  });
  return {
    json: { seeded: true, steps },
    text: `${counties.length} demo ${counties.length > 1 ? 'counties' : 'county'} seeded`,
  };
}
