import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  beginWelfareExitDocument,
  decideWelfareExitDocument,
  decideWelfareProposalDocument,
  officeWelfareDocument,
  recordSeatsInUseDocument,
  welfarePeopleDocument,
  welfarePersonDocument,
  welfarePostsDocument,
  welfareProposalDocument,
  welfareProposalsDocument,
} from '../../../gql/generated.js';
import { ApiError } from '../../../gql/api-error.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ProposalsPage } from '../../counsellor/welfare/welfare-desk.view.js';
import { AttendancePages, type AttendancePlace } from '../../welfare/attendance.pages.js';
import {
  OfficePeoplePage,
  OfficePersonPage,
  OfficePostPage,
  OfficePostsPage,
  OfficeProposalPage,
  OfficeWelfarePage,
  ProposalFilter,
} from './welfare.view.js';

const PAGE_SIZE = 20;
const HOME = '/office/welfare';
const PROPOSALS = `${HOME}/proposals`;
const SHEETS: AttendancePlace = { base: `${HOME}/posts`, crumb: { href: HOME, text: '公益性岗位' } };

/** 公益性岗位: share, terms that end, posts, people, proposals. */
@Pages()
export class OfficeWelfareController {
  constructor(
    private readonly portal: Portal,
    private readonly sheets: AttendancePages,
  ) {}

  @Get('office/welfare')
  home(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, welfareShare, welfareAlerts, waiting } = await visit.ask(officeWelfareDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      return page(
        OfficeWelfarePage({
          frame: visit.frame(viewer),
          share: welfareShare,
          waiting: waiting.totalCount,
          alerts: welfareAlerts.edges.map(({ node }) => node),
          alertCount: welfareAlerts.totalCount,
          ...pagerLinks(HOME, {}, after, welfareAlerts.pageInfo),
        }),
      );
    });
  }

  @Get('office/welfare/posts')
  posts(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const asked = { first: PAGE_SIZE, after: after ?? null, filter: filterOf(visit) };
      const { viewer, welfarePosts } = await visit.ask(welfarePostsDocument, asked);
      return page(
        OfficePostsPage({
          frame: visit.frame(viewer),
          total: welfarePosts.totalCount,
          posts: welfarePosts.edges.map(({ node }) => node),
          ...pagerLinks(`${HOME}/posts`, addressOf(visit), after, welfarePosts.pageInfo),
        }),
      );
    });
  }

  @Get('office/welfare/posts/:id')
  post(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.postPage(visit, []));
  }

  @Post('office/welfare/posts/:id')
  seats(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const problems = missing(form, { inUse: '请填有几个人在用', onDay: '请填哪一天', source: '请写依据' });
        const digits = form.text('inUse') === '' || /^\d{1,5}$/.test(form.text('inUse'));
        refuseIf([...problems, ...(digits ? [] : [{ field: 'inUse', message: '人数要填整数' }])]);
        const input = {
          postId: visit.param('id'),
          onDay: form.day('onDay'),
          inUse: Number(form.text('inUse')),
          source: form.text('source'),
        };
        await visit.ask(recordSeatsInUseDocument, { input });
        return go(`${HOME}/posts/${input.postId}`, '登记好了');
      },
      again: (visit, form, problems) => this.postPage(visit, problems, form),
    });
  }

  @Get('office/welfare/posts/:id/attendance')
  sheet(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.sheets.show(request, response, SHEETS);
  }

  @Post('office/welfare/posts/:id/attendance')
  record(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.sheets.submit(request, response, SHEETS);
  }

  @Get('office/welfare/posts/:id/attendance/print')
  print(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.sheets.print(request, response, SHEETS);
  }

  @Get('office/welfare/people')
  people(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const asked = { first: PAGE_SIZE, after: after ?? null, filter: filterOf(visit) };
      const { viewer, welfarePeople } = await visit.ask(welfarePeopleDocument, asked);
      return page(
        OfficePeoplePage({
          frame: visit.frame(viewer),
          total: welfarePeople.totalCount,
          people: welfarePeople.edges.map(({ node }) => node),
          ...pagerLinks(`${HOME}/people`, addressOf(visit), after, welfarePeople.pageInfo),
        }),
      );
    });
  }

  @Get('office/welfare/people/:id')
  person(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.personPage(visit, []));
  }

  @Post('office/welfare/people/:id')
  exit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const here = `${HOME}/people/${visit.param('id')}`;
        if (form.text('do') === 'decide') return decide(visit, form, here);
        refuseIf(missing(form, { reason: '请选原因', basis: '请写依据' }));
        const input = {
          placementId: visit.param('id'),
          reason: form.text('reason'),
          basis: form.text('basis'),
          lastDay: form.day('lastDay') || null,
          answerBy: form.day('answerBy') || null,
          reopen: form.text('reopen') === 'yes',
          idempotencyKey: form.text('once'),
        };
        const { beginWelfareExit } = await visit.ask(beginWelfareExitDocument, { input });
        return go(here, beginWelfareExit.endedOn ? '办好了，他离岗了' : '告知本人了，等他说明');
      },
      again: (visit, form, problems) => this.personPage(visit, problems, form),
    });
  }

  @Get('office/welfare/proposals')
  proposals(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const state = visit.query('state') === 'all' ? null : 'PROPOSED';
      const asked = { first: PAGE_SIZE, after: after ?? null, state };
      const { viewer, welfareProposals } = await visit.ask(welfareProposalsDocument, asked);
      return page(
        ProposalsPage({
          frame: visit.frame(viewer),
          base: PROPOSALS,
          crumb: SHEETS.crumb,
          total: welfareProposals.totalCount,
          rows: welfareProposals.edges.map(({ node }) => node),
          children: ProposalFilter({ all: state === null }),
          ...pagerLinks(PROPOSALS, state === null ? { state: 'all' } : {}, after, welfareProposals.pageInfo),
        }),
      );
    });
  }

  @Get('office/welfare/proposals/:id')
  proposal(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.proposalPage(visit, []));
  }

  @Post('office/welfare/proposals/:id')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const approve = form.text('do') === 'approve';
        refuseIf(
          missing(
            form,
            approve ? { fundSource: '请选资金来源', fundDocument: '请填文件号' } : { reason: '请写要改什么' },
          ),
        );
        const input = {
          id: visit.param('id'),
          version: Number(form.text('version')),
          outcome: approve ? 'APPROVE' : 'RETURN',
          reason: form.maybe('reason') ?? null,
          fundSource: form.maybe('fundSource') ?? null,
          fundDocument: form.maybe('fundDocument') ?? null,
          idempotencyKey: form.text('once'),
        };
        await visit.ask(decideWelfareProposalDocument, { input });
        return go(PROPOSALS, approve ? '批准了，岗位已经发布' : '退回了');
      },
      again: (visit, form, problems) => this.proposalPage(visit, problems, form),
    });
  }

  private async postPage(visit: Visit, problems: readonly FormProblem[], typed?: Form): Promise<Answer> {
    const asked = { first: 1, after: null, filter: { postId: visit.param('id') } };
    const { viewer, welfarePosts } = await visit.ask(welfarePostsDocument, asked);
    const post = welfarePosts.edges[0]?.node;
    if (post === undefined) throw new ApiError('NOT_FOUND', '');
    const form = typed ? typed.state(problems) : visit.form();
    return page(OfficePostPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, post }));
  }

  private async personPage(visit: Visit, problems: readonly FormProblem[], typed?: Form): Promise<Answer> {
    const { viewer, welfarePerson } = await visit.ask(welfarePersonDocument, { placementId: visit.param('id') });
    return page(
      OfficePersonPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: typed?.maybe('once') ?? visit.once(),
        form: typed ? typed.state(problems) : visit.form(),
        person: welfarePerson,
      }),
    );
  }

  private async proposalPage(visit: Visit, problems: readonly FormProblem[], typed?: Form): Promise<Answer> {
    const asked = { id: visit.param('id'), text: null };
    const { viewer, welfareProposal } = await visit.ask(welfareProposalDocument, asked);
    return page(
      OfficeProposalPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: typed?.maybe('once') ?? visit.once(),
        form: typed ? typed.state(problems) : visit.form(),
        proposal: welfareProposal,
      }),
    );
  }
}

async function decide(visit: Visit, form: Form, here: string): Promise<Answer> {
  refuseIf(missing(form, { outcome: '请选怎么决定', decision: '请写为什么' }));
  const input = {
    id: form.text('exit'),
    version: Number(form.text('version')),
    outcome: form.text('outcome'),
    answer: form.maybe('answer') ?? null,
    decision: form.text('decision'),
    lastDay: form.day('lastDay') || null,
    reopen: form.text('reopen') === 'yes',
    idempotencyKey: form.text('once'),
  };
  await visit.ask(decideWelfareExitDocument, { input });
  return go(here, input.outcome === 'END' ? '决定了，他离岗了' : '决定了，他留在岗位上');
}

const addressOf = (visit: Visit) => ({
  town: visit.query('town'),
  kind: visit.query('kind'),
  post: visit.query('post'),
  day: visit.query('day'),
});

const filterOf = (visit: Visit) => {
  const { town, kind, post, day } = addressOf(visit);
  return { divisionCode: town ?? null, welfareKind: kind ?? null, postId: post ?? null, day: day ?? null };
};
