import type { FormProblem, FormState, NavLink } from '@tongxing/ui';
import type { LicenceInput, LicencesFragment } from '../../gql/generated.js';
import { dayParts, type Form } from '../../http/form.js';

export type Licences = LicencesFragment;
export type Licence = Licences['licences'][number];

/** Where the pages of somebody's licences hang: the own ones, or under the file of a person. */
export interface LicencePlace {
  base: string;
  mine: boolean;
  /** where one goes back to */
  home: string;
  service: string;
  crumbs: readonly NavLink[];
}

/** The form as it begins. */
export const valuesOf = (licence: Licence | undefined): FormState['values'] =>
  licence === undefined
    ? {}
    : {
        kind: licence.kind,
        ...dayParts('issuedOn', licence.issuedOn),
        ...dayParts('validUntil', licence.validUntil),
        seen: licence.seenAt ? ['yes'] : [],
      };

/** What the form sends; a kind that is written wins over one that is chosen. */
export const inputOf = (id: string | null, form: Form): LicenceInput => ({
  ...(id === null ? {} : { id, version: Number(form.text('version')) }),
  kind: form.text('other') || form.text('kind'),
  number: form.maybe('number') ?? null,
  issuedOn: form.day('issuedOn') || null,
  validUntil: form.day('validUntil') || null,
});

export const unnamed = (form: Form): FormProblem[] =>
  form.text('other') || form.text('kind') ? [] : [{ field: 'kind', message: '请选或写是什么证' }];
