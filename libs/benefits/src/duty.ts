import type { SignedIn } from '@tongxing/access';
import type { PeopleService } from '@tongxing/people';
import { DomainError } from '@tongxing/platform';

/** 自己或自己家人的事项。 */
export const selfApproval = (): DomainError =>
  new DomainError('SELF_APPROVAL', '这是您本人或您家人的事项，不能由您办理。', { hint: '请换一位同事办理。' });

/** Two duties on one item. @param what 审核过, 申请是您提交的 … */
export const dutySeparation = (what: string): DomainError =>
  new DomainError('DUTY_SEPARATION', `${what}，这一步要换人办。`, { hint: '请换一位同事办理。' });

/** The viewer's own record and everybody of the household, as person ids. */
export async function ownPeople(people: PeopleService, viewer: SignedIn): Promise<Set<string>> {
  if (viewer.personId === undefined) return new Set();
  const household = await people.householdOf(viewer.personId);
  const members = household?.members.flatMap((member) => member.personId ?? []) ?? [];
  return new Set([viewer.personId, ...members]);
}

/** @throws DomainError SELF_APPROVAL when one of these is the viewer or of the viewer's household */
export async function requireNotOwn(
  people: PeopleService,
  viewer: SignedIn,
  personIds: readonly string[],
): Promise<void> {
  const own = await ownPeople(people, viewer);
  if (personIds.some((id) => own.has(id))) throw selfApproval();
}
