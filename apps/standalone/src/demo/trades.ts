/** Skills that people name and posts ask for, in the same words. */
export const SKILLS = [
  '种植',
  '养殖',
  '缝纫',
  '烹饪',
  '保洁',
  '包装',
  '电脑操作',
  '编织',
  '刺绣',
  '家电维修',
  '电工',
  '焊接',
  '驾驶',
  '按摩',
  '客服',
  '电商运营',
  '理发',
  '会计',
] as const;

export const POST_KINDS = ['公益性岗位', '按比例就业', '集中就业', '辅助性就业', '灵活就业', '见习'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** What one trade's posts are like. */
export interface Trade {
  title: string;
  kind: PostKind;
  /** one of the eight, for a public-welfare post */
  welfare?: string;
  /** how often, against the other trades of its kind */
  weight: number;
  /** what the work asks of the body: items and levels of the 能力评估 */
  demands: string;
  /** yuan a month above the minimum wage, from and to */
  above: readonly [low: number, high: number];
  /** hours a week */
  hours: number;
  skills?: readonly (typeof SKILLS)[number][];
  licences?: readonly string[];
  education?: string;
  night?: boolean;
  remote?: boolean;
  /** what the unit has or offers; some of them, by chance */
  provisions: readonly string[];
}

const WELFARE_PROVISIONS = ['按自己的速度', '可坐着工作', '可提供搬运帮手', '可提供文字沟通', '无障碍卫生间'];
const OFFICE_PROVISIONS = ['坡道电梯', '无障碍卫生间', '可坐着工作', '大字材料', '可提供读屏软件', '可提供文字沟通'];
const WORKSHOP_PROVISIONS = ['可坐着工作', '可提供文字沟通', '无障碍卫生间', '班车接送', '可提供搬运帮手', '不排夜班'];

const welfare = (title: string, weight: number, demands: string, more: Partial<Trade> = {}): Trade => ({
  title,
  kind: '公益性岗位',
  welfare: title,
  weight,
  demands,
  above: [0, 200],
  hours: 30,
  provisions: WELFARE_PROVISIONS,
  ...more,
});

/** The eight kinds of public-welfare posts. @source 同心县规划（征求意见稿）专栏3-2 */
const WELFARE: readonly Trade[] = [
  welfare('乡村保洁员', 26, '久站2、走动3、搬举1、手活1、户外2、学活1、出行1'),
  welfare('水管员', 10, '走动3、搬举2、手活2、看2、户外3、学活2、出行1'),
  welfare('护路员', 12, '久站2、走动4、搬举2、看2、听1、户外3、学活1、出行1'),
  welfare('生态护林员', 16, '久站2、走动4、上下楼1、看3、听1、户外4、学活2、出行2'),
  welfare('社会救助协理员', 10, '走动2、手活3、看2、听2、说3、读3、学活3、人多2、户外1、出行1', { education: '初中' }),
  welfare('农家书屋管理员', 8, '走动1、搬举1、手活2、看2、说1、读2、学活2、人多1、出行1', {
    hours: 20,
    education: '小学',
  }),
  welfare('残疾人专职委员', 8, '走动2、手活3、看2、听2、说3、读3、学活3、人多2、户外1、出行1', { education: '初中' }),
  welfare('社区服务人员', 10, '久站1、走动2、手活3、看2、听2、说3、读3、学活3、人多3、出行1', {
    hours: 40,
    skills: ['电脑操作'],
    education: '高中',
  }),
];

const workshop = (title: string, weight: number, demands: string, more: Partial<Trade> = {}): Trade => ({
  title,
  kind: '按比例就业',
  weight,
  demands,
  above: [250, 1200],
  hours: 44,
  provisions: WORKSHOP_PROVISIONS,
  ...more,
});

const office = (title: string, weight: number, demands: string, more: Partial<Trade> = {}): Trade => ({
  title,
  kind: '按比例就业',
  weight,
  demands,
  above: [300, 1500],
  hours: 40,
  provisions: OFFICE_PROVISIONS,
  ...more,
});

const ORDINARY: readonly Trade[] = [
  workshop('包装工', 12, '久站3、搬举2、手活3、看2、学活2、赶活2、出行1', { skills: ['包装'] }),
  workshop('缝纫工', 10, '久站1、手活4、看3、辨色2、学活2、赶活3、出行1', { skills: ['缝纫'] }),
  workshop('食品分拣工', 8, '久站3、搬举2、手活3、看2、辨色2、学活1、赶活2、出行1'),
  workshop('仓库管理员', 6, '走动2、搬举3、手活2、看3、读3、学活3、出行1', { education: '初中' }),
  workshop('后厨帮工', 7, '久站3、搬举2、手活2、看2、听1、学活2、赶活3、出行1', { skills: ['烹饪'] }),
  workshop('保洁员', 9, '久站2、走动3、搬举1、手活2、看1、学活1、出行1', { skills: ['保洁'], hours: 36 }),
  workshop('洗衣工', 4, '久站3、搬举2、手活2、辨色1、学活1、赶活1、出行1'),
  workshop('电焊工', 3, '久站3、搬举3、手活4、看3、辨色2、听2、学活3、赶活2、出行1', {
    skills: ['焊接'],
    licences: ['焊工证'],
    above: [1200, 2800],
  }),
  workshop('电工', 3, '久站2、走动2、上下楼3、手活4、看3、辨色3、学活3、出行2', {
    skills: ['电工'],
    licences: ['电工证'],
    above: [1000, 2600],
  }),
  workshop('家电维修员', 3, '搬举2、手活4、看3、辨色2、说2、学活4、出行2', { skills: ['家电维修'] }),
  workshop('值班员', 5, '走动1、看2、听2、说2、读2、学活2、夜班2、出行1', { night: true, hours: 40 }),
  workshop('停车收费员', 4, '久站1、走动1、手活2、看2、听2、说2、学活2、人多2、户外2、出行1'),
  workshop('枸杞采后分拣', 6, '久站1、手活3、看3、辨色2、学活1、赶活1、出行1', { hours: 40 }),
  workshop('羊绒分梳工', 4, '久站2、手活3、看2、辨色2、听1、学活2、赶活3、出行1'),
  office('资料录入员', 8, '手活3、看3、读3、学活2、赶活1、出行1', { skills: ['电脑操作'], education: '初中' }),
  office('话务客服', 6, '手活3、看2、听3、说4、读3、学活3、人多3、出行1', { skills: ['客服'], education: '高中' }),
  office('出纳', 3, '手活3、看3、说2、读4、学活3、出行1', { skills: ['会计'], education: '大专' }),
  office('网店运营', 4, '手活3、看3、读3、学活4、赶活2、出行1', { skills: ['电商运营'], education: '中专' }),
  office('档案整理员', 5, '走动1、搬举1、手活3、看3、读3、学活2、出行1', { education: '初中' }),
  office('前台接待', 3, '久站1、手活3、看2、听2、说3、读2、学活2、人多3、出行1', { education: '高中' }),
  office('图书管理员', 2, '走动2、搬举2、手活2、看3、说2、读3、学活2、人多2、出行1', { education: '中专' }),
];

/** 集中就业: units whose staff is disabled for a good part, so that the work place has more to offer. */
const CONCENTRATED: readonly Trade[] = [
  workshop('保健按摩师', 4, '搬举1、久站2、手活3、听1、说2、学活3、人多1', {
    kind: '集中就业',
    skills: ['按摩'],
    provisions: ['坡道电梯', '无障碍卫生间', '可提供读屏软件', '安静岗位'],
    above: [800, 2600],
  }),
  workshop('服装车工', 6, '手活4、看3、学活2、赶活2', {
    kind: '集中就业',
    skills: ['缝纫'],
    provisions: ['文字沟通', '手语翻译', '坡道电梯', '无障碍卫生间', '班车接送', '可坐着工作'],
  }),
  workshop('纸箱装订工', 5, '久站2、搬举1、手活2、学活1、赶活1', {
    kind: '集中就业',
    provisions: ['文字沟通', '坡道电梯', '无障碍卫生间', '班车接送', '可坐着工作', '图片说明'],
  }),
];

/** 辅助性就业: sheltered work near home, at one's own speed. */
const AUXILIARY: readonly Trade[] = [
  workshop('手工编织', 5, '手活3、看2、学活1', {
    kind: '辅助性就业',
    above: [0, 300],
    hours: 25,
    provisions: ['按自己的速度', '图片说明', '无障碍卫生间', '坡道电梯', '安静岗位', '班车接送'],
  }),
  workshop('串珠、装袋', 6, '手活2、学活1', {
    kind: '辅助性就业',
    above: [0, 200],
    hours: 25,
    provisions: ['按自己的速度', '图片说明', '无障碍卫生间', '坡道电梯', '安静岗位', '班车接送'],
  }),
  workshop('刺绣', 3, '手活4、看3、辨色3、学活2', {
    kind: '辅助性就业',
    skills: ['刺绣'],
    above: [0, 500],
    hours: 30,
    provisions: ['按自己的速度', '图片说明', '无障碍卫生间', '坡道电梯'],
  }),
];

const FLEXIBLE: readonly Trade[] = [
  office('居家客服', 4, '手活3、看2、听3、说3、读3、学活3', {
    kind: '灵活就业',
    remote: true,
    skills: ['客服'],
    hours: 30,
    above: [0, 900],
  }),
  office('居家资料标注', 5, '手活3、看3、读3、学活2', {
    kind: '灵活就业',
    remote: true,
    skills: ['电脑操作'],
    hours: 30,
    above: [0, 1000],
  }),
  workshop('来料加工（送料到家）', 5, '手活3、看2、学活1', {
    kind: '灵活就业',
    remote: true,
    hours: 25,
    above: [0, 500],
    provisions: ['按自己的速度', '可坐着工作'],
  }),
  workshop('送货员', 3, '走动2、搬举3、手活2、看3、听2、说2、读1、学活2、赶活3、户外3、出行4', {
    kind: '灵活就业',
    skills: ['驾驶'],
    licences: ['C1驾驶证'],
    above: [600, 2200],
    provisions: [],
  }),
];

const INTERNSHIP: readonly Trade[] = [
  office('行政见习', 4, '走动1、手活3、看2、听2、说2、读3、学活3、人多1、出行1', {
    kind: '见习',
    education: '大专',
    above: [0, 500],
  }),
  office('电商见习', 3, '手活3、看3、读3、学活3、赶活1、出行1', { kind: '见习', education: '中专', above: [0, 500] }),
];

/** Every trade; each of the eight public-welfare kinds is one of them. */
export const TRADES: readonly Trade[] = [
  ...WELFARE,
  ...ORDINARY,
  ...CONCENTRATED,
  ...AUXILIARY,
  ...FLEXIBLE,
  ...INTERNSHIP,
];

export const WELFARE_TITLES: readonly string[] = WELFARE.map(({ title }) => title);
