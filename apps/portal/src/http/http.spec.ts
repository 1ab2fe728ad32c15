import { describe, expect, it } from '@jest/globals';
import { encodingFor, go, page, type Answer } from './answer.js';
import { cookieLine, readCookies, Signer } from './cookies.js';
import { dayParts, Form, missing } from './form.js';
import { belongsToApi, localPath } from './headers.js';
import { homeOf, navigationFor } from './navigation.js';
import { OnceStore } from './once.js';
import { changedReading, readReading, writeReading } from './reading.js';

describe('the way back', () => {
  it.each(['/me', '/jobs?after=a&x=1', '/levy#result'])('may be the local path %s', (path) => {
    expect(localPath(path)).toBe(path);
  });
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'me',
    '',
    '/a\nb',
    `/${'x'.repeat(600)}`,
    undefined,
  ])('may not be %j', (path) => {
    expect(localPath(path)).toBe('/');
  });
});

describe('signed texts', () => {
  const signer = new Signer('key');
  it('open again', () => {
    expect(signer.open('flash', signer.seal('flash', '已保存'))).toBe('已保存');
  });
  it('do not open when changed, for another purpose, or under another key', () => {
    const sealed = signer.seal('flash', '已保存');
    expect(signer.open('flash', `x${sealed}`)).toBeUndefined();
    expect(signer.open('visitor', sealed)).toBeUndefined();
    expect(new Signer('other').open('flash', sealed)).toBeUndefined();
    expect(signer.open('flash', undefined)).toBeUndefined();
  });
});

describe('cookies', () => {
  it('are read by name', () => {
    expect([...readCookies('a=1; b=x=y; c')]).toEqual([
      ['a', '1'],
      ['b', 'x=y'],
    ]);
  });
  it('of more than 8 KB count as none', () => {
    expect(readCookies(`a=${'x'.repeat(9000)}`).size).toBe(0);
  });
  it('are HttpOnly, Lax and Secure unless told otherwise', () => {
    expect(cookieLine('s', 'v', { secure: true })).toBe('s=v; Path=/; SameSite=Lax; HttpOnly; Secure');
  });
});

describe('a posted form', () => {
  const form = new Form({
    name: ' 马小兰 ',
    needs: ['ramp', ''],
    deep: { x: 1 },
    'born-year': '1990',
    'born-month': '3',
    'born-day': '1',
  });
  it('gives trimmed texts and lists, and nothing deeper', () => {
    expect(form.text('name')).toBe('马小兰');
    expect(form.list('needs')).toEqual(['ramp']);
    expect(form.text('deep')).toBe('');
  });
  it('joins three boxes to a day and takes it apart again', () => {
    expect(form.day('born')).toBe('1990-03-01');
    expect(dayParts('born', '1990-03-01')).toEqual({ 'born-year': '1990', 'born-month': '3', 'born-day': '1' });
  });
  it('says what is missing', () => {
    expect(missing(form, { name: '请填姓名', phone: '请填手机号', born: '请填日期' })).toEqual([
      { field: 'phone', message: '请填手机号' },
    ]);
  });
});

describe('reading settings', () => {
  it('survive the cookie', () => {
    const reading = { size: 'huge', theme: 'contrast' } as const;
    expect(readReading(writeReading(reading))).toEqual(reading);
  });
  it('fall back to the default on nonsense', () => {
    expect(readReading('giant.pink')).toEqual({ size: 'normal', theme: 'auto' });
  });
  it('change only what a form names', () => {
    expect(changedReading({ size: 'normal', theme: 'dark' }, new Form({ size: 'large' }))).toEqual({
      size: 'large',
      theme: 'dark',
    });
  });
});

describe('compression', () => {
  it('prefers brotli, then gzip', () => {
    expect(encodingFor('gzip, deflate, br;q=1')).toBe('br');
    expect(encodingFor('gzip')).toBe('gzip');
    expect(encodingFor(undefined)).toBe('identity');
  });
});

describe('addresses', () => {
  it.each(['/graphql', '/imports/hires', '/admin/queues', '/healthz'])('%s belong to the api', (path) => {
    expect(belongsToApi(path)).toBe(true);
  });
  it.each(['/', '/org/imports/1', '/importsx'])('%s are pages', (path) => {
    expect(belongsToApi(path)).toBe(false);
  });
});

describe('navigation', () => {
  it('shows each link once to a person with several roles', () => {
    const links = navigationFor(['REVIEWER', 'OFFICER', 'APPROVER']).map((link) => link.href);
    expect(links).toEqual([...new Set(links)]);
    expect(links).toContain('/office/notices');
  });
  it('starts each role at its own page', () => {
    expect(homeOf(['SEEKER'])).toBe('/me');
    expect(homeOf(['RELEASER'])).toBe('/finance/batches');
    expect(homeOf([])).toBe('/');
  });
});

describe('a form sent twice', () => {
  it('has one effect and one result, also while the first is on its way', async () => {
    const store = new OnceStore();
    let effects = 0;
    const work = async (): Promise<Answer> => {
      effects += 1;
      await Promise.resolve();
      return go(`/done/${effects}`);
    };
    const [first, second] = await Promise.all([store.first('k', work), store.first('k', work)]);
    expect(await store.first('k', work)).toEqual(first);
    expect(second).toEqual(first);
    expect(effects).toBe(1);
  });
  it('may be sent again after a refusal or a failure', async () => {
    const store = new OnceStore();
    let tries = 0;
    const failing = (): Promise<Answer> => {
      tries += 1;
      return Promise.reject(new Error('no'));
    };
    await expect(store.first('k', failing)).rejects.toThrow('no');
    await expect(store.first('k', failing)).rejects.toThrow('no');
    expect(tries).toBe(2);
    expect((await store.first('k', async () => page({} as never))).kind).toBe('page');
    expect((await store.first('k', async () => go('/ok'))).kind).toBe('go');
  });
});
