import { Get, Post, Req, Res } from '@nestjs/common';
import type { RegisterKind } from '@tongxing/rules';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  editRegisterEntryDocument,
  exportRegisterDocument,
  newRegisterEntryDocument,
  registerFileDocument,
  registerGapListDocument,
  registerListDocument,
  registerSheetDocument,
  type RegisterSheetQuery,
  saveRegisterEntryDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { HOME, kindAt, liesIn, placesIn, readEntry, townOf, valuesOf } from './registers.form.js';
import {
  CloseEntryPage,
  EntryFormPage,
  EntryPage,
  EntryVillagesPage,
  GapsPage,
  RegisterPage,
  RegistersPage,
  RegisterSheetPage,
  WherePage,
} from './registers.view.js';

const PAGE_SIZE = 50;
const SHEET_PAGE = 100;
/** A province has more villages than a sheet of paper should hold. */
const MOST_SHEET_PAGES = 20;
const OPEN = 'OPEN';

/** 台账: what stands, where nothing does, and the way to write it. */
@Pages()
export class RegistersController {
  constructor(private readonly portal: Portal) {}

  @Get('office/registers')
  kinds(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      // Asked for the answer whether the viewer may see registers at all.
      const { viewer } = await visit.ask(newRegisterEntryDocument, { town: null });
      return page(RegistersPage({ frame: visit.frame(viewer) }));
    });
  }

  @Get('office/registers/:kind')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const kind = kindOf(visit);
      const chosen = chosenIn(visit);
      const after = visit.query('after');
      const asked = await visit.ask(registerListDocument, {
        kind: kind.code,
        filter: filterOf(chosen),
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const { viewer, registers } = asked;
      return page(
        RegisterPage({
          frame: visit.frame(viewer),
          kind,
          filter: visit.form(chosen),
          places: asked.registerPlaces,
          coverage: asked.registerCoverage,
          total: registers.totalCount,
          rows: registers.edges.map(({ node }) => node),
          writes: writes(viewer?.roles),
          imports: viewer?.roles.includes('OFFICER') ?? false,
          fileHref: `${HOME}/${kind.path}/file?${new URLSearchParams(chosen)}`,
          ...pagerLinks(`${HOME}/${kind.path}`, chosen, after, registers.pageInfo),
        }),
      );
    });
  }

  @Get('office/registers/:kind/file')
  file(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const kind = kindOf(visit);
      const variables = { kind: kind.code, filter: filterOf(chosenIn(visit)) };
      const { name, text } = (await visit.ask(exportRegisterDocument, variables)).exportRegister;
      return { kind: 'file', body: Buffer.from(text, 'utf8'), contentType: 'text/csv; charset=utf-8', name };
    });
  }

  @Get('office/registers/:kind/gaps')
  gaps(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const kind = kindOf(visit);
      const [town, after] = [visit.query('town'), visit.query('after')];
      const variables = { kind: kind.code, town: town ?? null, first: PAGE_SIZE, after: after ?? null };
      const { viewer, registerGaps, registerPlaces } = await visit.ask(registerGapListDocument, variables);
      return page(
        GapsPage({
          frame: visit.frame(viewer),
          kind,
          filter: visit.form({ town }),
          places: registerPlaces,
          total: registerGaps.totalCount,
          rows: registerGaps.edges.map(({ node }) => node),
          writes: writes(viewer?.roles),
          ...pagerLinks(`${HOME}/${kind.path}/gaps`, { town }, after, registerGaps.pageInfo),
        }),
      );
    });
  }

  @Get('office/registers/:kind/print')
  print(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const kind = kindOf(visit);
      const rows: RegisterSheetQuery['registerGaps']['edges'][number]['node'][] = [];
      let asked: RegisterSheetQuery;
      let after: string | null = null;
      let pages = 0;
      do {
        asked = await visit.ask(registerSheetDocument, { kind: kind.code, first: SHEET_PAGE, after });
        rows.push(...asked.registerGaps.edges.map(({ node }) => node));
        after = asked.registerGaps.pageInfo.endCursor;
        pages += 1;
      } while (asked.registerGaps.pageInfo.hasNextPage && pages < MOST_SHEET_PAGES);
      const { viewer, registerCoverage } = asked;
      return page(RegisterSheetPage({ frame: visit.frame(viewer), kind, coverage: registerCoverage, rows }));
    });
  }

  @Get('office/registers/:kind/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit, []));
  }

  @Post('office/registers/:kind/new')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const kind = kindOf(visit);
        const input = { kind: kind.code, ...readEntry(form, kind) };
        const { saveRegisterEntry } = await visit.ask(saveRegisterEntryDocument, { input });
        return go(`${HOME}/${kind.path}/${saveRegisterEntry.id}`, '登记好了');
      },
      again: (visit, form, problems) => this.newPage(visit, problems, form),
    });
  }

  @Get('office/registers/:kind/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.entryPage(visit, []));
  }

  @Get('office/registers/:kind/:id/edit')
  edit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.editPage(visit, []));
  }

  @Post('office/registers/:kind/:id/edit')
  save(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.saved(visit, form, readEntry(form, kindOf(visit)), '改好了'),
      again: (visit, form, problems) => this.editPage(visit, problems, form),
    });
  }

  @Get('office/registers/:kind/:id/villages')
  villages(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.villagesPage(visit, []));
  }

  @Post('office/registers/:kind/:id/villages')
  serve(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { registerEntry } = await visit.ask(registerFileDocument, { id: visit.param('id') });
        const others = registerEntry.serves.map(({ code }) => code).filter((code) => !liesIn(code, form.text('town')));
        return this.saved(visit, form, { serves: [...others, ...form.list('serves')] }, '服务的村存好了');
      },
      again: (visit, form, problems) => this.villagesPage(visit, problems, form),
    });
  }

  @Get('office/registers/:kind/:id/close')
  closing(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.closePage(visit, []));
  }

  @Post('office/registers/:kind/:id/close')
  close(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { closedOn: '请填最后一天', closeReason: '请选为什么关' }));
        const input = { closedOn: form.day('closedOn'), closeReason: form.text('closeReason') };
        return this.saved(visit, form, input, '关闭登记好了');
      },
      again: (visit, form, problems) => this.closePage(visit, problems, form),
    });
  }

  @Post('office/registers/:kind/:id/reopen')
  reopen(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.saved(visit, form, { reopen: true }, '关闭撤销了'),
      again: (visit, _, problems) => this.entryPage(visit, problems),
    });
  }

  private async saved(visit: Visit, form: Form, change: object, flash: string): Promise<Answer> {
    const id = visit.param('id');
    const input = { id, version: Number(form.text('version')), ...change };
    await visit.ask(saveRegisterEntryDocument, { input });
    return go(`${HOME}/${kindOf(visit).path}/${id}`, flash);
  }

  private async newPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const kind = kindOf(visit);
    const chosen = visit.query('town');
    const town = chosen === undefined ? null : townOf(chosen);
    const { viewer, registerPlaces } = await visit.ask(newRegisterEntryDocument, { town });
    const shared = { frame: visit.frame(viewer), kind };
    if (chosen === undefined) return page(WherePage({ ...shared, places: registerPlaces }));
    return page(
      EntryFormPage({
        ...shared,
        csrf: visit.csrf,
        form: form?.state(problems) ?? visit.form({ divisionCode: visit.query('place') ?? '' }),
        places: placesIn(registerPlaces, town),
        action: `${HOME}/${kind.path}/new?town=${encodeURIComponent(chosen)}`,
        entry: null,
      }),
    );
  }

  private async entryPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, registerEntry } = await visit.ask(registerFileDocument, { id: visit.param('id') });
    return page(
      EntryPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        kind: kindOf(visit),
        form: { values: {}, problems },
        entry: registerEntry,
      }),
    );
  }

  private async editPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const kind = kindOf(visit);
    const id = visit.param('id');
    const { registerEntry: standing } = await visit.ask(registerFileDocument, { id });
    const chosen = visit.query('town');
    const town = townOf(chosen ?? standing.divisionCode);
    const { viewer, registerEntry, towns, places } = await visit.ask(editRegisterEntryDocument, { id, town });
    const here = `${HOME}/${kind.path}/${id}/edit`;
    return page(
      EntryFormPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        kind,
        form: form?.state(problems) ?? visit.form(valuesOf(registerEntry)),
        places: placesIn(places, town),
        action: chosen === undefined ? here : `${here}?town=${encodeURIComponent(chosen)}`,
        entry: registerEntry,
        towns: towns.filter(({ mine }) => mine),
      }),
    );
  }

  private async villagesPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const id = visit.param('id');
    const { registerEntry: standing } = await visit.ask(registerFileDocument, { id });
    const chosen = townOf(visit.query('town') ?? standing.divisionCode);
    const { viewer, registerEntry, towns, places } = await visit.ask(editRegisterEntryDocument, { id, town: chosen });
    const served = registerEntry.serves.map(({ code }) => code);
    return page(
      EntryVillagesPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        kind: kindOf(visit),
        form: form?.state(problems) ?? visit.form({ serves: served }),
        entry: registerEntry,
        town: chosen,
        towns: towns.filter(({ level }) => level === 'TOWNSHIP'),
        villages: places.filter(({ code, level }) => level === 'VILLAGE' && code !== registerEntry.divisionCode),
      }),
    );
  }

  private async closePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, registerEntry } = await visit.ask(registerFileDocument, { id: visit.param('id') });
    return page(
      CloseEntryPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        kind: kindOf(visit),
        form: form?.state(problems) ?? visit.form(),
        entry: registerEntry,
      }),
    );
  }
}

const kindOf = (visit: Visit): RegisterKind => kindAt(visit.param('kind'));

/** Auditors read. The API decides; this only spares them buttons. */
const writes = (roles: readonly string[] | undefined): boolean =>
  roles?.some((role) => ['OFFICER', 'COUNSELLOR', 'VILLAGE_COMMISSIONER'].includes(role)) ?? false;

/** What the address of a list holds; without a word on the state it shows what is open. */
function chosenIn(visit: Visit): Record<string, string> {
  const [town, category] = [visit.query('town'), visit.query('category')];
  return { ...(town ? { town } : {}), ...(category ? { category } : {}), state: visit.query('state') ?? OPEN };
}

function filterOf({ town, category, state }: Record<string, string>) {
  return {
    ...(town ? { divisionCode: town } : {}),
    ...(category ? { category } : {}),
    ...(state && state !== 'ALL' ? { state } : {}),
  };
}
