import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { type FormState, type Frame, freshForm, renderPage } from '@tongxing/ui';
import { ErrorPage } from '../src/http/error-pages.js';
import { ApiError } from '../src/gql/api-error.js';
import { CompliancePage } from '../src/pages/employer/compliance/compliance.view.js';
import { FixRowPage, ImportPage, type ImportModel, UploadPage } from '../src/pages/imports/imports.view.js';
import { BatchesPage } from '../src/pages/finance/batches/batches.view.js';
import { EnvelopesPage } from '../src/pages/finance/envelopes/envelopes.view.js';
import { ReturnDonePage, ReturnPage } from '../src/pages/finance/returns/returns.view.js';
import { QueuePage } from '../src/pages/office/benefits/benefits.view.js';
import { OfficeNoticesPage } from '../src/pages/office/notices/notices.view.js';
import { GrantPage, GrantsPage } from '../src/pages/seeker/grants/grants.view.js';
import { faultsOf } from './html.js';

const nasty = '马<b>小</b>兰';
const frame: Frame = {
  county: '同心县',
  path: '/x',
  reading: { size: 'normal', theme: 'auto' },
  nav: [{ href: '/x', text: '首页' }],
  csrf: 't',
  styles: '/a.css',
};
const refused = (field: string): FormState => ({
  values: { [field]: nasty },
  problems: [{ field, message: '填错了<i>x' }],
});
const job: ImportModel = {
  id: '1',
  kindText: '残疾职工',
  fileName: nasty,
  state: 'CHECKED',
  rows: 51,
  added: 40,
  changed: 5,
  unchanged: 3,
  wrong: 3,
  warned: 1,
  committed: 0,
  ignored: ['备注'],
  after: { href: '/org/compliance', text: '看达标情况' },
  base: '/org/imports/1',
  uploadHref: '/org/quota/2026/import',
  problems: [
    {
      row: 7,
      column: '残疾人证号',
      code: 'CERT_LENGTH',
      severity: 'error',
      message: '证号应为 20 位，现在 18 位',
      hint: '请对照证件',
      typed: '6403******',
    },
    { row: 7, column: '合同止', code: 'DATE_ORDER', severity: 'error', message: '结束日期早于开始日期', hint: '' },
    {
      row: 9,
      column: null,
      code: 'DUPLICATE_OTHER_EMPLOYER',
      severity: 'warning',
      message: '别的单位也报了这个人',
      hint: '',
    },
  ],
};
const crumbs = [{ href: '/org', text: '单位首页' }];
const form = freshForm();
const shared = { frame, csrf: 't', once: () => 'o', form };

const views: Record<string, () => VNode | Promise<VNode>> = {
  'an upload, refused': () =>
    UploadPage({ frame, form: refused('file'), action: '/x', templateHref: '/t', kindText: '残疾职工', crumbs }),
  'a checked file with wrong rows': () => ImportPage({ frame, csrf: 't', once: 'o', job, crumbs }),
  'a file at work': () => ImportPage({ frame, csrf: 't', once: 'o', job: { ...job, state: 'READING' }, crumbs }),
  'a refused file': () =>
    ImportPage({
      frame,
      csrf: 't',
      once: 'o',
      job: {
        ...job,
        state: 'FAILED',
        problems: [
          { row: null, column: null, code: 'FILE_EMPTY', severity: 'error', message: '没有数据行', hint: 'x' },
        ],
      },
      crumbs,
    }),
  'a committed file': () =>
    ImportPage({ frame, csrf: 't', once: 'o', job: { ...job, state: 'COMMITTED', committed: 48 }, crumbs }),
  'a row to mend': () =>
    FixRowPage({
      frame,
      csrf: 't',
      row: 7,
      base: '/b',
      form: refused('c1'),
      cells: [{ name: 'c1', header: '姓名' }],
      version: 1,
      crumbs,
    }),
  'an employer without data': () => CompliancePage({ frame, year: 2026, years: [2026, 2025] }),
  'a year that cannot be computed': () => CompliancePage({ frame, year: 2026, years: [2026], refusal: nasty }),
  'grants, empty': () => GrantsPage({ frame, benefits: [], schemes: [] }),
  'a grant sent back': () =>
    GrantPage({
      frame,
      benefit: {
        id: '1',
        schemeCode: 'TRAIN',
        schemeName: nasty,
        reason: nasty,
        steps: [{ text: '已提交', state: 'done' }],
        object: nasty,
        state: 'TO_FIX',
        stateText: '退回补充',
        nextStep: nasty,
        amountYuan: '1500.00',
        appliedOn: '2026-11-20',
        paidOn: null,
      },
    }),
  'an empty queue': () => QueuePage({ frame, step: 'REVIEW', total: 0, rows: [] }),
  'batches, empty': () => BatchesPage({ ...shared, ready: 0, envelopes: [], batches: [] }),
  'envelopes, empty': () => EnvelopesPage({ frame, envelopes: [] }),
  'notices, none waiting': () =>
    OfficeNoticesPage({
      ...shared,
      scheme: { code: 'TRAIN', name: nasty },
      candidates: { count: 0, totalYuan: '0.00' },
      notices: [],
    }),
  'a return that cannot be booked': () =>
    ReturnPage({
      ...shared,
      once: 'o',
      form: { values: {}, problems: [{ message: nasty }] },
      job: {
        ...job,
        kind: 'bank-return',
        kindTitle: '回单',
        new: 0,
        committedRows: 0,
        codes: [],
        unknownColumns: [],
        state: 'FAILED',
        problems: job.problems.map((problem) => ({ ...problem, typed: null })),
      },
    }),
  'a return that was booked': () =>
    ReturnDonePage({ frame, paid: '2', failed: '0', unchanged: '1', totalYuan: '3000.00' }),
  'an error of ours': () => ErrorPage({ frame, error: new ApiError('INTERNAL', nasty), traceId: 'trace' }),
  'a refusal': () => ErrorPage({ frame, error: new ApiError('FORBIDDEN', nasty, { hint: nasty }), traceId: 'trace' }),
};

describe('every view, with awkward names', () => {
  it.each(Object.keys(views))('%s keeps the rules of a page', async (name) => {
    const html = renderPage(await (views[name] as () => VNode | Promise<VNode>)());
    expect(faultsOf(html)).toEqual([]);
  });
});

describe('a checked file', () => {
  it('links each wrong row by the Excel row the user knows', () => {
    const html = renderPage(ImportPage({ frame, csrf: 't', once: 'o', job, crumbs }));
    expect(html).toContain('href="#row-7"');
    expect(html).toContain('第7行：残疾人证号 证号应为 20 位，现在 18 位');
    expect(html).toContain('48 行可以用，3 行要改');
    expect(html).toContain('先提交 48 行');
  });
});

describe('the page checker', () => {
  it('bites', () => {
    expect(faultsOf('<h1>a</h1><h1>b</h1><p id="x" style="a"><p id="x"><a href="#y">')).toHaveLength(4);
  });
});
