import type { FormState } from '@tongxing/ui';
import type { OwnProfileQuery, SaveProfileSectionInput } from '../../../gql/generated.js';
import type { Form } from '../../../http/form.js';

export type Profile = NonNullable<OwnProfileQuery['ownProfile']>;

export const PROFILE = '/me/profile';
export const ACCESS_NEEDS = '/me/access-needs';

/** Parts of the own profile by the last word of their address. */
export const SECTION_OF = { skills: 'SKILLS', work: 'WORK', places: 'PLACES' } as const;
export type SectionPath = keyof typeof SECTION_OF;

/** What stands for a distance without a limit. */
export const ANYWHERE = 'any';
/** A need of the form: kept to the counsellor, or shown to units. */
export const PRIVATE = 'private';
export const SHARED = 'shared';

/** The field of the need at this place of the list. */
export const needName = (index: number): string => `need-${index + 1}`;

const listOf = (text: string): string[] =>
  text
    .split(/[、,，;；\n]+/)
    .map((word) => word.trim())
    .filter(Boolean);

/** The form as it begins. */
export function valuesOf(profile: Profile, asked: readonly string[]): FormState['values'] {
  const { skills, wantsWork, commuteKm } = profile;
  return {
    skills: skills.filter((skill) => asked.includes(skill)),
    other: skills.filter((skill) => !asked.includes(skill)).join('、'),
    wants: wantsWork === true ? 'yes' : wantsWork === false ? 'no' : '',
    wantedKinds: profile.wantedKinds,
    wantedWageYuan: profile.wantedWageYuan ?? '',
    commuteKm: commuteKm === null || commuteKm === undefined ? ANYWHERE : String(commuteKm),
    ...Object.fromEntries(
      profile.needs.map(({ chosen, shared }, index) => [needName(index), chosen ? (shared ? SHARED : PRIVATE) : '']),
    ),
  };
}

/** What a part's form sends. */
export function inputOf(path: SectionPath, form: Form): SaveProfileSectionInput {
  const base = { section: SECTION_OF[path], version: Number(form.text('version')) };
  if (path === 'skills') return { ...base, skills: [...form.list('skills'), ...listOf(form.text('other'))] };
  if (path === 'places') {
    const km = form.text('commuteKm');
    return { ...base, commuteKm: km === ANYWHERE ? null : Number(km) };
  }
  return {
    ...base,
    wantsWork: form.text('wants') === 'yes',
    wantedKinds: [...form.list('wantedKinds')],
    wantedWageYuan: form.maybe('wantedWageYuan') ?? null,
  };
}

/** The needs that were chosen; names come from what was shown, so that none is lost where the list has changed meanwhile. */
export function needsInput(form: Form): SaveProfileSectionInput {
  const shown = form.list('name');
  return {
    section: 'NEEDS',
    version: Number(form.text('version')),
    needs: shown.flatMap((need, index) => {
      const choice = form.text(needName(index));
      return choice === PRIVATE || choice === SHARED ? [{ need, shared: choice === SHARED }] : [];
    }),
  };
}
