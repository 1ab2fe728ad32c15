import { SCOPES } from './delegation/delegation.words.js';
import { POLICY, type PolicyRow } from './policy.table.js';
import { ROLES, type Role } from './roles.js';

/** What the policy is about, in the order of the public page: a heading, and the nouns of the actions under it. */
const HEADINGS: readonly (readonly [heading: string, nouns: readonly string[]])[] = [
  ['登录和账号', ['viewer', 'account']],
  ['消息、短信和意见', ['message', 'feedback']],
  ['登记的人', ['person', 'people', 'profile', 'licence', 'phone']],
  ['同意和自己的资料', ['consent', 'evidence', 'data', 'export']],
  ['代办', ['delegation', 'helper']],
  ['看完整号码', ['reveal']],
  [
    '岗位、应聘和岗位分配',
    [
      'match',
      'application',
      'applicant',
      'refusal',
      'support',
      'supportProvider',
      'supportCost',
      'post',
      'project',
      'placement',
      'allocation',
      'allocationDesk',
      'welfare',
      'welfareShare',
      'attendance',
    ],
  ],
  ['用人单位和按比例就业', ['employer', 'employerAccount', 'member', 'quota', 'compliance']],
  ['台账', ['register']],
  ['走访', ['caseload', 'visit']],
  ['补贴和公示', ['benefit', 'objection']],
  ['资金和发放', ['money', 'payee', 'envelope', 'batch', 'bankFile', 'bankReturn', 'sandboxBank']],
  ['导入表格', ['import']],
  ['政策参数', ['parameter']],
  ['审计', ['audit']],
];

/** A rule of the table as the public page says it. */
export interface PolicyRule {
  action: string;
  says: string;
  roles: readonly Role[];
  stepUp: boolean;
  notVouched: boolean;
  /** 代办: what a person gives for it, in words; any one of them is enough */
  helper: readonly string[];
}

export interface PolicyWords {
  roles: readonly { code: Role; text: string }[];
  groups: readonly { heading: string; rules: readonly PolicyRule[] }[];
}

const ruleOf = ({ action, says, roles, stepUp, notVouched, helper }: PolicyRow): PolicyRule => ({
  action,
  says,
  roles,
  stepUp: stepUp === true,
  notVouched: notVouched === true,
  helper: (helper ?? []).map((scope) => SCOPES[scope]),
});

/**
 * The policy table for people to read: the same rows, grouped by what they are about.
 *
 * @throws Error for an action whose noun has no heading: nobody would find the rule
 */
export function policyWords(table: readonly PolicyRow[] = POLICY): PolicyWords {
  const nounOf = ({ action }: PolicyRow): string => action.slice(0, action.indexOf('.'));
  const known = new Set(HEADINGS.flatMap(([, nouns]) => nouns));
  const lost = table.find((row) => !known.has(nounOf(row)));
  if (lost) throw new Error(`no heading for "${lost.action}": add its noun to HEADINGS`);
  const groups = HEADINGS.map(([heading, nouns]) => ({
    heading,
    rules: table.filter((row) => nouns.includes(nounOf(row))).map(ruleOf),
  }));
  return {
    roles: (Object.keys(ROLES) as Role[]).map((code) => ({ code, text: ROLES[code] })),
    groups: groups.filter(({ rules }) => rules.length > 0),
  };
}
