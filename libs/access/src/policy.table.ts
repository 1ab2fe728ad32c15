import type { Scope } from './delegation/delegation.words.js';
import type { Role } from './roles.js';

/** One line of the policy: who may do what, in a sentence a lawyer can read. */
export interface PolicyRow {
  /** `noun.verb` */
  action: string;
  roles: readonly Role[];
  /** The same in one Chinese sentence. */
  says: string;
  /** The second factor must have been shown within the last five minutes. */
  stepUp?: true;
  /** Not in a session that was opened on a witness's word: what would silence the person, or let somebody else in for good. */
  notVouched?: true;
  /** 代办: a helper does it for the person who gave any one of these. Without it no helper does it for anybody. */
  helper?: readonly Scope[];
  /** Stays the account's own while it acts for somebody: to stop, to choose another. */
  whileActing?: true;
}

const EMPLOYER: readonly Role[] = ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN'];
const DESK: readonly Role[] = ['COUNSELLOR', 'VILLAGE_COMMISSIONER'];
const BUSINESS: readonly Role[] = ['SEEKER', 'HELPER', ...EMPLOYER, ...DESK, 'OFFICER', 'REVIEWER', 'APPROVER', 'FINANCE', 'RELEASER', 'RECONCILER'];
const EVERYBODY: readonly Role[] = [...BUSINESS, 'AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
/** Who may be somebody's helper: everybody but those who keep out of all business, and the auditor, who writes nothing. */
export const HELPING = BUSINESS;

/**
 * The one policy table. What is not here is denied. Region, own record and own employer are checked besides, by the service
 * that loads the row; duty separation by `benefits`.
 */
export const POLICY: readonly PolicyRow[] = [
  { action: 'viewer.read', roles: EVERYBODY, says: '登录的人可以看自己的账号信息。', whileActing: true },
  { action: 'viewer.secure', roles: EVERYBODY, says: '登录的人可以换自己的密码和动态码；别人做证登录的不能换。', notVouched: true },
  { action: 'account.list', roles: ['SECURITY_ADMIN'], says: '安全管理员可以看本区划的账号和角色。' },
  { action: 'account.create', roles: ['SECURITY_ADMIN'], says: '安全管理员可以建账号，设置链接只显示一次；要再填一次动态码。', stepUp: true },
  { action: 'account.roles', roles: ['SECURITY_ADMIN'], says: '角色由一位安全管理员提出，另一位确认；不能改自己的；要再填一次动态码。', stepUp: true },
  { action: 'account.disable', roles: ['SECURITY_ADMIN'], says: '安全管理员可以停用账号，停用就退出它的全部登录，也可以重新启用；要再填一次动态码。', stepUp: true },
  { action: 'account.reset', roles: ['SECURITY_ADMIN'], says: '安全管理员可以让别人重新设置密码和动态码；要再填一次动态码。', stepUp: true },
  { action: 'person.vouch', roles: DESK, says: '就业辅导员可以为自己负责的人、专职委员还可以为本村的人做证登录：本人要在面前，核对过残疾人证。' },
  { action: 'message.own', roles: [...BUSINESS, 'SECURITY_ADMIN', 'AUDIT_ADMIN'], says: '登录的人可以看发给自己的消息，记下看到哪一条；安全管理员和审计管理员的是提醒。' },
  { action: 'message.sms', roles: BUSINESS, says: '登录的人可以决定收不收短信；别人做证登录的不能改。', notVouched: true },
  { action: 'import.use', roles: [...EMPLOYER, ...DESK, 'OFFICER', 'RECONCILER'], says: '可以上传表格的人能看、改、提交或作废自己单位的导入；每一种名册另有规定。' },
  { action: 'import.rowsOfOthers', roles: ['OFFICER'], says: '残联干部可以逐行看、改本区划别人上传的表格；其他人只能逐行看、改自己上传的，或自己单位的。' },
  { action: 'people.import', roles: ['OFFICER'], says: '残联干部可以导入本区划的持证残疾人名册和家庭成员名册。' },
  { action: 'profile.import', roles: ['OFFICER', 'COUNSELLOR'], says: '残联干部和就业辅导员可以导入本区划的能力评估。' },
  { action: 'profile.read', roles: [...DESK, 'OFFICER'], says: '就业辅导员可以看自己负责的人、专职委员还可以看本村的人、残联干部可以看本区划的人的能力评估。' },
  { action: 'profile.save', roles: ['COUNSELLOR'], says: '就业辅导员可以给自己负责的人写能力评估，改了的留下原来的；不能给自己评估。' },
  { action: 'employer.import', roles: ['OFFICER'], says: '残联干部可以导入本区划的用人单位名册。' },
  { action: 'post.import', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以导入自己单位的岗位；残联干部可以导入本区划各单位的岗位。' },
  { action: 'post.read', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以看自己单位的岗位，草稿也可以；残联干部可以看本区划各单位的。' },
  { action: 'post.list', roles: ['OFFICER'], says: '残联干部可以看本区划所有岗位的名单和改动记录，也可以导出。' },
  { action: 'post.save', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以写、发布、撤下自己单位的岗位；残联干部可以代本区划的单位写。' },
  { action: 'project.read', roles: ['OFFICER'], says: '残联干部可以看本区划的灵活就业项目。' },
  { action: 'project.save', roles: ['OFFICER'], says: '残联干部可以写、改、结束本区划的灵活就业项目。' },
  { action: 'placement.read', roles: ['OFFICER'], says: '残联干部可以看本区划岗位上的人、从哪天到哪天、合同、参保和收入；单位和公众看不到。' },
  { action: 'placement.record', roles: ['OFFICER', ...DESK], says: '残联干部可以登记本区划的上岗、离岗和就业结果；就业辅导员和专职委员可以登记自己负责的人的。' },
  { action: 'post.confirm', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以看自己单位哪些岗位要确认，确认仍在招；残联干部可以代本区划的单位确认。' },
  { action: 'post.takeIn', roles: ['OFFICER'], says: '残联干部可以登记别的残联、导入它们共享的岗位、在本县隐藏，不能改内容。' },
  { action: 'post.pair', roles: ['OFFICER'], says: '残联干部可以看本区划像同一个的岗位，定是不是同一个，也可以撤回。' },
  { action: 'post.lint', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以看自己写的岗位哪些要求挡住了人，人数只说到5人一档，次数有限；残联干部可以看本区划的准确人数。' },
  { action: 'quota.import', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以导入自己单位的残疾职工和职工人数；残联干部可以导入本区划各单位的。' },
  { action: 'quota.read', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以看自己单位的申报和达标情况；残联干部可以看本区划各单位的。' },
  { action: 'quota.save', roles: EMPLOYER, says: '单位经办人可以填写自己单位的年度申报。' },
  { action: 'member.list', roles: ['EMPLOYER_ADMIN'], says: '单位管理员可以看自己单位的账号。' },
  { action: 'member.set', roles: ['EMPLOYER_ADMIN'], says: '单位管理员可以给自己单位加账号、换角色、停用、重发设置链接，至少留一位管理员；要再填一次动态码。', stepUp: true },
  { action: 'employerAccount.list', roles: ['OFFICER'], says: '残联干部可以看本区划的单位有哪些账号。' },
  { action: 'employerAccount.open', roles: ['OFFICER'], says: '残联干部可以给本区划还没有管理员的单位开第一个账号；要再填一次动态码。', stepUp: true },
  { action: 'compliance.read', roles: ['OFFICER'], says: '残联干部可以看本区划全部单位的达标情况。' },
  { action: 'compliance.gaps', roles: ['COUNSELLOR', 'OFFICER'], says: '就业辅导员和残联干部可以看本县还差人、又没有岗位的单位，看不到金额。' },
  { action: 'person.own', roles: ['SEEKER'], says: '求职者可以看自己的登记信息，号码只显示一部分。', helper: ['PROFILE', 'PAPERS'] },
  { action: 'profile.own', roles: ['SEEKER'], says: '求职者可以填自己会做的事、想做的工作、能去的地方、需要的帮助；给单位看的，代办人不能替选。', helper: ['PROFILE'] },
  { action: 'consent.own', roles: ['SEEKER'], says: '求职者可以看自己同意了什么；代办人看得到。', helper: ['POSTS', 'APPLY'] },
  { action: 'consent.set', roles: ['SEEKER'], says: '求职者随时可以同意或撤回；代办人不能替，别人做证登录的也不能。', notVouched: true },
  { action: 'consent.read', roles: [...DESK, 'OFFICER'], says: '就业辅导员可以看自己负责的人、专职委员还可以看本村的人、残联干部可以看本区划的人同意了什么，什么时候说的，谁记的。' },
  { action: 'consent.record', roles: [...DESK, 'OFFICER'], says: '就业辅导员可以给自己负责的人、专职委员还可以给本村的人、残联干部可以给本区划的人，记下本人或监护人在纸上、电话里、当面说的同意或不同意。' },
  { action: 'evidence.upload', roles: [...DESK, 'OFFICER'], says: '就业辅导员可以给自己负责的人、专职委员还可以给本村的人、残联干部可以给本区划的人，上传签字的纸等材料。' },
  { action: 'evidence.read', roles: ['SEEKER', ...DESK, 'OFFICER'], says: '本人、上传的人、负责的辅导员和本区划的残联干部可以看一张材料，每次记入审计。' },
  { action: 'person.find', roles: ['OFFICER'], says: '残联干部可以用完整的证件号找本区划的一个人。' },
  { action: 'phone.request', roles: ['SEEKER'], says: '求职者可以换登记的手机号，要先用旧手机再验证一次是本人，再给新手机发码；代办人不能替，别人做证登录的也不能。', stepUp: true, notVouched: true },
  { action: 'phone.change', roles: ['SEEKER'], says: '求职者填对新手机收到的码，手机号就换了，旧手机会收到短信；代办人不能替，别人做证登录的也不能。', notVouched: true },
  { action: 'data.own', roles: ['SEEKER'], says: '求职者可以看自己的资料申请，撤回删除申请。' },
  { action: 'data.request', roles: ['SEEKER'], says: '求职者可以要一份自己的全部资料，或申请删除；要再验证一次是本人。', stepUp: true, notVouched: true },
  { action: 'data.list', roles: ['OFFICER'], says: '残联干部可以看本区划的删除申请、要保存的记录和夜里清理的结果。' },
  { action: 'data.decide', roles: ['OFFICER'], says: '残联干部可以决定本区划的删除申请，本人和家人的不能办；要再填一次动态码。', stepUp: true },
  { action: 'data.hold', roles: ['OFFICER'], says: '残联干部可以因案件、审计等保全本区划一个人的资料，也可以解除；保全期间不删除。' },
  { action: 'export.read', roles: ['SEEKER', 'FINANCE', 'RECONCILER'], says: '可以下载交给自己的文件：求职者下载自己的资料，财务和对账人下载本区划的银行文件。' },
  { action: 'objection.decide', roles: ['OFFICER'], says: '残联干部可以看、可以处理本区划公示收到的异议。' },
  { action: 'feedback.answer', roles: ['OFFICER'], says: '残联干部可以看、可以答复本区划收到的意见和投诉；看不到写的人是谁，除非他自己写了。' },
  { action: 'parameter.read', roles: ['OFFICER', 'AUDITOR'], says: '残联干部和审计可以看本区划用到的参数、它们的来源和经过。' },
  { action: 'parameter.enter', roles: ['OFFICER'], says: '残联干部可以按文件录入、试算、作废本区划的参数。' },
  { action: 'parameter.confirm', roles: ['OFFICER'], says: '残联干部可以确认本区划另一个人录入的参数；自己录入的不能自己确认。' },
  { action: 'caseload.read', roles: DESK, says: '就业辅导员和专职委员可以看分给自己的人和他们的走访、应聘。' },
  { action: 'visit.record', roles: DESK, says: '就业辅导员和专职委员可以记录对自己负责的人的走访。' },
  { action: 'benefit.own', roles: ['SEEKER'], says: '求职者可以为自己申请补贴，看自己的补贴办到哪一步。', helper: ['PAPERS'] },
  { action: 'benefit.list', roles: ['REVIEWER', 'APPROVER', 'OFFICER', 'AUDITOR'], says: '审核人、审批人、残联干部和审计可以看本区划的补贴申请和审批经过。' },
  { action: 'benefit.decide', roles: ['REVIEWER', 'APPROVER'], says: '审核人和审批人可以办自己那一步；同一份申请的提交、审核、审批必须是三个人，本人和家人的不能办。' },
  { action: 'benefit.review', roles: ['REVIEWER'], says: '审核人做第一次审核。' },
  { action: 'benefit.approve', roles: ['APPROVER'], says: '审批人做第二次审批。' },
  { action: 'benefit.notice', roles: ['OFFICER'], says: '残联干部可以把本区划审批通过的申请公示，期满后结束公示。' },
  { action: 'money.read', roles: ['FINANCE', 'RELEASER', 'RECONCILER', 'AUDITOR'], says: '财务、放款人、对账人和审计可以看本区划的资金指标、台账、发放和批次，账号只显示后四位。' },
  { action: 'payee.name', roles: ['REVIEWER', 'APPROVER', 'OFFICER', 'FINANCE', 'RELEASER', 'RECONCILER'], says: '办理补贴和发放的人可以看到申请人和收款人的全名；只看不办的人看到的姓名遮住一部分。' },
  { action: 'envelope.allot', roles: ['FINANCE'], says: '财务可以按文件登记指标的下达和调整。' },
  { action: 'batch.seal', roles: ['FINANCE'], says: '财务可以封批。' },
  { action: 'batch.export', roles: ['FINANCE'], says: '财务可以导出放款后的银行文件，或把批次交给银行直连。' },
  { action: 'batch.release', roles: ['RELEASER'], says: '放款人可以放款：不能是封批的人，也不能审过其中任何一份申请；放款前要再填一次动态码。', stepUp: true },
  { action: 'bankFile.read', roles: ['FINANCE', 'RECONCILER'], says: '财务和对账人可以下载本区划的银行文件。' },
  { action: 'bankReturn.import', roles: ['RECONCILER'], says: '对账人可以上传并记入银行回盘：不能是放款的人，也不能审过其中任何一份申请。' },
  { action: 'sandboxBank.run', roles: ['FINANCE', 'RECONCILER'], says: '演示环境里，财务和对账人可以让沙箱银行办理一个批次。' },
  { action: 'reveal.request', roles: [...DESK, 'OFFICER', 'REVIEWER', 'APPROVER', 'FINANCE', 'RELEASER', 'RECONCILER'], says: '办事的人写明用途，可以看一个完整号码，只显示60秒，每次记入审计；看哪一项另有规定，单位和审计都不能看。' },
  { action: 'reveal.personIdNumber', roles: ['OFFICER'], says: '残联干部可以看本区划持证残疾人完整的身份证号。' },
  { action: 'reveal.personCertificate', roles: ['OFFICER'], says: '残联干部可以看本区划持证残疾人完整的残疾人证号。' },
  { action: 'reveal.personPhone', roles: ['OFFICER'], says: '残联干部可以看本区划持证残疾人完整的手机号。' },
  { action: 'reveal.personAccount', roles: ['OFFICER'], says: '残联干部可以看本区划持证残疾人登记的收款账号。' },
  { action: 'reveal.caseIdNumber', roles: DESK, says: '就业辅导员和专职委员可以看分给自己的人完整的身份证号。' },
  { action: 'reveal.caseCertificate', roles: DESK, says: '就业辅导员和专职委员可以看分给自己的人完整的残疾人证号。' },
  { action: 'reveal.casePhone', roles: DESK, says: '就业辅导员和专职委员可以看分给自己的人完整的手机号。' },
  { action: 'reveal.supportPhone', roles: ['COUNSELLOR', 'OFFICER'], says: '就业辅导员和残联干部可以看本县提供帮助的机构和人完整的电话。' },
  { action: 'reveal.applicantIdNumber', roles: ['REVIEWER', 'APPROVER'], says: '审核人和审批人可以看正等自己办的补贴申请的申请人完整的身份证号。' },
  { action: 'reveal.applicantCertificate', roles: ['REVIEWER', 'APPROVER'], says: '审核人和审批人可以看正等自己办的补贴申请的申请人完整的残疾人证号。' },
  { action: 'reveal.applicantPhone', roles: ['REVIEWER', 'APPROVER'], says: '审核人和审批人可以看正等自己办的补贴申请的申请人完整的手机号。' },
  { action: 'reveal.applicantAccount', roles: ['REVIEWER', 'APPROVER'], says: '审核人和审批人可以看正等自己办的补贴申请填的收款账号。' },
  { action: 'reveal.payoutAccount', roles: ['FINANCE', 'RELEASER', 'RECONCILER'], says: '财务、放款人、对账人可以看本区划正在办的批次里的收款账号，发放失败的也可以。' },
  { action: 'reveal.hireIdNumber', roles: ['OFFICER'], says: '残联干部可以看本区划单位申报的残疾职工完整的身份证号。' },
  { action: 'reveal.hireCertificate', roles: ['OFFICER'], says: '残联干部可以看本区划单位申报的残疾职工完整的残疾人证号。' },
  { action: 'match.read', roles: ['SEEKER', ...DESK, 'OFFICER'], says: '求职者可以看给自己推荐的岗位和理由；基层人员和残联干部可以看本区划求职者的。', helper: ['POSTS'] },
  { action: 'match.others', roles: [...DESK, 'OFFICER'], says: '基层人员和残联干部可以为本区划的求职者看推荐岗位。' },
  { action: 'match.people', roles: [...DESK, 'OFFICER'], says: '基层人员和残联干部可以看本区划哪些求职者适合一个岗位；说了不要推荐的人不在里面。' },
  { action: 'match.candidates', roles: EMPLOYER, says: '单位经办人可以看自己单位的岗位可能有多少合适的人，满5人才显示代号；没有姓名、电话、残疾类别和等级，只有本人同意了的人在里面，次数有限；可以请残联先问其中一位。' },
  { action: 'match.dismiss', roles: ['SEEKER'], says: '求职者可以说一个岗位不合适，推荐里就不再出现；一天内可以撤回。', helper: ['POSTS'] },
  { action: 'application.own', roles: ['SEEKER'], says: '求职者可以申请岗位，看和撤回自己的申请，决定单位能不能看到自己是谁，答复录用和推荐。', helper: ['APPLY'] },
  { action: 'application.refer', roles: ['COUNSELLOR', 'OFFICER'], says: '就业辅导员可以把自己负责的人、残联干部可以把本区划的人推荐给合适的岗位，看自己推荐的办到哪一步，记稳岗回访，替单位先问名单上的人；本人同意以前，单位不知道是谁。' },
  { action: 'application.export', roles: ['OFFICER'], says: '残联干部可以导出本区划的推荐和应聘名单，每次导出都记下来。' },
  { action: 'applicant.read', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以看谁应聘自己单位的岗位，本人同意以前只有一个编号，类别和等级从来看不到；残联干部可以看本区划各单位的，同样如此。' },
  { action: 'applicant.move', roles: [...EMPLOYER, 'OFFICER'], says: '单位经办人可以给自己单位的应聘人约面试、录用、登记上岗，或写明原因不录用；残联干部可以代本区划的单位办。' },
  { action: 'support.own', roles: ['SEEKER'], says: '求职者可以为面试、培训、上岗头几天要手语翻译、陪同这样的帮助，看办到哪一步，决定单位知不知道有人一起来。', helper: ['APPLY'] },
  { action: 'support.close', roles: ['SEEKER', 'COUNSELLOR', 'OFFICER'], says: '求职者可以取消自己要的帮助，记下做没做成；就业辅导员可以记自己负责的人的，残联干部可以记本区划的。', helper: ['APPLY'] },
  { action: 'support.book', roles: ['COUNSELLOR', 'OFFICER'], says: '就业辅导员可以替自己负责的人、残联干部可以替本区划的人要帮助，约人，写明原因安排不了；自己的不能自己安排。' },
  { action: 'supportProvider.save', roles: ['OFFICER'], says: '残联干部可以登记本县提供手语翻译、陪同这样帮助的机构和人，和每小时多少钱。' },
  { action: 'supportCost.read', roles: ['OFFICER', 'FINANCE'], says: '残联干部和财务可以看本区划一个月的帮助花了多少钱，没有姓名。' },
  { action: 'refusal.read', roles: ['SEEKER', ...EMPLOYER, 'OFFICER'], says: '求职者和单位可以看自己收到的无故拒绝推荐的告知；残联干部可以看本区划的。', helper: ['APPLY'] },
  { action: 'refusal.appeal', roles: ['SEEKER', ...EMPLOYER], says: '求职者和单位收到无故拒绝推荐的告知，可以在期限内申诉。', helper: ['APPLY'] },
  { action: 'refusal.decide', roles: ['OFFICER'], says: '残联干部可以在申诉以后、或申诉的日子过了以后，决定本区划的无故拒绝推荐怎么处理，本人和家人的不能办。' },
  { action: 'allocation.manage', roles: ['OFFICER'], says: '残联干部可以办本区划公益性岗位的分配：公告、模拟、冻结名册、摇号、分配、公布，发名额通知、收回名额、接着分配、登记上岗；冻结、摇号、分配、收回、接着分配要由一个人提出，另一个人确认。' },
  { action: 'allocationDesk.read', roles: ['OFFICER', 'AUDITOR'], says: '残联干部和审计可以看本区划的每一轮岗位分配和谁办了哪一步。' },
  { action: 'allocation.read', roles: ['SEEKER', 'OFFICER', 'AUDITOR'], says: '求职者可以看本地的岗位分配和自己摇到的号；残联干部和审计可以看本区划的。', helper: ['APPLY'] },
  { action: 'allocation.own', roles: ['SEEKER'], says: '名册上的求职者可以填志愿、改志愿，公布后看自己的结果和为什么。', helper: ['APPLY'] },
  { action: 'allocation.answer', roles: ['SEEKER', ...DESK, 'OFFICER'], says: '分到名额的求职者可以答复去不去，答应了也可以退回，排着队的可以不排了；就业辅导员、专职委员可以给自己负责的人、残联干部可以给本区划的人，记下本人在纸上、电话里、当面说的。', helper: ['APPLY'] },
  { action: 'allocation.visit', roles: [...DESK, 'OFFICER'], says: '就业辅导员、专职委员可以看自己负责的人、残联干部可以看本区划的人谁到期没有答复名额，记下上门问的结果。' },
  { action: 'allocation.verify', roles: ['AUDITOR'], says: '审计可以拿到本区划一轮分配的全部志愿和结果，只有票号，没有姓名。' },
  { action: 'welfare.read', roles: [...DESK, 'OFFICER'], says: '基层人员和残联干部可以看本区划的公益性岗位、在岗人数和申报。' },
  { action: 'welfare.propose', roles: [...DESK, 'OFFICER'], says: '基层人员和残联干部可以为本区划申报公益性岗位；退回的可以改了再报。' },
  { action: 'welfare.decide', roles: ['OFFICER'], says: '残联干部可以批准或退回本区划别人申报的公益性岗位，批准要写资金来源和文件号；自己申报的不能自己批。' },
  { action: 'welfare.people', roles: ['OFFICER'], says: '残联干部可以看本区划谁在公益性岗位上、干了多久、期限到哪天。' },
  { action: 'welfareShare.read', roles: ['OFFICER', 'AUDITOR'], says: '残联干部和审计可以看本区划公益性岗位安置残疾人的份额，按乡镇和类别。' },
  { action: 'welfare.seats', roles: ['OFFICER'], says: '残联干部可以登记本区划一个公益性岗位某一天有多少人在用，写明依据。' },
  { action: 'welfare.exit', roles: ['OFFICER'], says: '残联干部可以办本区划的退出；材料不实、不到岗、拒绝安排的，要先告知本人，由另一位干部决定。' },
  { action: 'attendance.record', roles: [...DESK, 'OFFICER'], says: '基层人员和残联干部可以看、填本区划公益性岗位的考勤；办结以后改数要写原因。' },
  { action: 'attendance.close', roles: ['OFFICER'], says: '残联干部可以办结本区划一个岗位一个月的考勤，确认更正；自己填的不能自己确认。' },
  { action: 'register.read', roles: [...DESK, 'OFFICER', 'AUDITOR'], says: '基层人员、残联干部和审计可以看本区划的台账和哪些村还没有服务点，导出名单；联系人和人数只给登记的人看。' },
  { action: 'register.save', roles: [...DESK, 'OFFICER'], says: '基层人员和残联干部可以登记、改、关闭本区划的服务点，关错了可以撤销。' },
  { action: 'register.import', roles: ['OFFICER'], says: '残联干部可以导入本区划的服务点名单。' },
  { action: 'delegation.read', roles: ['SEEKER', ...DESK], says: '求职者可以看谁在帮自己办事、办了什么；基层人员可以看自己负责的人的。' },
  { action: 'delegation.grant', roles: ['SEEKER', ...DESK], says: '求职者凭短信确认码请人代办；基层人员可以为自己负责的人登记，凭本人的确认码，或见证委托书、电话，不能给自己见证。', notVouched: true },
  { action: 'delegation.revoke', roles: HELPING, says: '本人随时可以停止代办；代办人可以不再代办；基层人员可以按自己负责的人的话停止。' },
  { action: 'helper.own', roles: HELPING, says: '被请来代办的人可以看请自己的人，开始和停止代办，看自己办过什么；动不了收款账户，也不能替本人再请人。', whileActing: true },
  { action: 'audit.read', roles: ['AUDITOR', 'AUDIT_ADMIN'], says: '审计和审计管理员可以看本区划的审计记录。' },
  { action: 'audit.verify', roles: ['AUDITOR', 'AUDIT_ADMIN'], says: '审计和审计管理员可以验算本区划的审计链；没有人能改它、停它。' },
];
