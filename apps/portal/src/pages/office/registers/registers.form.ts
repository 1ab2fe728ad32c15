import { REGISTER_KINDS, type RegisterKind } from '@tongxing/rules';
import { ApiError } from '../../../gql/api-error.js';
import type { NewRegisterEntryQuery, RegisterFileFragment } from '../../../gql/generated.js';
import { dayParts, type Form, missing } from '../../../http/form.js';
import { refuseIf } from '../../../http/portal.service.js';

export const HOME = '/office/registers';
const TOWN_DIGITS = 9;
const CODE_DIGITS = 12;

type Place = NewRegisterEntryQuery['registerPlaces'][number];

/** The kind that an address names. @throws ApiError NOT_FOUND */
export function kindAt(path: string): RegisterKind {
  const kind = Object.values(REGISTER_KINDS).find((one) => one.path === path);
  if (kind === undefined) throw new ApiError('NOT_FOUND', '');
  return kind;
}

/** `640324100201` → `640324100000`; null for what lies in no town. */
export function townOf(code: string): string | null {
  const town = code.slice(0, TOWN_DIGITS).padEnd(CODE_DIGITS, '0');
  return town.endsWith('000000') ? null : town;
}

/** True for what lies in the town. */
export const liesIn = (code: string, town: string): boolean => code.startsWith(town.slice(0, TOWN_DIGITS));

/** Places of a town where the viewer may register something; without a town, the county itself. */
export const placesIn = (places: readonly Place[], town: string | null): Place[] =>
  places.filter(({ mine, level }) => mine && (town !== null || level === 'COUNTY'));

/** What the form asks for, as the API takes it. */
export function readEntry(form: Form, kind: RegisterKind) {
  const wanted = kind.fields
    .filter(({ required }) => required)
    .map(({ key, label, words }) => [key, `${words ? '请选' : '请填'}${label}`] as const);
  refuseIf(
    missing(form, {
      name: '请填名称',
      divisionCode: '请选在哪里',
      ...Object.fromEntries(wanted),
      openedOn: '请填开办的日子',
    }),
  );
  return {
    name: form.text('name'),
    divisionCode: form.text('divisionCode'),
    openedOn: form.day('openedOn'),
    // Lines of a box are one text.
    fields: kind.fields.map(({ key }) => ({ key, values: form.list(key).map((text) => text.replace(/\s+/g, ' ')) })),
  };
}

/** An entry that stands, as the boxes of the form want it. */
export const valuesOf = (entry: RegisterFileFragment) => ({
  name: entry.name,
  divisionCode: entry.divisionCode,
  version: String(entry.version),
  ...dayParts('openedOn', entry.openedOn),
  ...Object.fromEntries(
    entry.fields.map(({ key, type, values }) => [key, type === 'CHOICES' ? values : (values[0] ?? '')]),
  ),
});
