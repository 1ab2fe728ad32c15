import {
  Account,
  Divisions,
  Idempotency,
  IdempotencyService,
  MemorySmsSender,
  messageEntities,
  MessageService,
  PhoneBook,
  type SignedIn,
} from '@tongxing/access';
import type { TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { type NewParameter, parameterEntities, ParameterService } from '@tongxing/parameters';
import { type Config, FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import {
  FeedbackService,
  type NewNotice,
  type NewNoticeLine,
  noticeEntities,
  NoticeKinds,
  NoticeService,
  ObjectionService,
} from '../index.js';

export const entities = [Account, Idempotency, Job, ...messageEntities, ...noticeEntities, ...parameterEntities];

export const noticeDays = (change: Partial<NewParameter> = {}): NewParameter => ({
  code: 'notice.days',
  scope: '640324',
  qualifier: '',
  unit: 'working days',
  value: '5',
  from: isoDate('2026-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED',
  afterEnd: 'REFUSE',
  ...change,
});

export const line = (over: Partial<NewNoticeLine> = {}): NewNoticeLine => ({
  subjectId: newId(),
  maskedName: '张*明',
  divisionName: '豫海镇',
  subject: '职业技能培训补贴',
  amountFen: 80_000,
  periodText: '2026-09-01至2026-09-12',
  ...over,
});

export const notice = (over: Partial<NewNotice> = {}): NewNotice => ({
  kind: 'BENEFIT',
  divisionCode: '640324000000',
  title: '2026年职业技能培训补贴公示',
  basis: '财社〔2026〕1号',
  lines: [line()],
  ...over,
});

export const officer: SignedIn = {
  id: newId(),
  displayName: '残联干部甲',
  roles: ['OFFICER'],
  divisionCode: '640324000000',
};

/** The services of notices on a test database, and what their kind was told. */
export async function services(database: TestDatabase, parameters: readonly NewParameter[] = [noticeDays()]) {
  const { unitOfWork } = database;
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const law = new ParameterService(unitOfWork, clock, { demo: true } as Config);
  await law.loadDemo(parameters, []);
  const kinds = new NoticeKinds();
  const told: {
    closed: [string, string[], string[]][];
    released: string[];
    upheld: string[];
    withdrawn: [string[], string[]][];
    asked: string[][];
    fail: boolean;
  } = {
    closed: [],
    released: [],
    upheld: [],
    withdrawn: [],
    asked: [],
    fail: false,
  };
  kinds.register({
    kind: 'BENEFIT',
    requireApart: async (_viewer, subjectIds) => void told.asked.push([...subjectIds]),
    onClosed: async (id, passed, held) => {
      if (told.fail) throw new Error('the feature failed');
      told.closed.push([id, [...passed], [...held]]);
    },
    onReleased: async (_id, subjectId) => void told.released.push(subjectId),
    onUpheld: async (_id, subjectId) => void told.upheld.push(subjectId),
    onWithdrawn: async (_id, free, held) => void told.withdrawn.push([[...free], [...held]]),
  });
  const idempotency = new IdempotencyService(unitOfWork, clock, crypto);
  const phones = new PhoneBook();
  const jobs = new JobService(unitOfWork, clock);
  const config = { demo: true } as Config;
  const messages = new MessageService(unitOfWork, clock, crypto, jobs, new MemorySmsSender(), phones, config);
  messages.onModuleInit();
  const notices = new NoticeService(unitOfWork, clock, law, kinds);
  return {
    clock,
    crypto,
    kinds,
    law,
    told,
    notices,
    messages,
    phones,
    objections: new ObjectionService(unitOfWork, clock, crypto, law, kinds, idempotency, messages),
    feedback: new FeedbackService(unitOfWork, clock, crypto, law, Divisions.shipped(), idempotency, messages),
    publish: (over: Partial<NewNotice> = {}) => unitOfWork.run(() => notices.publish(notice(over))),
    on: (day: string) => clock.set(`${day}T09:00:00+08:00`),
  };
}
