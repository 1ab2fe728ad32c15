/**
 * Every fixed word on screen that more than one page uses. Sentences keep to 25 characters, buttons begin with a verb,
 * status words come from the lists below only; `words.spec.ts` holds them to it.
 */
export const words = {
  site: {
    service: '残疾人就业服务',
    hotline: '12385 残疾人服务热线',
    cityline: '12345 政务服务热线',
    office: (county: string) => `${county}残联`,
  },
  frame: {
    skip: '跳到正文',
    nav: '主导航',
    crumbs: '当前位置',
    reading: '阅读设置',
    larger: '大字版',
    smaller: '标准字',
    signIn: '登录',
    signOut: '退出登录',
    sessions: '登录与会话',
    endsSoon: '您很久没动了，再过 5 分钟会退出。',
    stay: '继续用（新窗口）',
    keptAnyway: '。您填的内容会留住。',
    help: '人工帮助',
    call: '需要帮忙，请打电话',
    a11y: '无障碍声明',
    feedback: '意见',
    privacy: '隐私',
    whoMay: '谁能做什么',
    demo: '演示系统，人名和号码都是编的。',
    wrongTitle: '有错误：',
  },
  helper: {
    banner: '代办',
    acting: (name: string) => `您正在帮 ${name} 办事`,
    title: (name: string) => `帮${name}办事`,
    stop: '停止代办',
    ended: (name: string) => `已停止代办，不能再帮 ${name} 办事`,
    back: '回到我自己',
  },
  form: {
    summary: '有几处要改',
    problem: '错误：',
    optional: '（可不填）',
    check: '核对',
    submit: '提交',
    next: '下一步',
    back: '返回',
    save: '保存',
    search: '查找',
    year: '年',
    month: '月',
    day: '日',
    yuan: '元',
  },
  list: {
    total: (count: number) => `一共 ${count} 条`,
    more: '下一页',
    first: '回到第一页',
    empty: '还没有内容。',
  },
  figure: {
    table: '用表格看同样的数据',
    csv: '下载 CSV',
  },
  trace: {
    source: '依据',
    steps: '一步一步怎么算的',
  },
  why: {
    title: '为什么推荐给您',
    wrong: '这些不对？改我的资料',
    all: '看全部原因',
    mind: '请注意',
  },
  errors: {
    notFound: '没有找到这个页面',
    notFoundHint: '请检查网址，或从首页重新找。',
    forbidden: '这里您不能看',
    forbiddenHint: '如果您应当能看，请联系管理员。',
    helperEnded: '已停止代办',
    helperEndedHint: '刚才填的没有保存。要再代办，请本人重新登记。',
    helperScope: '这件事不能代办',
    helperScopeHint: '请本人来办，或请本人把范围加上。',
    conflict: '别人刚改过',
    conflictHint: '请刷新页面，看看现在的内容。',
    tooMany: '点得太快了',
    tooManyHint: '请过一分钟再试。',
    broken: '系统出了问题',
    brokenHint: '您填的内容还在，请过一会儿再试。',
    slow: '网络太慢，没有等到结果',
    trace: '问题编号',
    csrf: '页面过期了',
    csrfHint: '请返回刷新页面，再提交一次。',
  },
} as const;

const WELL = 700;

/** How well a post fits, in words; never a percentage. `score` is 0 to 1000. */
export function answerWord(answer: string, score: number): string {
  if (answer === 'FITS') return score >= WELL ? '很合适' : '比较合适';
  if (answer === 'FITS_WITH') return '有帮助就合适';
  if (answer === 'UNKNOWN') return '还缺资料';
  if (answer === 'NO') return '现在不合适';
  return '可以试试';
}

/** 岗位类型 */
export const postKinds: Readonly<Record<string, string>> = {
  PUBLIC_WELFARE: '公益性岗位',
  PROPORTIONAL: '按比例就业',
  CONCENTRATED: '集中就业',
  AUXILIARY: '辅助性就业',
  FLEXIBLE: '灵活就业',
  INTERNSHIP: '见习',
};

/** 单位性质 */
export const unitKinds: Readonly<Record<string, string>> = {
  ENTERPRISE: '企业',
  GOVERNMENT_ORGAN: '机关',
  PUBLIC_INSTITUTION: '事业单位',
  SOCIAL_ORGANISATION: '社会团体',
  PRIVATE_NON_ENTERPRISE: '民办非企业',
};

/** Roles as people call them: contract.md's one list. */
export const roleWords: Readonly<Record<string, string>> = {
  SEEKER: '求职者',
  HELPER: '代办人',
  EMPLOYER_CLERK: '单位经办人',
  EMPLOYER_ADMIN: '单位管理员',
  COUNSELLOR: '就业辅导员',
  VILLAGE_COMMISSIONER: '残疾人专职委员',
  OFFICER: '残联干部',
  REVIEWER: '审核人',
  APPROVER: '审批人',
  FINANCE: '财务',
  RELEASER: '放款人',
  RECONCILER: '对账人',
  AUDITOR: '审计',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
};
