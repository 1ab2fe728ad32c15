import type { INestApplicationContext } from '@nestjs/common';
import { AccountService, DEMO_PASSWORD, type NewAccount, type Role } from '@tongxing/access';
import { EmployerService } from '@tongxing/employers';
import { PeopleService } from '@tongxing/people';
import type { GeneratedCounty } from './county.js';

/** A demo account before the ids of its county's rows are known. */
interface Planned {
  /** sign-in name, without the county's ending */
  login: string;
  displayName: string;
  role: Role;
  /** what the account is about besides its county */
  about?: 'ASSESSED_SEEKER' | 'NEW_SEEKER' | 'EMPLOYER' | 'VILLAGE';
}

/**
 * One account per role, and two where the second shows something else. The administrators' three stand apart from every business role.
 * The last one is made when all else is there, so that its absence tells of a seeding that was cut off.
 */
const MAIN: readonly Planned[] = [
  { login: 'seeker', displayName: '求职者（已评估）', role: 'SEEKER', about: 'ASSESSED_SEEKER' },
  { login: 'seeker2', displayName: '求职者（未评估）', role: 'SEEKER', about: 'NEW_SEEKER' },
  { login: 'clerk', displayName: '单位经办人', role: 'EMPLOYER_CLERK', about: 'EMPLOYER' },
  { login: 'employer', displayName: '单位管理员', role: 'EMPLOYER_ADMIN', about: 'EMPLOYER' },
  { login: 'counsellor', displayName: '就业辅导员甲', role: 'COUNSELLOR' },
  { login: 'counsellor2', displayName: '就业辅导员乙', role: 'COUNSELLOR' },
  { login: 'commissioner', displayName: '残疾人专职委员', role: 'VILLAGE_COMMISSIONER', about: 'VILLAGE' },
  { login: 'helper', displayName: '代办人', role: 'HELPER' },
  { login: 'officer', displayName: '残联干部', role: 'OFFICER' },
  { login: 'officer2', displayName: '残联干部乙', role: 'OFFICER' },
  { login: 'reviewer', displayName: '审核人', role: 'REVIEWER' },
  { login: 'approver', displayName: '审批人', role: 'APPROVER' },
  { login: 'finance', displayName: '财务', role: 'FINANCE' },
  { login: 'releaser', displayName: '放款人', role: 'RELEASER' },
  { login: 'reconciler', displayName: '对账人', role: 'RECONCILER' },
  { login: 'auditor', displayName: '审计', role: 'AUDITOR' },
  { login: 'system', displayName: '系统管理员', role: 'SYSTEM_ADMIN' },
  { login: 'security', displayName: '安全管理员', role: 'SECURITY_ADMIN' },
  { login: 'security2', displayName: '安全管理员乙', role: 'SECURITY_ADMIN' },
];
const LAST: Planned = { login: 'audit', displayName: '审计管理员', role: 'AUDIT_ADMIN' };
/** In a second county: enough to see that regions are kept apart. */
const SMALL: readonly Planned[] = MAIN.filter(({ login }) =>
  ['seeker', 'clerk', 'counsellor', 'officer', 'officer2', 'reviewer', 'approver', 'finance'].includes(login),
);

/** The sign-in name whose account is made last. */
export const LAST_LOGIN = LAST.login;

/** Makes a county's demo accounts that do not stand yet; they all have the published password. @returns how many were made */
export async function makeAccounts(
  services: INestApplicationContext,
  county: GeneratedCounty,
  countyName: string,
  main: boolean,
): Promise<number> {
  const accounts = services.get(AccountService, { strict: false });
  let made = 0;
  for (const planned of main ? MAIN : SMALL) {
    const login = main ? planned.login : `${planned.login}.${county.countyCode}`;
    if ((await accounts.byLogin(login)) !== null) continue;
    const place = await placeOf(services, county, planned);
    await accounts.create({ ...accountOf(planned, login, countyName), ...place });
    made += 1;
  }
  return made;
}

/** Makes the last account: from now on the seeding counts as whole. */
export async function makeLastAccount(
  services: INestApplicationContext,
  countyCode: string,
  countyName: string,
): Promise<number> {
  const accounts = services.get(AccountService, { strict: false });
  if ((await accounts.byLogin(LAST_LOGIN)) !== null) return 0;
  await accounts.create({ ...accountOf(LAST, LAST_LOGIN, countyName), divisionCode: whole(countyCode) });
  return 1;
}

const whole = (countyCode: string): string => countyCode.padEnd(12, '0');

const accountOf = (
  { displayName, role }: Planned,
  login: string,
  countyName: string,
): Omit<NewAccount, 'divisionCode'> => ({
  login,
  displayName: `${countyName.replace(/县$/, '')}${displayName}`,
  password: DEMO_PASSWORD,
  roles: [role],
  demo: true,
});

/** Region, and person or employer, of an account. */
async function placeOf(
  services: INestApplicationContext,
  { countyCode, showcase }: GeneratedCounty,
  { about }: Planned,
): Promise<Pick<NewAccount, 'divisionCode' | 'personId' | 'employerId' | 'idNumber'>> {
  if (about === undefined) return { divisionCode: whole(countyCode) };
  if (about === 'EMPLOYER') {
    const employer = await services.get(EmployerService, { strict: false }).byCreditCode(showcase.employer);
    if (employer === null) throw new Error('the employer of the demo clerk is not there');
    return { divisionCode: employer.divisionCode, employerId: employer.id };
  }
  const people = services.get(PeopleService, { strict: false });
  const person = await people.findByIdNumber(about === 'NEW_SEEKER' ? showcase.newSeeker : showcase.assessedSeeker);
  if (person === null) throw new Error('the person of a demo account is not there');
  return {
    divisionCode: person.divisionCode,
    ...(about === 'VILLAGE' ? {} : { personId: person.id, idNumber: people.secretsOf(person).idNumber }),
  };
}
