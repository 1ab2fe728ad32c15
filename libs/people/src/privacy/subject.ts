import type { AccountService, Subject } from '@tongxing/access';
import { blindOf } from '@tongxing/database';
import type { Person } from '../person.entity.js';

/** A person as the parts know somebody: the record, the account behind it, the index of the ID number. */
export async function subjectOf(accounts: AccountService, person: Person): Promise<Subject> {
  const personId = person.id;
  const account = await accounts.ofPerson({ personId });
  return { personId, accountId: account?.id ?? null, idBlind: blindOf(person, 'idBlind') };
}
