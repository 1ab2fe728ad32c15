import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import {
  endPlacementDocument,
  findPersonDocument,
  placementFileDocument,
  placementPersonDocument,
  placementsDocument,
  recordOutcomeDocument,
  recordPlacementDocument,
} from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import { type Form, missing } from '../../http/form.js';
import { Pages } from '../../http/page.decorator.js';
import { pagerLinks } from '../../http/paging.js';
import { Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { DESK, LIST, OFFICE, type PlacementPlace } from './placements.place.js';
import {
  EndPlacementPage,
  FindForPlacementPage,
  PlacementPage,
  PlacementsPage,
  RecordPlacementPage,
  TellOutcomePage,
  WELFARE,
} from './placements.view.js';

const PAGE_SIZE = 20;
const YEAR = /^20\d{2}$/;
const LIVE: Readonly<Record<string, boolean>> = { yes: true, no: false };
/** Fields that must hold something before the api is asked, by fact. */
const WANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CONTRACT: { word: '请选合同种类', on: '请填合同第一天' },
  INSURANCE: { on: '请填从哪天参保' },
  INCOME: { month: '请填月份', word: '请选怎么算的', yuan: '请填金额；没有收入填 0' },
  CONVERSION: { word: '请选结果', on: '请填哪一天' },
  SCHOOL: { text: '请填学校名称' },
};

/** 上岗台账: the office's list and, at the desk too, one person's work with what came of it. */
@Pages()
export class PlacementsController {
  constructor(private readonly portal: Portal) {}

  @Get('office/placements')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [kind, live, after] = [visit.query('kind'), visit.query('live'), visit.query('after')];
      const [year, keptIn] = [yearIn(visit.query('year')), yearIn(visit.query('keptIn'))];
      const { viewer, placements, placementFigures } = await visit.ask(placementsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        filter: {
          kind: kind ?? null,
          live: LIVE[live ?? ''] ?? null,
          year: year ? Number(year) : null,
          keptIn: keptIn ? Number(keptIn) : null,
        },
      });
      const chosen = { kind, live, year, keptIn };
      return page(
        PlacementsPage({
          frame: visit.frame(viewer),
          filter: visit.form(chosen),
          figures: placementFigures,
          total: placements.totalCount,
          rows: placements.edges.map(({ node }) => node),
          ...pagerLinks(LIST, chosen, after, placements.pageInfo),
        }),
      );
    });
  }

  @Get('office/placements/new')
  find(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.findPage(visit, []));
  }

  /** A number never stands in an address: a search is a post. */
  @Post('office/placements/new')
  found(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { number: '请填证件号' }));
        const { findPerson } = await visit.ask(findPersonDocument, { number: form.text('number') });
        const nobody = { field: 'number', message: '没有找到这个人', hint: '请核对证件号；外县的人请找外县的残联。' };
        if (!findPerson) refuseIf([nobody]);
        return go(OFFICE.record(String(findPerson?.id)));
      },
      again: (visit, form, problems) => this.findPage(visit, problems, form),
    });
  }

  @Get(['office/people/:id/placement', 'desk/people/:id/placement'])
  person(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.recordPage(visit, visit.query('text'), []));
  }

  @Post(['office/people/:id/placement', 'desk/people/:id/placement'])
  record(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { postId: '请选一个岗位', startedOn: '请填从哪天上岗' }));
        const input = {
          personId: visit.param('id'),
          postId: form.text('postId'),
          startedOn: form.day('startedOn'),
          endsOn: form.day('endsOn') || null,
          idempotencyKey: form.text('once'),
        };
        const { recordPlacement } = await visit.ask(recordPlacementDocument, { input });
        return go(placeOf(visit).file(recordPlacement.placement.id), '登记好了，本人会收到消息');
      },
      again: (visit, form, problems) => this.recordPage(visit, form.maybe('text'), problems, form),
    });
  }

  @Get(['office/placements/:id', 'desk/placements/:id'])
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, placement } = await this.load(visit);
      return page(PlacementPage({ frame: visit.frame(viewer), place: placeOf(visit), file: placement }));
    });
  }

  @Get(['office/placements/:id/tell/:fact', 'desk/placements/:id/tell/:fact'])
  tell(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.tellPage(visit, []));
  }

  @Post(['office/placements/:id/tell/:fact', 'desk/placements/:id/tell/:fact'])
  told(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const fact = visit.param('fact');
        refuseIf(missing(form, WANTED[fact] ?? {}));
        const input = {
          placementId: visit.param('id'),
          fact,
          on: form.day('on') || null,
          until: form.day('until') || null,
          month: form.maybe('month') ?? null,
          word: form.maybe('word') ?? null,
          yuan: form.maybe('yuan') ?? null,
          text: form.maybe('text') ?? null,
        };
        await visit.ask(recordOutcomeDocument, { input });
        return go(placeOf(visit).file(visit.param('id')), '记下了');
      },
      again: (visit, form, problems) => this.tellPage(visit, problems, form),
    });
  }

  @Get(['office/placements/:id/end', 'desk/placements/:id/end'])
  ending(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.endPage(visit, []));
  }

  @Post(['office/placements/:id/end', 'desk/placements/:id/end'])
  end(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选离岗的原因', endedOn: '请填最后一天' }));
        const input = {
          id: visit.param('id'),
          endedOn: form.day('endedOn'),
          reason: form.text('reason'),
          idempotencyKey: form.text('once'),
        };
        await visit.ask(endPlacementDocument, { input });
        return go(placeOf(visit).file(visit.param('id')), '离岗登记好了');
      },
      again: (visit, form, problems) => this.endPage(visit, problems, form),
    });
  }

  private load(visit: Visit) {
    return visit.ask(placementFileDocument, { id: visit.param('id') });
  }

  private async findPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const state = form?.state(problems) ?? visit.form();
    return page(FindForPlacementPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state }));
  }

  private async recordPage(
    visit: Visit,
    text: string | undefined,
    problems: readonly FormProblem[],
    form?: Form,
  ): Promise<Answer> {
    const personId = visit.param('id');
    const { viewer, placementPerson } = await visit.ask(placementPersonDocument, { personId, text: text ?? null });
    return page(
      RecordPlacementPage({
        frame: visit.frame(viewer),
        place: placeOf(visit),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form(),
        person: placementPerson,
        ...(text ? { text } : {}),
      }),
    );
  }

  private async tellPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, placement: file } = await this.load(visit);
    const fact = file.facts.find((one) => one.fact === visit.param('fact'));
    if (!fact) throw new ApiError('NOT_FOUND', '');
    return page(
      TellOutcomePage({
        frame: visit.frame(viewer),
        place: placeOf(visit),
        csrf: visit.csrf,
        form: form?.state(problems) ?? visit.form(),
        file,
        fact,
      }),
    );
  }

  private async endPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, placement: file } = await this.load(visit);
    // Out of a public-welfare post leads the exit.
    if (file.placement.kind === WELFARE) throw new ApiError('NOT_FOUND', '');
    return page(
      EndPlacementPage({
        frame: visit.frame(viewer),
        place: placeOf(visit),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form(),
        file,
      }),
    );
  }
}

const placeOf = (visit: Visit): PlacementPlace => (visit.request.path.startsWith('/office/') ? OFFICE : DESK);

/** What is no year of ours is left out, as a filter that nobody can mean. */
const yearIn = (text: string | undefined): string | undefined => (text && YEAR.test(text) ? text : undefined);
