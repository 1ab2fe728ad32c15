/** The office's words and their codes, as rosters write them. */

export const PERSON_STATES = { 正常: 'ACTIVE', 注销: 'CANCELLED', 死亡: 'DECEASED' } as const;
/**
 * ERASED: deleted at the person's own request. What is left is an id for what must be kept.
 * MEMBER: no holder at all, but a member of a holder's household who stands for public-welfare posts. Whatever asks for an ACTIVE record, a
 * certificate, a share or a quota leaves such a person out.
 */
export type PersonState = (typeof PERSON_STATES)[keyof typeof PERSON_STATES] | 'ERASED' | 'MEMBER';

/** 就业状况 of a certificate holder. */
export const EMPLOYMENT_STATUSES = {
  未就业: 'UNEMPLOYED',
  已就业: 'EMPLOYED',
  灵活就业: 'FLEXIBLE',
  在校: 'STUDENT',
  无就业能力: 'UNABLE',
} as const;

/** 就业状况 of a household member: also 退休. */
export const MEMBER_STATUSES = { ...EMPLOYMENT_STATUSES, 退休: 'RETIRED' } as const;
export type EmploymentStatus = (typeof MEMBER_STATUSES)[keyof typeof MEMBER_STATUSES];

/** 户口性质 */
export const RESIDENCE_KINDS = { 农业: 'AGRICULTURAL', 非农业: 'NON_AGRICULTURAL' } as const;

/** 与户主关系 */
export const RELATIONS = {
  户主: 'HEAD',
  配偶: 'SPOUSE',
  子: 'SON',
  女: 'DAUGHTER',
  儿子: 'SON',
  女儿: 'DAUGHTER',
  儿媳: 'DAUGHTER_IN_LAW',
  女婿: 'SON_IN_LAW',
  父亲: 'FATHER',
  母亲: 'MOTHER',
  父母: 'PARENT',
  公公: 'FATHER_IN_LAW',
  婆婆: 'MOTHER_IN_LAW',
  岳父: 'FATHER_IN_LAW',
  岳母: 'MOTHER_IN_LAW',
  祖父母: 'GRANDPARENT',
  祖父: 'GRANDPARENT',
  祖母: 'GRANDPARENT',
  孙子: 'GRANDCHILD',
  孙女: 'GRANDCHILD',
  孙子女: 'GRANDCHILD',
  外孙子女: 'GRANDCHILD',
  兄弟姐妹: 'SIBLING',
  兄: 'SIBLING',
  弟: 'SIBLING',
  姐: 'SIBLING',
  妹: 'SIBLING',
  子女: 'CHILD',
  其他: 'OTHER',
} as const;

/** 文化程度, lowest first: the order that H-EDU compares. */
export const EDUCATIONS = {
  文盲: 'NONE',
  小学: 'PRIMARY',
  初中: 'JUNIOR_MIDDLE',
  高中: 'SENIOR_MIDDLE',
  中专: 'SECONDARY_VOCATIONAL',
  中职: 'SECONDARY_VOCATIONAL',
  技校: 'SECONDARY_VOCATIONAL',
  大专: 'COLLEGE',
  专科: 'COLLEGE',
  本科: 'BACHELOR',
  大学本科: 'BACHELOR',
  研究生: 'POSTGRADUATE',
  硕士: 'POSTGRADUATE',
  博士: 'POSTGRADUATE',
} as const;

/** 低保类别 */
export const WELFARE_CLASSES = {
  无: 'NONE',
  低保: 'SUBSISTENCE',
  城市低保: 'SUBSISTENCE_URBAN',
  农村低保: 'SUBSISTENCE_RURAL',
  特困: 'DESTITUTE',
  特困供养: 'DESTITUTE',
  低保边缘: 'SUBSISTENCE_MARGIN',
  边缘户: 'SUBSISTENCE_MARGIN',
} as const;

/** 岗位类型, as posts and wishes name it. */
export const POST_KINDS = {
  公益性岗位: 'PUBLIC_WELFARE',
  按比例就业: 'PROPORTIONAL',
  集中就业: 'CONCENTRATED',
  辅助性就业: 'AUXILIARY',
  灵活就业: 'FLEXIBLE',
  见习: 'INTERNSHIP',
} as const;
