import type { Post, PostLife } from '@tongxing/employers';
import {
  accommodationsOf,
  type IsoDate,
  type Law,
  type Levels,
  type MatchPerson,
  type MatchPost,
  NO_EXPIRY,
  workingAgeUntil,
} from '@tongxing/rules';
import type { PersonFacts } from './match-people.js';

const orNull = (items: readonly string[]): readonly string[] | null => (items.length === 0 ? null : items);

/** A person of the roster as matching sees him: no name, no category, no grade, no sex. */
export const personOf = (facts: PersonFacts, law: Law, day: IsoDate): MatchPerson => ({
  id: facts.id,
  active: facts.state === 'ACTIVE',
  birthOn: facts.birthOn,
  workingAgeUntil: workingAgeUntil(facts.birthOn, facts.sex, law, day),
  divisionCode: facts.residenceDivisionCode ?? facts.divisionCode,
  // A 残疾军人证 without a last day has none.
  certificateExpiresOn: facts.certificateExpiresOn ?? (facts.veteran ? NO_EXPIRY : null),
  seeksWork: facts.employmentStatus === 'UNEMPLOYED' ? facts.wantsWork : false,
  welfare: facts.welfare,
  // A blank cell of the roster does not say that somebody can do nothing.
  skills: orNull(facts.skills),
  licences: facts.licences,
  education: facts.education,
  wantedWageFen: facts.wantedWageFen,
  wantedKinds: facts.wantedKinds,
  commuteKm: facts.commuteKm,
  accessNeeds: facts.accessNeeds,
  profile: facts.profile && { ...facts.profile, levels: facts.profile.levels as Levels },
});

/** A post of the roster as matching sees it. */
export const postOf = (post: Omit<Post, PostLife>): MatchPost => ({
  id: post.id,
  kind: post.kind,
  open: post.state === 'OPEN',
  publishedOn: post.publishedOn,
  closesOn: post.closesOn,
  openings: post.openings,
  workDivisionCode: post.workDivisionCode,
  divisionCode: post.divisionCode,
  remote: post.remote,
  wageLowFen: post.wageLowFen,
  minEducation: post.minEducation,
  skills: post.skills,
  licences: post.licences,
  demands: post.demands as Levels | null,
  accommodations: accommodationsOf(post.provisions),
  provisions: post.provisions,
  limitBasis: post.legalBasis,
});
