import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  alikePostsDocument,
  askForCandidateDocument,
  checkPostDocument,
  confirmPostDocument,
  editPostDocument,
  newPostDocument,
  type NewPostQuery,
  orgPostsDocument,
  postCandidatesDocument,
  postPeopleDocument,
  savePostDocument,
  submitPostDocument,
  withdrawPostDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { atBoxes, Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { CandidatesPage } from './candidates.view.js';
import { alikeKey, NewPostPage, PostPage, sectionId } from './post-page.view.js';
import { PostStepPage } from './post-step.view.js';
import {
  boxOf,
  inputOf,
  lackingStep,
  ofItsKind,
  postOf,
  readStep,
  type Step,
  stepOf,
  stepWith,
  valuesOf,
} from './posts.form.js';
import { PostPeoplePage, PostsPage } from './posts.view.js';

const LIST = '/org/posts';
const NEW = '/org/posts/new';
const PUBLISHED = '发布了，求职的人看得到了';
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

  @Get('org/posts/new/5')
  look(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.lookPage(visit, []));
  }

  /** Everything is there: it becomes a draft of the employer's, and is published where the button says so. */
  @Post('org/posts/new/5')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { savePost } = await visit.ask(savePostDocument, { input: postOf(new Form(this.draft(visit))) });
        this.portal.keepDraft(response, request, 'post', {});
        return this.onward(visit, form, savePost);
      },
      again: (visit, _, problems) => this.lookPage(visit, problems),
    });
  }

  /** What was begun and is not wanted any more. */
  @Post('org/posts/new/clear')
  clear(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async () => {
        this.portal.keepDraft(response, request, 'post', {});
        return go(`${NEW}/1`, '清空了，请从头写');
      },
    });
  }

  @Get('org/posts/new/:step')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      this.newStep(visit, { values: this.draft(visit), problems: [] }),
    );
  }

  @Post('org/posts/new/:step')
  next(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const step = stepAsked(visit);
        const draft = ofItsKind({ ...this.draft(visit), ...readStep(form, step) });
        this.portal.keepDraft(response, request, 'post', draft);
        return go(`${NEW}/${form.text('to') === 'check' || step === 4 ? 5 : step + 1}`);
      },
      again: (visit, form, problems) => {
        const { values } = form.state();
        return this.newStep(visit, { values: { ...this.draft(visit), ...values }, problems: byBox(problems) });
      },
    });
  }

  @Get('org/posts/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.postPage(visit, []));
  }

  @Post('org/posts/:id/publish')
  publish(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const id = visit.param('id');
        if (await this.unread(visit, form, id)) return go(`${LIST}/${id}#alike`, '还没有发布，请先看下面的提醒');
        await visit.ask(submitPostDocument, { id, version: Number(form.text('version')) });
        return go(LIST, PUBLISHED);
      },
      again: (visit, _, problems) => this.postPage(visit, problems),
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
      again: (visit, _, problems) => this.postPage(visit, problems),
    });
  }

  @Get('org/posts/:id/edit/:step')
  edit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.editStep(visit));
  }

  @Post('org/posts/:id/edit/:step')
  save(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const id = visit.param('id');
        const typed = readStep(form, stepAsked(visit));
        const { employerPost } = await visit.ask(editPostDocument, { id });
        const written = ofItsKind({ ...valuesOf(employerPost), ...typed });
        const input = { ...postOf(new Form(written)), id, version: Number(form.text('version')) };
        const { savePost } = await visit.ask(savePostDocument, { input });
        return this.onward(visit, form, savePost);
      },
      again: (visit, form, problems) => this.editStep(visit, form.state(byBox(problems))),
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
    return this.portal.show(request, response, (visit) => this.candidatesPage(visit, []));
  }

  /** 请残联问问: by the reference alone. */
  @Post('org/posts/:id/candidates')
  askFor(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const postId = visit.param('id');
        await visit.ask(askForCandidateDocument, { postId, candidateRef: form.text('ref') });
        return go(`${LIST}/${postId}/candidates`, '告诉残联了，残联先问本人；本人愿意，会在「应聘的人」里出现');
      },
      again: (visit, _, problems) => this.candidatesPage(visit, atBoxes(problems)),
    });
  }

  /** After saving: where the pressed button leads. */
  private async onward(
    visit: Visit,
    form: Form,
    { id, version, state }: { id: string; version: number; state: string },
  ): Promise<Answer> {
    const here = `${LIST}/${id}`;
    if (form.text('do') === 'people') return go(`${here}/people`);
    if (form.text('do') !== 'submit')
      return go(here, state === 'OPEN' ? '存好了，别人看到的也改了' : '存好了，还没有发布');
    if (state !== 'OPEN' && (await this.unread(visit, form, id)))
      return go(`${here}#alike`, '存好了，还没有发布，请先看下面的提醒');
    try {
      await visit.ask(submitPostDocument, { id, version });
    } catch (error) {
      // It is saved by now: the way goes on from what was saved.
      if (!(error instanceof ApiError) || !error.details.field) throw error;
      return go(here, `存好了，还不能发布：${error.message}`);
    }
    return go(LIST, PUBLISHED);
  }

  /** True when open posts look like this one and the page did not say so yet: whoever has read of the same ones and presses again means it. */
  private async unread(visit: Visit, form: Form, id: string): Promise<boolean> {
    const { alikePosts } = await visit.ask(alikePostsDocument, { id });
    return alikePosts.length > 0 && form.text('alike') !== alikeKey(alikePosts);
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
        begun: Object.keys(this.draft(visit)).length > 0,
        stale: { total: stalePosts.totalCount, posts: stalePosts.edges.map(({ node }) => node) },
        total: employerPosts.totalCount,
        posts: employerPosts.edges.map(({ node }) => node),
        ...pagerLinks(LIST, {}, after, employerPosts.pageInfo),
      }),
    );
  }

  private async candidatesPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const answer = await visit.ask(postCandidatesDocument, { id: visit.param('id') });
    const { viewer, employerPost: post, employerShortlist: list } = answer;
    const form = { values: {}, problems };
    return page(CandidatesPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, post, list }));
  }

  private draft(visit: Visit): Record<string, string | readonly string[]> {
    return this.portal.draft(visit.request, 'post');
  }

  private async newStep(visit: Visit, form: FormState): Promise<Answer> {
    const step = stepAsked(visit);
    const answer = await visit.ask(newPostDocument, {});
    const begun = Object.keys(this.draft(visit)).length > 0;
    const toCheck = visit.query('to') === 'check' || form.values.to === 'check';
    return page(PostStepPage({ ...shared(visit, answer), form, step, post: null, begun, toCheck }));
  }

  private async lookPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const draft = this.draft(visit);
    const lacks = lackingStep(draft);
    if (lacks !== undefined) return go(`${NEW}/${lacks}`, `请先填完第 ${lacks} 步`);
    const answer = await visit.ask(newPostDocument, {});
    const form = { values: draft, problems: atSections(problems) };
    try {
      const { checkPost } = await visit.ask(checkPostDocument, { input: postOf(new Form(draft)) });
      return page(NewPostPage({ ...shared(visit, answer), form, findings: checkPost, once: visit.once() }));
    } catch (error) {
      // What could not even be read is a matter of one box; the page says of which.
      if (!(error instanceof ApiError) || !error.details.field) throw error;
      const told = { field: error.details.field, message: error.message };
      const wrong = { ...form, problems: atSections([told]) };
      return page(NewPostPage({ ...shared(visit, answer), form: wrong, findings: null, once: visit.once() }));
    }
  }

  private async postPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const answer = await visit.ask(editPostDocument, { id: visit.param('id') });
    const form = { values: valuesOf(answer.employerPost), problems: atSections(problems) };
    return page(PostPage({ ...shared(visit, answer), form, post: answer.employerPost, alike: answer.alikePosts }));
  }

  /** @param typed what somebody typed, and what is wrong with it; absent: what stands */
  private async editStep(visit: Visit, typed?: FormState): Promise<Answer> {
    const step = stepAsked(visit);
    const answer = await visit.ask(editPostDocument, { id: visit.param('id') });
    const { employerPost: post } = answer;
    const standing = { ...valuesOf(post), version: String(post.version) };
    const values = { ...standing, ...typed?.values };
    const form = { values, problems: typed?.problems ?? [] };
    return page(PostStepPage({ ...shared(visit, answer), form, step, post, begun: false, toCheck: false }));
  }
}

function stepAsked(visit: Visit): Step {
  const step = stepOf(visit.param('step'));
  if (step === undefined) throw new ApiError('NOT_FOUND', '');
  return step;
}

/** What every page of the form shows. */
const shared = (visit: Visit, answer: NewPostQuery) => ({
  frame: visit.frame(answer.viewer),
  csrf: visit.csrf,
  places: answer.workPlaces,
  projects: answer.projectChoices,
});

const byBox = (problems: readonly FormProblem[]): FormProblem[] =>
  problems.map((problem) => (problem.field ? { ...problem, field: boxOf(problem.field) } : problem));

/** On the page that shows all of it, a problem leads to the section that its box belongs to. */
const atSections = (problems: readonly FormProblem[]): FormProblem[] =>
  problems.map((problem) =>
    problem.field ? { ...problem, field: sectionId(stepWith(boxOf(problem.field))) } : problem,
  );
