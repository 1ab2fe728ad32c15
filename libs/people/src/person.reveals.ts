import { Policy, type RevealKind } from '@tongxing/access';
import { notFound } from '@tongxing/platform';
import { yearOf } from '@tongxing/rules';
import type { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import type { PersonSecrets } from './person.secrets.js';

/** Tells people of one name apart: place and year of birth. */
export const whoIs = ({ name, birthOn }: Pick<Person, 'name' | 'birthOn'>, place: string): string =>
  `${name}（${place}，${yearOf(birthOn)}年生）`;

/** 残疾人证号, or that of the 残疾军人证 where there is no other. */
export const certificateOf = ({ certificate, veteran }: PersonSecrets): string | undefined => certificate ?? veteran;

/** Clear values of anybody in the register, for the office of the region. */
export const personReveals = (
  people: PeopleService,
  divisions: { nameOf(code: string): string },
): RevealKind<PersonSecrets> => ({
  target: 'person',
  find: async (viewer, id) => {
    const person = await people.byId(id);
    if (person === null || !Policy.covers(viewer, person.divisionCode)) throw notFound('这个人');
    const whose = whoIs(person, divisions.nameOf(person.residenceDivisionCode ?? person.divisionCode));
    return { thing: people.secretsOf(person), whose, divisionCode: person.divisionCode };
  },
  fields: [
    { action: 'reveal.personIdNumber', title: '身份证号', value: ({ idNumber }) => idNumber },
    { action: 'reveal.personCertificate', title: '残疾人证号', value: certificateOf },
    { action: 'reveal.personPhone', title: '手机号', value: ({ phone }) => phone },
    { action: 'reveal.personAccount', title: '收款账号', value: ({ accountNumber }) => accountNumber },
  ],
});
