import type { IsoDate } from '../../calendar.js';
import { freshPart, HOURS_PART, NO_SKILL_PART, skillPart, TRAVEL_PART, wagePart, wishPart } from '../score.js';
import { travelBand } from '../travel.js';
import type { IndexedPost } from './match-engine.js';
import type { IndexedPerson } from './people-engine.js';
import { keep } from './score-columns.js';

/** Ways from every home to one place of work are worked out when first asked for; so many places are kept. */
const MAX_PLACES = 256;
/** Where no wage is wanted. */
const NO_WAGE = -1;

/** The scores of `scoreParts`, by the same functions, with what doesn't change from post to post worked out before. */
export class PeopleScores {
  /** somebody of each home, and whose home it is */
  private readonly homes: IndexedPerson[] = [];
  private readonly homeOf: Int32Array;
  private readonly wishes: (readonly string[])[] = [];
  private readonly wishOf: Int32Array;
  private readonly wantedFen: Float64Array;
  private readonly places = new Map<string, Int16Array>();
  private post: IndexedPost['post'];
  /** the same for everybody */
  private common = 0;
  private travel: Int16Array;
  private wished: number[] = [];

  constructor(private readonly people: readonly IndexedPerson[]) {
    const homes = new Map<string, number>();
    const wishes = new Map<string, number>();
    this.homeOf = new Int32Array(people.length);
    this.wishOf = new Int32Array(people.length);
    this.wantedFen = Float64Array.from(people, ({ person }) => person.wantedWageFen ?? NO_WAGE);
    for (const [at, one] of people.entries()) {
      const { divisionCode, wantedKinds } = one.person;
      let home = homes.get(divisionCode);
      if (home === undefined) homes.set(divisionCode, (home = this.homes.push(one) - 1));
      this.homeOf[at] = home;
      const key = JSON.stringify(wantedKinds);
      let wish = wishes.get(key);
      if (wish === undefined) wishes.set(key, (wish = this.wishes.push(wantedKinds) - 1));
      this.wishOf[at] = wish;
    }
  }

  /** Turns to a post; {@link of} speaks of it until the next call. */
  turnTo({ post }: IndexedPost, day: IsoDate): void {
    this.post = post;
    this.common = HOURS_PART + freshPart(post, day) + (post.skills.length === 0 ? NO_SKILL_PART : 0);
    const place = post.remote ? '' : post.workDivisionCode;
    this.travel = this.places.get(place) ?? this.toWork(place);
    this.wished = this.wishes.map((wanted) => wishPart(wanted, post.kind));
  }

  /** The score of the person at a place. */
  of(at: number): number {
    const { post } = this;
    const wanted = this.wantedFen[at];
    return (
      this.common +
      (post.skills.length === 0 ? 0 : skillPart(this.people[at].person.skills, post.skills)) +
      this.travel[this.homeOf[at]] +
      wagePart(wanted === NO_WAGE ? null : wanted, post.wageLowFen) +
      this.wished[this.wishOf[at]]
    );
  }

  private toWork(place: string): Int16Array {
    const travel = Int16Array.from(this.homes, ({ person }) => TRAVEL_PART[travelBand(person, this.post)]);
    return keep(this.places, place, travel, MAX_PLACES);
  }
}
