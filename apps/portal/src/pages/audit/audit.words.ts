/** Acts that are no row of the policy table: what everybody may do, and what the system does by itself. */
const ACTS: Readonly<Record<string, string>> = {
  'session.open': '登录',
  'session.refused': '登录没有通过',
  'session.stepUp': '再次验证是本人',
  'reveal.alert': '看完整号码太多，已提醒管理员',
  lodgeObjection: '对公示提出异议',
  sendFeedback: '写了意见或投诉',
  advanceDemoTime: '调演示时间',
  'command.import': '命令行导入名册',
  'command.migrate': '命令行更新数据库',
  'command.rotate': '命令行更换密钥',
  'command.retire': '命令行移除旧密钥',
  'command.demo': '命令行载入演示数据',
};

/** What was done, for people: the rule that allows it, or the act by its name. */
export const actText = ({ action, says }: { action: string; says?: string | null }): string =>
  says ?? ACTS[action] ?? action;

/** What a broken chain looks like, for people. */
export const FAULTS: Readonly<Record<string, string>> = {
  MISSING: '这一条不见了',
  CHANGED: '这一条或它的位置被改过',
  ADDED: '这一条是后来加上去的',
  REWRITTEN: '从这一条起被整段重写过',
  ANCHOR: '库外的链头不是本系统签的',
};
