import { type Caseloads, Policy, type SignedIn } from '@tongxing/access';
import type { UnitOfWork } from '@tongxing/database';
import { notFound } from '@tongxing/platform';
import { Person } from './person.entity.js';

/**
 * Somebody whose papers and words the viewer may take down: anybody of an officer's region; of the desk's, the own people.
 *
 * @throws DomainError NOT_FOUND for everybody else
 */
export async function reachPerson(
  unitOfWork: UnitOfWork,
  caseloads: Caseloads,
  viewer: SignedIn,
  personId: string,
): Promise<Person> {
  const person = await unitOfWork.manager.findOneBy(Person, { id: personId });
  if (person === null || person.state === 'ERASED') throw notFound('这个人');
  const { divisionCode, residenceDivisionCode } = person;
  const ofOffice = viewer.roles.includes('OFFICER') && Policy.covers(viewer, divisionCode);
  if (!ofOffice && !(await caseloads.serves(viewer, { personId, divisionCode, residenceDivisionCode })))
    throw notFound('这个人');
  return person;
}
