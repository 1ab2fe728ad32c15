import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  confirmPostDocument,
  decidePostPairDocument,
  hideSharedPostDocument,
  postPairsDocument,
  reopenPostPairDocument,
  saveSourceOfficeDocument,
  sharedPostDocument,
  sharedPostsDocument,
  showSharedPostDocument,
  stalePostsDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import {
  DUPLICATES,
  DuplicatesPage,
  HidePostPage,
  SHARED,
  SharedPostsPage,
  STALE,
  StalePostsPage,
} from './sharing.view.js';

const PAGE_SIZE = 20;
const OFFICE = { divisionCode: '请填区划代码', name: '请填机构名称' };

/** 岗位的共享、确认和重复: three lists of the office. */
@Pages()
export class PostsSharingController {
  constructor(private readonly portal: Portal) {}

  @Get('office/posts/shared')
  shared(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.sharedPage(visit, visit.form()));
  }

  @Post('office/posts/shared/offices')
  office(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, OFFICE));
        const input = {
          divisionCode: form.text('divisionCode'),
          name: form.text('name'),
          phone: form.maybe('phone') ?? null,
        };
        await visit.ask(saveSourceOfficeDocument, { input });
        return go(SHARED, '登记好了，可以导入它的数据');
      },
      again: (visit, form, problems) => this.sharedPage(visit, form.state(problems)),
    });
  }

  @Get('office/posts/shared/:id/hide')
  hiding(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.hidePage(visit, visit.form()));
  }

  @Post('office/posts/shared/:id/hide')
  hide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请写为什么不显示' }));
        await visit.ask(hideSharedPostDocument, { id: visit.param('id'), reason: form.text('reason') });
        return go(SHARED, '本县不显示了');
      },
      again: (visit, form, problems) => this.hidePage(visit, form.state(problems)),
    });
  }

  @Post('office/posts/shared/:id/show')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(showSharedPostDocument, { id: visit.param('id') });
        return go(SHARED, '恢复了');
      },
      again: (visit, _, problems) => this.sharedPage(visit, { values: {}, problems }),
    });
  }

  @Get('office/posts/stale')
  stale(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.stalePage(visit));
  }

  @Post('office/posts/stale/:id/confirm')
  confirm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { confirmPost } = await visit.ask(confirmPostDocument, { id: visit.param('id') });
        return go(STALE, `记下了，「${confirmPost.title}」仍在招`);
      },
      again: (visit, _, problems) => this.stalePage(visit, problems[0]?.message),
    });
  }

  @Get('office/posts/duplicates')
  duplicates(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.pairsPage(visit));
  }

  @Post('office/posts/duplicates/:id')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const keepId = form.maybe('keepId') ?? null;
        await visit.ask(decidePostPairDocument, { id: visit.param('id'), keepId });
        return go(DUPLICATES, keepId === null ? '记下了，不是同一个' : '记下了，只留一个');
      },
      again: (visit, _, problems) => this.pairsPage(visit, problems[0]?.message),
    });
  }

  @Post('office/posts/duplicates/:id/reopen')
  reopen(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(reopenPostPairDocument, { id: visit.param('id') });
        return go(DUPLICATES, '撤回了，可以重新定');
      },
      again: (visit, _, problems) => this.pairsPage(visit, problems[0]?.message),
    });
  }

  private async sharedPage(visit: Visit, form: FormState): Promise<Answer> {
    const after = visit.query('after');
    const { viewer, sourceOffices, sharedPosts } = await visit.ask(sharedPostsDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
    });
    return page(
      SharedPostsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form,
        offices: sourceOffices,
        total: sharedPosts.totalCount,
        posts: sharedPosts.edges.map(({ node }) => node),
        ...pagerLinks(SHARED, {}, after, sharedPosts.pageInfo),
      }),
    );
  }

  private async hidePage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, sharedPost } = await visit.ask(sharedPostDocument, { id: visit.param('id') });
    return page(HidePostPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, post: sharedPost }));
  }

  private async stalePage(visit: Visit, problem?: string): Promise<Answer> {
    const after = visit.query('after');
    const { viewer, freshnessRule, stalePosts } = await visit.ask(stalePostsDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
    });
    return page(
      StalePostsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        problem,
        rule: freshnessRule,
        total: stalePosts.totalCount,
        posts: stalePosts.edges.map(({ node }) => node),
        ...pagerLinks(STALE, {}, after, stalePosts.pageInfo),
      }),
    );
  }

  private async pairsPage(visit: Visit, problem?: string): Promise<Answer> {
    const after = visit.query('after');
    const decided = visit.query('decided') === 'yes';
    const { viewer, postPairs } = await visit.ask(postPairsDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
      decided,
    });
    return page(
      DuplicatesPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        problem,
        decided,
        total: postPairs.totalCount,
        pairs: postPairs.edges.map(({ node }) => node),
        ...pagerLinks(DUPLICATES, decided ? { decided: 'yes' } : {}, after, postPairs.pageInfo),
      }),
    );
  }
}
