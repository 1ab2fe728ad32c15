import { DomainError, notFound } from '@tongxing/platform';
import { delegationEnded } from './delegation/delegation.errors.js';
import { scopeText } from './delegation/delegation.words.js';
import { POLICY, type PolicyRow } from './policy.table.js';
import { ROLES, type Role } from './roles.js';
import type { OnBehalfOf, Viewer } from './viewer.js';

const rows = new Map(POLICY.map((row) => [row.action, row]));

/** Who acts for somebody does what that person gave, and nothing of the own work beside it. */
function canFor({ scopes, ended }: OnBehalfOf, { helper }: PolicyRow): boolean {
  return !ended && helper !== undefined && helper.some((scope) => scopes.includes(scope));
}

/** Why a helper may not do what the row says. */
function refusalFor({ scopes, ended }: OnBehalfOf, { helper }: PolicyRow): DomainError {
  if (ended) return delegationEnded();
  if (helper === undefined) {
    return new DomainError('FORBIDDEN_ACTING', '您正在代办，这件事不能替别人办。', {
      hint: '是本人的事，请本人来办。是您自己的事，请先停止代办。',
    });
  }
  return new DomainError('FORBIDDEN_SCOPE', '这件事不在代办的范围里。', {
    hint: `现在能办的：${scopeText(scopes)}。要加，请本人重新登记。`,
  });
}

/** Decides from the one policy table. */
export const Policy = {
  /**
   * True when one of the viewer's roles may do the action; while the viewer acts for somebody, when that person gave it. An action that is
   * not in the table is our mistake.
   */
  can(viewer: Viewer | null, action: string): boolean {
    const row = rows.get(action);
    if (row === undefined) throw new Error(`no policy row for the action "${action}"`);
    if (viewer?.onBehalfOf && row.whileActing !== true) return canFor(viewer.onBehalfOf, row);
    return viewer !== null && viewer.roles.some((role) => row.roles.includes(role));
  },

  /** True for an action that a helper can do for somebody. */
  isHelped: (action: string): boolean => rows.get(action)?.helper !== undefined,

  /**
   * The one way from a viewer to the person whom a seeker's action is about: the viewer's own record, or that of the person the viewer acts for.
   *
   * @throws DomainError DELEGATION_ENDED, FORBIDDEN_ACTING, FORBIDDEN_SCOPE for a helper whom the person did not give it
   */
  personFor(viewer: Viewer, action: string): string | undefined {
    if (!viewer.onBehalfOf) return viewer.personId;
    Policy.require(viewer, action);
    return viewer.onBehalfOf.personId;
  },

  /** The rule of an action in one Chinese sentence; null for what is no action of the table. */
  sentenceOf: (action: string): string | null => rows.get(action)?.says ?? null,

  /** The role in which a viewer does an action: the first of the viewer's own that may; for what is no action of the table, the viewer's first. */
  roleFor(viewer: Viewer, action: string): Role | null {
    if (viewer.onBehalfOf && Policy.isHelped(action)) return 'HELPER';
    const may = rows.get(action)?.roles;
    return viewer.roles.find((role) => may?.includes(role)) ?? viewer.roles[0] ?? null;
  },

  /**
   * @throws DomainError AUTH_REQUIRED without a viewer; FORBIDDEN, saying which roles may; what {@link Policy.personFor} throws
   */
  require(viewer: Viewer | null, action: string): Viewer {
    if (viewer === null) {
      throw new DomainError('AUTH_REQUIRED', '请先登录。', { hint: '登录后再试一次。' });
    }
    if (!Policy.can(viewer, action)) {
      const row = rows.get(action) as PolicyRow;
      if (viewer.onBehalfOf && row.whileActing !== true) throw refusalFor(viewer.onBehalfOf, row);
      const who = row.roles.map((role) => ROLES[role]).join('、');
      throw new DomainError('FORBIDDEN', '您的账号不能做这件事。', { hint: `可以做的人：${who}。` });
    }
    return viewer;
  },

  /** True for an action that wants a second factor not older than five minutes. */
  needsStepUp(action: string): boolean {
    return rows.get(action)?.stepUp === true;
  },

  /** True for an action that nobody does in a session which rests on a witness's word. */
  refusesVouched(action: string): boolean {
    return rows.get(action)?.notVouched === true;
  },

  /** True for an account whose only work is an employer's: it sees its own unit, never the region it lies in. */
  employerOnly: (viewer: Viewer): boolean => viewer.roles.length > 0 && Policy.worksForEmployer(viewer.roles),

  /** True for roles of an employer alone. */
  worksForEmployer: (roles: readonly Role[]): boolean =>
    roles.every((role) => role === 'EMPLOYER_CLERK' || role === 'EMPLOYER_ADMIN'),

  /** The code prefix of the region that a viewer's work covers: `64` a province, `6403` a prefecture, `640324` a county, nine digits a township, twelve a village. */
  divisionScope(viewer: Viewer): string {
    const code = viewer.divisionCode;
    if (code.endsWith('0000000000')) return code.slice(0, 2);
    if (code.endsWith('00000000')) return code.slice(0, 4);
    if (code.endsWith('000000')) return code.slice(0, 6);
    if (code.endsWith('000')) return code.slice(0, 9);
    return code;
  },

  /** True when a row of this division lies in the viewer's region. */
  covers(viewer: Viewer, divisionCode: string): boolean {
    return divisionCode.startsWith(Policy.divisionScope(viewer));
  },

  /** @throws DomainError NOT_FOUND: outside the region a record looks as if it did not exist */
  requireCovers(viewer: Viewer, divisionCode: string, what: string): void {
    if (!Policy.covers(viewer, divisionCode)) throw notFound(what);
  },
};
