import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import type { TestDatabase } from '@tongxing/database/testing';
import { Household } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { setup } from '../../test/setup.js';
import type { OpenRoundInput } from '../round.types.js';

export const DAYS = {
  announce: '2026-11-23',
  freeze: '2026-11-24',
  draw: '2026-11-26',
  lastChoice: '2026-11-28',
  close: '2026-11-29',
  contracts: '2026-12-05',
} as const;
export const VALUE = { value: '03 11 17 20 28 + 05', valueFrom: 'SOURCE' } as const;

const VERIFIER = join(import.meta.dirname, '../../../../../apps/standalone/verifier/verify-certificate.mjs');
interface Report {
  ok: boolean;
  kind: string;
  problems: { code: string }[];
  mine?: { number: number; post: string | null; kind: string | null; choice: number | null };
}
/** The stand-alone program, as an auditor runs it. */
export const verifier = async () =>
  ((await import(pathToFileURL(VERIFIER).href)) as { verify(file: unknown, mine?: unknown): Report }).verify;

export const officer = (over: Partial<SignedIn> = {}): SignedIn => ({
  id: newId(),
  displayName: '示例干部',
  roles: ['OFFICER'],
  divisionCode: '640324000000',
  ...over,
});

/** Results of what was pressed at the same time. */
export const atOnce = async (works: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(works)).map((one) => (one.status === 'fulfilled' ? 'done' : String(one.reason.code)));

/** Everything that a round needs, and a walk through its steps. */
export async function roundWorld(db: TestDatabase) {
  const world = await setup(db);
  const { unitOfWork } = db;
  const [one, other] = [officer(), officer()];

  /** A household in which nobody works: everybody in it is known. */
  const household = async (): Promise<string> => {
    const id = newId();
    await unitOfWork.run(() =>
      insertRows(unitOfWork.manager, Household, [
        { id, number: id.slice(-8), countyCode: '640324', membersKnownOn: isoDate('2026-01-01') },
      ]),
    );
    return id;
  };
  /** Seekers of one village, every third from a household without work. */
  const seekers = async (count: number, divisionCode: string) => {
    const found: Awaited<ReturnType<typeof world.person>>[] = [];
    for (let at = 0; at < count; at += 1)
      found.push(await world.person({ divisionCode, householdId: at % 3 === 0 ? await household() : null }));
    return found;
  };
  const post = (over: Parameters<typeof world.post>[0] = {}) =>
    world.post({ kind: 'PUBLIC_WELFARE', openings: 3, ...over });
  const posts = async (count: number) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) ids.push(await post());
    return ids;
  };
  const input = (divisionCode: string, postIds: readonly string[], over: Partial<OpenRoundInput> = {}) => ({
    title: '2026年第一轮',
    divisionCode,
    frozenOn: DAYS.freeze,
    drawnOn: DAYS.draw,
    choicesUntil: DAYS.lastChoice,
    contractsFrom: DAYS.contracts,
    source: '示例公开摇奖第26030期',
    fallback: '示例公开摇奖第26031期',
    tiers: [{ status: 'ZERO_EMPLOYMENT', basis: '示例办法第5条' }],
    floor: null,
    posts: postIds.map((postId) => ({ postId, seats: 2, reserve: null, local: null })),
    idempotencyKey: newId(),
    ...over,
  });
  const on = (day: string, time = '09:00:00') => world.clock.set(`${day}T${time}+08:00`);
  const submit = (viewer: SignedIn, roundId: string, postIds: readonly string[], idempotencyKey = newId()) =>
    world.choices.submit(viewer, { roundId, postIds: [...postIds], idempotencyKey });
  /** Asks for a simulation and does its job. Fails with what kept it from being made. */
  const simulate = async (by: SignedIn, id: string, key = newId()): Promise<void> => {
    await world.simulations.begin(by, id, key);
    const begun = await world.simulations.newest(id);
    if (begun !== null) await world.simulations.work(begun.id);
    const ended = await world.simulations.newest(id);
    if (ended?.problem) throw Object.assign(new Error(ended.problem.message), { code: ended.problem.code });
  };
  const steps = {
    freeze: (by: SignedIn, id: string, key = newId()) => world.desk.freeze(by, id, key),
    reveal: (by: SignedIn, id: string, key = newId()) => world.desk.reveal(by, { id, ...VALUE, idempotencyKey: key }),
    run: (by: SignedIn, id: string, key = newId()) => world.desk.run(by, id, key),
  };
  const both = async (step: keyof typeof steps, id: string): Promise<void> => {
    await steps[step](one, id);
    await steps[step](other, id);
  };
  /** A round that is open for choices. */
  const drawn = async (divisionCode: string, postIds: readonly string[], over: Partial<OpenRoundInput> = {}) => {
    on(DAYS.announce);
    const { id } = await world.desk.open(one, input(divisionCode, postIds, over));
    await simulate(one, id);
    on(DAYS.freeze);
    await both('freeze', id);
    on(DAYS.draw);
    await both('reveal', id);
    return id;
  };

  return {
    ...world,
    unitOfWork,
    one,
    other,
    household,
    seekers,
    post,
    posts,
    input,
    on,
    submit,
    simulate,
    steps,
    both,
    drawn,
  };
}
