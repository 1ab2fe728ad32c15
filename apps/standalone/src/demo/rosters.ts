import type { UnitKind } from '@tongxing/rules';
import type { Citizen, HouseholdOf } from './citizens.js';
import type { Cells } from './files.js';
import type { Holder } from './holders.js';
import type { Random } from './random.js';
import type { Unit } from './units.js';

export const PEOPLE_HEADERS = [
  '姓名',
  '残疾人证号',
  '残疾军人证号',
  '身份证号',
  '证件有效期至',
  '户籍区划',
  '居住区划',
  '联系电话',
  '户号',
  '与户主关系',
  '户口性质',
  '文化程度',
  '低保类别',
  '就业状况',
  '求职意愿',
  '技能',
  '期望月薪',
  '期望岗位类型',
  '通勤上限公里',
  '需要的便利',
  '银行户名',
  '银行账号',
  '毕业院校',
  '毕业日期',
  '状态',
  '状态日期',
] as const;

/** A holder as a row of the 持证残疾人名册. */
export const peopleCells = (holder: Holder): Cells<(typeof PEOPLE_HEADERS)[number]> => ({
  姓名: holder.name,
  残疾人证号: holder.certificate,
  残疾军人证号: holder.veteran,
  身份证号: holder.idNumber,
  证件有效期至: holder.expiresOn,
  户籍区划: holder.household.place.code,
  居住区划: holder.residence?.code ?? '',
  联系电话: holder.phone,
  户号: holder.household.number,
  与户主关系: holder.relation,
  户口性质: holder.rural ? '农业' : '非农业',
  文化程度: holder.education,
  低保类别: holder.welfare,
  就业状况: holder.status,
  求职意愿: holder.wantsWork,
  技能: holder.skills.join('、'),
  期望月薪: holder.wantedWageYuan,
  期望岗位类型: holder.wantedKinds.join('、'),
  通勤上限公里: holder.commuteKm,
  需要的便利: holder.accessNeeds.join('、'),
  银行户名: holder.account === '' ? '' : holder.name,
  银行账号: holder.account,
  毕业院校: holder.graduatedFrom,
  毕业日期: holder.graduatedOn,
  状态: holder.state,
  状态日期: holder.stateOn,
});

export const MEMBER_HEADERS = ['户号', '姓名', '身份证号', '与户主关系', '就业状况', '求职意愿'] as const;
export type MemberCells = Cells<(typeof MEMBER_HEADERS)[number]>;

/** Who lives in the households whose members are known. One where a holder lives alone names the holder, so that it is known too. */
export function memberRows(
  random: Random,
  households: readonly HouseholdOf[],
  holders: readonly Holder[],
): MemberCells[] {
  const holderOf = new Map(holders.map((holder) => [holder.idNumber, holder]));
  return households
    .filter(({ known }) => known)
    .flatMap(({ number, members }) => {
      const others = members.filter(({ holder }) => !holder);
      const listed = others.length > 0 ? others : members;
      return listed.map((citizen) => ({
        户号: number,
        姓名: citizen.name,
        身份证号: citizen.idNumber,
        与户主关系: citizen.relation,
        ...workOf(random, citizen, holderOf.get(citizen.idNumber)),
      }));
    });
}

function workOf(random: Random, { age }: Citizen, holder: Holder | undefined): MemberCells {
  if (holder !== undefined) return { 就业状况: holder.status, 求职意愿: holder.wantsWork };
  if (age < 7) return { 就业状况: '无就业能力', 求职意愿: '' };
  if (age < 16 || (age <= 21 && random.chance(0.6))) return { 就业状况: '在校', 求职意愿: '' };
  if (age >= 60)
    return {
      就业状况: random.weighted([
        ['退休', 25],
        ['无就业能力', 40],
        ['灵活就业', 35],
      ]),
      求职意愿: '否',
    };
  const status = random.weighted([
    ['已就业', 38],
    ['灵活就业', 36],
    ['未就业', 26],
  ]);
  return { 就业状况: status, 求职意愿: status === '未就业' ? (random.chance(0.5) ? '是' : '否') : '否' };
}

export const EMPLOYER_HEADERS = [
  '单位名称',
  '统一社会信用代码',
  '单位性质',
  '国有',
  '行政层级',
  '编制数',
  '是否中小学或幼儿园',
  '区划',
  '地址',
  '经度',
  '纬度',
  '联系人',
  '联系电话',
  '收缴部门',
] as const;

const UNIT_KINDS: Readonly<Record<UnitKind, string>> = {
  GOVERNMENT_ORGAN: '机关',
  PUBLIC_INSTITUTION: '事业单位',
  SOCIAL_ORGANISATION: '社会团体',
  ENTERPRISE: '企业',
  PRIVATE_NON_ENTERPRISE: '民办非企业',
};

/** A unit as a row of the 用人单位名册. */
export const employerCells = (unit: Unit, index: number): Cells<(typeof EMPLOYER_HEADERS)[number]> => ({
  单位名称: unit.name,
  统一社会信用代码: unit.creditCode,
  单位性质: UNIT_KINDS[unit.kind],
  国有: unit.stateOwned ? '是' : '否',
  行政层级: unit.level,
  编制数: unit.level === '' ? '' : String(unit.size),
  是否中小学或幼儿园: unit.school ? '是' : '否',
  区划: unit.place.code,
  地址: `示例路${index + 1}号`,
  经度: unit.place.longitude.toFixed(6),
  纬度: unit.place.latitude.toFixed(6),
  联系人: unit.contact,
  联系电话: unit.phone,
  收缴部门: unit.collector,
});
