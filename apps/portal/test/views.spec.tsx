import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { figureModel, type FormState, type Frame, freshForm, renderPage } from '@tongxing/ui';
import { ErrorPage } from '../src/http/error-pages.js';
import { ApiError } from '../src/gql/api-error.js';
import { CompliancePage } from '../src/pages/employer/compliance/compliance.view.js';
import { OrgPage } from '../src/pages/employer/home/org.view.js';
import { FixRowPage, ImportPage, type ImportModel, UploadPage } from '../src/pages/employer/imports/imports.view.js';
import { BatchesPage, BatchPage } from '../src/pages/finance/batches/batches.view.js';
import { EnvelopesPage, LedgerPage } from '../src/pages/finance/envelopes/envelopes.view.js';
import { CasePage, QueuePage } from '../src/pages/office/benefits/benefits.view.js';
import { OfficePage } from '../src/pages/office/home/office.view.js';
import { GrantApplyPage, GrantDonePage, GrantPage, GrantsPage } from '../src/pages/seeker/grants/grants.view.js';
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
const scheme = {
  code: 'TRAIN',
  name: '职业培训补贴',
  summary: '培训后领',
  eligible: true,
  reasons: [nasty],
  changes: ['x'],
};
const batch = {
  id: '1',
  number: '20261123-01',
  stateText: '已封批',
  lineCount: 1,
  totalYuan: '1500.00',
  createdAt: '2026-11-23T01:00:00Z',
};
const envelope = {
  id: '1',
  name: '职业培训',
  year: 2026,
  source: '残保金',
  allottedYuan: '100.00',
  pledgedYuan: '0.00',
  reservedYuan: '0.00',
  spentYuan: '0.00',
  freeYuan: '100.00',
};
const queueRow = {
  id: '1',
  personName: nasty,
  divisionName: '豫海镇',
  schemeName: '培训',
  amountYuan: null,
  submittedOn: '2026-11-20',
  stateText: '待审',
};
const caseView = {
  id: '1',
  title: nasty,
  facts: [['户名', nasty]] as const,
  stateText: '待审',
  version: 1,
  history: [{ at: '2026-11-23T01:00:00Z', who: nasty, action: '提交', reason: null }],
};
const form = freshForm();
const shared = { frame, csrf: 't', once: 'o', form };

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
  'an employer without data': () => CompliancePage({ frame, year: 2026 }),
  'an employer with a figure': async () =>
    CompliancePage({
      frame,
      year: 2026,
      view: {
        year: 2026,
        requiredHires: '1.8',
        countedHires: '1.2',
        shortfall: '0.6',
        placementRatio: '0.01',
        outcomeText: nasty,
        levyYuan: '54000.00',
        final: false,
        trace: [{ step: 'a', label: nasty, value: '1' }],
        hires: [{ name: nasty, counted: '2', note: '多计' }],
      },
      figure: await figureModel({
        id: 'f',
        title: 't',
        finding: nasty,
        bars: [{ name: '已安排', value: 1.2, shown: '1.2人' }],
        nameHeading: 'n',
        valueHeading: 'v',
        source: 's',
      }),
    }),
  'an employer’s home': () =>
    OrgPage({ frame, employerName: nasty, year: 2026, hires: 0, headcountKnown: false, assessed: false }),
  'grants, empty': () => GrantsPage({ frame, benefits: [], schemes: [] }),
  grants: () =>
    GrantsPage({
      frame,
      benefits: [
        { id: '1', schemeName: nasty, subject: nasty, stateText: '审核中', submittedOn: '2026-11-20', steps: [] },
      ],
      schemes: [scheme],
    }),
  'a grant form, refused': () => GrantApplyPage({ ...shared, scheme, form: refused('subject') }),
  'a grant one cannot have': () => GrantApplyPage({ ...shared, scheme: { ...scheme, eligible: false } }),
  'a grant’s receipt': () => GrantDonePage({ frame, scheme: nasty, number: '1' }),
  'a grant under way': () =>
    GrantPage({
      frame,
      benefit: {
        id: '1',
        schemeName: nasty,
        subject: nasty,
        stateText: '公示',
        submittedOn: '2026-11-20',
        steps: [{ text: '公示', state: 'now' }],
      },
    }),
  'an empty queue': () => QueuePage({ frame, total: 0, rows: [] }),
  'a queue': () => QueuePage({ frame, total: 1, rows: [queueRow] }),
  'a case to decide, refused': () =>
    CasePage({ ...shared, item: { ...caseView, step: '第一次审核' }, form: refused('reason') }),
  'a case for another person': () => CasePage({ ...shared, item: { ...caseView, step: '第二次审批', blocked: nasty } }),
  'batches, empty': () => BatchesPage({ ...shared, batches: [], ready: [] }),
  batches: () =>
    BatchesPage({ ...shared, batches: [batch], ready: [{ id: '1', name: nasty, count: 1, totalYuan: '1500.00' }] }),
  'a batch': () =>
    BatchPage({
      ...shared,
      batch: {
        ...batch,
        hash: 'ab',
        capitals: '壹仟伍佰元整',
        can: { release: true, download: true },
        lines: [
          { id: '1', seq: 1, personName: nasty, maskedAccount: '****1', amountYuan: '1500.00', stateText: '待发' },
        ],
      },
    }),
  envelopes: () => EnvelopesPage({ frame, envelopes: [envelope] }),
  'a ledger out of balance': () =>
    LedgerPage({
      frame,
      envelope,
      balanced: false,
      lines: [{ id: '1', at: '2026-11-23T01:00:00Z', event: nasty, debit: 'a', credit: 'b', amountYuan: '1.00' }],
    }),
  'the office': () =>
    OfficePage({ frame, queues: [{ href: '/office/benefits', name: '补贴审批', count: 3, oldest: '3天前' }] }),
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
