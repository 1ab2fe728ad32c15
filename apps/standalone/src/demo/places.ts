import type { Divisions } from '@tongxing/access';
import type { Random } from './random.js';

/** A village or neighbourhood, with its township. */
export interface Place {
  /** 12 digits */
  code: string;
  name: string;
  /** 12 digits */
  townshipCode: string;
  townshipName: string;
  /** a neighbourhood (居委会) or a village */
  urban: boolean;
  /** made up around the county's centre: no gazetteer of villages comes with the software */
  longitude: number;
  latitude: number;
}

/** Roughly the seat of the county, degrees. */
const CENTRES: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  '640324': [105.914, 36.98],
  '360734': [115.649, 24.958],
};
const SOMEWHERE = [105, 35] as const;
const TOWNSHIP_SPREAD = 0.3;
const VILLAGE_SPREAD = 0.05;
/** How many people live in the seat, in a town, in a rural township, against each other. */
const SEAT_WEIGHT = 6;
const TOWN_WEIGHT = 2;
const RURAL_WEIGHT = 1;

const spread = (random: Random, degrees: number): number => (random.float() * 2 - 1) * degrees;

/** The real townships and villages of a county, and where people live among them. */
export class Places {
  readonly all: Place[] = [];
  readonly townships: Place[] = [];
  private readonly weights: (readonly [township: Place[], weight: number])[] = [];

  constructor(divisions: Divisions, countyCode: string, random: Random) {
    const [longitude, latitude] = CENTRES[countyCode] ?? SOMEWHERE;
    for (const [index, township] of divisions.children(countyCode).entries()) {
      const isSeat = index === 0;
      const east = longitude + (isSeat ? 0 : spread(random, TOWNSHIP_SPREAD));
      const north = latitude + (isSeat ? 0 : spread(random, TOWNSHIP_SPREAD));
      const here = { townshipCode: township.code, townshipName: township.name };
      this.townships.push({
        ...here,
        code: township.code,
        name: township.name,
        urban: isSeat,
        longitude: east,
        latitude: north,
      });
      const weight = isSeat ? SEAT_WEIGHT : township.name.endsWith('镇') ? TOWN_WEIGHT : RURAL_WEIGHT;
      const villages = divisions.children(township.code).map(
        (village): Place => ({
          ...here,
          code: village.code,
          name: village.name,
          urban: village.name.endsWith('居委会'),
          longitude: east + spread(random, VILLAGE_SPREAD),
          latitude: north + spread(random, VILLAGE_SPREAD),
        }),
      );
      this.all.push(...villages);
      this.weights.push([villages, weight]);
    }
    if (this.all.length === 0) throw new Error(`the division table has no villages of ${countyCode}`);
  }

  /** A neighbourhood of the county's seat. */
  get seat(): Place {
    return this.all[0] as Place;
  }

  /** Where somebody lives: more in towns. */
  any(random: Random): Place {
    return random.pick(random.weighted(this.weights));
  }
}
