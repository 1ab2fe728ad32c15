#!/usr/bin/env node
// 接续核对程序: checks how seats that were given back went on after an allocation round. Stands beside verify-certificate.mjs, which checks the round
// itself; nothing of the system that made the files. Node 20 or newer.
//   node verify-continuation.mjs auditor.json              round and every continuation: chain, held seats, leavers, order, envy, waste, hashes
//   node verify-continuation.mjs public.json               the chain by itself
//   node verify-continuation.mjs public.json mine.json     and one's own place after each, for who still waits
// Exit code 0 only when nothing is wrong. Nothing is run again.
import { readFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  byText,
  checkPost,
  draw,
  eligible,
  hashOf,
  placeByCutOffs,
  reportText,
  same,
  standing,
  verify,
} from './verify-certificate.mjs';

const FORMAT = 'tongxing.allocation-continuation.1';

/** What was announced of the posts, with the seats that were not held and their cut-offs. */
const freePosts = (announced, link) =>
  new Map(
    announced.map((post) => {
      const now = link.posts.find((one) => one.post === post.id);
      const reserve = post.reserve === null ? null : { ...post.reserve, seats: now.reserved };
      return [post.id, { ...post, ...now, seats: post.seats - now.held, reserve }];
    }),
  );

/** What can be seen from a link and the one before it. */
function checkLink(certificate, link, index, previous, wrong) {
  const { hash, ...body } = link;
  if (link.format !== FORMAT) wrong('FORMAT', '不是这个程序认识的接续证书格式');
  if (hashOf(body) !== hash) wrong('CERTIFICATE_HASH', '接续证书内容与它自己的哈希值不符');
  if (link.previousHash !== previous.hash) wrong('CHAIN', '接续证书没有接在前一份后面');
  if (link.serial !== index + 1 || link.roundId !== certificate.roundId) wrong('CHAIN', '接续证书的轮次或次序不对');
  if (previous.on !== undefined && link.on < previous.on) wrong('CHAIN', '接续证书的日子早于前一份');
  if (link.contractsOpen !== link.on >= certificate.calendar.contractsFrom) wrong('COPY', '签合同开始没有，写得不对');
  if (link.justifiedEnvy !== 0) wrong('ENVY', '接续证书自己承认有人被越过');
  if (link.waste !== 0) wrong('WASTE', '接续证书自己承认有人要的座位空着');
  const announced = certificate.posts.map(({ id, seats }) => ({ id, seats }));
  if (
    !same(
      announced,
      link.posts.map(({ post, seats }) => ({ id: post, seats })),
    )
  )
    wrong('COPY', '岗位与这一轮的不同');
  for (const post of link.posts) {
    const kept = certificate.posts.find(({ id }) => id === post.post)?.reserve?.seats ?? 0;
    const most = Math.min(kept - post.reservedHeld, post.seats - post.held);
    if (post.held > post.seats || post.reservedHeld > kept || post.reserved !== most)
      wrong('CAPACITY', `岗位 ${post.post}：占着的座位不对`);
  }
}

const distinct = (list) => new Set(list).size === list.length;

/** Who is out, who is held, who stayed: nobody is back, and nobody held has moved. */
function checkPeople(link, stand, former, wrong) {
  const { left, held, stayed, places } = stand;
  const before = new Map(former.places.map((place) => [place.ticket, place]));
  const [gone, kept, out] = [new Set(left), new Set(held), new Set(former.left)];
  if (![left, held, stayed].every(distinct)) wrong('PEOPLE', '有票号列了两次');
  if (![...out].every((ticket) => gone.has(ticket))) wrong('PEOPLE', '退出的票号又回来了');
  if (held.some((ticket) => gone.has(ticket))) wrong('PEOPLE', '退出的票号还占着座位');
  if (!stayed.every((ticket) => kept.has(ticket))) wrong('PEOPLE', '没有座位的票号写成了留在原处');
  if (former.stayed.some((ticket) => kept.has(ticket) && !stayed.includes(ticket)))
    wrong('PEOPLE', '留在原处的票号少了');
  if (former.held.some((ticket) => !gone.has(ticket) && !kept.has(ticket))) wrong('PEOPLE', '答应过的票号没有留住座位');
  if (
    !same(
      places.map(({ ticket }) => ticket),
      former.places.map(({ ticket }) => ticket),
    )
  )
    wrong('PLACES', '结果没有给每个票号恰好一行');
  let moved = 0;
  for (const { ticket, number, post, choice } of places) {
    const was = before.get(ticket);
    if (was === undefined) continue;
    if (was.number !== number) wrong('DRAW', `票号 ${ticket} 的号变了`);
    if (gone.has(ticket) && post !== null) wrong('LEFT', `票号 ${ticket} 退出了，还有座位`);
    if (kept.has(ticket) && (post === null || post !== was.post || choice !== was.choice))
      wrong('HELD', `票号 ${ticket} 的座位被动过`);
    if (link.contractsOpen && was.post !== null && !gone.has(ticket) && !kept.has(ticket))
      wrong('HELD', `票号 ${ticket} 在签合同以后没有留住座位`);
    if (!gone.has(ticket) && (choice ?? Infinity) > (was.choice ?? Infinity)) wrong('WORSE', `票号 ${ticket} 变差了`);
    if (post !== null && post !== was.post) moved += 1;
  }
  if (left.length === former.left.length && moved > 0) wrong('MOVED', '没有人退出，却有人换了座位');
  return { gone, kept, moved };
}

/** With all lists: the seats that were not held went by order, and of those who are held only the named are passed over. */
function checkStand(file, link, stand, former, wrong) {
  const { certificate, roster, choices } = file;
  if (hashOf(stand) !== link.standHash) wrong('RESULT_HASH', '接续结果与证书的哈希值不符');
  const { gone, kept, moved } = checkPeople(link, stand, former, wrong);
  const entrants = new Map(roster.entrants.map((entrant) => [entrant.ticket, entrant]));
  const lists = new Map(choices.lists.map(({ ticket, posts }) => [ticket, posts]));
  const announced = new Map(roster.posts.map((post) => [post.id, post]));
  const posts = freePosts(roster.posts, link);
  const seated = new Map(roster.posts.map(({ id }) => [id, { RESERVED: [], OPEN: [] }]));
  const holding = new Map(roster.posts.map(({ id }) => [id, { RESERVED: [], OPEN: [] }]));
  for (const { ticket, number, post, kind, choice } of stand.places) {
    if (post === null) {
      if (kind !== null || choice !== null) wrong('OWN_LIST', `票号 ${ticket} 没有岗位，却有座位`);
      continue;
    }
    const entrant = entrants.get(ticket);
    if ((lists.get(ticket) ?? [])[choice - 1] !== post || !['RESERVED', 'OPEN'].includes(kind)) {
      wrong('OWN_LIST', `票号 ${ticket} 的岗位不在本人志愿里`);
      continue;
    }
    const claim = { entrant, at: standing(announced.get(post), entrant, number) };
    (kept.has(ticket) ? holding : seated).get(post)[kind].push(claim);
  }
  for (const [id, { RESERVED, OPEN }] of holding) {
    const now = posts.get(id);
    const mine = announced.get(id);
    const all = [...RESERVED, ...OPEN];
    const first = Math.min(mine.reserve?.seats ?? 0, all.filter(({ entrant }) => eligible(mine, entrant)).length);
    if (now.held !== all.length || now.reservedHeld !== first || RESERVED.length !== first)
      wrong('COUNT', `岗位 ${id} 占着的座位数不对`);
    if (!RESERVED.every(({ entrant }) => eligible(mine, entrant))) wrong('RESERVE', `岗位 ${id} 的预留座位给了别人`);
  }
  for (const post of posts.values())
    checkPost(
      { ...post, reservedUnfilled: (post.reserve?.seats ?? 0) - post.reservedUsed },
      seated.get(post.id),
      wrong,
    );
  let waiting = 0;
  for (const { ticket, number, post, kind, choice } of stand.places) {
    const list = lists.get(ticket) ?? [];
    if (gone.has(ticket)) continue;
    if (post === null && list.length > 0) waiting += 1;
    const own = kept.has(ticket) ? list.slice(0, choice - 1) : list;
    const fair = placeByCutOffs(posts, entrants.get(ticket), number, own);
    if (kept.has(ticket)) {
      if (fair.post !== null && !stand.stayed.includes(ticket)) wrong('HELD', `票号 ${ticket} 被越过，却没有写明`);
    } else if (!same(fair, { post, kind, choice })) wrong('ENVY', `票号 ${ticket} 的结果与截止线不符`);
  }
  const counted = [stand.left.length, stand.held.length, stand.stayed.length, moved, waiting];
  if (!same(counted, [link.left, link.held, link.stayed, link.moved, link.waiting]))
    wrong('COUNT', '接续证书的人数不对');
  if (link.roundId !== certificate.roundId) wrong('COPY', '接续结果不是这一轮的');
}

/**
 * The round, and every link after it.
 *
 * @param file the parsed file with `continuations`, auditor's or public
 * @param mine one's own ticket, statuses, division and list; for a public file
 */
export function verifyChain(file, mine) {
  const { unchecked: _, ...report } = verify(file, mine);
  const problems = [...report.problems];
  const places = [];
  try {
    const { certificate } = file;
    let previous = certificate;
    let stand = { places: file.places, left: [...(file.choices?.left ?? [])].sort(byText), held: [], stayed: [] };
    for (const [index, link] of (file.continuations ?? []).entries()) {
      const wrong = (code, message) => problems.push({ code, message: `第 ${index + 1} 次接续：${message}` });
      checkLink(certificate, link.certificate, index, previous, wrong);
      if (file.places !== undefined) checkStand(file, link.certificate, link.stand, stand, wrong);
      else if (mine !== undefined) {
        const number = draw(certificate, file.tickets).get(mine.ticket);
        places.push(placeByCutOffs(freePosts(certificate.posts, link.certificate), mine, number, mine.posts));
      }
      previous = link.certificate;
      stand = link.stand;
    }
  } catch (error) {
    problems.push({ code: 'FILE', message: `接续的内容缺少或写法不对（${error.message}）` });
  }
  const continuations = file?.continuations?.length ?? 0;
  const own = places.length === 0 ? {} : { ifWaiting: places };
  return { ...report, ok: problems.length === 0, continuations, ...own, problems };
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const [file, mine] = argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const report = verifyChain(file, mine);
  stdout.write(`${reportText(report)}\n`);
  exit(report.ok ? 0 : 1);
}
