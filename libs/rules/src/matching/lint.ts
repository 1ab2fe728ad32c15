import type { IsoDate } from '../calendar.js';
import type { Law } from '../law/index.js';
import { yuanText } from '../money.js';
import { allowsLimit } from '../posting/bases.js';
import { type LimitKind, limitsIn } from '../posting/limits.js';
import { ACCOMMODATION_KINDS, accommodationsOf, provisionName } from './accommodations.js';
import { isFit } from './answer.js';
import { profileValid } from './demand.js';
import { demandSentence } from './demand-words.js';
import type { MatchLaw, MatchPerson, MatchPost } from './facts.js';
import { PUBLIC_WELFARE } from './hard-rules.js';
import { ABILITY_CODES, type AbilityItem, ITEM_WORDS, type Levels } from './items.js';
import { judge } from './judge.js';
import { sourceOf } from '../quota/used-law.js';

/** Dated parameters that a post is held against when it is written. */
export const LINT_PARAMETERS = {
  /** fen a month; qualifier: the class of the place, or none */
  minimumWage: 'count.minimumWage',
  wageClass: 'setting.wageClass',
  /** whole hours */
  weeklyHours: 'work.hours.weekly',
} as const;

/** What the law of the work place says about any post on a day; a slot without a row stays empty and refuses nothing. */
export interface LintLaw {
  minimumWage: { fen: number; source: string } | null;
  weeklyHours: { hours: number; source: string } | null;
}

export function lintLawOn(law: Law, day: IsoDate): LintLaw {
  const wageClass = law.find(LINT_PARAMETERS.wageClass, day);
  const wage = law.find(LINT_PARAMETERS.minimumWage, day, { qualifier: wageClass?.row.value ?? '' });
  const hours = law.find(LINT_PARAMETERS.weeklyHours, day);
  return {
    minimumWage: wage ? { fen: Number(wage.row.value), source: sourceOf(wage) } : null,
    weeklyHours: hours ? { hours: Number(hours.row.value), source: sourceOf(hours) } : null,
  };
}

/** A post as its employer writes it. */
export interface WrittenPost {
  title: string;
  kind: string;
  welfareKind: string | null;
  description: string | null;
  wageLowFen: number;
  /** tenths of an hour; null: not stated */
  weeklyHours: number | null;
  skills: readonly string[];
  licences: readonly string[];
  provisions: readonly string[];
  demands: Levels | null;
  /** the task behind a demand */
  tasks: Readonly<Partial<Record<AbilityItem, string>>> | null;
  /** 依据 of a limit on age, sex or health */
  legalBasis: string | null;
}

export const LINT_CODES = [
  'LEGAL_BASIS_MISSING',
  'DEMAND_INCOMPLETE',
  'WAGE_BELOW_MINIMUM',
  'HOURS_OVER_LIMIT',
  'LAW_UNKNOWN',
  'BASIS_UNUSED',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** Something about one field of a post: what is wrong, and how to mend it. */
export interface LintFinding {
  code: LintCode;
  /** `title`, `demands.LIFT`, `tasks.LIFT` … */
  field: string;
  message: string;
}

/** What is found in the text of a post, without regard to people. */
export interface TextLint {
  /** the post can't be published with these */
  refusals: LintFinding[];
  /** worth a look; nothing is refused */
  cautions: LintFinding[];
}

/** From this level on a demand names the task behind it. */
export const TASK_FROM_LEVEL = 2;

/** Tenths of an hour a week: up to so many the work is part-time. @source 劳动合同法 art. 68 */
export const PART_TIME = 240;
/** Work under a labour contract, full-time unless hours say otherwise. */
const CONTRACT_KINDS: ReadonlySet<string> = new Set(['PROPORTIONAL', 'CONCENTRATED']);
const FLEXIBLE = 'FLEXIBLE';

const LIMIT_WORDS: Readonly<Record<LimitKind, string>> = { AGE: '年龄', SEX: '性别', HEALTH: '身体条件' };

/** Each text of a post by the field it was written in. */
function textsOf(post: WrittenPost): [field: string, text: string][] {
  const tasks = ABILITY_CODES.map((item): [string, string] => [`tasks.${item}`, post.tasks?.[item] ?? '']);
  const texts: [string, string][] = [
    ['title', post.title],
    ['welfareKind', post.welfareKind ?? ''],
    ['description', post.description ?? ''],
    ['skills', post.skills.join('；')],
    ['licences', post.licences.join('；')],
    ['provisions', post.provisions.join('；')],
    ...tasks,
  ];
  return texts.filter(([, text]) => text !== '');
}

function limitFindings(post: WrittenPost): TextLint {
  const found = textsOf(post).map(([field, text]) => ({ field, limits: limitsIn(text) }));
  const refusals = found.flatMap(({ field, limits }) => {
    const bare = limits.filter((limit) => !allowsLimit(post.legalBasis, limit));
    if (bare.length === 0) return [];
    const words = bare.map((limit) => LIMIT_WORDS[limit]).join('、');
    const message = post.legalBasis
      ? `这里限了${words}，写的依据里没有准许这样限的规定。请删掉限制，只写要做的事。`
      : `这里限了${words}。没有法律依据不能限，请删掉，只写要做的事。`;
    return [{ code: 'LEGAL_BASIS_MISSING' as const, field, message }];
  });
  const unused = post.legalBasis !== null && found.every(({ limits }) => limits.length === 0);
  const message = '岗位没有限年龄、性别和身体条件，不用写依据。写了，每个人都要先由残联核对，请空着。';
  return { refusals, cautions: unused ? [{ code: 'BASIS_UNUSED', field: 'legalBasis', message }] : [] };
}

function demandFindings(post: WrittenPost): LintFinding[] {
  return ABILITY_CODES.flatMap((item): LintFinding[] => {
    const level = post.demands?.[item];
    const code = 'DEMAND_INCOMPLETE';
    if (level === undefined)
      return [{ code, field: `demands.${item}`, message: `请选「${ITEM_WORDS[item]}」的要求，没有要求就选没有。` }];
    if (level < TASK_FROM_LEVEL || post.tasks?.[item]?.trim()) return [];
    const message = `「${ITEM_WORDS[item]}」要求了「${demandSentence(item, level)}」，请写是哪件事要用到；说不出来就选低一级。`;
    return [{ code, field: `tasks.${item}`, message }];
  });
}

const statedFullTime = ({ weeklyHours }: WrittenPost): boolean => weeklyHours !== null && weeklyHours > PART_TIME;

function wageFindings(post: WrittenPost, { minimumWage }: LintLaw): TextLint {
  const field = 'wageLowYuan';
  const contract = CONTRACT_KINDS.has(post.kind) && (post.weeklyHours === null || statedFullTime(post));
  const fullTime = contract || (post.kind === FLEXIBLE && statedFullTime(post));
  const welfare = post.kind === PUBLIC_WELFARE;
  if (!fullTime && !welfare) return { refusals: [], cautions: [] };
  if (minimumWage === null) {
    const message = '工作地点的月最低工资还没有录入，系统没有核对。请自己按当地文件核对月薪。';
    return { refusals: [], cautions: [{ code: 'LAW_UNKNOWN', field, message }] };
  }
  if (post.wageLowFen >= minimumWage.fen) return { refusals: [], cautions: [] };
  const least = `${yuanText(minimumWage.fen)}元（${minimumWage.source}）`;
  if (fullTime) {
    const message = `全日制的月薪不能低于当地最低工资${least}。请提高月薪下限；不是全日制的，请写每周工时。`;
    return { refusals: [{ code: 'WAGE_BELOW_MINIMUM', field, message }], cautions: [] };
  }
  // What a rural public-welfare post pays, the local act says; urban ones pay the minimum wage.
  const message = `城镇公益性岗位不低于最低工资${least}，乡村的按当地规定。请核对。`;
  return { refusals: [], cautions: [{ code: 'WAGE_BELOW_MINIMUM', field, message }] };
}

function hourFindings(post: WrittenPost, { weeklyHours }: LintLaw): TextLint {
  const field = 'weeklyHours';
  if (post.weeklyHours === null) return { refusals: [], cautions: [] };
  if (weeklyHours === null) {
    const message = '每周工时的上限还没有录入，系统没有核对。请自己按规定核对。';
    return { refusals: [], cautions: [{ code: 'LAW_UNKNOWN', field, message }] };
  }
  if (post.weeklyHours <= weeklyHours.hours * 10) return { refusals: [], cautions: [] };
  const message = `每周工时不能超过${weeklyHours.hours}小时（${weeklyHours.source}）。请改少。`;
  return { refusals: [{ code: 'HOURS_OVER_LIMIT', field, message }], cautions: [] };
}

/** What stands in the way of publishing a post as it is written, and what is worth a look; fields in the order of the form. */
export function lintText(post: WrittenPost, law: LintLaw): TextLint {
  const parts = [
    limitFindings(post),
    wageFindings(post, law),
    hourFindings(post, law),
    { refusals: demandFindings(post), cautions: [] },
  ];
  return {
    refusals: parts.flatMap(({ refusals }) => refusals),
    cautions: parts.flatMap(({ cautions }) => cautions),
  };
}

/** A change of the work that opens it to more people. */
export interface LintSuggestion {
  kind: 'LOWER' | 'ACCOMMODATION';
  /** in plain words, without the number */
  says: string;
  /** LOWER: the level instead; else null */
  level: number | null;
  /** ACCOMMODATION: its word; else null */
  provision: string | null;
  /** how many more people would fit */
  gain: number;
}

/** One demand of a post against the people of a region. */
export interface DemandLint {
  item: AbilityItem;
  level: number;
  /** assessed, and under the level */
  below: number;
  /** would fit without this demand, and do not with it */
  onlyThis: number;
  /** nobody assessed this item, or the assessment ran out */
  unknown: number;
  /** the largest gain first */
  suggestions: LintSuggestion[];
}

export interface PeopleLint {
  /** people looked at */
  people: number;
  /** people whom the post fits as it is written */
  fits: number;
  demands: DemandLint[];
}

/** How a demand is taken apart. @source design: plain words, to be judged by their use */
const SPLIT: Readonly<Record<AbilityItem, string>> = {
  LIFT: '把搬重物分开，或者用推车',
  STAND: '给把椅子，或者中间多歇几次',
  WALK: '把跑腿的活分开',
  STAIRS: '把上下楼的活分开，或者换到一楼',
  FINE_HAND: '把细活分开，或者用夹具',
  SEE: '把要细看的活分开',
  COLOUR: '用字或编号代替颜色',
  HEAR: '用写字、灯光代替听',
  SPEAK: '把要说话的活分开',
  READ: '用图片或口头说代替看字',
  INSTRUCTIONS: '把活拆成固定的几步',
  PACE: '按一天的数量算，不催',
  CROWD: '换到人少的地方',
  NIGHT: '少排夜班，或者和别人一起',
  OUTDOORS: '把户外的活分开',
  TRANSPORT: '安排接送，或者就近上班',
};

const OFFERED = '可提供';
const lowerSays = (item: AbilityItem, level: number): string =>
  level === 0 ? SPLIT[item] : `${SPLIT[item]}，只要求「${demandSentence(item, level)}」`;

interface Variant {
  post: MatchPost;
  count: number;
}

interface ItemCount {
  item: AbilityItem;
  level: number;
  below: number;
  unknown: number;
  without: Variant;
  lower: Variant | null;
  offers: [provision: string, variant: Variant][];
}

const withDemand = (post: MatchPost, item: AbilityItem, level: number): Variant => ({
  post: { ...post, demands: { ...post.demands, [item]: level } },
  count: 0,
});

const withProvisions = (post: MatchPost, kinds: readonly string[]): MatchPost => {
  const provisions = [...post.provisions, ...kinds.map((kind) => OFFERED + kind)];
  return { ...post, provisions, accommodations: accommodationsOf(provisions) };
};

/**
 * Counts for each demand of a post whom it keeps out; people are handed in as they are read. The post is judged as open on the day and
 * without a limit on age, sex or health: those are for the text.
 */
export class DemandLinter {
  private readonly post: MatchPost;
  private readonly items: ItemCount[];
  /** nothing asked, everything offered: who does not fit this, fits none of the variants */
  private readonly easiest: MatchPost;
  private people = 0;
  private fits = 0;

  constructor(
    post: MatchPost,
    private readonly day: IsoDate,
    private readonly law: MatchLaw,
  ) {
    const asked = post.demands ?? {};
    this.post = { ...post, demands: asked, open: true, publishedOn: day, closesOn: day, limitBasis: null };
    if (this.post.openings < 1) this.post = { ...this.post, openings: 1 };
    const there = new Set(post.provisions.map(provisionName));
    this.items = ABILITY_CODES.filter((item) => (asked[item] ?? 0) > 0).map((item) => {
      const level = asked[item] as number;
      const offers = Object.entries(ACCOMMODATION_KINDS)
        .filter(([kind, { lowers }]) => !there.has(kind) && (lowers[item] ?? level) < level)
        .map(([kind]): [string, Variant] => [kind, { post: withProvisions(this.post, [kind]), count: 0 }]);
      return {
        item,
        level,
        below: 0,
        unknown: 0,
        without: withDemand(this.post, item, 0),
        // Level 0 instead of 1 is the demand left out.
        lower: level > 1 ? withDemand(this.post, item, level - 1) : null,
        offers,
      };
    });
    const kinds = [...new Set(this.items.flatMap(({ offers }) => offers.map(([kind]) => kind)))];
    this.easiest = { ...withProvisions(this.post, kinds), demands: {} };
  }

  add(people: Iterable<MatchPerson>): void {
    for (const person of people) this.addOne(person);
  }

  result(): PeopleLint {
    return {
      people: this.people,
      fits: this.fits,
      demands: this.items.map(({ item, level, below, unknown, without, lower, offers }) => ({
        item,
        level,
        below,
        unknown,
        onlyThis: without.count - this.fits,
        suggestions: [
          this.suggestion('LOWER', lowerSays(item, level - 1), lower ?? without, level - 1, null),
          ...offers.map(([kind, variant]) => this.suggestion('ACCOMMODATION', `提供${kind}`, variant, null, kind)),
        ].sort(bySize),
      })),
    };
  }

  private suggestion(
    kind: LintSuggestion['kind'],
    says: string,
    { count }: Variant,
    level: number | null,
    provision: string | null,
  ): LintSuggestion {
    return { kind, says, level, provision, gain: count - this.fits };
  }

  private addOne(person: MatchPerson): void {
    this.people += 1;
    const known = profileValid(person, this.day) ? person.profile?.levels : undefined;
    for (const count of this.items) {
      const level = known?.[count.item];
      if (level === undefined) count.unknown += 1;
      else if (level < count.level) count.below += 1;
    }
    if (!this.suits(person, this.easiest)) return;
    if (this.suits(person, this.post)) this.fits += 1;
    for (const { without, lower, offers } of this.items) {
      this.count(person, without);
      if (lower !== null) this.count(person, lower);
      for (const [, variant] of offers) this.count(person, variant);
    }
  }

  private count(person: MatchPerson, variant: Variant): void {
    if (this.suits(person, variant.post)) variant.count += 1;
  }

  private suits(person: MatchPerson, post: MatchPost): boolean {
    return isFit(judge(person, post, this.day, this.law).answer);
  }
}

const bySize = (one: LintSuggestion, other: LintSuggestion): number =>
  other.gain - one.gain || (one.says < other.says ? -1 : 1);

/** Both at once: the text of a post, and its demands against people. */
export function lintPost(
  written: WrittenPost,
  post: MatchPost,
  people: Iterable<MatchPerson>,
  day: IsoDate,
  laws: { lint: LintLaw; match: MatchLaw },
): TextLint & PeopleLint {
  const linter = new DemandLinter(post, day, laws.match);
  linter.add(people);
  return { ...lintText(written, laws.lint), ...linter.result() };
}

/** Employers see counts in steps of so many: differences single people out. */
export const COUNT_STEP = 5;

/** A count down to its step; 0 stands for "fewer than 5". */
export const stepped = (count: number): number => count - (count % COUNT_STEP);

/** Counts as an employer may see them; suggestions that show no gain are left out, and their order tells no more than the steps do. */
export const steppedLint = ({ people, fits, demands }: PeopleLint): PeopleLint => ({
  people: stepped(people),
  fits: stepped(fits),
  demands: demands.map(({ item, level, below, onlyThis, unknown, suggestions }) => ({
    item,
    level,
    below: stepped(below),
    onlyThis: stepped(onlyThis),
    unknown: stepped(unknown),
    suggestions: suggestions.map((one) => ({ ...one, gain: stepped(one.gain) })).sort(bySize),
  })),
});
