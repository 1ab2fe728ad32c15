import type { IsoDate } from '../../index.js';
import type { MatchAnswer, MatchLaw, MatchPerson, MatchPost } from '../../index.js';

const KM: Record<string, number> = { v: 1, t: 8, c: 30, p: 100, x: 400 };
const EDU = 'NONE PRIMARY JUNIOR_MIDDLE SENIOR_MIDDLE SECONDARY_VOCATIONAL COLLEGE BACHELOR POSTGRADUATE'.split(' ');

/** The same question answered from matching.md alone, slowly: every completion of what is unknown is tried as 0 and as 4. */
export function oracle(x: MatchPerson, j: MatchPost, day: IsoDate, law: MatchLaw): MatchAnswer {
  const u: boolean[] = [];
  const no: boolean[] = [];
  const rule = (fails: boolean, unknown = false): void => void (no.push(fails && !unknown), u.push(unknown));
  rule(!x.active || !j.open || j.openings < 1 || day < j.publishedOn || day > j.closesOn);
  const welfare = j.kind === 'PUBLIC_WELFARE';
  const away = welfare && x.divisionCode.slice(0, 6) !== j.divisionCode.slice(0, 6);
  rule(away, away && !law.residentsOnly);
  const [a, b] = [x.divisionCode, j.workDivisionCode];
  const near =
    a === b && !a.endsWith('000')
      ? 'v'
      : a.slice(0, 9) === b.slice(0, 9) && !b.slice(6, 9).match(/^000$/)
        ? 't'
        : a.slice(0, 6) === b.slice(0, 6)
          ? 'c'
          : a.slice(0, 4) === b.slice(0, 4)
            ? 'p'
            : 'x';
  const far = x.commuteKm !== null && !j.remote && (KM[near] as number) > x.commuteKm;
  // A place that is only named by its town, county … may be next door.
  const named = (code: string) => /^(?:\d{2}(?=0{10}$)|\d{4}(?=0{8}$)|\d{6}(?=0{6}$)|\d{9}(?=000$))/.exec(code)?.[0];
  const vague = [a.startsWith(named(b) ?? '-'), b.startsWith(named(a) ?? '-')].includes(true);
  rule(far, far && vague && (x.commuteKm as number) >= 1);
  const sixteen = `${Number(x.birthOn.slice(0, 4)) + 16}${x.birthOn.slice(4)}`;
  // A decision may move the last day by whole years; in a year without it the 29th of February is the 28th.
  const moved = (until: string, years: number): string => {
    const year = Number(until.slice(0, 4)) + years;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return `${year}${until.endsWith('02-29') && !leap ? '-02-28' : until.slice(4)}`;
  };
  const upper = x.workingAgeUntil && moved(x.workingAgeUntil, welfare ? (law.ageRelaxed?.years ?? 0) : 0);
  const over = upper !== null && day > upper;
  const barred = (law.minimumAge !== null && day < sixteen) || (law.ageTable !== null && over);
  rule(barred, !barred && (law.minimumAge === null || x.workingAgeUntil === null || over));
  rule(false, j.limitBasis !== null);
  const card = j.kind !== 'FLEXIBLE';
  rule(card && (x.certificateExpiresOn ?? '9') < day, card && x.certificateExpiresOn === null);
  rule(welfare && x.welfare.bars.some((one) => one.from <= day && day <= one.until));
  const held = welfare && x.welfare.served.some((one) => one.from <= day && day <= (one.to ?? '9'));
  rule(held, held && !law.onePost);
  // Month by month: a month is served once the day before the same day of the next one, or its last day, is.
  const month = (from: string, n: number): string => {
    const [y, m, d] = from.split('-').map(Number);
    const last = new Date(Date.UTC(y, m + n, 0)).getUTCDate();
    return new Date(Date.UTC(y, m - 1 + n, Math.min(d, last))).toISOString().slice(0, 10);
  };
  const next = (one: string, n: number): string =>
    new Date(Date.parse(one) + n * 86_400_000).toISOString().slice(0, 10);
  const before = x.welfare.served.filter(({ from }) => from < day);
  let [months, rest, first] = [0, 0, day as string];
  for (const { from, to } of before) {
    const end = to === null || to >= day ? day : next(to, 1);
    let [whole, loose] = [0, 0];
    while (month(from, whole + 1) <= end) whole += 1;
    while (next(month(from, whole), loose + 1) <= end && loose < 29) loose += 1;
    [months, rest] = [months + whole, rest + loose];
    if (from < first) first = from;
  }
  [months, rest] = [months + Math.floor(rest / 30), rest % 30];
  const { maxMonths: most, nearRetirementYears: years, relaxedMonths: more } = law.term;
  const lastDay = most && next(month(day, most.value + (more?.value ?? 0) - months), -rest - 1);
  const spent = welfare && before.length > 0 && lastDay !== null && lastDay < day;
  const pension = x.workingAgeUntil;
  const stays =
    years !== null && pension !== null && pension >= day && month(first, years.value * 12) > next(pension, 1);
  rule(spent && !stays, spent && years !== null && pension === null);
  rule(welfare && x.seeksWork === false, welfare && (x.seeksWork === null || !law.targetByStatus));
  const edu = j.minEducation === null ? null : [EDU.indexOf(x.education ?? ''), EDU.indexOf(j.minEducation)];
  rule(edu !== null && (edu[0] as number) < (edu[1] as number), edu !== null && edu.includes(-1));
  rule(
    j.skills.some((one) => !x.skills?.includes(one)),
    j.skills.length > 0 && x.skills === null,
  );
  for (const kind of j.licences) {
    const papers = (x.licences?.held ?? []).filter((one) => one.kind === kind);
    const good = papers.filter((one) => !(one.until !== null && one.until < day));
    const said = papers.length > 0 || x.licences?.all === true;
    rule(said && good.length === 0, good.length > 0 ? !good.some((one) => one.seen) : !said);
  }
  const lacks = !j.remote && x.accessNeeds.some((one) => !j.provisions.some((p) => p === one || p === `可提供${one}`));
  rule(lacks, lacks && j.provisions.length === 0);
  const p = x.profile && x.profile.assessedOn <= day && day <= (x.profile.validUntil ?? '9') ? x.profile.levels : {};
  const ok = (blank: number, sets: readonly string[]): boolean => {
    const has = (item: string): number => (p as Record<string, number>)[item] ?? blank;
    const used = j.accommodations.filter(
      (one) => sets.includes(one.state) && Object.entries(one.requires).every(([item, n]) => has(item) >= n),
    );
    return Object.entries(j.demands ?? {}).every(
      ([item, n]) => Math.min(n, ...used.map((one) => (one.lowers as Record<string, number>)[item] ?? 4)) <= has(item),
    );
  };
  const everything = ['IN_PLACE', 'OFFERED', 'FUNDED'];
  rule(!ok(4, everything), j.demands === null || (ok(4, everything) && !ok(0, everything)));
  if (no.includes(true)) return 'NO';
  if (u.includes(true)) return 'UNKNOWN';
  return ok(0, ['IN_PLACE']) ? 'FITS' : 'FITS_WITH';
}
