/** What a post may limit only on a stated legal basis. */
export type LimitKind = 'AGE' | 'SEX' | 'HEALTH';

const AGE = '(?:\\d{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:周)?岁';

/** What looks like a limit and is none: that there is none, the age of the law itself, and people who are served. */
const OPEN: readonly RegExp[] = [
  /男[、/／和或]?女(?:性)?(?:均可|皆可|都可以?|都行|不限)|男[/／]女/g,
  /(?:性别|男女|年龄|身高|学历|视力|听力)(?:要求)?(?:均|皆|都)?不(?:限|要求)|不(?:限|看|问|论|要求|分)(?:性别|男女|年龄|身高|视力|听力)/g,
  /年?满(?:16|十六)(?:周)?岁(?:以上)?/g,
  new RegExp(`${AGE}(?:以上|以下)?的?(?:老人|老年人|长者|高龄|儿童|孩子|幼儿|学生)`, 'g'),
  /(?:视力|听力|肢体|精神|智力|言语)(?:障碍|残疾)/g,
  /形象(?:设计|宣传|店|代言|墙)|(?:企业|品牌|产品|城市)形象/g,
];

/** Words that state a limit, as advertisements write them. */
const LIMITS: readonly [LimitKind, RegExp][] = [
  [
    'SEX',
    // 男性 女士; 限男 只要女; 女优先; （女）; 女工 男保安; 保洁员·女. Not 妇女, 儿女, 女装.
    /[男女](?:性|士)|[限招要仅只需][男女](?![装鞋帽包袜浴厕宿])|[男女](?:优先|限定)|性别|[（([【][男女][）)\]】]|(?<![妇儿子少])[男女](?:工|员工|职工|服务员|保安|保洁|门卫|护工|护士|司机|厨师|店员|导购|营业员|文员|学徒)|(?<![妇儿子少男])[男女](?=$|[；;，,、。])/,
  ],
  ['AGE', new RegExp(`年龄|${AGE}|年轻|[456789]0后|00后`)],
  [
    'HEALTH',
    /身体(?:健康|健全|状况|素质)|健康(?:状况)?良好|五官端正|形象|相貌|体貌|身高|[四肢]体?健全|视力|听力(?:正常|良好)|无(?:传染|重大|慢性)?(?:疾病|病史|残疾)|无传染病/,
  ],
];

/**
 * Limits on age, sex or health that a text states: 限男性, 35岁以下, 身体健康, 形象好. What says that there is none (性别不限) is no limit.
 *
 * @returns each kind once, in a fixed order; empty when there is none
 * @source 残疾人就业条例 art. 13; 国办发〔2025〕23号: no physical requirement unrelated to the post
 */
export function limitsIn(text: string): LimitKind[] {
  const rest = OPEN.reduce((left, words) => left.replace(words, ''), text.normalize('NFKC').replace(/\s+/g, ''));
  return LIMITS.flatMap(([kind, words]) => (words.test(rest) ? [kind] : []));
}
