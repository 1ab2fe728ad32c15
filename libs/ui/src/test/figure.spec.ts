import { describe, expect, it } from '@jest/globals';
import { Figure, figureModel } from '../figure/figure.js';
import { cleanSvg } from '../figure/clean-svg.js';
import { renderPage } from '../render.js';

const quarters = () =>
  figureModel({
    id: 'quarters',
    title: '各季度比例',
    finding: '比例从1.12%升到1.54%，第4季度预计超过1.5%。',
    nameHeading: '季度',
    valueHeading: '比例',
    bars: [
      { name: '1季度', value: 1.12, shown: '1.12%' },
      { name: '2季度', value: 1.25, shown: '1.25%' },
      { name: '3季度', value: 0.3, shown: '0.3%' },
      { name: '4季度', value: 1.54, shown: '1.54%', forecast: true },
    ],
    target: { value: 1.5, shown: '要求1.5%' },
    source: '数据到2026年11月20日',
  });

const svgTexts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);

describe('a figure', () => {
  it('shows the same figures in table, drawing and sentence', async () => {
    const figure = await quarters();
    const html = renderPage(Figure({ figure }));
    const cells = [...html.matchAll(/<td class="n">([^<]*)<\/td>/g)].map((match) => match[1]);
    expect(cells).toEqual(figure.bars.map((bar) => bar.shown));
    for (const bar of figure.bars) {
      expect(svgTexts(figure.svg)).toContain(bar.shown);
      expect(svgTexts(figure.svg)).toContain(bar.name);
    }
    expect(svgTexts(figure.svg)).toContain('要求1.5%');
    for (const number of ['1.12%', '1.54%']) expect(figure.finding).toContain(number);
  }, 60_000);

  it('carries no style attribute, style block, class or script', async () => {
    const { svg } = await quarters();
    expect(svg).not.toMatch(/ style=|<style| class=|<script|ecmeta|pointer-events/);
  });

  it('is named by its title and its sentence', async () => {
    const { svg } = await quarters();
    expect(svg).toContain('role="img" aria-labelledby="quarters-title quarters-finding"');
  });

  it('is the same bytes each time, so that its page keeps its ETag', async () => {
    expect((await quarters()).svg).toBe((await quarters()).svg);
  });

  it('takes its colours from the theme', async () => {
    const { svg } = await quarters();
    expect(svg).toContain('var(--chart-1)');
    expect(svg).not.toMatch(/fill="#[0-9a-f]{3,6}"/i);
  });

  it('refuses an empty chart: no data is a sentence, not a drawing', async () => {
    await expect(figureModel({ ...(await quarters()), bars: [] })).rejects.toThrow(RangeError);
  });
});

describe('cleanSvg', () => {
  it('numbers ids per figure, wherever they are used', () => {
    const raw =
      '<svg width="10" height="5"><defs><clipPath id="zr7-c0"><path/></clipPath></defs><g clip-path="url(#zr7-c0)"/></svg>';
    expect(cleanSvg(raw, { figureId: 'f', labelledBy: 't s' })).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" role="img" aria-labelledby="t s"><defs><clipPath id="f-1"><path/></clipPath></defs><g clip-path="url(#f-1)"/></svg>',
    );
  });
});
