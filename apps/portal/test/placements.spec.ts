import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { idOf } from './county.js';
import { WELFARE_PLACEMENT } from './county-welfare.js';
import { type TestPortal, testPortal } from './portal-process.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

it('out of a public-welfare post leads the exit alone: a link for the office, a sentence at the desk, no form', async () => {
  const pageOf = async (path: string, role: string) => (await portal.get(path, role)).text();
  const { id } = WELFARE_PLACEMENT;
  const office = await pageOf(`/office/placements/${id}`, 'OFFICER');
  expect(office).toContain(`href="/office/welfare/people/${id}"`);
  expect(office).toContain('办退出');
  const desk = await pageOf(`/desk/placements/${id}`, 'COUNSELLOR');
  expect(desk).toContain('公益性岗位离岗，由县残联办退出。');
  expect(desk).not.toContain('/office/');
  for (const html of [office, desk]) expect(html).not.toContain('登记离岗');
  // The link leads to a page, where the exit begins.
  expect(await pageOf(`/office/welfare/people/${id}`, 'OFFICER')).toContain('退出');
  for (const [path, role] of [
    [`/office/placements/${id}/end`, 'OFFICER'],
    [`/desk/placements/${id}/end`, 'COUNSELLOR'],
  ] as const)
    expect((await portal.get(path, role)).status).toBe(404);
  // Of other work it is registered.
  const other = await pageOf(`/desk/placements/${idOf(851)}`, 'COUNSELLOR');
  expect(other).toContain(`href="/desk/placements/${idOf(851)}/end"`);
});
