#!/usr/bin/env node
// 分配证书核对程序: checks the certificate of an allocation round. One file, Node 20 or newer, nothing of the system that made the certificate.
//   node verify-certificate.mjs auditor.json               all lists by ticket: draw, seats, order, envy, waste, reserves, cut-offs, hashes
//   node verify-certificate.mjs public.json                the draw and the certificate by itself
//   node verify-certificate.mjs public.json mine.json      and one's own place: {"ticket","statuses":[…],"divisionCode","posts":[…]}
// Exit code 0 only when nothing is wrong. Nothing is run again: who got what is looked at, and whether anybody was passed over.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

const FORMAT = 'tongxing.allocation.1';
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
export const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The one text of a value: names ascending, no blanks. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('not a whole number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => byText(one, other));
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonical(entry)}`).join()}}`;
}
export const same = (one, other) => canonical(one) === canonical(other);
export const hashOf = (value) => sha256(canonical(value));

/** ⌈share × seats⌉ for `1/10` or `0.1`, exact. */
function floorOf(share, seats) {
  const [whole, decimals = ''] = share.split('.');
  const [top, bottom] = share.includes('/')
    ? share.split('/').map(BigInt)
    : [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
  return Number((top * BigInt(seats) + bottom - 1n) / bottom);
}

/** Ticket → number, from the hashes. */
export function draw({ draw: { seed, value }, roundId }, tickets) {
  const drawn = tickets.map((ticket) => ({ ticket, digest: sha256(`${seed}|${value}|${roundId}|${ticket}`) }));
  drawn.sort((one, other) => byText(one.digest, other.digest) || byText(one.ticket, other.ticket));
  return new Map(drawn.map(({ ticket }, index) => [ticket, index + 1]));
}

/** Where somebody stands at a post: step of its order, local or not, number. */
export function standing(post, { statuses, divisionCode }, number) {
  const step = post.tiers.findIndex(({ status }) => statuses.includes(status));
  const tier = (step < 0 ? post.tiers.length : step) + 1;
  return { tier, local: post.local !== null && divisionCode.startsWith(post.local.division), number };
}
const compare = (one, other) =>
  one.tier - other.tier || Number(other.local) - Number(one.local) || one.number - other.number;
const worst = (claims) => claims.reduce((last, { at }) => (last === null || compare(at, last) > 0 ? at : last), null);
const lets = (cutOff, at) => !cutOff.closed || (cutOff.last !== null && compare(at, cutOff.last) <= 0);
export const eligible = (post, { statuses }) => post.reserve !== null && statuses.includes(post.reserve.status);

/** The first listed post whose cut-off is met. */
export function placeByCutOffs(posts, entrant, number, list) {
  for (const [index, id] of list.entries()) {
    const post = posts.get(id);
    const at = standing(post, entrant, number);
    const kind =
      eligible(post, entrant) && lets(post.reservedCutOff, at) ? 'RESERVED' : lets(post.openCutOff, at) ? 'OPEN' : null;
    if (kind !== null) return { post: id, kind, choice: index + 1 };
  }
  return { post: null, kind: null, choice: null };
}

/** What can be seen from the certificate alone. */
function checkCertificate(certificate, wrong) {
  const { hash, ...body } = certificate;
  if (certificate.format !== FORMAT) wrong('FORMAT', '不是这个程序认识的证书格式');
  if (hashOf(body) !== hash) wrong('CERTIFICATE_HASH', '证书内容与它自己的哈希值不符');
  const { seed, commitment, value, valueFrom } = certificate.draw;
  if (sha256(seed) !== commitment) wrong('SEED', '种子与事先公布的承诺值不符');
  if (value.trim() === '' || value.includes('|')) wrong('PUBLIC_VALUE', '没有可用的公开数值');
  if (!['SOURCE', 'FALLBACK'].includes(valueFrom)) wrong('PUBLIC_VALUE', '没有写明用了哪个公开数值');
  if (certificate.justifiedEnvy !== 0) wrong('ENVY', '证书自己承认有人被越过');
  if (certificate.waste !== 0) wrong('WASTE', '证书自己承认有人要的座位空着');
}

function checkTickets({ tickets: { count, hash } }, tickets, wrong) {
  if (tickets.length !== count || hashOf([...tickets].sort(byText)) !== hash) wrong('TICKETS', '票号名单与证书不符');
  if (new Set(tickets).size !== tickets.length) wrong('TICKETS', '有票号出现了两次');
}

/** What the certificate repeats of roster, lists and places must be the same there, and the hashes must fit. */
function checkCopies({ certificate, roster, choices, places }, wrong) {
  if (hashOf(roster) !== certificate.rosterHash) wrong('ROSTER_HASH', '名册与冻结时公布的哈希值不符');
  if (hashOf(choices) !== certificate.choicesHash) wrong('CHOICES_HASH', '志愿与截止时公布的哈希值不符');
  if (hashOf(places) !== certificate.resultHash) wrong('RESULT_HASH', '分配结果与证书的哈希值不符');
  for (const field of ['roundId', 'rulesVersion', 'calendar', 'simulationHash'])
    if (!same(certificate[field], roster[field])) wrong('COPY', `证书的 ${field} 与名册不同`);
  if (!same(certificate.draw, { ...roster.draw, ...choices.draw })) wrong('COPY', '证书的摇号记录与名册、志愿不同');
  if (certificate.left !== choices.left.length) wrong('COPY', '退出人数不同');
  const announced = (post) => ({
    id: post.id,
    seats: post.seats,
    reserve: post.reserve,
    tiers: post.tiers,
    local: post.local,
  });
  if (!same(certificate.posts.map(announced), roster.posts)) wrong('COPY', '证书的岗位与名册不同');
}

/** The region-wide share: the number of seats, and their apportionment by largest remainder. */
function checkFloor({ certificate, roster, places }, entrants, wrong) {
  if (roster.floor === null) {
    if (certificate.floor !== null) wrong('FLOOR', '名册没有按比例预留，证书却有');
    return;
  }
  const { required, placed, ...copied } = certificate.floor;
  const { status, share, seats: counted } = roster.floor;
  if (!same(copied, roster.floor) || required !== floorOf(share, counted)) wrong('FLOOR', '按比例预留的座位数不对');
  const admissible = roster.posts.filter(({ reserve }) => reserve?.status === status);
  const available = admissible.reduce((sum, { seats }) => sum + seats, 0);
  const shares = admissible.map((post) => {
    const product = BigInt(required) * BigInt(post.seats);
    const whole = available === 0 ? 0n : product / BigInt(available);
    return { post, whole: Number(whole), remainder: Number(product - whole * BigInt(available)) };
  });
  shares.sort((a, b) => b.remainder - a.remainder || b.post.seats - a.post.seats || byText(a.post.id, b.post.id));
  const left = required - shares.reduce((sum, { whole }) => sum + whole, 0);
  shares.forEach(({ post, whole }, index) => {
    if (post.reserve.seats !== whole + (index < left ? 1 : 0)) wrong('FLOOR', `岗位 ${post.id} 的预留座位分得不对`);
  });
  const got = places.filter(
    ({ ticket, post }) => post !== null && entrants.get(ticket)?.statuses.includes(status),
  ).length;
  if (got !== placed) wrong('FLOOR', '按比例预留身份的录取人数不对');
}

/** Everybody in a seat of the own list, with the own number; nobody twice, nobody missing. @returns claims by post */
function checkPlaces({ certificate, roster, choices, places }, entrants, posts, wrong) {
  const numbers = draw(certificate, [...entrants.keys()]);
  const lists = new Map(choices.lists.map(({ ticket, posts: list }) => [ticket, list]));
  if (lists.size !== choices.lists.length) wrong('LIST', '有票号交了两份志愿');
  for (const ticket of choices.left) lists.delete(ticket);
  if (places.length !== entrants.size || new Set(places.map(({ ticket }) => ticket)).size !== entrants.size)
    wrong('PLACES', '结果没有给每个票号恰好一行');
  const seated = new Map(roster.posts.map(({ id }) => [id, { RESERVED: [], OPEN: [] }]));
  for (const { ticket, number, post, kind, choice } of places) {
    const entrant = entrants.get(ticket);
    if (entrant === undefined || numbers.get(ticket) !== number) {
      wrong('DRAW', `票号 ${ticket} 的号与摇号不符`);
      continue;
    }
    const list = lists.get(ticket) ?? [];
    if (new Set(list).size !== list.length || !list.every((id) => posts.has(id)))
      wrong('LIST', `票号 ${ticket} 的志愿不对`);
    if (
      post === null
        ? kind !== null || choice !== null
        : list[choice - 1] !== post || !['RESERVED', 'OPEN'].includes(kind)
    ) {
      wrong('OWN_LIST', `票号 ${ticket} 的岗位不在本人志愿里`);
      continue;
    }
    if (post !== null) seated.get(post)[kind].push({ entrant, at: standing(posts.get(post), entrant, number) });
  }
  return { seated, lists, numbers };
}

/** Seats kept, reserves with the best of the eligible, and every cut-off where the last one stands. */
export function checkPost(post, { RESERVED, OPEN }, wrong) {
  const say = (code, what) => wrong(code, `岗位 ${post.id}：${what}`);
  const kept = post.reserve?.seats ?? 0;
  const room = post.seats - RESERVED.length;
  if (RESERVED.length > kept || OPEN.length > room) say('CAPACITY', '录取的人比座位多');
  const inOpen = OPEN.filter(({ entrant }) => eligible(post, entrant));
  const last = worst(RESERVED);
  if (!RESERVED.every(({ entrant }) => eligible(post, entrant))) say('RESERVE', '预留座位给了没有资格的人');
  if (inOpen.length > 0 && RESERVED.length < kept) say('RESERVE', '预留座位没有先用完');
  if (last !== null && inOpen.some(({ at }) => compare(at, last) < 0)) say('RESERVE', '预留座位没有给排在最前的人');
  const reservedCutOff = RESERVED.length < kept ? { closed: false } : { closed: true, last };
  const openCutOff = OPEN.length < room ? { closed: false } : { closed: true, last: worst(OPEN) };
  if (!same(post.reservedCutOff, reservedCutOff) || !same(post.openCutOff, openCutOff)) say('CUT_OFF', '截止线不对');
  const used = [post.reservedUsed, post.openUsed, post.reservedUnfilled];
  if (!same(used, [RESERVED.length, OPEN.length, kept - RESERVED.length])) say('COUNT', '录取人数不对');
}

/** With all lists: nobody passed over, no wanted seat empty, every result as the cut-offs say. */
function checkAuditor(file, wrong) {
  const { certificate, roster, choices, places } = file;
  checkCopies(file, wrong);
  checkTickets(
    certificate,
    roster.entrants.map(({ ticket }) => ticket),
    wrong,
  );
  const entrants = new Map(roster.entrants.map((entrant) => [entrant.ticket, entrant]));
  const posts = new Map(certificate.posts.map((post) => [post.id, post]));
  checkFloor(file, entrants, wrong);
  const { seated, lists, numbers } = checkPlaces(file, entrants, posts, wrong);
  for (const post of certificate.posts) checkPost(post, seated.get(post.id), wrong);
  const byChoice = [];
  let unplaced = 0;
  for (const { ticket, post, kind, choice } of places) {
    const list = lists.get(ticket) ?? [];
    if (post !== null) byChoice[choice - 1] = (byChoice[choice - 1] ?? 0) + 1;
    else if (list.length > 0) unplaced += 1;
    const entrant = entrants.get(ticket);
    if (entrant === undefined) continue;
    const fair = placeByCutOffs(posts, entrant, numbers.get(ticket), list);
    if (same(fair, { post, kind, choice })) continue;
    const over = fair.post === null ? undefined : seated.get(fair.post);
    const free = over !== undefined && over.RESERVED.length + over.OPEN.length < posts.get(fair.post).seats;
    wrong(free ? 'WASTE' : 'ENVY', `票号 ${ticket} 的结果与截止线不符`);
  }
  if (
    !same(
      certificate.byChoice,
      Array.from(byChoice, (count) => count ?? 0),
    )
  )
    wrong('COUNT', '各志愿录取人数不对');
  if (certificate.unplaced !== unplaced) wrong('COUNT', '没有录取的人数不对');
  return {
    entrants: entrants.size,
    posts: posts.size,
    placed: places.filter(({ post }) => post !== null).length,
    choices: choices.lists.length,
  };
}

/**
 * @param file the parsed file, auditor's or public
 * @param mine one's own ticket, statuses, division and list; for a public file
 * @returns what is wrong (code and words), and what was looked at
 */
export function verify(file, mine) {
  const problems = [];
  const wrong = (code, message) => problems.push({ code, message });
  let seen = {};
  try {
    const { certificate } = file;
    checkCertificate(certificate, wrong);
    if (file.places !== undefined) seen = checkAuditor(file, wrong);
    else {
      checkTickets(certificate, file.tickets, wrong);
      seen = { entrants: file.tickets.length, posts: certificate.posts.length };
      if (mine !== undefined) {
        const number = draw(certificate, file.tickets).get(mine.ticket);
        const posts = new Map(certificate.posts.map((post) => [post.id, post]));
        if (number === undefined) wrong('TICKETS', '票号不在名单里');
        else seen = { ...seen, mine: { number, ...placeByCutOffs(posts, mine, number, mine.posts) } };
      }
    }
  } catch (error) {
    wrong('FILE', `文件缺少内容或写法不对（${error.message}）`);
  }
  const after = file?.continuations?.length ?? 0;
  // What came after the round is another program's to check: it must not look as if it had been.
  if (after > 0) seen = { ...seen, unchecked: after };
  return { ok: problems.length === 0, kind: file?.places === undefined ? 'PUBLIC' : 'AUDITOR', ...seen, problems };
}

const MOST_SHOWN = 20;

/** The report as text. */
export function reportText({ ok, kind, problems, ...seen }) {
  const lines = problems.slice(0, MOST_SHOWN).map(({ code, message }) => `  ${code}  ${message}`);
  if (problems.length > MOST_SHOWN) lines.push(`  … 共 ${problems.length} 处`);
  if (seen.unchecked) lines.push(`  还有 ${seen.unchecked} 次接续没有核对，请用 verify-continuation.mjs`);
  return [
    `${ok ? '核对无误' : '核对不符'}（${kind === 'AUDITOR' ? '审计版' : '公开版'}）${JSON.stringify(seen)}`,
    ...lines,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const [file, mine] = argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const report = verify(file, mine);
  stdout.write(`${reportText(report)}\n`);
  exit(report.ok ? 0 : 1);
}
