import { describe, expect, it } from '@jest/globals';
import { CONSENT_PURPOSES, isConsentPurpose, STATUTORY_PURPOSES, textHashOf } from '../privacy/consent.purposes.js';
import { ownDataFile } from '../privacy/own-data-file.js';

const MOST_CHARACTERS = 25;

/** What people have agreed to, by version. A changed word needs a new version, and a line here; old lines stay. */
const KNOWN_TEXTS: Readonly<Record<string, string>> = {
  'MATCHING 1': 'ab9fb3161afcee70',
  'EMPLOYER_CONTACT 1': '52075426270805cb',
  'SHORTLIST 1': 'ffff0e095d3b58ca',
  'SMS 1': 'd5e9db6384503a58',
  'PUBLICITY 1': '3beff4ff060a212e',
};

describe('the catalogue of purposes', () => {
  it.each(CONSENT_PURPOSES.map((purpose) => [`${purpose.code} ${purpose.version}`, purpose] as const))(
    'holds the words of %s as they were agreed to',
    (name, purpose) => {
      expect(textHashOf(purpose).slice(0, 16)).toBe(KNOWN_TEXTS[name]);
    },
  );

  it('says each purpose once, in short sentences', () => {
    const codes = [...CONSENT_PURPOSES, ...STATUTORY_PURPOSES].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const sentences = CONSENT_PURPOSES.flatMap(({ why, without }) => `${why}${without}`.split(/(?<=[。；])/));
    expect(sentences.filter((sentence) => [...sentence].length > MOST_CHARACTERS)).toEqual([]);
  });

  it('asks for no consent where the law needs none', () => {
    expect(STATUTORY_PURPOSES.filter(({ code }) => isConsentPurpose(code))).toEqual([]);
    expect(isConsentPurpose('constructor')).toBe(false);
  });
});

describe('a person’s own file', () => {
  const facts = { madeAt: '2026-11-26T01:00:00.000Z', expiresOn: '2026-11-29' };

  it('is whole with any words in it: nothing ends a tag or the block', () => {
    const awkward = '</script><img src=x onerror=alert(1)>"&';
    const sections = [{ title: awkward, rows: [{ [awkward]: awkward, 空: null, 是: true, 列: [awkward, '乙'] }] }];
    const html = ownDataFile({ ...facts, name: awkward, sections }).toString('utf8');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    const json = /id="own-data">(.*)<\/script>/.exec(html)?.[1] as string;
    expect(JSON.parse(json)).toEqual({ madeAt: facts.madeAt, sections });
  });

  it('shows times as a clock in China does, and keeps them for programs', () => {
    const sections = [{ title: '消息', rows: [{ 时间: '2026-11-26T19:59:57.142Z' }] }];
    const html = ownDataFile({ ...facts, name: '示例甲', sections }).toString('utf8');
    expect(html).toContain('<dd>2026年11月27日 03:59</dd>');
    expect(html).toContain('"时间":"2026-11-26T19:59:57.142Z"');
  });

  it('says of an empty part that there is nothing, and numbers several', () => {
    const rows = [{ 日期: '2026-01-01' }, { 日期: '2026-01-02' }];
    const sections = [
      { title: '走访', rows: [] },
      { title: '应聘', rows },
    ];
    const html = ownDataFile({ ...facts, name: '示例甲', sections }).toString('utf8');
    expect(html).toContain('<h2>走访</h2><p>没有。</p>');
    expect(html).toContain('<h2>应聘</h2><p>一共 2 条。</p><ol>');
  });
});
