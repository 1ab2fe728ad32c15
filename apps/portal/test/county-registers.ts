import { REGISTER_KINDS, type RegisterKind, registerText } from '@tongxing/rules';
import { type Answers, idOf } from './answers.js';

type Names =
  | 'registerList'
  | 'registerGapList'
  | 'registerSheet'
  | 'registerFile'
  | 'newRegisterEntry'
  | 'editRegisterEntry'
  | 'saveRegisterEntry'
  | 'exportRegister'
  | 'servicePoints';

const page = <Node>(nodes: readonly Node[], more = false) => ({
  totalCount: more ? nodes.length + 40 : nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: more ? 'cursor-2' : null, hasNextPage: more },
});

const KIND = REGISTER_KINDS.SERVICE_POINTS as RegisterKind;
const VALUES: Readonly<Record<string, string | string[]>> = {
  level: 'VILLAGE',
  address: '城北村党群服务中心一楼，大门左边第二间',
  hours: '周一到周五 9:00 到 12:00，14:00 到 17:00',
  phone: '0953-8000000转12',
  services: ['REGISTER', 'REFER', 'TRAIN', 'GRANT'],
  access: ['RAMP', 'TEXT'],
};

/** The small county's registers. @param name somebody with a long name */
export function registerAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['registerList']>['viewer'],
): Pick<Answers, Names> {
  const values: typeof VALUES = { ...VALUES, contactName: name.slice(0, 20) };
  const fields = KIND.fields.map((field) => {
    const value = values[field.key];
    const { key, label, type } = field;
    return { key, label, type, values: [value ?? []].flat(), text: registerText(field, value) };
  });
  const row = {
    id: idOf(1101),
    name: '豫海镇城北村示例就业服务点',
    categoryText: '村社区',
    divisionName: '豫海镇城北村委会',
    phone: '0953-8000000转12',
    state: 'OPEN',
    stateText: '开着',
    closedOn: null as string | null,
  };
  const closed = {
    ...row,
    id: idOf(1102),
    name: '豫园社区示例服务点',
    state: 'CLOSED',
    stateText: '关了',
    closedOn: '2026-10-31',
  };
  const town = { code: '640324100000', name: '豫海镇', level: 'TOWNSHIP', mine: true };
  const towns = [
    { code: '640324000000', name: '同心县', level: 'COUNTY', mine: true },
    town,
    { code: '640324101000', name: '河西镇', level: 'TOWNSHIP', mine: true },
  ];
  const villages = ['城北村委会', '城二村委会', '豫园社区居委会'].map((village, index) => ({
    code: `64032410020${index + 1}`,
    name: village,
    level: 'VILLAGE',
    mine: true,
  }));
  const entry = (id: string) => ({
    ...(id === closed.id ? closed : row),
    version: 3,
    divisionCode: '640324100201',
    openedOn: '2026-03-01',
    closeReasonText: id === closed.id ? '并到别处了' : null,
    mayChange: true,
    fields,
    serves: [{ code: '640324100202', name: '豫海镇城二村委会' }],
  });
  const coverage = {
    day: '2026-11-24',
    villages: 165,
    missing: 41,
    holders: 1203,
    towns: [
      { divisionCode: '640324100000', name: '豫海镇', villages: 27, missing: 8, holders: 960 },
      { divisionCode: '640324101000', name: '河西镇', villages: 15, missing: 0, holders: 0 },
    ],
  };
  const gap = { divisionCode: '640324100202', name: '城二村委会', townName: '豫海镇', holders: 12 };
  const counted = (role: string | null): boolean => role !== 'AUDITOR';
  const shownGap = (role: string | null) => ({ ...gap, holders: counted(role) ? gap.holders : null });
  const shownCoverage = (role: string | null) =>
    counted(role)
      ? coverage
      : { ...coverage, holders: null, towns: coverage.towns.map((one) => ({ ...one, holders: null })) };
  const point = {
    id: row.id,
    name: row.name,
    categoryText: row.categoryText,
    divisionName: row.divisionName,
    closedOn: '2026-12-31',
    fields: fields.filter(({ key }) => key !== 'contactName'),
    serves: ['豫海镇城二村委会'],
  };
  const seat = {
    ...point,
    id: idOf(1103),
    name: '同心县残疾人就业服务中心（示例）',
    categoryText: '县级',
    closedOn: null,
    serves: [],
    fields: point.fields.map((field) => (field.key === 'access' ? { ...field, values: [], text: '' } : field)),
  };
  return {
    registerList: ({ filter }, role) => ({
      viewer: viewer(role),
      registerPlaces: towns,
      registerCoverage: shownCoverage(role),
      registers: filter?.state === 'PLANNED' ? page([]) : page([row, closed], true),
    }),
    registerGapList: ({ town: chosen }, role) => ({
      viewer: viewer(role),
      registerPlaces: towns,
      registerGaps: chosen === '640324101000' ? page([]) : page([shownGap(role)], true),
    }),
    registerSheet: (_, role) => ({
      viewer: viewer(role),
      registerCoverage: shownCoverage(role),
      registerGaps: page([shownGap(role)]),
    }),
    registerFile: ({ id }, role) => ({ viewer: viewer(role), registerEntry: entry(String(id)) }),
    newRegisterEntry: ({ town: chosen }, role) => ({
      viewer: viewer(role),
      registerPlaces: chosen ? [town, ...villages] : towns,
    }),
    editRegisterEntry: ({ id }, role) => ({
      viewer: viewer(role),
      registerEntry: entry(String(id)),
      towns,
      places: [town, ...villages],
    }),
    saveRegisterEntry: () => ({ saveRegisterEntry: { id: row.id } }),
    exportRegister: () => ({ exportRegister: { name: '就业服务点-2026-11-24.csv', text: '名称\r\n' } }),
    servicePoints: ({ filter }, role) => ({
      viewer: viewer(role),
      towns: [
        { code: '640324100000', name: '同心县豫海镇' },
        { code: '640324101000', name: '同心县河西镇' },
      ],
      publicRegisters: filter?.divisionCode === '640324101000' ? page([]) : page([point, seat], true),
      county: { edges: [{ node: seat }] },
    }),
  };
}
