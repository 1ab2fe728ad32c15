import { Divisions, type SignedIn } from '@tongxing/access';
import type { TestDatabase } from '@tongxing/database/testing';
import {
  CommitService,
  DirectImportService,
  ImportJobs,
  ImportKinds,
  importEntities,
  ImportService,
  StagingService,
} from '@tongxing/imports';
import { type HandledJob, Job, JobService } from '@tongxing/jobs';
import { FixedClock, IntlCryptoProvider } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import { FunctionalProfilesKind } from '../functional-profiles.kind.js';
import { HouseholdMembersKind } from '../household-members.kind.js';
import { PeopleKind } from '../people.kind.js';
import { PeopleService } from '../people.service.js';
import { peopleEntities } from '../people-entities.js';

export const entities = [...importEntities, ...peopleEntities, Job];

export const HEADER =
  '姓名,残疾人证号,残疾军人证号,身份证号,证件有效期至,户籍区划,居住区划,联系电话,户号,与户主关系,户口性质,文化程度,低保类别,就业状况,求职意愿,技能,期望月薪,期望岗位类型,通勤上限公里,需要的便利,银行户名,银行账号,毕业院校,毕业日期,状态,状态日期';

export const KEYS = HEADER.split(',');

/** A valid, plainly synthetic ID number. */
export const idNumber = (index: number): string => {
  const year = 1960 + (index % 40);
  const month = String(1 + (Math.floor(index / 40) % 12)).padStart(2, '0');
  return withIdCheckDigit(`640324${year}${month}15${String(1 + Math.floor(index / 480)).padStart(3, '0')}`);
};

/** Cells of a row of the roster of people, right unless told otherwise. */
export const personCells = (index: number, over: Record<string, string> = {}): Record<string, string> => ({
  姓名: `甲${String.fromCharCode(0x4e00 + index)}`,
  残疾人证号: `${idNumber(index)}43`,
  证件有效期至: '2035-01-01',
  户籍区划: '640324100000',
  联系电话: `138${String(index).padStart(8, '0')}`,
  户号: `H${Math.floor(index / 2)}`,
  与户主关系: index % 2 ? '配偶' : '户主',
  就业状况: '未就业',
  求职意愿: '是',
  技能: '种植、养殖',
  期望月薪: '2500',
  银行户名: `甲${index}`,
  银行账号: '6217000000000000004',
  ...over,
});

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = (rows: readonly Record<string, string>[], header: readonly string[] = KEYS): string =>
  [header, ...rows.map((row) => header.map((key) => quoted(row[key] ?? '')))]
    .map((cells) => cells.join(','))
    .join('\r\n');

export const officer: SignedIn = {
  id: '00000000-0000-7000-8000-000000000001',
  displayName: '残联干部甲',
  roles: ['OFFICER'],
  divisionCode: '640324000000',
};

/** The services of imports and people on a test database, without Nest around them. */
export function services(
  database: TestDatabase,
  crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) }),
) {
  const { unitOfWork } = database;
  const clock = new FixedClock();
  const divisions = Divisions.shipped();
  const kinds = new ImportKinds();
  kinds.register(new PeopleKind(unitOfWork, crypto));
  kinds.register(new HouseholdMembersKind(unitOfWork, crypto));
  kinds.register(new FunctionalProfilesKind(unitOfWork, crypto));
  const jobs = new JobService(unitOfWork, clock);
  const staging = new StagingService(kinds, unitOfWork, clock, crypto, divisions);
  const commits = new CommitService(kinds, unitOfWork, clock, crypto, divisions);
  new ImportJobs(jobs, staging, commits, unitOfWork, clock).onModuleInit();
  return {
    clock,
    kinds,
    unitOfWork,
    direct: new DirectImportService(kinds, unitOfWork, clock, divisions),
    imports: new ImportService(kinds, unitOfWork, clock, crypto, divisions, jobs),
    people: new PeopleService(unitOfWork, crypto),
    /** Runs a job as the runner would. */
    run: async (
      name: 'check-import' | 'commit-import',
      importId: string,
      attempt = 1,
      signal = new AbortController().signal,
    ): Promise<void> => {
      const { definition, handler, givenUp } = jobs.handled.get(name) as HandledJob;
      try {
        await handler({ importId }, { jobId: 'spec', attempt, signal });
      } catch (error) {
        if (attempt >= definition.attempts) await unitOfWork.run(async () => givenUp?.({ importId }));
        throw error;
      }
    },
  };
}
