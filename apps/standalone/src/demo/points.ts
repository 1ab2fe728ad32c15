import { addDays, type IsoDate } from '@tongxing/rules';
import type { Cells } from './files.js';
import type { Names } from './names.js';
import type { Numbers } from './numbers.js';
import type { Place, Places } from './places.js';
import type { Random } from './random.js';

export const POINT_HEADERS = [
  '名称',
  '所在区划',
  '级别',
  '地址',
  '办理时间',
  '电话',
  '办什么',
  '无障碍条件',
  '联系人',
  '服务的村',
  '开办日期',
] as const;
type PointCells = Cells<(typeof POINT_HEADERS)[number]>;

/** So many villages in a hundred have a point of their own; the town's serves some of the others, and the rest have none. */
const OWN_SHARE = 0.55;
const SERVED_SHARE = 0.4;
const OLDEST_DAYS = 2_000;
const NEWEST_DAYS = 60;
const HOURS = ['周一到周五 9:00 到 12:00，14:00 到 17:00', '周一、周三、周五 9:00 到 12:00', '每天 8:30 到 11:30'];
const BASIC = ['求职登记', '岗位推荐', '补贴申请'];
const MORE = ['培训报名', '职业指导', '代办登记'];
const ALL = [...BASIC, ...MORE, '能力评估', '创业指导'];
const ACCESS = ['坡道', '无障碍卫生间', '文字联系', '上门服务', '盲道'];

/** 就业服务点 of a county: its own, one a town, many of the villages, two agencies and an organisation. */
export function pointsOf(
  random: Random,
  { townships, all, seat }: Places,
  names: Names,
  numbers: Numbers,
  countyName: string,
  today: IsoDate,
): PointCells[] {
  const point = (name: string, level: string, place: Place, services: readonly string[], serves = ''): PointCells => ({
    名称: name,
    所在区划: place.code,
    级别: level,
    地址: `${place.name}示例路${random.int(1, 99)}号`,
    办理时间: random.pick(HOURS),
    电话: numbers.phone(),
    办什么: services.join('、'),
    // Of every fifth nobody has written down yet how to get in.
    无障碍条件: random.chance(0.2) ? '' : random.some(ACCESS, random.int(1, 3)).join('、'),
    联系人: names.full(undefined, true),
    服务的村: serves,
    开办日期: addDays(today, -random.int(NEWEST_DAYS, OLDEST_DAYS)),
  });
  const plain = (name: string): string => name.replace(/(?:居委会|村委会)$/, '');
  const rows = [
    point(`${countyName}残疾人就业服务中心（示例）`, '县级', seat, ALL),
    point(`${plain(seat.name)}示例人力资源服务部`, '人力资源机构', seat, BASIC),
    point(`${countyName}示例人力资源公司`, '人力资源机构', seat, BASIC),
    point(`${countyName}助残社工示例中心`, '社会组织', seat, [...BASIC, '代办登记']),
  ];
  for (const town of townships) {
    const villages = all.filter(({ townshipCode }) => townshipCode === town.code);
    const own = villages.filter(() => random.chance(OWN_SHARE));
    const served = villages.filter((village) => !own.includes(village) && random.chance(SERVED_SHARE));
    const serves = served.map(({ code }) => code).join('、');
    rows.push(point(`${town.name}残疾人就业示例服务站`, '乡镇街道', town, [...BASIC, ...random.some(MORE, 2)], serves));
    for (const village of own)
      rows.push(
        point(
          `${plain(village.name)}示例就业服务点`,
          '村社区',
          village,
          random.some(BASIC, random.int(1, BASIC.length)),
        ),
      );
  }
  return rows;
}
