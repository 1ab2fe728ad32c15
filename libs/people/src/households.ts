import { insertRows, textsAmong } from '@tongxing/database';
import { newId } from '@tongxing/platform';
import { type EntityManager, In } from 'typeorm';
import { Household } from './person.entity.js';

/** The county whose register a 户号 belongs to. */
export const countyOf = (divisionCode: string): string => divisionCode.slice(0, 6);

export interface HouseholdName {
  countyCode: string;
  number: string;
}

const nameOf = (household: HouseholdName): string => `${household.countyCode}|${household.number}`;

/** 户号 by household id. */
export async function householdsByNumber(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const households = await manager.findBy(Household, { id: In([...ids]) });
  return new Map(households.map((household) => [household.id, household.number]));
}

/** Standing households of these names; a few queries, one a county. */
export async function findHouseholds(
  manager: EntityManager,
  names: readonly HouseholdName[],
): Promise<(HouseholdName & { id: string })[]> {
  const byCounty = new Map<string, Set<string>>();
  for (const { countyCode, number } of names) {
    const numbers = byCounty.get(countyCode);
    if (numbers === undefined) byCounty.set(countyCode, new Set([number]));
    else numbers.add(number);
  }
  const found: (HouseholdName & { id: string })[] = [];
  for (const [countyCode, numbers] of byCounty) {
    const there = await textsAmong(manager, Household, ['id', 'number'], 'number', [...numbers], { countyCode });
    for (const { id, number } of there) found.push({ id, number, countyCode });
  }
  return found;
}

/** Finds households, and opens those that do not stand yet. Inside a unit of work. */
export async function openHouseholds(
  manager: EntityManager,
  names: readonly HouseholdName[],
): Promise<{ idOf(countyCode: string, number: string): string }> {
  const ids = new Map<string, string>();
  for (const household of await findHouseholds(manager, names)) ids.set(nameOf(household), household.id);
  const fresh: { id: string; countyCode: string; number: string; membersKnownOn: null; version: number }[] = [];
  for (const name of names) {
    const key = nameOf(name);
    if (ids.has(key)) continue;
    const id = newId();
    ids.set(key, id);
    fresh.push({ id, countyCode: name.countyCode, number: name.number, membersKnownOn: null, version: 1 });
  }
  await insertRows(manager, Household, fresh);
  return { idOf: (countyCode, number) => ids.get(nameOf({ countyCode, number })) as string };
}
