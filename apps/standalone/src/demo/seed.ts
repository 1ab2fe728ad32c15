import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Account, DelegationDemo, Divisions } from '@tongxing/access';
import { BenefitsDemo } from '@tongxing/benefits';
import { CampaignDemo } from '@tongxing/campaigns';
import { DirectImportService, ImportJob } from '@tongxing/imports';
import { RoundsDemo } from '@tongxing/matching';
import { ParameterEntry, ParameterService } from '@tongxing/parameters';
import { ConsentService, PeopleService, Person } from '@tongxing/people';
import { chinaDay, CONFIG, type Config, Clock } from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { DataSource } from 'typeorm';
import { LAST_LOGIN, makeAccounts, makeLastAccount } from './accounts.js';
import { type CountySize, fileNameOf, generateCounty, type GeneratedCounty, TONGXIN, XUNWU } from './county.js';
import { seedFeedback } from './feedback.js';
import { seedAtWork } from './at-work.js';
import { seedSupport } from './support.js';
import { seedPlacements } from './placements.js';
import { DEMO_CALENDAR, DEMO_PARAMETERS } from './parameters.js';

export interface SeedOptions {
  /** the first one gets an account of every role; 同心县 and 寻乌县 unless given */
  counties?: readonly CountySize[];
  /** where the rosters are written and stay; `demo` in the data folder unless given */
  directory?: string;
  /** told after each step */
  onStep?: (name: string, seconds: number, detail?: string) => void;
}

type Step = <T>(name: string, work: () => Promise<T>, describe: (done: T) => string) => Promise<T>;

/**
 * True while the demonstration is not there: nobody is in the register, or a seeding was cut off. A database that people were brought
 * into by hand is left alone.
 */
export async function needsSeed(services: INestApplicationContext): Promise<boolean> {
  const { manager } = services.get(DataSource, { strict: false });
  if (!(await manager.existsBy(Person, {}))) return true;
  const begun = await manager.existsBy(ParameterEntry, { origin: 'DEMO' });
  return begun && !(await manager.existsBy(Account, { login: LAST_LOGIN }));
}

/**
 * 演示县: makes counties up, writes their rosters as files and brings these in the way the command line does; then demo accounts, and what
 * benefits and campaigns show. Run again it adds nothing; cut off, the next run goes on where it stopped.
 *
 * @param services the api's; in demo mode
 * @throws DomainError FORBIDDEN outside demo mode
 */
export async function seedDemo(services: INestApplicationContext, options: SeedOptions = {}): Promise<void> {
  const { counties = [TONGXIN, XUNWU], onStep } = options;
  const config = services.get<Config>(CONFIG, { strict: false });
  const directory = options.directory ?? join(config.dataDir, 'demo');
  const divisions = services.get(Divisions, { strict: false });
  const step: Step = async (name, work, describe) => {
    const start = performance.now();
    const done = await work();
    onStep?.(name, (performance.now() - start) / 1000, describe(done));
    return done;
  };

  await step(
    'parameters',
    () => services.get(ParameterService, { strict: false }).loadDemo(DEMO_PARAMETERS, DEMO_CALENDAR),
    () => `${DEMO_PARAMETERS.length} 演示参数, ${DEMO_CALENDAR.length} calendar years`,
  );
  const today = await dayOfSeeding(services);
  for (const [index, size] of counties.entries()) {
    const name = divisions.nameOf(size.countyCode);
    const county = await step(
      `${name} files`,
      () => generateCounty({ divisions, size, today, directory }),
      ({ files }) => `${files.reduce((sum, { rows }) => sum + rows, 0)} rows in ${files.length} files in ${directory}`,
    );
    await bringIn(services, county, name, step);
    await step(
      `${name} accounts`,
      () => makeAccounts(services, county, name, index === 0),
      (made) => `${made} made`,
    );
    await seedFeatures(services, county, name, step);
    if (index === 0)
      await step(
        `${name} rounds`,
        async () => {
          const person = await services
            .get(PeopleService, { strict: false })
            .findByIdNumber(county.showcase.assessedSeeker);
          return person ? services.get(RoundsDemo, { strict: false }).seedDemo(person.id) : 0;
        },
        (count) => `${count} rounds`,
      );
    if (index === 0)
      await step(
        `${name} helper`,
        () => services.get(DelegationDemo, { strict: false }).grant('seeker', 'helper'),
        (count) => `${count} delegation`,
      );
  }
  const [first] = counties;
  if (first !== undefined) await makeLastAccount(services, first.countyCode, divisions.nameOf(first.countyCode));
}

/** The day on which the seeding began, so that one that was cut off goes on with the very same people. */
async function dayOfSeeding(services: INestApplicationContext): Promise<IsoDate> {
  const { manager } = services.get(DataSource, { strict: false });
  const [first] = await manager.find(ParameterEntry, { where: { origin: 'DEMO' }, order: { id: 'ASC' }, take: 1 });
  return first === undefined ? services.get(Clock, { strict: false }).today() : chinaDay(first.enteredAt);
}

/** Each file by the import path of the command line, unless it has been brought in before. */
async function bringIn(
  services: INestApplicationContext,
  { countyCode, files }: GeneratedCounty,
  name: string,
  step: Step,
): Promise<void> {
  const { manager } = services.get(DataSource, { strict: false });
  const imports = services.get(DirectImportService, { strict: false });
  for (const { kind, path, rows } of files) {
    const fileName = fileNameOf(countyCode, kind);
    if (await manager.existsBy(ImportJob, { kind, fileName, state: 'COMMITTED', rowCount: rows })) continue;
    await step(
      `${name} ${kind}`,
      async () => {
        const { result } = await imports.importFile(kind, path);
        // A made-up roster is right as a whole: that is our promise. Rows and codes only; the numbers in it look like real ones.
        const errors = result.problems.filter(({ severity }) => severity === 'error');
        if (!result.committed || result.rows !== rows || errors.length > 0) {
          const first = errors.slice(0, 5).map(({ row, code, column }) => `row ${row} ${column} ${code}`);
          throw new Error(`${fileName}: ${result.rows} of ${rows} rows read; ${first.join('; ')}`);
        }
        return result;
      },
      ({ rows, warned }) => `${rows} rows, ${warned} with a warning`,
    );
  }
}

/** Of so many people, every sixth who looks for work and is assessed stands on the lists of employers. */
const MOST_WILLING = 3_000;
const WILLING_STEP = 6;

/** What features show besides rosters; each seeds itself. */
async function seedFeatures(
  services: INestApplicationContext,
  { countyCode, showcase }: GeneratedCounty,
  name: string,
  step: Step,
): Promise<void> {
  const people = await services
    .get(PeopleService, { strict: false })
    .findByIdNumbers([...showcase.seekers, showcase.assessedSeeker, showcase.newSeeker]);
  const idsOf = (idNumbers: readonly string[]): string[] =>
    idNumbers.flatMap((idNumber) => people.get(idNumber)?.id ?? []);
  await step(
    `${name} consents`,
    async () => {
      const ids = [...new Set([...idsOf(showcase.seekers), ...idsOf([showcase.assessedSeeker, showcase.newSeeker])])];
      await services.get(ConsentService, { strict: false }).seedDemo(ids, ['MATCHING', 'EMPLOYER_CONTACT']);
      const willing = await services.get(PeopleService, { strict: false }).matchFacts({
        afterId: '',
        limit: MOST_WILLING,
        divisionScope: countyCode,
      });
      const assessed = willing.filter(({ wantsWork, profile }) => wantsWork && profile !== null).map(({ id }) => id);
      const shown = assessed.filter((_, index) => index % WILLING_STEP === 0);
      await services.get(ConsentService, { strict: false }).seedDemo([...new Set([...ids, ...shown])], ['SHORTLIST']);
      return ids.length;
    },
    (count) => `${count} people`,
  );
  await step(
    `${name} caseloads`,
    () =>
      services
        .get(CampaignDemo, { strict: false })
        .assign({ divisionCode: countyCode, personIds: idsOf(showcase.seekers) }),
    (count) => `${count} people`,
  );
  await step(
    `${name} benefits`,
    () =>
      services
        .get(BenefitsDemo, { strict: false })
        .seedDemo({ divisionCode: countyCode, personIds: idsOf(showcase.applicants) }),
    ({ applications }) => `${applications} applications`,
  );
  await step(
    `${name} placements`,
    () => seedPlacements(services, countyCode, idsOf([...showcase.seekers, ...showcase.applicants])),
    ({ placements, projects }) => `${placements} people at work, ${projects} projects`,
  );
  await step(
    `${name} at work`,
    () =>
      seedAtWork(
        services,
        countyCode,
        idsOf([...showcase.seekers, ...showcase.applicants, showcase.assessedSeeker, showcase.newSeeker]),
      ),
    ({ referrals, months, seats, blind }) =>
      `${referrals} referrals, ${months} months of attendance, seats of ${seats} posts, ${blind} in work without sight`,
  );
  await step(
    `${name} support`,
    () => seedSupport(services, countyCode),
    (count) => `${count} requests`,
  );
  await step(
    `${name} feedback`,
    () => seedFeedback(services, countyCode),
    (count) => `${count} opinions and complaints`,
  );
}
