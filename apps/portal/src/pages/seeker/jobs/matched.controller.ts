import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  dismissMatchDocument,
  matchDismissalDocument,
  matchedPostsDocument,
  matchExplanationDocument,
  matchFacetsDocument,
  matchWhyDocument,
  undoDismissMatchDocument,
  whatOpensPostsDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { AskPage } from '../profile/consent.view.js';
import { DismissPage } from './dismiss.view.js';
import { askedOf, filterOf, isFiltered, problemsOf, searchOf } from './filter.form.js';
import { MatchFilterPage } from './filter.view.js';
import { MatchedPage, WhyPage } from './matched.view.js';
import { FullWhyPage, OwnNext } from './why.view.js';

/** Five cards a page: ten were 6,900 px tall on a small screen. */
const PAGE_SIZE = 5;
/** With fewer than this, the page says how to have more. */
const FEW = 5;

/** 推荐岗位, and one post with its reasons. */
@Pages()
export class MatchedController {
  constructor(private readonly portal: Portal) {}

  @Get('me/jobs')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const asked = askedOf(new Form(request.query));
      const wrong = problemsOf(asked);
      if (wrong.length > 0) return this.filterPage(visit, wrong);
      const filtered = isFiltered(asked);
      const { viewer, matchedPosts, myConsents } = await visit.ask(matchedPostsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        filter: filtered ? filterOf(asked) : null,
      });
      const consent = myConsents.purposes.find(({ purpose }) => purpose === 'MATCHING');
      if (matchedPosts.withheld && consent)
        return page(AskPage({ frame: visit.frame(viewer), csrf: visit.csrf, consent, next: '/me/jobs' }));
      // Only who has few posts waits for the answer.
      const few = !filtered && !after && matchedPosts.totalCount < FEW;
      const openings = few ? (await visit.ask(whatOpensPostsDocument, {})).whatOpensPosts : null;
      const view = MatchedPage({
        frame: visit.frame(viewer),
        filterHref: `/me/jobs/filter${searchOf(asked)}`,
        filtered,
        openings,
        late: matchedPosts.asOf.late,
        total: matchedPosts.totalCount,
        matches: matchedPosts.edges.map((edge) => edge.node),
        ...pagerLinks('/me/jobs', asked, after, matchedPosts.pageInfo),
      });
      return page(view);
    });
  }

  @Get('me/jobs/filter')
  filter(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.filterPage(visit, []));
  }

  @Get('me/jobs/:id/no')
  unsuitable(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.dismissPage(visit, []));
  }

  @Post('me/jobs/:id/no')
  dismiss(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选为什么不合适' }));
        const postId = visit.param('id');
        const note = form.maybe('note') ?? null;
        await visit.ask(dismissMatchDocument, { postId, reason: form.text('reason'), note });
        return go(`/me/jobs/${postId}/no`, '记下了，不再给您推荐这个岗位');
      },
      again: (visit, form, problems) => this.dismissPage(visit, problems, form),
    });
  }

  @Post('me/jobs/:id/no/undo')
  undo(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(undoDismissMatchDocument, { postId: visit.param('id') });
        return go(`/me/jobs/${visit.param('id')}`, '撤回了，还会给您推荐');
      },
      again: (visit, form, problems) => this.dismissPage(visit, problems, form),
    });
  }

  @Get('me/jobs/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, publicPost, matchExplanation } = await visit.ask(matchExplanationDocument, {
        postId: visit.param('id'),
      });
      if (!publicPost) throw new ApiError('NOT_FOUND', '');
      return page(WhyPage({ frame: visit.frame(viewer), post: publicPost, why: matchExplanation }));
    });
  }

  @Get('me/jobs/:id/why')
  why(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, publicPost, matchExplanation } = await visit.ask(matchWhyDocument, { postId: visit.param('id') });
      if (!publicPost) throw new ApiError('NOT_FOUND', '');
      const view = FullWhyPage({
        frame: visit.frame(viewer),
        crumbs: [
          { href: '/me/jobs', text: '推荐岗位' },
          { href: `/me/jobs/${publicPost.id}`, text: publicPost.title },
        ],
        post: publicPost,
        why: matchExplanation,
        next: OwnNext({ post: publicPost, answer: matchExplanation.answer }),
      });
      return page(view);
    });
  }

  private async filterPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, matchFacets } = await visit.ask(matchFacetsDocument, {});
    const form = new Form(visit.request.query).state(problems);
    const view = MatchFilterPage({ frame: visit.frame(viewer), form, facets: matchFacets });
    return page(view, problems.length > 0 ? { status: 422 } : {});
  }

  private async dismissPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const postId = visit.param('id');
    const { viewer, publicPost, dismissReasons, matchDismissal } = await visit.ask(matchDismissalDocument, { postId });
    // A post that has closed meanwhile can still be taken back.
    if (!publicPost && !matchDismissal) throw new ApiError('NOT_FOUND', '');
    const view = DismissPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      form: form?.state(problems) ?? visit.form(),
      postId,
      title: publicPost?.title ?? '这个岗位',
      reasons: dismissReasons,
      said: matchDismissal ?? null,
    });
    return page(view);
  }
}
