import { PastProfile } from './assessment/past-profile.entity.js';
import { PersonLicence } from './licences/licence.entity.js';
import { OwnNeed, OwnSection } from './own/own.entity.js';
import { Evidence } from './papers/evidence.entity.js';
import { FunctionalProfile, Household, HouseholdMember, Person } from './person.entity.js';
import { PhoneChange } from './phone/phone-change.entity.js';
import { privacyEntities } from './privacy/privacy.entity.js';

/** Every table of this room. */
export const peopleEntities = [
  Household,
  Person,
  HouseholdMember,
  FunctionalProfile,
  PastProfile,
  OwnSection,
  OwnNeed,
  PersonLicence,
  Evidence,
  PhoneChange,
  ...privacyEntities,
];
