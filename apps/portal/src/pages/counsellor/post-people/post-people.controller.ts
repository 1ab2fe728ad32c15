import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  candidateAsksDocument,
  dropCandidateAskDocument,
  peopleForPostDocument,
  referToPostDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { atBoxes } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { AsksPage, PeopleForPostPage } from './post-people.view.js';

const PAGE_SIZE = 10;
/** In the address: the list of those of whom it is not known yet. */
const UNKNOWN = 'unknown';

/** 谁合适这个岗位: for the desk and the office. */
@Pages()
export class PostPeopleController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/posts/:id/people')
  people(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit, visit.query('list') === UNKNOWN, []));
  }

  /** 推荐, in one tap: from the list itself, and back to it. */
  @Post('desk/posts/:id/people')
  refer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const postId = visit.param('id');
        const [personId, idempotencyKey] = [form.text('person'), form.text('once')];
        await visit.ask(referToPostDocument, { input: { personId, postId, note: null, idempotencyKey } });
        return go(addressOf(postId), '推荐好了，本人会收到消息；本人同意以前，单位不知道是谁');
      },
      // Nothing was typed: what stands in the way concerns the whole list.
      again: (visit, _, problems) => this.listPage(visit, false, atBoxes(problems)),
    });
  }

  /** 单位想问的人: each is asked first; a yes becomes a referral, a no is nobody's business. */
  @Get(['desk/asks', 'office/asks'])
  asks(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.asksPage(visit, []));
  }

  @Post(['desk/asks', 'office/asks'])
  answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        if (form.text('do') === 'drop') {
          await visit.ask(dropCandidateAskDocument, { id: form.text('id'), version: Number(form.text('version')) });
          return go(visit.request.path, '记下了，不推荐；单位不会知道');
        }
        const [personId, postId, idempotencyKey] = [form.text('person'), form.text('post'), form.text('once')];
        await visit.ask(referToPostDocument, { input: { personId, postId, note: null, idempotencyKey } });
        return go(visit.request.path, '推荐好了，本人会收到消息；本人同意以前，单位不知道是谁');
      },
      again: (visit, _, problems) => this.asksPage(visit, atBoxes(problems)),
    });
  }

  private async asksPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, candidateAsks: rows } = await visit.ask(candidateAsksDocument, {});
    const office = visit.request.path.startsWith('/office/');
    const [frame, csrf, once] = [visit.frame(viewer), visit.csrf, visit.once()];
    return page(AsksPage({ frame, csrf, once, form: { values: {}, problems }, office, rows }));
  }

  private async listPage(visit: Visit, unknown: boolean, problems: readonly FormProblem[]): Promise<Answer> {
    const [id, after] = [visit.param('id'), visit.query('after')];
    const asked = { id, first: PAGE_SIZE, after: after ?? null, unknown };
    const { viewer, publicPost, shortlist } = await visit.ask(peopleForPostDocument, asked);
    const roles = viewer?.roles ?? [];
    return page(
      PeopleForPostPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: visit.once(),
        form: { values: {}, problems },
        id,
        post: publicPost,
        unknown,
        list: shortlist,
        office: roles.includes('OFFICER'),
        refers: roles.some((role) => role === 'OFFICER' || role === 'COUNSELLOR'),
        ...pagerLinks(addressOf(id), unknown ? { list: UNKNOWN } : {}, after, shortlist.pageInfo),
      }),
    );
  }
}

const addressOf = (postId: string): string => `/desk/posts/${postId}/people`;
