import { Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  commitImportDocument,
  discardImportDocument,
  fixImportRowDocument,
  importJobDocument,
  importRowDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { FormRefused, Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { FixRowPage, ImportPage, UploadPage } from './imports.view.js';

const KIND = 'hires';
const KIND_TEXT = '残疾职工';
const PROBLEMS_SHOWN = 100;
const LAST_EXCEL_ROW = 1_048_576;

/** 用表格导入残疾职工: upload, report, mend, commit. The checks are all the API's. */
@Pages()
export class ImportsController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('org/quota/:year/import')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.uploadPage(visit, []));
  }

  @Get('org/quota/:year/template')
  template(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { contentType, bytes } = await visit.fetchFile(`/imports/${KIND}/template`);
      return { kind: 'file', body: bytes, contentType, name: `${KIND_TEXT}模板.xlsx` };
    });
  }

  @Post('org/quota/:year/import')
  upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.upload(request, response, {
      work: async (visit) => {
        const { id } = await visit.forwardUpload<{ id: string }>(`/imports/${KIND}`);
        return go(`/org/imports/${id}`);
      },
      again: (visit, _, problems) => this.uploadPage(visit, problems.map((problem) => ({ ...problem, field: 'file' }))),
    });
  }

  @Get('org/imports/:id')
  report(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const afterRow = rowNumber(visit.query('after') ?? '0');
      const { viewer, importJob: job } = await visit.ask(importJobDocument, { id: visit.param('id'), afterRow });
      const base = `/org/imports/${job.id}`;
      const last = job.problems.at(-1)?.row;
      return page(
        ImportPage({
          frame: visit.frame(viewer),
          csrf: visit.csrf,
          once: visit.once(),
          crumbs: this.crumbs(),
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
            problems: job.problems,
            base,
            uploadHref: `/org/quota/${this.year()}/import`,
            ...(job.problems.length >= PROBLEMS_SHOWN && last ? { next: `${base}?after=${last}` } : {}),
            ...(afterRow > 0 ? { first: base } : {}),
          },
        }),
      );
    });
  }

  @Get('org/imports/:id/workbook')
  workbook(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { contentType, bytes } = await visit.fetchFile(`/exports/${encodeURIComponent(visit.param('id'))}`);
      return { kind: 'file', body: bytes, contentType, name: `${KIND_TEXT}检查结果.xlsx` };
    });
  }

  @Get('org/imports/:id/rows/:row')
  row(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.rowPage(visit));
  }

  @Post('org/imports/:id/rows/:row')
  fix(@Req() request: Request, @Res() response: Response): Promise<void> {
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
          throw new FormRefused(wrong.map(({ column, message, hint }) => problemAt(keyOf.get(column ?? ''), message, hint)));
        }
        return go(`/org/imports/${importId}`, `第${row}行改好了`);
      },
      again: (visit, form, problems) => this.rowPage(visit, problems, form),
    });
  }

  @Post('org/imports/:id/commit')
  commit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(commitImportDocument, { id: visit.param('id') });
        return go(`/org/imports/${visit.param('id')}`);
      },
    });
  }

  @Post('org/imports/:id/discard')
  discard(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(discardImportDocument, { id: visit.param('id') });
        return go(`/org/imports/${visit.param('id')}`);
      },
    });
  }

  /** The year that is being filed now: this one. */
  private year(): string {
    return this.clock.today().slice(0, 4);
  }

  private crumbs(): { href: string; text: string }[] {
    return [
      { href: '/org', text: '单位首页' },
      { href: `/org/quota/${this.year()}/import`, text: '用表格导入' },
    ];
  }

  private async uploadPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const base = `/org/quota/${encodeURIComponent(visit.param('year'))}`;
    return page(
      UploadPage({
        frame: visit.frame(viewer),
        form: { values: {}, problems },
        action: `${base}/import?token=${visit.uploadToken}`,
        templateHref: `${base}/template`,
        kindText: KIND_TEXT,
        crumbs: [{ href: '/org', text: '单位首页' }],
      }),
    );
  }

  /** The row with what was typed; after a refusal with what was typed just now. */
  private async rowPage(visit: Visit, problems?: readonly FormProblem[], form?: Form): Promise<Answer> {
    const row = rowNumber(visit.param('row'));
    const { viewer, importRow } = await visit.ask(importRowDocument, { id: visit.param('id'), row });
    const keyOf = new Map(importRow.cells.map(({ key, header }) => [header, key]));
    const found = importRow.problems.map(({ column, message, hint }) => problemAt(keyOf.get(column ?? ''), message, hint));
    const values = Object.fromEntries(importRow.cells.map(({ key, value }) => [key, value]));
    const base = `/org/imports/${visit.param('id')}`;
    return page(
      FixRowPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        row,
        base,
        form: form ? form.state(problems) : { values, problems: found },
        cells: importRow.cells.map(({ key, header }) => ({ name: key, header })),
        version: importRow.version,
        crumbs: [...this.crumbs(), { href: base, text: '上传结果' }],
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
