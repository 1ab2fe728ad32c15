import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  alikePostsDocument,
  confirmPostDocument,
  editPostDocument,
  newPostDocument,
  orgPostsDocument,
  postCandidatesDocument,
  postPeopleDocument,
  savePostDocument,
  submitPostDocument,
  withdrawPostDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { inputOf, postOf, problemsAt, valuesOf, WANTED, wrongNumbers } from './posts.form.js';
import { CandidatesPage } from './candidates.view.js';
import { alikeKey, PostPage, PostPeoplePage, PostsPage } from './posts.view.js';

const LIST = '/org/posts';
const PAGE_SIZE = 20;

/** 岗位: what an employer offers, from draft to closing. */
@Pages()
export class PostsController {
  constructor(private readonly portal: Portal) {}

  @Get('org/posts')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit));
  }

  @Post('org/posts/:id/confirm')
  confirm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { confirmPost } = await visit.ask(confirmPostDocument, { id: visit.param('id') });
        return go(LIST, `记下了，「${confirmPost.title}」仍在招`);
      },
      again: (visit, _, problems) => this.listPage(visit, problems[0]?.message),
    });
  }

  @Get('org/posts/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit, visit.form()));
  }

  @Post('org/posts/new')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { savePost } = await visit.ask(savePostDocument, { input: read(form) });
        return this.onward(visit, form, savePost);
      },
      again: (visit, form, problems) => this.newPage(visit, form.state(problems)),
    });
  }

  @Get('org/posts/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.editPage(visit, visit.param('id')));
  }

  @Post('org/posts/:id')
  save(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const input = { ...read(form), id: visit.param('id'), version: Number(form.text('version')) };
        const { savePost } = await visit.ask(savePostDocument, { input });
        return this.onward(visit, form, savePost);
      },
      again: (visit, form, problems) => this.editPage(visit, visit.param('id'), form.state(problems)),
    });
  }

  @Post('org/posts/:id/withdraw')
  withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const id = visit.param('id');
        await visit.ask(withdrawPostDocument, { id, version: Number(form.text('version')) });
        return go(`${LIST}/${id}`, '撤下了，别人看不到了。还要招，再按发布');
      },
      again: (visit, _, problems) => this.editPage(visit, visit.param('id'), { values: {}, problems }),
    });
  }

  @Get('org/posts/:id/people')
  people(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, employerPost } = await visit.ask(editPostDocument, { id: visit.param('id') });
      const { lintPost } = await visit.ask(postPeopleDocument, { input: inputOf(employerPost) });
      return page(PostPeoplePage({ frame: visit.frame(viewer), post: employerPost, lint: lintPost }));
    });
  }

  @Get('org/posts/:id/candidates')
  candidates(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const answer = await visit.ask(postCandidatesDocument, { id: visit.param('id') });
      const { viewer, employerPost: post, employerShortlist: list } = answer;
      return page(CandidatesPage({ frame: visit.frame(viewer), post, list }));
    });
  }

  /** After saving: where the pressed button leads. */
  private async onward(
    visit: Visit,
    form: Form,
    { id, version, state, refusals }: { id: string; version: number; state: string; refusals: readonly unknown[] },
  ): Promise<Answer> {
    const here = `${LIST}/${id}`;
    if (form.text('do') === 'people') return go(`${here}/people`);
    if (form.text('do') !== 'submit')
      return go(here, state === 'OPEN' ? '存好了，别人看到的也改了' : '存好了，还没有发布');
    if (refusals.length > 0) return go(`${here}?check=1`);
    if (state !== 'OPEN') {
      // Told once; whoever has read of the same posts and presses again means it.
      const { alikePosts } = await visit.ask(alikePostsDocument, { id });
      if (alikePosts.length > 0 && form.text('alike') !== alikeKey(alikePosts))
        return go(`${here}#alike`, '存好了，还没有发布，请先看下面的提醒');
    }
    try {
      await visit.ask(submitPostDocument, { id, version });
    } catch (error) {
      // It is saved by now: the form goes on from what was saved.
      if (!(error instanceof ApiError) || !error.details.field) throw error;
      const { message, details } = error;
      return this.editPage(visit, id, { values: {}, problems: [{ message, field: details.field as string }] });
    }
    return go(LIST, '发布了，求职的人看得到了');
  }

  private async listPage(visit: Visit, problem?: string): Promise<Answer> {
    const after = visit.query('after');
    const { viewer, employerPosts, stalePosts } = await visit.ask(orgPostsDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
    });
    return page(
      PostsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        problem,
        stale: { total: stalePosts.totalCount, posts: stalePosts.edges.map(({ node }) => node) },
        total: employerPosts.totalCount,
        posts: employerPosts.edges.map(({ node }) => node),
        ...pagerLinks(LIST, {}, after, employerPosts.pageInfo),
      }),
    );
  }

  private async newPage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, workPlaces: places, projectChoices: projects } = await visit.ask(newPostDocument, {});
    return page(
      PostPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, places, projects, post: null, alike: [] }),
    );
  }

  /** @param typed what somebody typed, and what is wrong with it; without values: what stands */
  private async editPage(visit: Visit, id: string, typed?: FormState): Promise<Answer> {
    const {
      viewer,
      workPlaces: places,
      projectChoices: projects,
      employerPost,
      alikePosts: alike,
    } = await visit.ask(editPostDocument, { id });
    const checked = visit.query('check') === undefined ? [] : problemsAt(employerPost.refusals);
    const standing = {
      values: { ...valuesOf(employerPost), version: String(employerPost.version) },
      problems: checked,
    };
    const kept = typed && Object.keys(typed.values).length > 0;
    const form = kept ? typed : { ...standing, problems: typed?.problems ?? checked };
    return page(
      PostPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, places, projects, post: employerPost, alike }),
    );
  }
}

function read(form: Form) {
  refuseIf([...missing(form, WANTED), ...(form.text('openings') ? wrongNumbers(form) : [])]);
  return postOf(form);
}
