import { Injectable } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import {
  commitImportDocument,
  discardImportDocument,
  fixImportRowDocument,
  importJobDocument,
  importRowDocument,
} from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import type { Form } from '../../http/form.js';
import { FormRefused, Portal } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import type { ImportPlace } from './imports.place.js';
import { FixRowPage, ImportPage, UploadPage } from './imports.view.js';

const PROBLEMS_SHOWN = 100;
const LAST_EXCEL_ROW = 1_048_576;

/** The place of a file, told by its kind: the same id serves the employer's pages and the office's. */
type PlaceOf = (kind: string) => ImportPlace;

/** 用表格导入: upload, report, mend, commit. The checks are all the API's. */
@Injectable()
export class ImportPages {
  constructor(private readonly portal: Portal) {}

  form(request: Request, response: Response, place: ImportPlace): Promise<void> {
    return this.portal.show(request, response, (visit) => this.uploadPage(visit, place, []));
  }

  template(request: Request, response: Response, place: ImportPlace): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { contentType, bytes, fileName } = await visit.fetchFile(
        `/imports/${encodeURIComponent(place.kind)}/template`,
      );
      return { kind: 'file', body: bytes, contentType, name: fileName ?? `${place.kindText}模板.xlsx` };
    });
  }

  upload(request: Request, response: Response, place: ImportPlace): Promise<void> {
    return this.portal.upload(request, response, {
      work: async (visit) => {
        const { id } = await visit.forwardUpload<{ id: string }>(`/imports/${encodeURIComponent(place.kind)}`);
        return go(`${place.imports}/${id}`);
      },
      again: (visit, _, problems) =>
        this.uploadPage(
          visit,
          place,
          problems.map((problem) => ({ ...problem, field: 'file' })),
        ),
    });
  }

  report(request: Request, response: Response, placeOf: PlaceOf): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const afterRow = rowNumber(visit.query('after') ?? '0');
      const { viewer, importJob: job } = await visit.ask(importJobDocument, { id: visit.param('id'), afterRow });
      const place = placeOf(job.kind);
      const base = `${place.imports}/${job.id}`;
      const last = job.problems.at(-1)?.row;
      return page(
        ImportPage({
          frame: visit.frame(viewer),
          csrf: visit.csrf,
          once: visit.once(),
          crumbs: [...place.crumbs, { href: place.upload, text: '用表格导入' }],
          job: {
            id: job.id,
            kindText: job.kindTitle,
            fileName: job.fileName,
            state: job.state,
            rows: job.rows,
            added: job.new,
            changed: job.changed,
            unchanged: job.unchanged,
            wrong: job.wrong,
            warned: job.warned,
            committed: job.committedRows,
            ignored: job.unknownColumns,
            problems: job.problems,
            base,
            uploadHref: place.upload,
            after: place.after,
            ...(job.problems.length >= PROBLEMS_SHOWN && last ? { next: `${base}?after=${last}` } : {}),
            ...(afterRow > 0 ? { first: base } : {}),
          },
        }),
      );
    });
  }

  workbook(request: Request, response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { contentType, bytes, fileName } = await visit.fetchFile(
        `/imports/${encodeURIComponent(visit.param('id'))}/workbook`,
      );
      return { kind: 'file', body: bytes, contentType, name: fileName ?? '检查结果.xlsx' };
    });
  }

  row(request: Request, response: Response, imports: string): Promise<void> {
    return this.portal.show(request, response, (visit) => this.rowPage(visit, imports));
  }

  fix(request: Request, response: Response, imports: string): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const [importId, row] = [visit.param('id'), rowNumber(visit.param('row'))];
        const { importRow } = await visit.ask(importRowDocument, { id: importId, row });
        const { fixImportRow } = await visit.ask(fixImportRowDocument, {
          input: {
            importId,
            row,
            version: Number(form.text('version')),
            cells: importRow.cells.map(({ key }) => ({ key, value: form.text(key) })),
          },
        });
        const keyOf = new Map(importRow.cells.map(({ key, header }) => [header, key]));
        const wrong = fixImportRow.problems.filter((problem) => problem.severity === 'error');
        if (wrong.length > 0) {
          throw new FormRefused(
            wrong.map(({ column, message, hint }) => problemAt(keyOf.get(column ?? ''), message, hint)),
          );
        }
        return go(`${imports}/${importId}`, `第${row}行改好了`);
      },
      again: (visit, form, problems) => this.rowPage(visit, imports, problems, form),
    });
  }

  commit(request: Request, response: Response, imports: string): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(commitImportDocument, { id: visit.param('id') });
        return go(`${imports}/${visit.param('id')}`);
      },
    });
  }

  discard(request: Request, response: Response, imports: string): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(discardImportDocument, { id: visit.param('id') });
        return go(`${imports}/${visit.param('id')}`);
      },
    });
  }

  private async uploadPage(visit: Visit, place: ImportPlace, problems: readonly FormProblem[]): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    return page(
      UploadPage({
        frame: visit.frame(viewer),
        form: { values: {}, problems },
        action: `${place.upload}?token=${visit.uploadToken}`,
        templateHref: place.template,
        kindText: place.kindText,
        crumbs: place.crumbs,
      }),
    );
  }

  /** The row with what was typed; after a refusal with what was typed just now. */
  private async rowPage(
    visit: Visit,
    imports: string,
    problems?: readonly FormProblem[],
    form?: Form,
  ): Promise<Answer> {
    const row = rowNumber(visit.param('row'));
    const { viewer, importRow } = await visit.ask(importRowDocument, { id: visit.param('id'), row });
    const keyOf = new Map(importRow.cells.map(({ key, header }) => [header, key]));
    const found = importRow.problems.map(({ column, message, hint }) =>
      problemAt(keyOf.get(column ?? ''), message, hint),
    );
    const values = Object.fromEntries(importRow.cells.map(({ key, value }) => [key, value]));
    const base = `${imports}/${visit.param('id')}`;
    return page(
      FixRowPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        row,
        base,
        form: form ? form.state(problems) : { values, problems: found },
        cells: importRow.cells.map(({ key, header }) => ({ name: key, header })),
        version: importRow.version,
        crumbs: [{ href: base, text: '上传结果' }],
      }),
    );
  }
}

const problemAt = (field: string | undefined, message: string, hint: string): FormProblem => ({
  message,
  ...(field ? { field } : {}),
  ...(hint ? { hint } : {}),
});

function rowNumber(text: string): number {
  const row = Number(text);
  if (!Number.isInteger(row) || row < 0 || row > LAST_EXCEL_ROW) throw new ApiError('NOT_FOUND', '');
  return row;
}
