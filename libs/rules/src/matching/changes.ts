import type { IsoDate } from '../calendar.js';
import { ACCOMMODATION_KINDS, type Accommodation } from './accommodations.js';
import { isFit, type MatchAnswer } from './answer.js';
import { openItems, profileValid, sureLevel } from './demand.js';
import { EDUCATION_ORDER, type MatchLaw, type MatchPerson, type MatchPost } from './facts.js';
import { answerOf, HARD_RULES, type HardRuleId, missingOf, missingProvisions } from './hard-rules.js';
import { licenceState } from './licences.js';
import { type AbilityItem, ITEM_WORDS, ABILITY_CODES, MAX_ABILITY_LEVEL } from './items.js';
import { judge } from './judge.js';
import { BAND_KM, distanceOpen, travelBand } from './travel.js';

/** One thing that people can do about a match. Never a body, an age or a category. */
export interface Move {
  /** kind and object, `TRAIN:缝纫`; orders equals */
  id: string;
  kind: 'ASSESS' | 'ASK' | 'RENEW' | 'RECOGNISE' | 'TRAIN' | 'LICENCE' | 'TRAVEL' | 'ACCOMMODATE' | 'PROVIDE';
  /** 1 a question, 2 an appointment, 3 a thing to arrange, 5 weeks of learning */
  effort: number;
  /** what to do, in plain words */
  says: string;
  apply(pair: Pair): Pair;
}

interface Pair {
  person: MatchPerson;
  post: MatchPost;
}

/** The smallest set of moves that makes the pair fit. */
export interface Change {
  moves: readonly Move[];
  effort: number;
  newAnswer: MatchAnswer;
}

const ASK = 1;
const MEET = 2;
const ARRANGE = 3;
const LEARN = 5;
/** More candidates than this are no small change any more. */
const MAX_MOVES = 12;

const ofPerson =
  (change: (person: MatchPerson) => Partial<MatchPerson>) =>
  ({ person, post }: Pair): Pair => ({ person: { ...person, ...change(person) }, post });
const ofPost =
  (change: (post: MatchPost) => Partial<MatchPost>) =>
  ({ person, post }: Pair): Pair => ({ person, post: { ...post, ...change(post) } });

const move = (kind: Move['kind'], object: string, effort: number, says: string, apply: Move['apply']): Move => ({
  id: object ? `${kind}:${object}` : kind,
  kind,
  effort,
  says,
  apply,
});

/** Assessed as well as can be: what an assessment may turn out at best. */
const assessed = (day: IsoDate) =>
  ofPerson((person) => {
    const known = profileValid(person, day) ? person.profile?.levels : undefined;
    const levels = Object.fromEntries(ABILITY_CODES.map((item) => [item, known?.[item] ?? MAX_ABILITY_LEVEL]));
    return { profile: { levels, assessedOn: day, validUntil: null } };
  });

function accommodate(kind: string): Move {
  const added: Accommodation = {
    kind,
    ...(ACCOMMODATION_KINDS[kind] ?? { lowers: {}, requires: {} }),
    payer: 'EMPLOYER',
    state: 'OFFERED',
    costFen: 0,
  };
  return move(
    'ACCOMMODATE',
    kind,
    ARRANGE,
    `请单位提供${kind}`,
    ofPost((post) => ({ accommodations: [...post.accommodations, added] })),
  );
}

const lowersAny = (kind: string, items: readonly AbilityItem[]): boolean =>
  items.some((item) => ACCOMMODATION_KINDS[kind]?.lowers[item] !== undefined);

function demandMoves(person: MatchPerson, post: MatchPost, day: IsoDate): Move[] {
  if (post.demands === null)
    return [
      move(
        'ASK',
        'demands',
        ASK,
        '请单位写清岗位要求',
        ofPost(() => ({ demands: {} })),
      ),
    ];
  const { demands } = post;
  const sure = sureLevel(person, day);
  const short = ABILITY_CODES.filter((item) => (demands[item] ?? 0) > sure(item));
  const open = openItems(person, post, day);
  const words = open.map((item) => ITEM_WORDS[item]).join('、');
  return [
    ...(open.length > 0 ? [move('ASSESS', '', MEET, `请就业辅导员做能力评估（${words}）`, assessed(day))] : []),
    ...Object.keys(ACCOMMODATION_KINDS)
      .filter((kind) => lowersAny(kind, short) && !post.accommodations.some((one) => one.kind === kind))
      .map(accommodate),
  ];
}

/** A licence that is not proven is shown, renewed or earned; what nobody asked about is asked first. */
function licenceMoves(person: MatchPerson, kind: string, day: IsoDate): Move[] {
  const held = ofPerson(({ licences }) => ({
    licences: { all: licences?.all ?? false, held: [...(licences?.held ?? []), { kind, until: null, seen: true }] },
  }));
  switch (licenceState(person.licences, kind, day)) {
    case 'SEEN':
      return [];
    case 'UNSEEN':
      return [move('ASK', `licence-${kind}`, MEET, `把${kind}给辅导员看一看`, held)];
    case 'UNASKED':
      return [move('ASK', `licence-${kind}`, MEET, `有${kind}的，填在「我的证照」里，再给辅导员看一看`, held)];
    case 'EXPIRED':
      return [move('RENEW', kind, ARRANGE, `换新的${kind}，给辅导员看一看`, held)];
    case 'LACKING':
      return [move('LICENCE', kind, LEARN, `考一个${kind}`, held)];
  }
}

/** What can be done about each rule that does not simply fit. */
const MOVES: Readonly<Partial<Record<HardRuleId, (person: MatchPerson, post: MatchPost, day: IsoDate) => Move[]>>> = {
  'H-COMMUTE': (person, post) => {
    const km = BAND_KM[travelBand(person, post)];
    if (distanceOpen(person, post) && BAND_KM.VILLAGE <= (person.commuteKm ?? 0))
      return [
        move(
          'ASK',
          'place',
          ASK,
          '问清工作的具体地点和您的住址',
          ofPerson(() => ({ commuteKm: km })),
        ),
      ];
    return [
      move(
        'TRAVEL',
        '',
        MEET,
        `把能接受的路程放宽到约${km}公里，或申请交通帮助`,
        ofPerson(() => ({ commuteKm: km })),
      ),
    ];
  },
  'H-LIMIT': () => [
    move(
      'ASK',
      'limit',
      MEET,
      '请残联工作人员核对岗位的法定限制',
      ofPost(() => ({ limitBasis: null })),
    ),
  ],
  'H-CERT': (person, _, day) =>
    person.certificateExpiresOn === null
      ? [
          move(
            'ASK',
            'certificate',
            ASK,
            '补登证件有效期',
            ofPerson(() => ({ certificateExpiresOn: day })),
          ),
        ]
      : [
          move(
            'RENEW',
            '',
            MEET,
            '到残联换证',
            ofPerson(() => ({ certificateExpiresOn: day })),
          ),
        ],
  'H-TARGET': (person) =>
    person.seeksWork === false
      ? []
      : [
          move(
            'RECOGNISE',
            '',
            MEET,
            '登记求职，申请认定就业困难人员',
            ofPerson(() => ({ seeksWork: true })),
          ),
        ],
  'H-EDU': (person, post) =>
    person.education === null
      ? [
          move(
            'ASK',
            'education',
            ASK,
            '补登文化程度',
            ofPerson(() => ({ education: EDUCATION_ORDER.at(-1) ?? null })),
          ),
        ]
      : EDUCATION_ORDER.includes(post.minEducation as never)
        ? []
        : [
            move(
              'ASK',
              'post-education',
              ASK,
              '请单位写清学历要求',
              ofPost(() => ({ minEducation: null })),
            ),
          ],
  'H-SKILL': (person, post) =>
    person.skills === null
      ? [
          move(
            'ASK',
            'skills',
            ASK,
            '补登您会的技能',
            ofPerson(() => ({ skills: post.skills })),
          ),
        ]
      : missingOf(post.skills, person.skills).map((skill) =>
          move(
            'TRAIN',
            skill,
            LEARN,
            `参加${skill}培训`,
            ofPerson(({ skills }) => ({ skills: [...(skills ?? []), skill] })),
          ),
        ),
  'H-LICENCE': (person, post, day) => post.licences.flatMap((kind) => licenceMoves(person, kind, day)),
  'H-ACCESS': (person, post) =>
    missingProvisions(person, post).map((need) =>
      move(
        'PROVIDE',
        need,
        ARRANGE,
        `请单位提供${need}`,
        ofPost(({ provisions }) => ({ provisions: [...provisions, need] })),
      ),
    ),
  'H-DEMAND': demandMoves,
};

/** The rules that keep a pair from fitting, as far as they are answered. */
export const failingRules = (person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw): HardRuleId[] =>
  HARD_RULES.filter((rule) => !isFit(answerOf(rule, person, post, day, law))).map(({ id }) => id);

/** What can be done about one rule that does not fit; nothing: nobody can. */
export const movesFor = (rule: HardRuleId, person: MatchPerson, post: MatchPost, day: IsoDate): Move[] =>
  MOVES[rule]?.(person, post, day) ?? [];

/** Sets of `count` out of the moves, as index lists. */
function* setsOf(count: number, size: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= size - count; first += 1)
    for (const rest of setsOf(count - 1, size, first + 1)) yield [first, ...rest];
}

const effortOf = (moves: readonly Move[]): number => moves.reduce((sum, { effort }) => sum + effort, 0);
const idsOf = (moves: readonly Move[]): string => moves.map(({ id }) => id).join('|');

/**
 * What would make the pair fit: the smallest set of moves; of equals the least effort, then by id.
 *
 * @returns null where the pair fits already, or where no small change helps (NO_SMALL_CHANGE)
 */
export function smallestChange(person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw): Change | null {
  const failing = failingRules(person, post, day, law);
  if (failing.length === 0) return null;
  const candidates: Move[] = [];
  for (const rule of failing) {
    const moves = movesFor(rule, person, post, day);
    if (moves.length === 0) return null;
    candidates.push(...moves);
  }
  if (candidates.length > MAX_MOVES) return null;
  candidates.sort((one, other) => (one.id < other.id ? -1 : 1));
  for (let count = 1; count <= candidates.length; count += 1) {
    let best: Change | null = null;
    for (const set of setsOf(count, candidates.length)) {
      const moves = set.map((index) => candidates[index] as Move);
      const effort = effortOf(moves);
      if (best !== null && (effort > best.effort || (effort === best.effort && idsOf(moves) >= idsOf(best.moves))))
        continue;
      const changed = moves.reduce<Pair>((pair, one) => one.apply(pair), { person, post });
      const { answer } = judge(changed.person, changed.post, day, law);
      if (isFit(answer)) best = { moves, effort, newAnswer: answer };
    }
    if (best !== null) return best;
  }
  return null;
}
