import type { SignedIn } from '@tongxing/access';
import type { PeopleService } from '@tongxing/people';
import { DomainError } from '@tongxing/platform';
import type { FindOptionsWhere } from 'typeorm';
import type { Approval } from './application.entity.js';
import { naturalPersonOf } from './state.js';

/** 自己或自己家人的事项。 */
export const selfApproval = (): DomainError =>
  new DomainError('SELF_APPROVAL', '这是您本人或您家人的事项，不能由您办理。', { hint: '请换一位同事办理。' });

/** Two duties on one item. @param what 审核过, 申请是您提交的 … */
export const dutySeparation = (what: string): DomainError =>
  new DomainError('DUTY_SEPARATION', `${what}，这一步要换人办。`, { hint: '请换一位同事办理。' });

/**
 * The viewer's own record and everybody of the household, as person ids. An official who holds no certificate is found among the members
 * of households by the ID number of the account.
 */
export async function ownPeople(people: PeopleService, viewer: SignedIn): Promise<Set<string>> {
  const family = viewer.idBlind === undefined ? [] : await people.familyByIdBlind(viewer.idBlind);
  if (viewer.personId === undefined) return new Set(family);
  const household = await people.householdOf(viewer.personId);
  const members = household?.members.flatMap((member) => member.personId ?? []) ?? [];
  return new Set([viewer.personId, ...members, ...family]);
}

/**
 * Approvals given by the natural person behind the viewer: by this account, of which there is one a person, or noted under the person's
 * record. An account that was given its record between two steps is still the same person.
 */
export const approvalsOf = (viewer: SignedIn, where: FindOptionsWhere<Approval>): FindOptionsWhere<Approval>[] => [
  { ...where, live: 1, accountId: viewer.id },
  { ...where, live: 1, naturalPersonId: naturalPersonOf(viewer) },
];

/** @throws DomainError SELF_APPROVAL when one of these is the viewer or of the viewer's household */
export async function requireNotOwn(
  people: PeopleService,
  viewer: SignedIn,
  personIds: readonly string[],
): Promise<void> {
  const own = await ownPeople(people, viewer);
  if (personIds.some((id) => own.has(id))) throw selfApproval();
}
