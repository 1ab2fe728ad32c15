import { type Division, type Divisions, Policy, type SignedIn } from '@tongxing/access';
import { DomainError, notFound } from '@tongxing/platform';
import { type CoveredPlace, REGISTER_KINDS, type RegisterKind } from '@tongxing/rules';

export const COUNTY_DIGITS = 6;
const TOWN_DIGITS = 9;
const CODE_DIGITS = 12;

export const countyOf = (code: string): string => code.slice(0, COUNTY_DIGITS);
export const townOf = (code: string): string => code.slice(0, TOWN_DIGITS).padEnd(CODE_DIGITS, '0');

/** 同心县 → 640324, 豫海镇 → 640324100: codes of what lies in it begin so. */
export const prefixOf = (divisionCode: string): string => Policy.divisionScope({ divisionCode } as SignedIn);

/** @throws DomainError NOT_FOUND */
export function registerKindOf(code: string | undefined): RegisterKind {
  const kind = code !== undefined && Object.hasOwn(REGISTER_KINDS, code) ? REGISTER_KINDS[code] : undefined;
  if (kind === undefined) throw notFound('这种台账');
  return kind;
}

export const unknownDivision = (field: string): DomainError =>
  new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field, hint: '请选本地的乡镇或村。' });

/**
 * The prefix that narrows a list of the viewer's region. Of a town of which the viewer looks after a village, that village is what there is.
 *
 * @throws DomainError DIVISION_UNKNOWN for a division outside it
 */
export function scopeOf(viewer: SignedIn, divisions: Divisions, code: string | undefined, field: string): string {
  if (code === undefined) return Policy.divisionScope(viewer);
  const division = divisions.byCode(code);
  if (division === undefined) throw unknownDivision(field);
  const [own, asked] = [Policy.divisionScope(viewer), prefixOf(division.code)];
  if (!asked.startsWith(own) && !own.startsWith(asked)) throw unknownDivision(field);
  return asked.length > own.length ? asked : own;
}

/** With its town: 豫海镇城北村委会; a town or county by its own name. */
export function placeName(divisions: Divisions, code: string): string {
  const division = divisions.byCode(code);
  return division?.level === 'VILLAGE' ? divisions.nameOf(townOf(code)) + division.name : divisions.nameOf(code);
}

/** The villages of the counties served whose codes begin so, in code order. */
export function villagesIn(divisions: Divisions, scope: string): CoveredPlace[] {
  const below = (code: string): Division[] => divisions.children(code);
  return divisions
    .served()
    .filter(({ code }) => countyOf(code).startsWith(scope.slice(0, COUNTY_DIGITS)))
    .flatMap(({ code }) => below(code))
    .flatMap(({ code: townCode }) => below(townCode).map(({ code }) => ({ code, townCode })))
    .filter(({ code }) => code.startsWith(scope));
}

/**
 * What a form offers: of a town itself and its villages, else the viewer's counties and their towns.
 *
 * @throws DomainError DIVISION_UNKNOWN for what is no town of the viewer's counties
 */
export function placeChoices(
  viewer: SignedIn,
  divisions: Divisions,
  townCode: string | undefined,
): { code: string; name: string; level: string; mine: boolean }[] {
  const scope = Policy.divisionScope(viewer);
  const meets = (code: string): boolean => code.startsWith(scope) || scope.startsWith(prefixOf(code));
  const counties = divisions.served().filter(({ code }) => meets(code));
  const towns = counties.flatMap(({ code }) => divisions.children(code));
  if (townCode === undefined)
    return [...counties, ...towns].map(({ code, name, level }) => ({
      code,
      name,
      level,
      mine: level === 'COUNTY' ? Policy.covers(viewer, code) : meets(code),
    }));
  const town = towns.find(({ code }) => code === townCode.padEnd(CODE_DIGITS, '0'));
  if (town === undefined) throw unknownDivision('divisionCode');
  return [town, ...divisions.children(town.code)].map(({ code, name, level }) => ({
    code,
    name,
    level,
    mine: Policy.covers(viewer, code),
  }));
}

/**
 * The village that a text means: by its code or full name; by its own name where the town, or else the county, has one of that name.
 *
 * @param near a division of the county
 */
export function villageNamed(divisions: Divisions, text: string, near: string): string | undefined {
  const found = divisions.byCode(text) ?? divisions.byPath(text);
  if (found !== undefined) return found.code;
  const inCounty = villagesIn(divisions, countyOf(near)).filter(({ code }) => divisions.nameOf(code) === text);
  const inTown = inCounty.filter(({ townCode }) => townCode === townOf(near));
  const [only, ...more] = inTown.length > 0 ? inTown : inCounty;
  return more.length === 0 ? only?.code : undefined;
}
