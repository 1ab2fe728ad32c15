import { addDays, ageOn, type IsoDate } from '../calendar.js';
import { yuanText } from '../money.js';
import { barOn, servedBefore, spanHeld } from '../welfare/standing.js';
import { monthsServed } from '../welfare/term.js';
import { type Accommodation, lowered, meets, shortOf } from './accommodations.js';
import { type MatchAnswer, worseOf } from './answer.js';
import { type Change, smallestChange } from './changes.js';
import { maybeLevel, neededAccommodations, openItems, profileValid, sureLevel } from './demand.js';
import { educationWord, type MatchLaw, type MatchPerson, type MatchPost, NO_EXPIRY } from './facts.js';
import {
  answerOf,
  type Basis,
  HARD_RULES,
  type HardRuleId,
  missingOf,
  missingProvisions,
  PUBLIC_WELFARE,
  withinRelaxedAge,
} from './hard-rules.js';
import { ITEM_WORDS, ABILITY_CODES } from './items.js';
import { licenceState, type LicenceState } from './licences.js';
import { type ScoreParts, scoreParts, totalOf } from './score.js';
import { BAND_KM, BAND_WORDS, travelBand } from './travel.js';

/** One rule with the numbers it compared. */
export interface RuleFinding {
  rule: HardRuleId;
  answer: MatchAnswer;
  /** what the post asks for */
  needed: string;
  /** what is known of the person */
  has: string;
  basis: Basis | null;
  /** one plain sentence to the person */
  message: string;
}

/** Everything about one pair: all rules, not only the first that failed. */
export interface MatchExplanation {
  answer: MatchAnswer;
  /** 0 for NO */
  score: number;
  parts: ScoreParts | null;
  findings: RuleFinding[];
  /** ✓ at most four */
  reasons: string[];
  /** ! at most two */
  cautions: string[];
  /** promised accommodations that a FITS_WITH rests on */
  accommodations: Accommodation[];
  /** what would make it fit; null: nothing needed, or no small change */
  change: Change | null;
}

type Words = Pick<RuleFinding, 'needed' | 'has' | 'message'>;
type Facts = readonly [person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw];

const MAX_REASONS = 4;
const MAX_CAUTIONS = 2;
const UNKNOWN_WORD = '没有登记';
const list = (items: readonly string[]): string => items.join('、') || '无';
/** 2300, not 2300.00: wages are read aloud. */
const wholeYuan = (fen: number): string => yuanText(fen).replace(/\.00$/, '');
const km = (value: number | null): string => (value === null ? '不限' : `${value}公里`);

function demandWords([person, post, day]: Facts, answer: MatchAnswer): Words {
  const demands = post.demands ?? {};
  const asked = ABILITY_CODES.filter((item) => (demands[item] ?? 0) > 0);
  const valid = profileValid(person, day);
  const level = (item: (typeof ABILITY_CODES)[number]): string =>
    valid && person.profile?.levels[item] !== undefined ? String(person.profile.levels[item]) : '未评估';
  const sure = sureLevel(person, day);
  const maybe = maybeLevel(person, day);
  const promised = post.accommodations.filter(({ state }) => state !== 'POSSIBLE');
  const over = shortOf(lowered(demands, promised, maybe), maybe);
  const open = openItems(person, post, day);
  // What the workplace has already is part of why the work fits.
  const standing = post.accommodations.filter(({ state }) => state === 'IN_PLACE');
  const helped =
    shortOf(demands, sure).length > 0
      ? standing.filter(
          ({ lowers, requires }) =>
            meets(requires, sure) && shortOf(demands, sure).some((item) => lowers[item] !== undefined),
        )
      : [];
  const words = (items: readonly (typeof ABILITY_CODES)[number][]): string =>
    list(items.map((item) => ITEM_WORDS[item]));
  const message = ((): string => {
    if (post.demands === null) return '单位还没写清这个岗位要做什么，请工作人员核对。';
    if (answer === 'NO') return `岗位要求的${words(over)}，比您评估的能力高。`;
    if (answer === 'UNKNOWN') return `岗位要求${words(open)}，您还没有评估过，请就业辅导员评估。`;
    if (answer === 'FITS_WITH')
      return `单位答应提供${list(neededAccommodations(person, post, day).map(({ kind }) => kind))}，有了就合适。`;
    if (asked.length === 0) return '这个岗位对体力、视听没有特别要求。';
    const having = helped.length > 0 ? `单位有${list(helped.map(({ kind }) => kind))}，` : '';
    return `${having}岗位要求的${words(asked)}，您都够得上。`;
  })();
  return {
    needed: post.demands === null ? UNKNOWN_WORD : list(asked.map((item) => `${ITEM_WORDS[item]}${demands[item]}`)),
    has: list(asked.map((item) => `${ITEM_WORDS[item]}${level(item)}`)),
    message,
  };
}

const LICENCE_WORDS: Readonly<Record<LicenceState, string>> = {
  SEEN: '看过证件',
  UNSEEN: '本人说有，还没看过证件',
  EXPIRED: '已过期',
  LACKING: '没有',
  UNASKED: '还没问过',
};

function licenceWords([person, post, day]: Facts, answer: MatchAnswer): Words {
  const states = post.licences.map((kind) => [kind, licenceState(person.licences, kind, day)] as const);
  const those = (state: LicenceState): string =>
    states.flatMap(([kind, one]) => (one === state ? [kind] : [])).join('、');
  const [unseen, unasked, expired, lacking] = [those('UNSEEN'), those('UNASKED'), those('EXPIRED'), those('LACKING')];
  const open = [
    ...(expired ? [`岗位需要${expired}，您的已经过期，请先换证。`] : []),
    ...(lacking ? [`岗位需要${lacking}，您还没有。`] : []),
    ...(unseen ? [`岗位需要${unseen}，您说有，请辅导员看一看证件。`] : []),
    ...(unasked ? [`岗位需要${unasked}，您有没有还没登记，有的请辅导员看一看证件。`] : []),
  ];
  return {
    needed: list(post.licences),
    has: list(states.map(([kind, state]) => `${kind}（${LICENCE_WORDS[state]}）`)),
    message:
      answer === 'FITS'
        ? post.licences.length === 0
          ? '不要求证照。'
          : `您有${list(post.licences)}，证件看过了。`
        : open.join(''),
  };
}

/** The sentences of each rule. */
const WORDS: Readonly<Record<HardRuleId, (facts: Facts, answer: MatchAnswer) => Words>> = {
  'H-ACTIVE': ([person, post, day], answer) => ({
    needed: `报名截止${post.closesOn}，招${post.openings}人`,
    has: day,
    message:
      answer === 'FITS'
        ? '岗位还在招人。'
        : person.active
          ? '岗位已经招满、截止或还没开始。'
          : '残联的登记不是正常状态，请到残联核对。',
  }),
  'H-REGION': ([person, post], answer) => ({
    needed: post.kind === PUBLIC_WELFARE ? '住在岗位所在县' : '不限',
    has: person.divisionCode.slice(0, 6) === post.divisionCode.slice(0, 6) ? '同一个县' : '不同的县',
    message:
      answer === 'FITS'
        ? '您住的地方符合要求。'
        : answer === 'NO'
          ? '这个岗位只招本县居民。'
          : '这个岗位可能只招本县居民，请先问清。',
  }),
  'H-COMMUTE': ([person, post], answer) => {
    const band = travelBand(person, post);
    const open = answer === 'UNKNOWN';
    return {
      needed: open ? `${BAND_KM[band]}公里以内，具体地点没写` : `约${BAND_KM[band]}公里（估算）`,
      has: km(person.commuteKm),
      message:
        answer === 'FITS'
          ? `工作地点${BAND_WORDS[band]}。`
          : open
            ? '工作地点或您的住址没写到村，路程还不知道，请先问清。'
            : `路程约${BAND_KM[band]}公里（估算），超过您说的${km(person.commuteKm)}。`,
    };
  },
  'H-AGE': ([person, post, day, law], answer) => ({
    needed: law.minimumAge === null ? '在劳动年龄内' : `满${law.minimumAge.years}周岁，在劳动年龄内`,
    has: `${ageOn(person.birthOn, day)}周岁`,
    message:
      answer === 'FITS'
        ? withinRelaxedAge(person, post, day, law)
          ? `年龄上限放宽了${law.ageRelaxed?.years}岁，符合要求（${law.ageRelaxed?.source}）。`
          : '年龄符合要求。'
        : answer === 'UNKNOWN'
          ? '县里还没有登记劳动年龄表，请工作人员核对。'
          : '不在法定劳动年龄内。',
  }),
  'H-LIMIT': ([, post], answer) => ({
    needed: post.limitBasis ?? '无限制',
    has: answer === 'FITS' ? '无限制' : '待核对',
    message: answer === 'FITS' ? '岗位没有年龄、性别、健康限制。' : '岗位有法定限制，请工作人员核对您是否符合。',
  }),
  'H-CERT': ([person], answer) => ({
    needed: '证件在有效期内',
    has: person.certificateExpiresOn === NO_EXPIRY ? '长期有效' : (person.certificateExpiresOn ?? UNKNOWN_WORD),
    message:
      answer === 'FITS'
        ? '您的证件有效。'
        : answer === 'UNKNOWN'
          ? '您的证件有效期没有登记，请补登。'
          : '您的证件已过期，请先换证。',
  }),
  'H-REFUSED': ([person, post, day]) => {
    const bar = post.kind === PUBLIC_WELFARE ? barOn(person.welfare, day) : undefined;
    return {
      needed: post.kind === PUBLIC_WELFARE ? '不在暂停推荐的日子里' : '不限',
      has: bar === undefined ? '没有暂停' : `暂停到${bar.until}`,
      message:
        bar === undefined
          ? '没有暂停给您推荐公益性岗位。'
          : `到${bar.until}为止不给您推荐公益性岗位，别的岗位照样可以。`,
    };
  },
  'H-ONEPOST': ([person, post, day], answer) => {
    const held = post.kind === PUBLIC_WELFARE ? spanHeld(person.welfare, day) : undefined;
    return {
      needed: post.kind === PUBLIC_WELFARE ? '没有别的公益性岗位' : '不限',
      has: held === undefined ? '没有' : `${held.from}起在公益性岗位`,
      message:
        answer === 'FITS'
          ? '您没有别的公益性岗位。'
          : answer === 'NO'
            ? '一个人只能有一个公益性岗位，您已经有了。'
            : '您已经有公益性岗位，能不能再有一个，请先问清。',
    };
  },
  'H-TERM': ([person, post, day, law], answer) => {
    const { maxMonths, relaxedMonths } = law.term;
    const limited = post.kind === PUBLIC_WELFARE && maxMonths !== null;
    const most = `最长${(maxMonths?.value ?? 0) + (relaxedMonths?.value ?? 0)}个月`;
    const { months, days } = monthsServed(servedBefore(person.welfare, day), addDays(day, -1));
    return {
      needed: limited ? most : '不限',
      has: `干过${months}个月${days > 0 ? `零${days}天` : ''}`,
      message:
        answer === 'FITS'
          ? '公益性岗位的期限您没有用完。'
          : answer === 'NO'
            ? `公益性岗位${most}，您已经干满。`
            : `公益性岗位${most}，您已经干满；是不是临近退休还要核对。`,
    };
  },
  'H-TARGET': ([person, post], answer) => ({
    needed: post.kind === PUBLIC_WELFARE ? '就业困难人员' : '不限',
    has: person.seeksWork === null ? UNKNOWN_WORD : person.seeksWork ? '未就业，想就业' : '已就业或不求职',
    message:
      answer === 'FITS'
        ? '您在这个岗位的安置对象之内。'
        : answer === 'UNKNOWN'
          ? '公益性岗位要先认定就业困难人员，请申请认定。'
          : '公益性岗位只安置没有工作又想就业的人。',
  }),
  'H-EDU': ([person, post], answer) => ({
    needed: post.minEducation === null ? '不限' : educationWord(post.minEducation),
    has: person.education === null ? UNKNOWN_WORD : educationWord(person.education),
    message:
      answer === 'FITS'
        ? '文化程度符合要求。'
        : answer === 'UNKNOWN'
          ? '文化程度还要核对。'
          : '岗位要求的文化程度更高。',
  }),
  'H-SKILL': ([person, post], answer) => ({
    needed: list(post.skills),
    has: person.skills === null ? UNKNOWN_WORD : list(person.skills),
    message:
      answer === 'FITS'
        ? post.skills.length === 0
          ? '不要求专门的技能。'
          : `您会${list(post.skills)}，这个岗位需要。`
        : answer === 'UNKNOWN'
          ? `岗位需要${list(post.skills)}，您的技能还没有登记。`
          : `岗位需要${list(missingOf(post.skills, person.skills ?? []))}，可以先参加培训。`,
  }),
  'H-LICENCE': licenceWords,
  'H-ACCESS': ([person, post], answer) => ({
    needed: list(person.accessNeeds),
    has: list(post.provisions),
    message:
      answer === 'FITS'
        ? person.accessNeeds.length === 0 || post.remote
          ? '工作场所没有妨碍。'
          : `单位有您需要的${list(person.accessNeeds)}。`
        : answer === 'UNKNOWN'
          ? `您需要${list(person.accessNeeds)}，单位没写有没有，请先问清。`
          : `您需要${list(missingProvisions(person, post))}，单位还没有。`,
  }),
  'H-DEMAND': demandWords,
};

/** A reason worth telling, not merely a rule that holds. */
function reasonsOf(facts: Facts, findings: readonly RuleFinding[]): string[] {
  const [person, post, day] = facts;
  const fits = (rule: HardRuleId): string[] =>
    findings.filter((one) => one.rule === rule && one.answer === 'FITS').map(({ message }) => message);
  const asks = Object.values(post.demands ?? {}).some((level) => (level ?? 0) > 0);
  const band = travelBand(person, post);
  const wage = person.wantedWageFen !== null && post.wageLowFen >= person.wantedWageFen;
  return [
    ...(post.skills.length > 0 ? fits('H-SKILL') : []),
    ...(post.licences.length > 0 ? fits('H-LICENCE') : []),
    ...(asks ? fits('H-DEMAND') : []),
    ...(band === 'FAR' || band === 'PREFECTURE' ? [] : [`工作地点${BAND_WORDS[band]}。`]),
    ...(person.accessNeeds.length > 0 && !post.remote ? fits('H-ACCESS') : []),
    ...(wage ? [`月薪至少${wholeYuan(post.wageLowFen)}元，不低于您想要的。`] : []),
    ...(person.wantedKinds.includes(post.kind) ? ['是您想找的岗位类型。'] : []),
    ...(scoreParts(person, post, day).freshness > 0 ? ['是新发布的岗位。'] : []),
  ].slice(0, MAX_REASONS);
}

function cautionsOf([person, post]: Facts, findings: readonly RuleFinding[]): string[] {
  const wanting = findings.filter(({ answer }) => answer !== 'FITS').map(({ message }) => message);
  const less = person.wantedWageFen !== null && post.wageLowFen < person.wantedWageFen;
  return [...wanting, ...(less ? [`月薪从${wholeYuan(post.wageLowFen)}元起，比您想要的低。`] : [])].slice(
    0,
    MAX_CAUTIONS,
  );
}

/** Judges one pair in full, by the same rules as `judge`, and says why, why not, and what would change it. */
export function explainMatch(person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw): MatchExplanation {
  const facts: Facts = [person, post, day, law];
  const findings = HARD_RULES.map((rule): RuleFinding => {
    const answer = answerOf(rule, ...facts);
    return { rule: rule.id, answer, basis: rule.basis(post, law, person, day), ...WORDS[rule.id](facts, answer) };
  });
  const answer = findings.reduce<MatchAnswer>((worst, finding) => worseOf(worst, finding.answer), 'FITS');
  const parts = answer === 'NO' ? null : scoreParts(person, post, day);
  return {
    answer,
    score: parts === null ? 0 : totalOf(parts),
    parts,
    findings,
    reasons: answer === 'NO' ? [] : reasonsOf(facts, findings),
    cautions: cautionsOf(facts, findings),
    accommodations: answer === 'FITS_WITH' ? neededAccommodations(person, post, day) : [],
    change: smallestChange(person, post, day, law),
  };
}
