import { AuditChain, AuditEntry, AuditService, Divisions, type SignedIn } from '@tongxing/access';
import { blindColumns, insertRows } from '@tongxing/database';
import type { TestDatabase } from '@tongxing/database/testing';
import { DirectImportService, ImportKinds, importEntities } from '@tongxing/imports';
import { parameterEntities, ParameterService } from '@tongxing/parameters';
import { blindId, peopleEntities, PeopleService, Person } from '@tongxing/people';
import { type Config, FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate, MATCH_PARAMETERS, REGISTER_KINDS, type RegisterKind, withIdCheckDigit } from '@tongxing/rules';
import {
  CoverageService,
  registerEntities,
  RegisterFileService,
  RegisterImportKind,
  RegisterService,
} from '../index.js';
import type { SaveRegisterEntryInput } from '../register.types.js';

export const entities = [
  ...importEntities,
  ...parameterEntities,
  ...peopleEntities,
  ...registerEntities,
  AuditEntry,
  AuditChain,
];
export const KIND = 'SERVICE_POINTS';
export const COUNTY = '640324000000';
export const TOWN = '640324100000';
const divisions = Divisions.shipped();
/** villages of that town */
export const VILLAGES = divisions.children(TOWN).map(({ code }) => code);
export const [VILLAGE, NEXT] = VILLAGES as [string, string];
export const OTHER_TOWN = '640324101000';

export const viewer = (over: Partial<SignedIn> = {}): SignedIn => ({
  id: 'a',
  displayName: '甲',
  roles: ['OFFICER'],
  divisionCode: COUNTY,
  ...over,
});

let serial = 0;

/** What the form of a new point sends, right unless told otherwise. */
export const point = (over: Partial<SaveRegisterEntryInput> = {}, values: Record<string, string[]> = {}) => {
  serial += 1;
  const fields = {
    level: ['VILLAGE'],
    address: ['示例村委会一楼'],
    hours: ['周一到周五 9:00 到 17:00'],
    phone: ['0953-8012345'],
    services: ['REGISTER'],
    ...values,
  };
  return {
    kind: KIND,
    divisionCode: VILLAGE,
    name: `示例服务点${serial}`,
    openedOn: '2026-03-01',
    fields: Object.entries(fields).map(([key, texts]) => ({ key, values: texts })),
    ...over,
  };
};

const bounds = (value: string, qualifier: string) => ({
  code: MATCH_PARAMETERS.ageBounds,
  scope: 'CN',
  qualifier,
  unit: 'setting',
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED' as const,
  afterEnd: 'REFUSE' as const,
});

/** The services of registers on a test database, without Nest around them. */
export function services(database: TestDatabase) {
  const { unitOfWork } = database;
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const people = new PeopleService(unitOfWork, crypto);
  const parameters = new ParameterService(unitOfWork, clock, { demo: true } as Config);
  const registers = new RegisterService(unitOfWork, clock, crypto, divisions);
  new AuditService(unitOfWork, clock, crypto).onModuleInit();
  const kinds = new ImportKinds();
  const kind = new RegisterImportKind(REGISTER_KINDS[KIND] as RegisterKind, unitOfWork, crypto, divisions, registers);
  kinds.register(kind);
  return {
    clock,
    unitOfWork,
    kinds,
    registers,
    coverage: new CoverageService(clock, divisions, registers, people, parameters),
    files: new RegisterFileService(registers, divisions, clock, unitOfWork),
    direct: new DirectImportService(kinds, unitOfWork, clock, divisions),
    /** Enters from which age to which somebody works. */
    enterAges: () => parameters.loadDemo([bounds('16..59', 'MALE'), bounds('16..54', 'FEMALE')], []),
    person: async (over: Partial<Person> = {}): Promise<void> => {
      serial += 1;
      const id = newId();
      const idNumber = withIdCheckDigit(`6403241990010${String(serial % 10)}${String(serial).padStart(3, '0')}`);
      const row = {
        id,
        name: '示例人',
        sex: 'FEMALE' as const,
        birthOn: isoDate('1990-01-01'),
        divisionCode: VILLAGE,
        state: 'ACTIVE' as const,
        employmentStatus: 'UNEMPLOYED' as const,
        wantsWork: null,
        skills: [],
        wantedKinds: [],
        accessNeeds: [],
        secrets: crypto.seal('{}', `person|secrets|${id}`),
        ...blindColumns('idBlind', blindId(crypto, idNumber)),
        registeredAt: clock.now(),
        ...over,
      };
      await unitOfWork.run(() => insertRows(unitOfWork.manager, Person, [row]));
    },
  };
}
