import type { INestApplicationContext } from '@nestjs/common';
import { Account, Caseloads, type SignedIn } from '@tongxing/access';
import { CaseloadService } from '@tongxing/campaigns';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { EmployerService, Post, PostService } from '@tongxing/employers';
import {
  ApplicationBook,
  ApplicationFlow,
  type ApplicationNews,
  AttendanceService,
  JobApplication,
  JobApplicationService,
  MatchService,
  Placement,
  PlacementDesk,
  PlacementService,
  RefusalService,
  SupportFollow,
  WelfareSeats,
} from '@tongxing/matching';
import { ConsentService, FunctionalProfile, OwnProfileService, PeopleService, Person } from '@tongxing/people';
import { Clock, DomainError, newId } from '@tongxing/platform';
import { addDays, daysIn, isoDate, monthsUntil, PUBLIC_WELFARE } from '@tongxing/rules';
import { DataSource, In, IsNull, Like, MoreThan, MoreThanOrEqual, Not } from 'typeorm';

/** The best ones are often public-welfare posts, which the rounds give out. */
const POSTS_TRIED = 60;
/** Read for those who were assessed, and taken of them: some fit nothing. */
const PEOPLE_TRIED = 3_000;
const CASES = 16;
const DAYS_TO_VISIT = 5;
const ABSENT_EVERY = 3;
const PEOPLE_BESIDE = 2;
const DAYS_THERE = 40;
const MASSAGE = '按摩';
const SOURCE = '演示花名册：为演示编写';

/** Nobody is told by message of what the demonstration made up. */
const SILENT = {
  toPerson: async () => undefined,
  toEmployer: async () => undefined,
  tellEmployer: async () => undefined,
  tellPerson: async () => undefined,
} as unknown as ApplicationNews;

/** How far the demonstration takes one referral after the other. */
const FATES = ['REFERRED', 'RELEASED', 'INTERVIEW', 'OFFERED', 'DECLINED', 'REFUSED', 'ONBOARD'] as const;
type Fate = (typeof FATES)[number];

export interface Staff {
  counsellor: SignedIn;
  officers: readonly [SignedIn, SignedIn];
}

/**
 * 演示推荐和在岗: referrals as far as each can get, months of attendance and seats in use at public-welfare posts, and somebody who does not see in
 * work other than massage. Run again it adds nothing.
 *
 * @param shown people whom other parts of the demonstration show: they stay as they are
 */
export async function seedAtWork(
  services: INestApplicationContext,
  countyCode: string,
  shown: readonly string[],
): Promise<{ referrals: number; months: number; seats: number; blind: number }> {
  const staff = await staffOf(services, countyCode);
  if (staff === undefined) return { referrals: 0, months: 0, seats: 0, blind: 0 };
  const { manager } = services.get(DataSource, { strict: false });
  const accounts = await manager.find(Account, { where: { demo: true, personId: Not(IsNull()) } });
  const kept = new Set([...shown, ...accounts.flatMap(({ personId }) => personId ?? [])]);
  return {
    referrals: await seedReferrals(services, countyCode, staff, [...kept]),
    blind: await seedBlindWork(services, countyCode, staff.officers[0], [...kept]),
    seats: await seedSeats(services, countyCode, staff.officers[0]),
    months: await seedAttendance(services, countyCode, staff.officers),
  };
}

export async function staffOf(services: INestApplicationContext, countyCode: string): Promise<Staff | undefined> {
  const { manager } = services.get(DataSource, { strict: false });
  const accounts = await manager.find(Account, { where: { demo: true }, order: { login: 'ASC' } });
  const ours = accounts
    .filter(({ divisionCode }) => divisionCode.startsWith(countyCode.slice(0, 6)))
    .map(({ id, displayName, roles, divisionCode }): SignedIn => ({ id, displayName, roles, divisionCode }));
  const counsellor = ours.find(({ roles }) => roles.includes('COUNSELLOR'));
  const [one, other] = ours.filter(({ roles }) => roles.includes('OFFICER'));
  return counsellor && one && other ? { counsellor, officers: [one, other] } : undefined;
}

/** People who were assessed, taken into the counsellor's caseload: of others nobody knows what fits. */
async function seedReferrals(
  services: INestApplicationContext,
  countyCode: string,
  { counsellor, officers }: Staff,
  kept: readonly string[],
): Promise<number> {
  const get = <T>(type: new (...given: never[]) => T): T => services.get(type, { strict: false });
  const { manager } = services.get(DataSource, { strict: false });
  const standing = await manager.countBy(JobApplication, { referredById: counsellor.id });
  if (standing > 0) return standing;
  const today = services.get(Clock, { strict: false }).today();
  const flow = new ApplicationFlow(
    get(UnitOfWork),
    services.get(Clock, { strict: false }),
    get(Caseloads),
    get(PeopleService),
    get(ConsentService),
    get(EmployerService),
    get(PostService),
    get(MatchService),
    get(PlacementService),
    get(JobApplicationService),
    get(ApplicationBook),
    SILENT,
    get(RefusalService),
    get(OwnProfileService),
    get(SupportFollow),
  );
  const facts = await get(PeopleService).matchFacts({
    afterId: '',
    limit: PEOPLE_TRIED,
    divisionScope: countyCode.slice(0, 6),
  });
  const people = facts
    .filter(({ id, wantsWork, profile }) => wantsWork && profile !== null && !kept.includes(id))
    .map(({ id }) => id)
    .slice(0, CASES);
  await get(CaseloadService).assign({
    counsellorId: counsellor.id,
    personIds: people,
    dueOn: (index) => addDays(today, DAYS_TO_VISIT + index),
  });
  let made = 0;
  for (const personId of people) {
    const fate = FATES[made];
    if (fate === undefined) break;
    const id = await referred(personId);
    if (id === undefined) continue;
    await follow(id, personId, fate);
    made += 1;
  }
  return made;

  /** To the first post that takes the person; undefined where none does. */
  async function referred(personId: string): Promise<string | undefined> {
    try {
      const { edges } = await get(MatchService).matchedPosts(counsellor, { first: POSTS_TRIED }, { personId });
      const found = await get(PostService).byIds(edges.map(({ node }) => node.post.id));
      // Work of another county is in the hands of another office.
      const post = found.find(
        ({ kind, openings, divisionCode }) =>
          kind !== PUBLIC_WELFARE && openings > 1 && divisionCode.startsWith(countyCode.slice(0, 6)),
      );
      if (post === undefined) return undefined;
      const idempotencyKey = `demo-referral-${personId}`;
      return await flow.refer(counsellor, { personId, postId: post.id, note: '演示：离家近', idempotencyKey });
    } catch (error) {
      // Who wants no recommendations, or has one running already, is no example.
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }

  async function follow(id: string, personId: string, fate: Fate): Promise<void> {
    const person: SignedIn = { id: personId, displayName: '', roles: ['SEEKER'], divisionCode: '', personId };
    const move = async (to: 'INTERVIEW' | 'OFFERED' | 'ONBOARD' | 'REFUSED', more: object): Promise<void> => {
      const { version } = await manager.findOneByOrFail(JobApplication, { id });
      await flow.move(officers[0], { id, version, to, ...more });
    };
    if (fate === 'REFERRED') return;
    if (fate === 'DECLINED') {
      await flow.decline(person, { id, reason: 'TRAVEL' });
      return;
    }
    const contact = { contactPhone: '13800000000', contactWay: 'CALL', needs: [], shareNeeds: false };
    await flow.release(person, { id, release: true, ...contact });
    if (fate === 'RELEASED') return;
    if (fate === 'REFUSED') {
      await move('REFUSED', { reason: 'FILLED' });
      return;
    }
    await move('INTERVIEW', { interview: { at: `${addDays(today, 2)} 09:30`, place: '示例办公室', way: 'FACE' } });
    if (fate === 'INTERVIEW') return;
    const offer = { wageYuan: '2200', startsOn: addDays(today, 3), replyBy: addDays(today, 2) };
    await move('OFFERED', { offer });
    if (fate === 'OFFERED') return;
    await flow.respond(person, { id, accept: true });
    await move('ONBOARD', { startedOn: today });
  }
}

/** 盲人在按摩以外的工作: by the assessment, not by the certificate. */
async function seedBlindWork(
  services: INestApplicationContext,
  countyCode: string,
  officer: SignedIn,
  taken: readonly string[],
): Promise<number> {
  const { manager } = services.get(DataSource, { strict: false });
  const today = services.get(Clock, { strict: false }).today();
  const county = Like(`${countyCode.slice(0, 6)}%`);
  const posts = await manager.find(Post, {
    where: {
      divisionCode: county,
      state: 'OPEN',
      noSight: true,
      openings: MoreThan(1),
      closesOn: MoreThanOrEqual(today),
    },
    order: { id: 'ASC' },
  });
  const post = posts.find(({ title, kind }) => !title.includes(MASSAGE) && kind !== PUBLIC_WELFARE);
  if (post === undefined) return 0;
  if (await manager.existsBy(Placement, { postId: post.id, source: 'RECORDED' })) return 1;
  const looking = await manager.find(Person, {
    where: { divisionCode: county, state: 'ACTIVE', employmentStatus: 'UNEMPLOYED', id: Not(In([...taken])) },
    select: { id: true },
    order: { id: 'ASC' },
  });
  const ids = new Set(looking.map(({ id }) => id));
  const profiles = await manager.find(FunctionalProfile, { order: { id: 'ASC' } });
  const blind = profiles.find(({ personId, levels }) => ids.has(personId) && levels.SEE === 0);
  if (blind === undefined) return 0;
  await services.get(PlacementDesk, { strict: false }).record(officer, {
    personId: blind.personId,
    postId: post.id,
    startedOn: addDays(today, -DAYS_THERE),
    endsOn: null,
    idempotencyKey: `demo-no-sight-${countyCode}`,
  });
  return 1;
}

/** 在用人数 of every public-welfare post: who is there, and people without a disability beside. In one go, since a county has hundreds. */
async function seedSeats(services: INestApplicationContext, countyCode: string, officer: SignedIn): Promise<number> {
  const unitOfWork = services.get(UnitOfWork, { strict: false });
  const clock = services.get(Clock, { strict: false });
  const county = Like(`${countyCode.slice(0, 6)}%`);
  const { manager } = unitOfWork;
  const posts = await manager.find(Post, {
    where: { divisionCode: county, kind: PUBLIC_WELFARE, state: Not('DRAFT') },
    order: { id: 'ASC' },
  });
  const known = new Set(
    (await manager.find(WelfareSeats, { select: { id: true, postId: true } })).map(({ postId }) => postId),
  );
  const there = await manager.findBy(Placement, { divisionCode: county, kind: PUBLIC_WELFARE, live: 1 });
  const rows = posts
    .filter(({ id }) => !known.has(id))
    .map(({ id: postId }) => ({
      id: newId(),
      postId,
      onDay: clock.today(),
      inUse: there.filter((row) => row.postId === postId).length + PEOPLE_BESIDE,
      source: SOURCE,
      recordedById: officer.id,
      recordedAt: clock.now(),
    }));
  await unitOfWork.run(() => insertRows(unitOfWork.manager, WelfareSeats, rows));
  return posts.length;
}

/** The two months before this one: both entered, the earlier one closed by another officer. */
async function seedAttendance(
  services: INestApplicationContext,
  countyCode: string,
  [one, other]: Staff['officers'],
): Promise<number> {
  const { manager } = services.get(DataSource, { strict: false });
  const sheets = services.get(AttendanceService, { strict: false });
  const today = services.get(Clock, { strict: false }).today();
  const [last = '', earlier = ''] = monthsUntil(today, 3).slice(1);
  const placed = await manager.findBy(Placement, {
    divisionCode: Like(`${countyCode.slice(0, 6)}%`),
    kind: PUBLIC_WELFARE,
  });
  let months = 0;
  for (const postId of [...new Set(placed.map((row) => row.postId))].sort()) {
    for (const month of [earlier, last]) {
      const { rows } = await sheets.sheet(one, postId, month);
      if (rows.length === 0) continue;
      const filled = rows.map(({ placementId }, at) => {
        const row = placed.find(({ id }) => id === placementId) as Placement;
        const span = { from: isoDate(row.startedOn), to: row.endedOn === null ? null : isoDate(row.endedOn) };
        const days = Math.min(22, daysIn(month, span));
        return { placementId, daysDue: days, daysPresent: days > 0 && at % ABSENT_EVERY === 1 ? days - 1 : days };
      });
      const idempotencyKey = `demo-attendance-${postId}-${month}`;
      await sheets.record(one, { postId, month, rows: filled, reason: null, idempotencyKey });
      if (month === earlier) await sheets.close(other, postId, month);
      months += 1;
    }
  }
  return months;
}
