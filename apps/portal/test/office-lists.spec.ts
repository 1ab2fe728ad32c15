import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf } from './county.js';
import { Jar } from './jar.js';
import { type TestPortal, testPortal } from './portal-process.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.api.asked.length = 0;
});
const filterOf = (operation: string) =>
  portal.api.asked.findLast((one) => one.operation === operation)?.variables.filter as unknown;

describe('lists that the office looks through', () => {
  it('ask for what an address chooses, and leave out what is none of the choices', async () => {
    await portal.get('/office/posts?stand=ENDED&kind=FLEXIBLE&town=640324100000&text=包装', 'OFFICER');
    expect(filterOf('officePosts')).toEqual({
      stand: 'ENDED',
      kind: 'FLEXIBLE',
      divisionCode: '640324100000',
      text: '包装',
    });
    await portal.get('/office/posts?stand=x&kind=toString&town=%25&text=', 'OFFICER');
    expect(filterOf('officePosts')).toEqual({ stand: null, kind: null, divisionCode: null, text: null });
    await portal.get('/office/applicants?stage=work&way=own&town=640324100000&due=yes', 'OFFICER');
    expect(filterOf('officeApplicants')).toEqual({
      states: ['ONBOARD', 'KEPT_1', 'KEPT_3', 'KEPT_6', 'KEPT_12'],
      referred: false,
      divisionCode: '640324100000',
      dueOnly: true,
    });
    await portal.get('/office/applicants?stage=constructor&way=x&town=县&due=no', 'OFFICER');
    expect(filterOf('officeApplicants')).toEqual({ states: null, referred: null, divisionCode: null, dueOnly: false });
  });

  it.each(['/office/posts', '/office/applicants'])('%s is a file with the same choice', async (path) => {
    const query = '?town=640324100000';
    const html = await (await portal.get(path + query, 'OFFICER')).text();
    expect(html).toContain(`href="${path}/file${query}"`);
    const response = await portal.get(`${path}/file${query}`, 'OFFICER');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toContain('.csv');
    const [first, second] = portal.api.asked.filter(({ variables }) => variables.filter);
    expect(second?.variables.filter).toEqual(first?.variables.filter);
  });

  it('lead back to the office from a check that was written down there', async () => {
    const jar = new Jar(portal.site, 'OFFICER');
    const check = `/office/applicants/${idOf(221)}/check/1`;
    const done = await jar.send(check, { still: 'yes' });
    expect(done.headers.get('location')).toBe('/office/applicants?due=yes');
    const gone = await jar.go('GET', `/office/applicants/${idOf(221)}/check/12`);
    expect(gone.headers.get('location')).toBe('/office/applicants?due=yes');
  });
});
