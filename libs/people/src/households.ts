import { blindColumns, blindOf, ByBlind, insertRows, textsAmong, whereBlind } from '@tongxing/database';
import { type CryptoProvider, newId } from '@tongxing/platform';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Household } from './person.entity.js';
import { type HouseholdNumber, sealHousehold } from './person.secrets.js';

/** The county whose register a 户号 belongs to. */
export const countyOf = (divisionCode: string): string => divisionCode.slice(0, 6);

export interface HouseholdName extends HouseholdNumber {
  countyCode: string;
}

const nameOf = (household: HouseholdName): string => `${household.countyCode}|${household.number}`;

/** Households by id. */
export async function householdsById(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Household>> {
  if (ids.length === 0) return new Map();
  const households = await manager.findBy(Household, { id: In([...ids]) });
  return new Map(households.map((household) => [household.id, household]));
}

/** Standing households of these names; a few queries, two a county. */
async function findHouseholds(
  manager: EntityManager,
  names: readonly HouseholdName[],
): Promise<(HouseholdName & { id: string; sealed: boolean })[]> {
  const byCounty = new Map<string, Map<string, HouseholdName>>();
  for (const name of names) {
    const ofCounty = byCounty.get(name.countyCode) ?? new Map<string, HouseholdName>();
    byCounty.set(name.countyCode, ofCounty.set(name.number, name));
  }
  const found: (HouseholdName & { id: string; sealed: boolean })[] = [];
  for (const [countyCode, ofCounty] of byCounty) {
    const plain = [...ofCounty.values()].filter(({ blind }) => blind === null).map(({ number }) => number);
    const there = await textsAmong(manager, Household, ['id', 'number'], 'number', plain, { countyCode });
    for (const { id, number } of there) found.push({ id, number, countyCode, blind: null, sealed: true });
    const hidden = [...ofCounty.values()].flatMap((name) => (name.blind === null ? [] : [[name.blind, name] as const]));
    if (hidden.length === 0) continue;
    const where = whereBlind<Household>(
      'numberBlind',
      hidden.map(([blind]) => blind),
      { countyCode },
    );
    const nameBy = ByBlind.of(hidden);
    for (const row of await manager.findBy(Household, where)) {
      const name = nameBy.get(blindOf(row, 'numberBlind'));
      if (name) found.push({ ...name, id: row.id, sealed: row.secrets !== null });
    }
  }
  return found;
}

/** Finds households, and opens those that do not stand yet. Inside a unit of work. */
export async function openHouseholds(
  manager: EntityManager,
  crypto: CryptoProvider,
  names: readonly HouseholdName[],
): Promise<{ idOf(countyCode: string, number: string): string }> {
  const ids = new Map<string, string>();
  for (const household of await findHouseholds(manager, names)) {
    const { id, number, sealed } = household;
    ids.set(nameOf(household), id);
    if (sealed) continue;
    // From before such a number was kept: from now on its index can be made with another key.
    const kept = { number: shown(id), secrets: sealHousehold(crypto, id, number) };
    await manager.update(Household, { id, secrets: IsNull() }, kept);
  }
  const fresh: Household[] = [];
  for (const name of names) {
    const key = nameOf(name);
    if (ids.has(key)) continue;
    const id = newId();
    const { countyCode, number, blind } = name;
    ids.set(key, id);
    fresh.push({
      id,
      countyCode,
      number: blind === null ? number : shown(id),
      secrets: blind === null ? null : sealHousehold(crypto, id, number),
      ...blindColumns('numberBlind', blind),
      membersKnownOn: null,
      version: 1,
    });
  }
  await insertRows(manager, Household, fresh);
  return { idOf: (countyCode, number) => ids.get(`${countyCode}|${number}`) as string };
}

/** What stands in place of a number that tells of a person. */
const shown = (id: string): string => `B${id.replaceAll('-', '')}`;
