import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import {
  Account,
  Divisions,
  Idempotency,
  IdempotencyService,
  MemorySmsSender,
  messageEntities,
  MessageService,
  PhoneBook,
  type Role,
  type SignedIn,
  SmsSender,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import type { TestDatabase } from '@tongxing/database/testing';
import {
  CommitService,
  DirectImportService,
  importEntities,
  ImportJobs,
  ImportKinds,
  ImportService,
  StagingService,
} from '@tongxing/imports';
import { Job, JobService } from '@tongxing/jobs';
import { NoticeKinds, noticeEntities, NoticeService, ObjectionService } from '@tongxing/notices';
import { type NewParameter, parameterEntities, ParameterService } from '@tongxing/parameters';
import { peopleEntities, PeopleKind, PeopleService, Person } from '@tongxing/people';
import { Clock, CONFIG, type Config, CryptoProvider, FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate, withIdCheckDigit, withLuhnDigit } from '@tongxing/rules';
import { DataSource } from 'typeorm';
import { BankGateway } from '../bank-gateway.js';
import { BankReturnKind } from '../bank-return.kind.js';
import { BatchService } from '../batch.service.js';
import { BenefitDesk } from '../benefit-desk.service.js';
import { benefitEntities } from '../benefit-entities.js';
import { CallbackService } from '../callback.service.js';
import { BenefitsDemo } from '../benefits-demo.service.js';
import { benefitProviders } from '../benefits.module.js';
import { ExportService } from '../export.service.js';
import { FinanceDesk } from '../finance-desk.service.js';
import { LedgerService } from '../ledger.service.js';
import { returnFile, type ReturnedLine, type SandboxBank } from '../sandbox-bank.js';
import { SendService } from '../send.service.js';
import { BenefitNoticeService } from '../benefit-notice.service.js';

export const entities = [
  Account,
  Idempotency,
  ...messageEntities,
  Job,
  ...parameterEntities,
  ...importEntities,
  ...noticeEntities,
  ...peopleEntities,
  ...benefitEntities,
];

export const COUNTY = '640324000000';
const parameter = (code: string, unit: string, value: string): NewParameter => ({
  code,
  scope: '640324',
  qualifier: '',
  unit,
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED',
  afterEnd: 'REFUSE',
});

export const idNumber = (index: number): string => {
  const year = 1960 + (index % 40);
  const month = String(1 + (Math.floor(index / 40) % 12)).padStart(2, '0');
  return withIdCheckDigit(`640324${year}${month}15${String(1 + Math.floor(index / 480)).padStart(3, '0')}`);
};
export const nameOf = (index: number): string =>
  `甲${'一二三四五六七八九十'[index % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(index / 10) % 10]}`;
export const accountOf = (index: number, tail = ''): string => {
  if (tail === '') return withLuhnDigit(`621700000000${String(index).padStart(6, '0')}`);
  for (let middle = 0; ; middle += 1) {
    const number = `6217000000${String(index).padStart(4, '0')}${middle}${tail}`.padStart(19, '6');
    if (withLuhnDigit(number.slice(0, -1)) === number) return number;
  }
};

/** A member of staff; ids are stable per login. */
export const staff = (login: string, role: Role, over: Partial<SignedIn> = {}): SignedIn => ({
  id: `00000000-0000-7000-8000-${login.padStart(12, '0')}`,
  displayName: `工作人员${login}`,
  roles: [role],
  divisionCode: COUNTY,
  ...over,
});

export const reviewer = staff('reviewer', 'REVIEWER');
export const approver = staff('approver', 'APPROVER');
export const officer = staff('officer', 'OFFICER');
export const finance = staff('finance', 'FINANCE');
export const releaser = staff('releaser', 'RELEASER');
export const reconciler = staff('reconciler', 'RECONCILER');
export const auditor = staff('auditor', 'AUDITOR');

/** The services of benefits on a test database, wired as the application wires them. */
export async function services(database: TestDatabase) {
  const { unitOfWork, dataSource } = database;
  const dataDir = mkdtempSync(join(tmpdir(), 'tongxing-benefits-'));
  const clock = new FixedClock('2026-06-01T09:00:00+08:00');
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const config = { demo: true, production: false, dataDir } as Config;
  const app = await Test.createTestingModule({
    providers: [
      { provide: DataSource, useValue: dataSource },
      { provide: UnitOfWork, useValue: unitOfWork },
      { provide: Clock, useValue: clock },
      { provide: CryptoProvider, useValue: crypto },
      { provide: CONFIG, useValue: config },
      { provide: Divisions, useFactory: () => Divisions.shipped() },
      JobService,
      ParameterService,
      PeopleService,
      ImportKinds,
      DirectImportService,
      StagingService,
      CommitService,
      ImportService,
      ImportJobs,
      IdempotencyService,
      PhoneBook,
      { provide: SmsSender, useClass: MemorySmsSender },
      MessageService,
      NoticeKinds,
      NoticeService,
      ObjectionService,
      ...benefitProviders,
    ],
  }).compile();
  await app.init();
  app.get(PhoneBook).register({
    holdersOf: () => Promise.resolve([]),
    phonesOf: (ids) => app.get(PeopleService).phonesOf(ids),
  });
  const kinds = app.get(ImportKinds);
  kinds.register(new PeopleKind(unitOfWork, crypto));
  kinds.register(new BankReturnKind(unitOfWork, crypto));
  await app
    .get(ParameterService)
    .loadDemo(
      [
        parameter('benefit.train.max', 'yuan', '3000'),
        parameter('notice.days', 'working days', '5'),
        parameter('work.age.min', 'full years', '16'),
      ],
      [],
    );
  const desk = app.get(BenefitDesk);
  const money = app.get(FinanceDesk);
  const imports = app.get(ImportService);
  const bank = app.get<SandboxBank>(BankGateway);
  const { manager } = dataSource;

  /** Brings people in through their roster, as the office does. */
  const people = async (from: number, count: number, over: Record<string, string> = {}): Promise<SignedIn[]> => {
    const columns = [
      '姓名',
      '残疾人证号',
      '证件有效期至',
      '户籍区划',
      '户号',
      '与户主关系',
      '就业状况',
      '联系电话',
      '银行账号',
    ];
    const rows = Array.from({ length: count }, (_, index) => {
      const cells: Record<string, string> = {
        姓名: nameOf(from + index),
        残疾人证号: `${idNumber(from + index)}43`,
        证件有效期至: '2035-01-01',
        户籍区划: '640324100000',
        户号: `H${from + index}`,
        与户主关系: '户主',
        就业状况: '未就业',
        联系电话: '',
        银行账号: '',
        ...over,
      };
      return columns.map((column) => cells[column]).join(',');
    });
    const path = join(dataDir, `people-${from}.csv`);
    writeFileSync(path, [columns.join(','), ...rows].join('\r\n'));
    const report = await app.get(DirectImportService).importFile('people', path);
    if (report.result.new !== count) throw new Error(`people: ${JSON.stringify(report)}`);
    const viewers: SignedIn[] = [];
    for (let index = from; index < from + count; index += 1) {
      const person = (await app.get(PeopleService).findByIdNumber(idNumber(index))) as Person;
      viewers.push({ ...staff(`seek${index}`, 'SEEKER'), displayName: person.name, personId: person.id });
    }
    return viewers;
  };

  const application = (seeker: SignedIn, over: Record<string, unknown> = {}) => ({
    schemeCode: 'TRAIN',
    course: '中式面点',
    courseHours: 80,
    feeYuan: '1500.05',
    periodStart: '2026-03-01',
    periodEnd: '2026-04-30',
    accountName: seeker.displayName,
    accountNumber: accountOf(1),
    idempotencyKey: newId(),
    ...over,
  });

  const decide = async (
    viewer: SignedIn,
    id: string,
    step: 'REVIEW' | 'APPROVE',
    outcome: 'APPROVE' | 'RETURN' | 'REJECT' = 'APPROVE',
    over: Record<string, unknown> = {},
  ) => {
    const { version } = await desk.case(viewer, id);
    const reason = outcome === 'APPROVE' ? {} : { reason: '请补发票' };
    return desk.decide(viewer, { id, version, step, outcome, ...reason, idempotencyKey: newId(), ...over });
  };

  const allot = (amountYuan: string, document = newId()) =>
    money.allot(finance, {
      schemeCode: 'TRAIN',
      year: 2026,
      source: '残保金',
      amountYuan,
      document,
      idempotencyKey: newId(),
    });

  /** Applied, reviewed, approved. */
  const approved = async (seeker: SignedIn, over: Record<string, unknown> = {}): Promise<string> => {
    const { id } = await desk.apply(seeker, application(seeker, over));
    await decide(reviewer, id, 'REVIEW');
    await decide(approver, id, 'APPROVE');
    return id;
  };

  /** Published, and closed after its period. */
  const noticed = async (): Promise<void> => {
    const notice = await desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() });
    clock.set(`${notice.endsOn}T23:00:00+08:00`);
    clock.advanceDays(1);
    await desk.close(officer, notice.id, newId());
  };

  const released = async (envelopeId: string) => {
    const batch = await money.seal(finance, { envelopeId, idempotencyKey: newId() });
    return money.release(releaser, { id: batch.id, idempotencyKey: newId() });
  };

  /** Uploads a return file and runs its check. */
  const upload = async (content: Buffer, viewer = reconciler): Promise<string> => {
    const job = await imports.receive(viewer, 'bank-return', { fileName: '回盘.csv', content });
    await app
      .get(JobService)
      .handled.get('check-import')
      ?.handler({ importId: job.id }, { jobId: 'spec', attempt: 1, signal: new AbortController().signal });
    return job.id;
  };

  /** A return file for a batch, every line paid unless told otherwise. */
  const returned = async (
    batchId: string,
    change: (lines: ReturnedLine[]) => ReturnedLine[] = (lines) => lines,
  ): Promise<Buffer> => {
    const batch = await money.batch(finance, batchId);
    const file = await money.export(finance, batchId, newId());
    const { content } = await app.get(ExportService).open(finance, file.exportId);
    const lines = content
      .toString('latin1')
      .split('\r\n')
      .filter((line) => line.startsWith('D|'))
      .map((line) => line.split('|'))
      .map(([, , key, accountNumber, , amount]) => ({
        key: key as string,
        accountName: '',
        accountNumber: accountNumber as string,
        paidFen: Number(amount),
        result: '成功',
        reason: '',
      }));
    return returnFile(batch.number, change(lines));
  };

  return {
    app,
    clock,
    crypto,
    unitOfWork,
    manager,
    desk,
    money,
    imports,
    bank,
    batches: app.get(BatchService),
    notices: app.get(BenefitNoticeService),
    objections: app.get(ObjectionService),
    exports: app.get(ExportService),
    ledger: app.get(LedgerService),
    sending: app.get(SendService),
    callbacks: app.get(CallbackService),
    demo: app.get(BenefitsDemo),
    people,
    application,
    decide,
    allot,
    approved,
    noticed,
    released,
    upload,
    returned,
    close: async () => {
      bank.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Services = Awaited<ReturnType<typeof services>>;
