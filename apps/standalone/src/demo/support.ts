import type { INestApplicationContext } from '@nestjs/common';
import {
  Account,
  Caseloads,
  Divisions,
  IdempotencyService,
  type MessageService,
  type SignedIn,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import {
  ApplicationBook,
  ApplicationNews,
  Support,
  SupportBook,
  SupportDesk,
  SupportFollow,
  SupportService,
} from '@tongxing/matching';
import { LicenceService, OwnProfileService, PeopleService } from '@tongxing/people';
import { Clock, FixedClock } from '@tongxing/platform';
import { addDays, type SupportKind } from '@tongxing/rules';
import { DataSource, IsNull, Like, Not } from 'typeorm';
import { type Staff, staffOf } from './at-work.js';

/** Nobody is told by message of what the demonstration made up. */
const SILENT = { tell: async () => undefined, tellPeople: async () => undefined } as unknown as MessageService;
const DAY_MS = 86_400_000;
const MINUTES = 120;
/** Days before today on which the oldest request was made; two days later it took place. */
const LONG_AGO = 6;

/** How far each request goes; the first is that of the county's own demo seeker. */
const CASES: readonly { kind: SupportKind; title: string; to: 'BOOKED' | 'REQUESTED' | 'DELIVERED' | 'DECLINED' }[] = [
  { kind: 'SIGN', title: '演示：电商培训第一课', to: 'BOOKED' },
  { kind: 'COMPANION', title: '演示：家政培训开班', to: 'REQUESTED' },
  { kind: 'SIGN', title: '演示：面点培训', to: 'DELIVERED' },
  { kind: 'TRAVEL', title: '演示：县里的电脑培训', to: 'DECLINED' },
];

/**
 * 演示支持和证照: help that was asked for, as far as each request can get, with whom the office works; and a licence by the seeker's own word. Run
 * again it adds nothing.
 */
export async function seedSupport(services: INestApplicationContext, countyCode: string): Promise<number> {
  const { manager } = services.get(DataSource, { strict: false });
  const county = Like(`${countyCode.slice(0, 6)}%`);
  const standing = await manager.countBy(Support, { divisionCode: county });
  const staff = await staffOf(services, countyCode);
  if (standing > 0 || staff === undefined) return standing;
  const get = <T>(type: new (...given: never[]) => T): T => services.get(type, { strict: false });
  const [seeker] = await manager.find(Account, {
    where: { demo: true, personId: Not(IsNull()), divisionCode: county },
    order: { login: 'ASC' },
  });
  const held = await get(Caseloads).heldBy(staff.counsellor.id);
  const people = [...new Set([seeker?.personId ?? '', ...held])].filter((id) => id !== '').slice(0, CASES.length);
  // All or nothing: a seeding that was cut off begins here again.
  return get(UnitOfWork).run(async () => {
    if (seeker?.personId) await ownLicence(get(LicenceService), seeker.personId, services);
    return requests(services, staff, people);
  });
}

async function requests(services: INestApplicationContext, staff: Staff, people: readonly string[]): Promise<number> {
  const get = <T>(type: new (...given: never[]) => T): T => services.get(type, { strict: false });
  const unitOfWork = get(UnitOfWork);
  const now = services.get(Clock, { strict: false });
  const at = (clock: Clock): { supports: SupportService; desk: SupportDesk } => {
    const supports = new SupportService(
      unitOfWork,
      clock,
      get(Caseloads),
      get(IdempotencyService),
      SILENT,
      get(OwnProfileService),
      get(PostService),
      get(ApplicationBook),
      get(ApplicationNews),
      get(SupportBook),
      get(SupportFollow),
    );
    const desk = new SupportDesk(
      unitOfWork,
      clock,
      get(Divisions),
      get(Caseloads),
      get(IdempotencyService),
      get(PeopleService),
      get(OwnProfileService),
      get(SupportBook),
      supports,
    );
    return { supports, desk };
  };
  const [officer] = staff.officers;
  const today = now.today();
  const { desk, supports } = at(now);
  const interpreters = await desk.saveProvider(officer, {
    name: '演示手语服务队',
    kind: 'ORGANISATION',
    kinds: ['SIGN', 'TEXT'],
    hourlyYuan: '120',
    active: true,
  });
  await desk.saveProvider(officer, { name: '演示陪同员', kind: 'STAFF', kinds: ['COMPANION', 'PLAIN'], active: true });

  for (const [index, personId] of people.entries()) {
    const { kind, title, to } = CASES[index] as (typeof CASES)[number];
    const past = to === 'DELIVERED';
    const then = past ? at(new FixedClock(new Date(now.now().getTime() - LONG_AGO * DAY_MS))) : { desk, supports };
    const day = addDays(today, past ? 2 - LONG_AGO : 3 + index);
    const { id } = await then.supports.requestFor(officer, personId, {
      kind,
      occasion: 'TRAINING',
      title,
      place: '示例培训学校二楼',
      startsAt: `${day} 09:30`,
      minutes: MINUTES,
      tellEmployer: false,
      idempotencyKey: `demo-support-${personId}`,
    });
    const version = async (): Promise<number> => (await unitOfWork.manager.findOneByOrFail(Support, { id })).version;
    if (to === 'DECLINED') await desk.decline(officer, { id, version: await version(), reason: 'NOBODY' });
    if (to !== 'BOOKED' && to !== 'DELIVERED') continue;
    await then.desk.bookOne(officer, {
      id,
      version: await version(),
      providerId: interpreters.id,
      from: `${day} 09:15`,
      minutes: MINUTES,
      feeBy: 'HOUR',
      idempotencyKey: `demo-booking-${personId}`,
    });
    if (past) await supports.complete(officer, { id, version: await version(), delivered: true, minutes: MINUTES });
  }
  return people.length;
}

/** Nobody looked at the paper yet. */
async function ownLicence(
  licences: LicenceService,
  personId: string,
  services: INestApplicationContext,
): Promise<void> {
  const viewer: SignedIn = { id: personId, displayName: '', roles: ['SEEKER'], divisionCode: '', personId };
  const validUntil = addDays(services.get(Clock, { strict: false }).today(), 400);
  await licences.saveOwn(viewer, { kind: '焊工证', validUntil });
}
