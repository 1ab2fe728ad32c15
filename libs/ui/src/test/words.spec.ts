import { describe, expect, it } from '@jest/globals';
import * as zh from '../words/zh.js';

const MOST_CHARACTERS = 25;
const BANNED = ['请知悉', '予以', '兹', '点击这里', '红色', '绿色', '残废', '正常人', '你'];

/** Every fixed word, functions called with a sample. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return texts((value as (sample: unknown) => unknown)(3));
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(texts);
  return [];
}

const all = texts({ ...zh });

describe('the words on screen', () => {
  it('are there', () => {
    expect(all.length).toBeGreaterThan(80);
  });
  it.each(all)('%s: each sentence has at most 25 characters', (text) => {
    for (const sentence of text.split(/[。！？]/)) expect([...sentence].length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });
  it.each(BANNED)('never say %s', (banned) => {
    expect(all.filter((text) => text.includes(banned))).toEqual([]);
  });
});
