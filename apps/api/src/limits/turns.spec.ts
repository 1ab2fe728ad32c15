import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Who has got a turn, in order. */
function line(turns: Turns, actor: string, count: number) {
  const got: { index: number; giveBack: (() => void) | undefined }[] = [];
  const all = Array.from({ length: count }, (_, index) =>
    turns.take(actor).then((giveBack) => void got.push({ index, giveBack })),
  );
  return { got, all };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('four run, the fifth waits, and gets the turn that is given back', async () => {
    const { got } = line(new Turns(4, 16), 'a', 6);
    await settled();
    expect(got.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    got[2]?.giveBack?.();
    await settled();
    expect(got.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });
  it('twenty fit, the twenty-first is refused', async () => {
    const { got } = line(new Turns(4, 16), 'a', 21);
    await settled();
    expect(got.filter(({ giveBack }) => giveBack === undefined).map(({ index }) => index)).toEqual([20]);
  });
  it('a turn given back twice is one turn', async () => {
    const turns = new Turns(1, 16);
    const { got } = line(turns, 'a', 3);
    await settled();
    got[0]?.giveBack?.();
    got[0]?.giveBack?.();
    await settled();
    expect(got).toHaveLength(2);
  });
  it('one actor does not wait for another', async () => {
    const turns = new Turns(1, 16);
    await turns.take('a');
    expect(await turns.take('b')).toBeDefined();
  });
  it('after everybody has left it starts anew', async () => {
    const turns = new Turns(1, 0);
    (await turns.take('a'))?.();
    expect(await turns.take('a')).toBeDefined();
    expect(await turns.take('a')).toBeUndefined();
  });
});
