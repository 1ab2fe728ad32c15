import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { applicantDocument, moveApplicationDocument, postApplicantsDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ApplicantPage, ApplicantsPage, MovePage } from './applicants.view.js';
import { DONE, isMove, type Move, moveAt, MOVES } from './applicants.words.js';

const PAGE_SIZE = 20;
const WANTED: Readonly<Record<Move, Readonly<Record<string, string>>>> = {
  INTERVIEW: { on: '请填哪天面试', at: '请填几点', place: '请填地点', way: '请选怎么面试' },
  OFFERED: { wageYuan: '请填月薪', startsOn: '请填哪天上岗', replyBy: '请填哪天前答复' },
  ONBOARD: { startedOn: '请填第一天上班是哪天' },
  REFUSED: { reason: '请选为什么不录用' },
};
const CLOCK = /^(?:[01]?\d|2[0-3])[:：][0-5]\d$/;

/** 应聘的人: who asks for an employer's post, and what it makes of each. */
@Pages()
export class ApplicantsController {
  constructor(private readonly portal: Portal) {}

  @Get('org/posts/:id/applicants')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [postId, after] = [visit.param('id'), visit.query('after')];
      const { viewer, employerPost, postApplicants } = await visit.ask(postApplicantsDocument, {
        postId,
        first: PAGE_SIZE,
        after: after ?? null,
      });
      return page(
        ApplicantsPage({
          frame: visit.frame(viewer),
          post: employerPost,
          total: postApplicants.totalCount,
          rows: postApplicants.edges.map(({ node }) => node),
          ...pagerLinks(`/org/posts/${postId}/applicants`, {}, after, postApplicants.pageInfo),
        }),
      );
    });
  }

  @Get('org/applications/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.onePage(visit, visit.form()));
  }

  @Post('org/applications/:id')
  choose(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const to = form.text('to');
        if (!isMove(to)) refuseIf([{ field: 'to', message: '请选怎么办' }]);
        return go(`/org/applications/${visit.param('id')}/${MOVES[to as Move].path}`);
      },
      again: (visit, form, problems) => this.onePage(visit, form.state(problems)),
    });
  }

  @Get('org/applications/:id/:move')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.movePage(visit, visit.form()));
  }

  @Post('org/applications/:id/:move')
  move(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const id = visit.param('id');
        const to = moveAt(visit.param('move'));
        if (to === undefined) return go(`/org/applications/${id}`);
        refuseIf(missing(form, WANTED[to]));
        if (to === 'INTERVIEW' && !CLOCK.test(form.text('at')))
          refuseIf([{ field: 'at', message: '几点要写成 09:30 这样' }]);
        await visit.ask(moveApplicationDocument, {
          input: { id, version: Number(form.text('version')), to, ...saidOf(to, form) },
        });
        return go(`/org/applications/${id}`, DONE[to]);
      },
      again: (visit, form, problems) => this.movePage(visit, form.state(problems)),
    });
  }

  private async onePage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, applicant } = await visit.ask(applicantDocument, { id: visit.param('id') });
    return page(ApplicantPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, one: applicant }));
  }

  private async movePage(visit: Visit, form: FormState): Promise<Answer> {
    const id = visit.param('id');
    const { viewer, applicant } = await visit.ask(applicantDocument, { id });
    const move = moveAt(visit.param('move'));
    if (move === undefined || !applicant.moves.includes(move)) return go(`/org/applications/${id}`);
    return page(
      MovePage({ frame: visit.frame(viewer), csrf: visit.csrf, once: visit.once(), form, move, one: applicant }),
    );
  }
}

/** What is said with a move, as the API wants it. */
function saidOf(to: Move, form: Form) {
  if (to === 'INTERVIEW') {
    const at = `${form.day('on')} ${form.text('at').replace('：', ':').padStart(5, '0')}`;
    return { interview: { at, place: form.text('place'), way: form.text('way') } };
  }
  if (to === 'OFFERED')
    return {
      offer: { wageYuan: form.text('wageYuan'), startsOn: form.day('startsOn'), replyBy: form.day('replyBy') },
    };
  return to === 'ONBOARD' ? { startedOn: form.day('startedOn') } : { reason: form.text('reason') };
}
