import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  newWelfareProposalDocument,
  proposeWelfarePostDocument,
  townWelfareDocument,
  welfareProposalDocument,
  welfareProposalsDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { postOf, WANTED, wrongNumbers } from '../../employer/posts/posts.form.js';
import { AttendancePages, type AttendancePlace } from '../../welfare/attendance.pages.js';
import {
  ProposalFormPage,
  proposalValues,
  ProposalsPage,
  TownProposalPage,
  TownWelfarePage,
} from './welfare-desk.view.js';

const PAGE_SIZE = 20;
const HOME = '/desk/welfare';
const LIST = `${HOME}/proposals`;
const SHEETS: AttendancePlace = { base: `${HOME}/posts`, crumb: { href: HOME, text: '公益性岗位' } };
const { kind: _, ...WANTED_OF_A_POST } = WANTED;
const NEEDED = { employerId: '请选用人单位', ...WANTED_OF_A_POST, reason: '请写为什么要设' };

/** 公益性岗位 of a town: posts and their attendance, and what the town asks for. */
@Pages()
export class WelfareTownController {
  constructor(
    private readonly portal: Portal,
    private readonly sheets: AttendancePages,
  ) {}

  @Get('desk/welfare')
  home(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, welfarePosts } = await visit.ask(townWelfareDocument, { first: PAGE_SIZE, after: after ?? null });
      return page(
        TownWelfarePage({
          frame: visit.frame(viewer),
          total: welfarePosts.totalCount,
          posts: welfarePosts.edges.map(({ node }) => node),
          ...pagerLinks(HOME, {}, after, welfarePosts.pageInfo),
        }),
      );
    });
  }

  @Get('desk/welfare/proposals')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const asked = { first: PAGE_SIZE, after: after ?? null, state: null };
      const { viewer, welfareProposals } = await visit.ask(welfareProposalsDocument, asked);
      return page(
        ProposalsPage({
          frame: visit.frame(viewer),
          base: LIST,
          crumb: { href: HOME, text: '公益性岗位' },
          total: welfareProposals.totalCount,
          rows: welfareProposals.edges.map(({ node }) => node),
          ...pagerLinks(LIST, {}, after, welfareProposals.pageInfo),
        }),
      );
    });
  }

  @Get('desk/welfare/proposals/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit, visit.form()));
  }

  @Post('desk/welfare/proposals/new')
  propose(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(proposeWelfarePostDocument, { input: read(form) });
        return go(LIST, '报上去了，等残联审批');
      },
      again: (visit, form, problems) => this.newPage(visit, form.state(problems), form.maybe('once')),
    });
  }

  @Get('desk/welfare/proposals/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.proposalPage(visit));
  }

  @Post('desk/welfare/proposals/:id')
  again(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const input = { ...read(form), id: visit.param('id'), version: Number(form.text('version')) };
        await visit.ask(proposeWelfarePostDocument, { input });
        return go(LIST, '改好再报了，等残联审批');
      },
      again: (visit, form, problems) => this.proposalPage(visit, form.state(problems), form.maybe('once')),
    });
  }

  @Get('desk/welfare/posts/:id/attendance')
  sheet(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.sheets.show(request, response, SHEETS);
  }

  @Post('desk/welfare/posts/:id/attendance')
  record(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.sheets.submit(request, response, SHEETS);
  }

  @Get('desk/welfare/posts/:id/attendance/print')
  print(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.sheets.print(request, response, SHEETS);
  }

  private async newPage(visit: Visit, form: FormState, once?: string): Promise<Answer> {
    const text = visit.query('text') ?? null;
    const { viewer, welfareUnits, welfarePlaces } = await visit.ask(newWelfareProposalDocument, { text });
    return page(
      ProposalFormPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: once ?? visit.once(),
        form,
        units: welfareUnits,
        places: welfarePlaces,
        search: text ?? '',
      }),
    );
  }

  private async proposalPage(visit: Visit, typed?: FormState, once?: string): Promise<Answer> {
    const asked = { id: visit.param('id'), text: null };
    const { viewer, welfareProposal, welfareUnits, welfarePlaces } = await visit.ask(welfareProposalDocument, asked);
    const frame = visit.frame(viewer);
    if (!welfareProposal.mayResend) return page(TownProposalPage({ frame, proposal: welfareProposal }));
    return page(
      ProposalFormPage({
        frame,
        csrf: visit.csrf,
        once: once ?? visit.once(),
        form: typed ?? { values: proposalValues(welfareProposal), problems: [] },
        units: welfareUnits,
        places: welfarePlaces,
        search: '',
        proposal: welfareProposal,
      }),
    );
  }
}

function read(form: Form) {
  refuseIf([...missing(form, NEEDED), ...(form.text('openings') ? wrongNumbers(form) : [])]);
  const post = { ...postOf(form), employerId: form.text('employerId'), kind: 'PUBLIC_WELFARE' };
  return { post, reason: form.text('reason'), idempotencyKey: form.text('once') };
}
