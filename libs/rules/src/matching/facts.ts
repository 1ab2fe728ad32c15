import { type IsoDate, isoDate } from '../calendar.js';
import type { TermLaw } from '../welfare/term.js';
import type { WelfareStanding } from '../welfare/standing.js';
import type { Accommodation } from './accommodations.js';
import type { Levels } from './items.js';
import type { PersonLicences } from './licences.js';

/** 文化程度, lowest first. */
export const EDUCATION_ORDER = [
  'NONE',
  'PRIMARY',
  'JUNIOR_MIDDLE',
  'SENIOR_MIDDLE',
  'SECONDARY_VOCATIONAL',
  'COLLEGE',
  'BACHELOR',
  'POSTGRADUATE',
] as const;

/** 文化程度 in words; a word that is not on the scale stays as it was written. */
const EDUCATION_WORDS: Readonly<Record<string, string>> = {
  NONE: '没上过学',
  PRIMARY: '小学',
  JUNIOR_MIDDLE: '初中',
  SENIOR_MIDDLE: '高中',
  SECONDARY_VOCATIONAL: '中专、中职、技校',
  COLLEGE: '大专',
  BACHELOR: '本科',
  POSTGRADUATE: '研究生',
};
export const educationWord = (code: string): string => EDUCATION_WORDS[code] ?? code;

/**
 * What matching may know of a person: no name, no category, no grade. Sex is not here either; it enters only through the day
 * `workingAgeUntil`. A missing fact is `null` and stays unknown; it is never taken for "no".
 */
export interface MatchPerson {
  id: string;
  /** alive and on the register */
  active: boolean;
  birthOn: IsoDate;
  /** the last day of working age; null: no age table for this place and day */
  workingAgeUntil: IsoDate | null;
  /** 12 digits, where the person lives */
  divisionCode: string;
  certificateExpiresOn: IsoDate | null;
  /** without work, and asked for it; null: not known */
  seeksWork: boolean | null;
  /** decisions and months that stand against another public-welfare post */
  welfare: WelfareStanding;
  /** null: nobody asked */
  skills: readonly string[] | null;
  /** null: nobody asked, and nothing is known */
  licences: PersonLicences | null;
  education: string | null;
  wantedWageFen: number | null;
  wantedKinds: readonly string[];
  /** the farthest way to work the person accepts; null: no limit stated */
  commuteKm: number | null;
  /** what a workplace must have */
  accessNeeds: readonly string[];
  /** the newest assessment; null: never assessed */
  profile: { levels: Levels; assessedOn: IsoDate; validUntil: IsoDate | null } | null;
}

/** 长期有效: the last day of a certificate that never runs out. */
export const NO_EXPIRY = isoDate('9999-12-31');

/** What matching knows of a post. */
export interface MatchPost {
  id: string;
  kind: string;
  open: boolean;
  publishedOn: IsoDate;
  /** the last day on which one can apply */
  closesOn: IsoDate;
  openings: number;
  /** 12 digits, where the work is */
  workDivisionCode: string;
  /** 12 digits, whose office looks after the post and pays for it */
  divisionCode: string;
  /** work at home */
  remote: boolean;
  wageLowFen: number;
  minEducation: string | null;
  skills: readonly string[];
  licences: readonly string[];
  /** null: not stated at all. With a list, what it leaves out is level 0. */
  demands: Levels | null;
  accommodations: readonly Accommodation[];
  /** 提供的便利, as listed; empty: not stated */
  provisions: readonly string[];
  /** 依据 of a limit on age, sex or health; null: no such limit */
  limitBasis: string | null;
}

/** Local choices the rules rest on; a slot that is empty can't lead to NO. */
export interface MatchLaw {
  /** youngest age of work, full years; null: none entered */
  minimumAge: { years: number; source: string } | null;
  /** the act behind the table of working ages; null: none entered */
  ageTable: string | null;
  /** the act by which disabled job seekers count as 就业困难人员; null: recognition is not known here */
  targetByStatus: string | null;
  /** a dated decision that lets people so many years beyond working age into public-welfare posts; null: none in force */
  ageRelaxed: { years: number; source: string } | null;
  /** the act that keeps public-welfare posts to residents of the paying county; null: none entered */
  residentsOnly: string | null;
  /** the act that says 一人一岗; null: none entered */
  onePost: string | null;
  /** how long anybody may serve at public-welfare posts */
  term: TermLaw;
}
