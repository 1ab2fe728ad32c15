import { cleanSvg } from './clean-svg.js';

/** One bar: its name, its value for the length, its value as shown. The shown text is the one the table shows. */
export interface Bar {
  name: string;
  value: number;
  shown: string;
  /** 预计: hatched and said so. */
  forecast?: boolean;
}

/** A small bar chart: at most a dozen bars on one axis from 0, with an optional line to compare with. */
export interface BarChart {
  figureId: string;
  labelledBy: string;
  bars: readonly Bar[];
  /** A named line, such as the ratio the law asks for. */
  target?: { value: number; shown: string };
}

const WIDTH = 360;
const ROW = 46;
const TEXT = 18;
const MAX_BARS = 12;

const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 6], rotation: 0.7, color: 'var(--chart-mark)' };

/**
 * Draws horizontal bars as clean SVG that follows the page's theme.
 * Labels stand inside the bar when it is long and beside it when it is short, so no target line crosses them.
 */
export async function drawBars(chart: BarChart): Promise<string> {
  if (chart.bars.length === 0 || chart.bars.length > MAX_BARS)
    throw new RangeError(`a chart holds 1 to ${MAX_BARS} bars`);
  const { init } = await import('./echarts.js');
  const most = Math.max(...chart.bars.map((bar) => bar.value), chart.target?.value ?? 0) || 1;
  const height = chart.bars.length * ROW + (chart.target ? 40 : 12);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    drawing.setOption({
      animation: false,
      backgroundColor: 'transparent',
      grid: { left: 84, right: 20, top: chart.target ? 32 : 4, bottom: 8 },
      xAxis: { type: 'value', min: 0, max: most * 1.15, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: chart.bars.map((bar) => bar.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: 'var(--line)' } },
        axisLabel: { fontSize: TEXT, color: 'var(--ink)', fontFamily: 'inherit', interval: 0 },
      },
      series: [
        {
          type: 'bar',
          silent: true,
          emphasis: { disabled: true },
          barWidth: 30,
          data: chart.bars.map((bar) => ({
            value: bar.value,
            itemStyle: { color: 'var(--chart-1)', ...(bar.forecast ? { decal: hatch } : {}) },
            label: {
              show: true,
              formatter: bar.shown,
              fontSize: TEXT,
              fontFamily: 'inherit',
              ...(bar.value > most * 0.35
                ? { position: 'insideLeft' as const, color: 'var(--chart-label)' }
                : { position: 'right' as const, color: 'var(--ink)' }),
            },
          })),
          ...(chart.target
            ? {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  data: [{ xAxis: chart.target.value }],
                  lineStyle: { color: 'var(--ink)', width: 2, type: 'dashed' as const },
                  label: {
                    formatter: chart.target.shown,
                    fontSize: TEXT,
                    color: 'var(--ink)',
                    fontFamily: 'inherit',
                    position: 'end' as const,
                  },
                },
              }
            : {}),
        },
      ],
    });
    return cleanSvg(drawing.renderToSVGString(), chart);
  } finally {
    drawing.dispose();
  }
}
