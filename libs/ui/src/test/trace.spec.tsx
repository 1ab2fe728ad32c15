import { describe, expect, it } from '@jest/globals';
import { renderPage, traceTree, TraceTree } from '../index.js';

const rows = [
  { depth: 0, step: 'levy', label: '残保金', value: '54000.00' },
  { depth: 1, step: 'required', label: '应安排', value: '1.8', source: '财税〔2015〕72号' },
  { depth: 2, step: 'staff', label: '人数', value: '120' },
  { depth: 1, step: 'due', label: '应缴', value: '108000.00', note: '演示参数' },
];

describe('a trace that comes as rows', () => {
  it('becomes the tree it was', () => {
    const [top] = traceTree(rows);
    expect(top?.children?.map((child) => child.step)).toEqual(['required', 'due']);
    expect(top?.children?.[0]?.children?.map((child) => child.step)).toEqual(['staff']);
  });
  it('shows every value once, with its source and how far it is confirmed', () => {
    const html = renderPage(<TraceTree trace={traceTree(rows)} />);
    for (const row of rows) expect(html.split(`>${row.value}<`).length).toBe(2);
    expect(html).toContain('依据：财税〔2015〕72号');
    expect(html).toContain('演示参数');
  });
});
