import type { INestApplicationContext } from '@nestjs/common';
import { Account, type SignedIn } from '@tongxing/access';
import { Post, ProjectService, WorkProject } from '@tongxing/employers';
import { Placement, PlacementDesk, type RecordOutcomeInput } from '@tongxing/matching';
import { Person } from '@tongxing/people';
import { Clock } from '@tongxing/platform';
import { addDays, type IsoDate, monthsUntil, PROJECT_KINDS, type WorkKind, yuanText } from '@tongxing/rules';
import { DataSource, In, Like, MoreThan, Not } from 'typeorm';

const DAYS_THERE = 80;
const INTERN_DAYS = 60;
const INTERN_LEFT = 20;
const PLACES = 5;
/** Work at home and deliveries, by the words of the demonstration's trades; a project without one of them has no free place yet. */
const TITLES: Readonly<Record<string, string>> = {
  网络零售: '居家资料标注',
  云客服: '居家客服',
  物流快递: '送货员',
  手工制作: '来料加工（送料到家）',
};
/** In the office's words; hosts of the demonstration bear its mark like everybody in it. */
const HOST = '示例灵活就业服务社';

type Told = Omit<RecordOutcomeInput, 'placementId'>;

interface Planned {
  kind: WorkKind;
  status: 'UNEMPLOYED' | 'STUDENT';
  /** @param wage yuan a month as the post says, decimal text */
  told(from: IsoDate, today: IsoDate, wage: string): Told[];
}

const contract = (on: IsoDate, word: string): Told => ({ fact: 'CONTRACT', on, word });
const insured = (on: IsoDate): Told => ({ fact: 'INSURANCE', on });
const income = (month: string, word: string, yuan: string): Told => ({ fact: 'INCOME', month, word, yuan });
/** The month before a day's, and the one before that. */
const before = (today: IsoDate): [last: string, earlier: string] => monthsUntil(today, 3).slice(1) as [string, string];
const wages = (today: IsoDate, wage: string): Told[] => before(today).map((month) => income(month, 'WAGE', wage));

const PLAN: readonly Planned[] = [
  {
    kind: 'PUBLIC_WELFARE',
    status: 'UNEMPLOYED',
    told: (from, today, wage) => [contract(from, 'SERVICE_AGREEMENT'), insured(from), ...wages(today, wage)],
  },
  {
    kind: 'PROPORTIONAL',
    status: 'UNEMPLOYED',
    told: (from, today, wage) => [contract(from, 'LABOUR_CONTRACT'), insured(from), ...wages(today, wage)],
  },
  {
    kind: 'CONCENTRATED',
    status: 'UNEMPLOYED',
    told: (from, today, wage) => [contract(from, 'LABOUR_CONTRACT'), insured(from), ...wages(today, wage)],
  },
  {
    kind: 'AUXILIARY',
    status: 'UNEMPLOYED',
    told: (from, today) => [
      contract(from, 'SERVICE_AGREEMENT'),
      ...before(today).flatMap((month) => [income(month, 'PIECE', '420'), income(month, 'ALLOWANCE', '300')]),
    ],
  },
  {
    kind: 'FLEXIBLE',
    status: 'UNEMPLOYED',
    // A month without an order was told as 0; the running one was not told yet.
    told: (_, today) => {
      const [last, earlier] = before(today);
      return [income(earlier, 'SALES', '1260.50'), income(last, 'SALES', '0')];
    },
  },
  {
    kind: 'INTERNSHIP',
    status: 'STUDENT',
    told: (from, today) => [
      { fact: 'SCHOOL', text: '示例职业技术学校' },
      contract(from, 'INTERNSHIP_AGREEMENT'),
      income(before(today)[0], 'ALLOWANCE', '1200'),
      { fact: 'CONVERSION', word: 'KEPT', on: addDays(today, -INTERN_LEFT + 1) },
    ],
  },
];

/**
 * 演示上岗: one made-up person at a post of each kind with what came of it, a project of each kind that the plan names, and an internship
 * that ended in a contract. Run again it adds nothing.
 *
 * @param shown people whom other parts of the demonstration show: they stay as they are
 * @returns how many placements and projects there are
 */
export async function seedPlacements(
  services: INestApplicationContext,
  countyCode: string,
  shown: readonly string[],
): Promise<{ placements: number; projects: number }> {
  const { manager } = services.get(DataSource, { strict: false });
  const divisionCode = countyCode.padEnd(12, '0');
  const county = { divisionCode: Like(`${countyCode.slice(0, 6)}%`) };
  const accounts = await manager.find(Account, { where: { demo: true, ...county }, order: { id: 'ASC' } });
  const account = accounts.find(({ roles }) => roles.includes('OFFICER'));
  if (account === undefined) return { placements: 0, projects: 0 };
  const officer: SignedIn = {
    id: account.id,
    displayName: account.displayName,
    roles: account.roles,
    divisionCode,
  };
  const projects = await seedProjects(services, officer, county);
  let placements = 0;
  for (const planned of PLAN) placements += await place(services, officer, county, planned, shown);
  return { placements, projects };
}

type County = { divisionCode: ReturnType<typeof Like<string>> };

async function seedProjects(services: INestApplicationContext, officer: SignedIn, county: County): Promise<number> {
  const { manager } = services.get(DataSource, { strict: false });
  const projects = services.get(ProjectService, { strict: false });
  const startedOn = addDays(services.get(Clock, { strict: false }).today(), -DAYS_THERE);
  for (const word of Object.keys(PROJECT_KINDS)) {
    const title = `${word}示例项目`;
    const standing = await manager.findOneBy(WorkProject, { title, divisionCode: officer.divisionCode });
    const { id } =
      standing ?? (await projects.save(officer, { title, kind: word, hostName: HOST, places: PLACES, startedOn }));
    const post = TITLES[word] && (await roomyPost(services, county, 'FLEXIBLE', TITLES[word]));
    if (post) await projects.place(officer, post.id, id);
  }
  return Object.keys(PROJECT_KINDS).length;
}

/** The first open post of a kind that has an opening left after one is taken; one in a project before the others. */
async function roomyPost(
  services: INestApplicationContext,
  county: County,
  kind: WorkKind,
  title?: string,
): Promise<Post | null> {
  const { manager } = services.get(DataSource, { strict: false });
  const today = services.get(Clock, { strict: false }).today();
  const posts = await manager.find(Post, {
    where: { ...county, kind, state: 'OPEN', openings: MoreThan(1), ...(title ? { title } : {}) },
    order: { id: 'ASC' },
  });
  const open = posts.filter(({ publishedOn, closesOn }) => publishedOn <= addDays(today, -1) && closesOn >= today);
  return open.find(({ projectId }) => projectId !== null) ?? open[0] ?? null;
}

async function place(
  services: INestApplicationContext,
  officer: SignedIn,
  county: County,
  { kind, status, told }: Planned,
  shown: readonly string[],
): Promise<number> {
  const { manager } = services.get(DataSource, { strict: false });
  const desk = services.get(PlacementDesk, { strict: false });
  const today = services.get(Clock, { strict: false }).today();
  const from = addDays(today, -DAYS_THERE);
  const id = (await manager.findOneBy(Placement, { ...county, kind }))?.id ?? (await record());
  if (id === null) return 0;
  const { placement } = await desk.file(officer, id);
  const [post] = await manager.findBy(Post, { id: placement.postId });
  for (const one of told(placement.startedOn, today, yuanText(post?.wageLowFen ?? 0)))
    await desk.recordOutcome(officer, { placementId: id, ...one });
  if (kind === 'INTERNSHIP' && placement.live)
    await desk.end(officer, {
      id,
      endedOn: addDays(today, -INTERN_LEFT),
      reason: 'TERM',
      idempotencyKey: `demo-intern-left-${officer.divisionCode}`,
    });
  return 1;

  async function record(): Promise<string | null> {
    const post = await roomyPost(services, county, kind);
    const accounts = await manager.find(Account, { where: county, select: { id: true, personId: true } });
    const taken = [...shown, ...accounts.flatMap(({ personId }) => personId ?? [])];
    const person = await manager.findOne(Person, {
      where: { ...county, state: 'ACTIVE', employmentStatus: status, id: Not(In(taken)) },
      order: { id: 'DESC' },
    });
    if (post === null || person === null) return null;
    const input = {
      personId: person.id,
      postId: post.id,
      startedOn: from,
      endsOn: kind === 'INTERNSHIP' ? addDays(from, INTERN_DAYS) : null,
      idempotencyKey: `demo-placement-${officer.divisionCode}-${kind}`,
    };
    return (await desk.record(officer, input)).placement.id;
  }
}
