/** 见到了吗 */
export const METS: Readonly<Record<string, string>> = {
  SELF: '见到本人',
  FAMILY: '见到家人',
  NOBODY: '没有人',
  MOVED: '搬走了',
  UNWILLING: '不愿意见',
};

/** 现在的情况 */
export const SITUATIONS: Readonly<Record<string, string>> = {
  EMPLOYED: '在业',
  UNEMPLOYED: '无业',
  FLEXIBLE: '灵活就业',
  STUDENT: '上学',
};

/** 需要 */
export const NEEDS: readonly string[] = ['岗位', '培训', '补贴', '辅具', '别的'];
