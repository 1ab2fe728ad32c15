import { isIsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import { apportionFloor } from './floor.js';
import { DISABLED, HOUSEHOLD_MEMBER } from './standing.js';
import {
  ALLOCATION_LIMITS,
  type AllocationChoices,
  type AllocationEntrant,
  type AllocationPost,
  type AllocationRoster,
} from './round.js';

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const STATUS = /^[A-Z][A-Z0-9_]{0,39}$/;
const HASH = /^[0-9a-f]{64}$/;
const DIVISION = /^\d{12}$/;
const DIVISION_START = /^\d{2,12}$/;
const MOST_TEXT = 200;

const refusal = (subject: string, message: string): RuleRefusal =>
  new RuleRefusal('VALIDATION', subject, undefined, message);

const need = (condition: boolean, subject: string, message: string): void => {
  if (!condition) throw refusal(subject, message);
};

const isText = (text: string): boolean => text.trim() !== '' && text.length <= MOST_TEXT;
const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;

function needDistinct(names: readonly string[], subject: string, message: string): void {
  need(new Set(names).size === names.length, subject, message);
}

function checkPost({ id, seats, reserve, tiers, local }: AllocationPost): void {
  need(NAME.test(id), 'posts.id', '岗位编号只能用字母、数字、点和横线，最多 64 位。');
  const at = (what: string): string => `岗位 ${id}：${what}`;
  need(isCount(seats, ALLOCATION_LIMITS.seatsAPost), 'posts.seats', at('座位数要是 0 到 100000 的整数。'));
  need(tiers.length <= ALLOCATION_LIMITS.tiers, 'posts.tiers', at('优先档最多 30 档。'));
  for (const { status, basis } of tiers)
    need(STATUS.test(status) && isText(basis), 'posts.tiers', at('每一档要有身份和依据。'));
  needDistinct(
    tiers.map(({ status }) => status),
    'posts.tiers',
    at('同一身份只能列一档。'),
  );
  const membersAt = tiers.findIndex(({ status }) => status === HOUSEHOLD_MEMBER);
  // Listed anywhere else, or alone, they would stand before disabled people who hold no other status.
  need(
    membersAt < 0 || (membersAt === tiers.length - 1 && tiers.some(({ status }) => status === DISABLED)),
    'posts.tiers',
    at('残疾人家庭成员只能列在最后一档，前面要有「残疾人」一档。'),
  );
  need(reserve?.status !== HOUSEHOLD_MEMBER, 'posts.reserve', at('不能给残疾人家庭成员预留座位。'));
  if (reserve !== null) {
    need(STATUS.test(reserve.status) && isText(reserve.basis), 'posts.reserve', at('预留座位要有身份和依据。'));
    need(isCount(reserve.seats, seats), 'posts.reserve', at('预留座位不能多于座位数。'));
  }
  if (local !== null)
    need(DIVISION_START.test(local.division) && isText(local.basis), 'posts.local', at('本地优先要有区划和依据。'));
}

function checkEntrant({ ticket, statuses, divisionCode }: AllocationEntrant): void {
  need(NAME.test(ticket), 'entrants.ticket', '票号只能用字母、数字、点和横线，最多 64 位。');
  need(
    statuses.every((status) => STATUS.test(status)),
    'entrants.statuses',
    '名册里有不认识的身份。',
  );
  needDistinct(statuses, 'entrants.statuses', '名册里有重复的身份。');
  need(DIVISION.test(divisionCode), 'entrants.divisionCode', '居住地要是 12 位区划代码。');
}

/** Whoever stands as a member stands as nothing else, where every post puts members last, and everybody else before them. */
function checkMembers({ entrants, posts }: AllocationRoster): void {
  const isMember = ({ statuses }: AllocationEntrant): boolean => statuses.includes(HOUSEHOLD_MEMBER);
  if (!entrants.some(isMember)) return;
  need(
    posts.every(({ tiers }) => tiers.at(-1)?.status === HOUSEHOLD_MEMBER),
    'posts.tiers',
    '名册里有残疾人家庭成员，每个岗位都要把他们列在最后一档。',
  );
  need(
    entrants.every((entrant) =>
      isMember(entrant) ? entrant.statuses.length === 1 : entrant.statuses.includes(DISABLED),
    ),
    'entrants.statuses',
    '残疾人家庭成员不能同时有别的身份，其他人都要是残疾人。',
  );
}

/**
 * What is frozen before the draw, looked over: shapes, limits, no ticket or post twice, days in order, the floor reserved exactly.
 *
 * @throws RuleRefusal VALIDATION naming the field
 */
export function checkRoster(roster: AllocationRoster): void {
  const { calendar, draw, entrants, posts, floor } = roster;
  need(NAME.test(roster.roundId), 'roundId', '轮次编号只能用字母、数字、点和横线，最多 64 位。');
  need(isText(roster.rulesVersion), 'rulesVersion', '缺少规则版本。');
  const days = [
    calendar.announcedOn,
    calendar.frozenOn,
    calendar.drawnOn,
    calendar.choicesUntil,
    calendar.contractsFrom,
  ];
  need(days.every(isIsoDate), 'calendar', '日程里有写错的日期。');
  need(
    days.every((day, index) => index === 0 || (days[index - 1] as string) <= day) &&
      calendar.choicesUntil < calendar.contractsFrom,
    'calendar',
    '日程要依次是：公告、冻结名册、摇号、填志愿截止、签合同，签合同在截止之后。',
  );
  need(HASH.test(draw.commitment), 'draw.commitment', '缺少种子的承诺值。');
  need(isText(draw.source) && isText(draw.fallback), 'draw.source', '要事先写明用哪个公开数值，以及备用的。');
  need(HASH.test(roster.simulationHash), 'simulationHash', '没有模拟报告，不能开始这一轮。请先做模拟并公布。');
  need(posts.length <= ALLOCATION_LIMITS.posts, 'posts', '岗位太多，请分轮办理。');
  need(entrants.length <= ALLOCATION_LIMITS.entrants, 'entrants', '名册太大，请分轮办理。');
  posts.forEach(checkPost);
  entrants.forEach(checkEntrant);
  needDistinct(
    posts.map(({ id }) => id),
    'posts.id',
    '同一个岗位列了两次。',
  );
  needDistinct(
    entrants.map(({ ticket }) => ticket),
    'entrants.ticket',
    '同一个票号列了两次。',
  );
  checkMembers(roster);
  if (floor === null) return;
  need(floor.status !== HOUSEHOLD_MEMBER, 'floor', '不能给残疾人家庭成员按比例预留座位。');
  need(STATUS.test(floor.status) && isText(floor.basis), 'floor', '按比例预留要有身份和依据。');
  need(
    isCount(floor.seats, Number.MAX_SAFE_INTEGER) && isIsoDate(floor.countedOn),
    'floor',
    '按比例预留要有座位总数和计数日。',
  );
  const asked = new Map(apportionFloor(floor, posts).result.map(({ post, reserved }) => [post, reserved]));
  for (const { id, reserve } of posts)
    if (asked.has(id)) need(reserve?.seats === asked.get(id), 'floor', `岗位 ${id} 的预留座位与按比例算出的不一样。`);
}

/**
 * The lists as they were closed: entrants and posts of the roster only, one list a ticket, no post twice.
 *
 * @throws RuleRefusal VALIDATION naming the field
 */
export function checkChoices(
  roster: Pick<AllocationRoster, 'entrants' | 'posts'>,
  { lists, left }: Pick<AllocationChoices, 'lists' | 'left'>,
): void {
  const tickets = new Set(roster.entrants.map(({ ticket }) => ticket));
  const posts = new Set(roster.posts.map(({ id }) => id));
  for (const { ticket, posts: chosen } of lists) {
    need(tickets.has(ticket), 'lists.ticket', '有志愿的票号不在名册上。');
    need(
      chosen.every((post) => posts.has(post)),
      'lists.posts',
      '志愿里有本轮没有的岗位。',
    );
    needDistinct(chosen, 'lists.posts', '同一份志愿里一个岗位列了两次。');
  }
  needDistinct(
    lists.map(({ ticket }) => ticket),
    'lists.ticket',
    '同一个票号有两份志愿。',
  );
  need(
    left.every((ticket) => tickets.has(ticket)),
    'left',
    '退出的票号不在名册上。',
  );
  needDistinct(left, 'left', '同一个票号退出了两次。');
}
