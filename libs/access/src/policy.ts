import { DomainError, notFound } from '@tongxing/platform';
import type { Viewer } from './viewer.js';
import { POLICY } from './policy.table.js';
import { ROLES, type Role } from './roles.js';

const sentences = new Map(POLICY.map(({ action, says }) => [action, says]));
const stepUps = new Set(POLICY.filter(({ stepUp }) => stepUp === true).map(({ action }) => action));
const ownOnly = new Set(POLICY.filter(({ notVouched }) => notVouched === true).map(({ action }) => action));
const rolesByAction = new Map(POLICY.map((row) => [row.action, new Set<Role>(row.roles)]));

/** Decides from the one policy table. */
export const Policy = {
  /** True when one of the viewer's roles may do the action. An action that is not in the table is our mistake. */
  can(viewer: Viewer | null, action: string): boolean {
    const roles = rolesByAction.get(action);
    if (roles === undefined) throw new Error(`no policy row for the action "${action}"`);
    return viewer !== null && viewer.roles.some((role) => roles.has(role));
  },

  /** The rule of an action in one Chinese sentence; null for what is no action of the table. */
  sentenceOf: (action: string): string | null => sentences.get(action) ?? null,

  /** The role in which a viewer does an action: the first of the viewer's own that may; for what is no action of the table, the viewer's first. */
  roleFor(viewer: Viewer, action: string): Role | null {
    const may = rolesByAction.get(action);
    return viewer.roles.find((role) => may?.has(role)) ?? viewer.roles[0] ?? null;
  },

  /**
   * @throws DomainError AUTH_REQUIRED without a viewer; FORBIDDEN, saying which roles may
   */
  require(viewer: Viewer | null, action: string): Viewer {
    if (viewer === null) {
      throw new DomainError('AUTH_REQUIRED', '请先登录。', { hint: '登录后再试一次。' });
    }
    if (!Policy.can(viewer, action)) {
      const who = [...(rolesByAction.get(action) ?? [])].map((role) => ROLES[role]).join('、');
      throw new DomainError('FORBIDDEN', '您的账号不能做这件事。', { hint: `可以做的人：${who}。` });
    }
    return viewer;
  },

  /** True for an action that wants a second factor not older than five minutes. */
  needsStepUp(action: string): boolean {
    return stepUps.has(action);
  },

  /** True for an action that nobody does in a session which rests on a witness's word. */
  refusesVouched(action: string): boolean {
    return ownOnly.has(action);
  },

  /** True for an account whose only work is an employer's: it sees its own unit, never the region it lies in. */
  employerOnly(viewer: Viewer): boolean {
    return (
      viewer.roles.length > 0 && viewer.roles.every((role) => role === 'EMPLOYER_CLERK' || role === 'EMPLOYER_ADMIN')
    );
  },

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
