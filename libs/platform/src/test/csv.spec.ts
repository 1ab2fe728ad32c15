import { describe, expect, it } from '@jest/globals';
import { csvText, unguarded } from '../csv.js';

describe('a table as CSV', () => {
  it('keeps commas, quotes and line breaks inside a cell', () =>
    expect(csvText([['甲,乙', '说"好"', '一\n二', 3]])).toBe('\uFEFF"甲,乙","说""好""","一\n二",3\r\n'));
  it.each(['=1+1', '+1', '-1', '@a', '＝1', '\tx'])('leaves no formula: %j', (text) =>
    expect(csvText([[text]])).toBe(`\uFEFF'${text}\r\n`),
  );
  it('a guarded text is had back, and one that begins with an apostrophe of its own stays', () =>
    expect(["'=1", "'abc", '=1'].map(unguarded)).toEqual(['=1', "'abc", '=1']));
  it('leaves numbers as they are, below zero too', () => expect(csvText([[-1, 0]])).toBe('\uFEFF-1,0\r\n'));
  it('is only the mark without rows', () => expect(csvText([])).toBe('\uFEFF'));
});
