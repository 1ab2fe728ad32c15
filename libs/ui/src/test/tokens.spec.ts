import { describe, expect, it } from '@jest/globals';
import { tokensCss } from '../assets.js';

type Theme = 'light' | 'dark' | 'contrast';
const SELECTORS: Readonly<Record<Theme, string>> = {
  light: ':root {',
  dark: ":root[data-theme='dark'] {",
  contrast: ":root[data-theme='contrast'] {",
};

function colours(theme: Theme): ReadonlyMap<string, string> {
  const css = tokensCss();
  const start = css.indexOf(`${SELECTORS[theme]}`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] as string, match[2] as string]),
  );
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** [text or mark, ground, least ratio] */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['bg', 'paper', 'sunk'].flatMap(
    (ground) =>
      [
        ['ink', ground, 7],
        ['ink2', ground, 7],
      ] as const,
  ),
  ['ink', 'pine-soft', 7],
  ['ink', 'ok-soft', 7],
  ['ink', 'warn-soft', 7],
  ['ink', 'err-soft', 7],
  ['link', 'bg', 7],
  ['link', 'paper', 7],
  ['visited', 'bg', 7],
  ['visited', 'paper', 7],
  ['link', 'pine-soft', 4.5],
  ['on-pine', 'pine', 7],
  ['on-pine', 'pine-hover', 7],
  ['pine', 'bg', 7],
  ['pine', 'pine-soft', 4.5],
  ['ok', 'bg', 4.5],
  ['ok-ink', 'ok-soft', 7],
  ['warn', 'bg', 4.5],
  ['warn-ink', 'warn-soft', 7],
  ['err', 'bg', 7],
  ['err-ink', 'err-soft', 7],
  ['line', 'bg', 3],
  ['line', 'paper', 3],
  ['line', 'sunk', 3],
  ['focus', 'bg', 3],
  ['focus', 'paper', 3],
  ...['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'].flatMap(
    (chart) =>
      [
        [chart, 'bg', 3],
        ['chart-label', chart, 4.5],
        ['chart-mark', chart, 3],
      ] as const,
  ),
];

describe.each(['light', 'dark', 'contrast'] as const)('1.4.3, 1.4.6 and 1.4.11: the %s theme', (theme) => {
  const palette = colours(theme);
  it.each(PAIRS.map((pair) => [...pair] as [string, string, number]))(
    '%s on %s reaches %d to 1',
    (one, other, least) => {
      const [front, ground] = [palette.get(one), palette.get(other)];
      expect(front).toBeDefined();
      expect(ground).toBeDefined();
      expect(contrast(front as string, ground as string)).toBeGreaterThanOrEqual(least);
    },
  );
});

describe('the focus ring', () => {
  it('stands out from the halo, and the halo from buttons, in the light and the dark theme', () => {
    for (const theme of ['light', 'dark'] as const) {
      const palette = colours(theme);
      expect(contrast(palette.get('focus') as string, palette.get('halo') as string)).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.get('halo') as string, palette.get('pine') as string)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('the three themes', () => {
  it('name the same colours', () => {
    const names = (theme: Theme) => [...colours(theme).keys()].sort();
    expect(names('dark')).toEqual(names('light'));
    expect(names('contrast')).toEqual(names('light'));
  });
});
