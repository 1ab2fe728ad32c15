import type { VNode } from 'preact';
import { words } from '../words/zh.js';
import { DataTable } from '../components/lists.js';
import { drawBars, type Bar } from './bar-chart.js';

/** What a figure shows: one list, from which the sentence's numbers, the drawing and the table all come. */
export interface FigureModel {
  id: string;
  title: string;
  /** One sentence that says what the figure shows. */
  finding: string;
  svg: string;
  bars: readonly Bar[];
  /** Headings of the table: what the bars are, what is measured. */
  nameHeading: string;
  valueHeading: string;
  target?: { value: number; shown: string };
  /** 数据到 2026-11-20，来源：已认定申报 */
  source: string;
  csvHref?: string;
}

/** Draws the picture of a figure; everything else of the model stays as given. */
export async function figureModel(model: Omit<FigureModel, 'svg'>): Promise<FigureModel> {
  const svg = await drawBars({
    figureId: model.id,
    labelledBy: `${model.id}-title ${model.id}-finding`,
    bars: model.bars,
    ...(model.target ? { target: model.target } : {}),
  });
  return { ...model, svg };
}

/** Title, one-sentence finding, drawing, the same data as a table, time and source. The table is the truth. */
export function Figure({ figure }: { figure: FigureModel }): VNode {
  return (
    <figure>
      <figcaption id={`${figure.id}-title`}>{figure.title}</figcaption>
      <p class="finding" id={`${figure.id}-finding`}>
        {figure.finding}
      </p>
      <div dangerouslySetInnerHTML={{ __html: figure.svg }} />
      <details open>
        <summary>{words.figure.table}</summary>
        <DataTable
          caption={figure.title}
          rows={figure.bars}
          rowId={(bar) => `${figure.id}-row-${figure.bars.indexOf(bar) + 1}`}
          columns={[
            { title: figure.nameHeading, cell: (bar) => (bar.forecast ? `${bar.name}（预计）` : bar.name) },
            { title: figure.valueHeading, cell: (bar) => bar.shown, number: true },
          ]}
        />
        {figure.target && <p>{figure.target.shown}</p>}
      </details>
      <p class="small muted">
        {figure.source}
        {figure.csvHref && (
          <>
            {' '}
            <a class="phone" href={figure.csvHref} download>
              {words.figure.csv}
            </a>
          </>
        )}
      </p>
    </figure>
  );
}
