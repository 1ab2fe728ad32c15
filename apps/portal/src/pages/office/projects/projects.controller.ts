import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  addProjectPostDocument,
  closeProjectDocument,
  editProjectDocument,
  projectPostsDocument,
  type ProjectRowFragment,
  saveProjectDocument,
  workProjectDocument,
  workProjectsDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { dayParts, type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ApiError } from '../../../gql/api-error.js';
import { OTHER, ProjectFormPage, ProjectPage, ProjectPostsPage, ProjectsPage } from './projects.view.js';

const LIST = '/office/projects';
const PAGE_SIZE = 20;
const WANTED = { title: '请填项目名称', kind: '请选项目类型', places: '请填名额', startedOn: '请填开始的日子' };

/** 灵活就业项目: who hosts what, who takes part, what they earn. */
@Pages()
export class ProjectsController {
  constructor(private readonly portal: Portal) {}

  @Get('office/projects')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const closed = visit.query('closed') === 'yes';
      const variables = { first: PAGE_SIZE, after: after ?? null, closed };
      const { viewer, workProjects } = await visit.ask(workProjectsDocument, variables);
      return page(
        ProjectsPage({
          frame: visit.frame(viewer),
          closed,
          total: workProjects.totalCount,
          projects: workProjects.edges.map(({ node }) => node),
          ...pagerLinks(LIST, closed ? { closed: 'yes' } : {}, after, workProjects.pageInfo),
        }),
      );
    });
  }

  @Get('office/projects/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit, []));
  }

  @Post('office/projects/new')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { saveProject } = await visit.ask(saveProjectDocument, { input: read(form) });
        return go(`${LIST}/${saveProject.id}`, '存好了');
      },
      again: (visit, form, problems) => this.newPage(visit, problems, form),
    });
  }

  @Get('office/projects/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.projectPage(visit, []));
  }

  @Get('office/projects/:id/edit')
  edit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.editPage(visit, []));
  }

  @Post('office/projects/:id/edit')
  save(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const id = visit.param('id');
        const input = { ...read(form), id, version: Number(form.text('version')) };
        await visit.ask(saveProjectDocument, { input });
        return go(`${LIST}/${id}`, '存好了');
      },
      again: (visit, form, problems) => this.editPage(visit, problems, form),
    });
  }

  @Get('office/projects/:id/posts')
  posts(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.postsPage(visit, visit.query('text'), []));
  }

  @Post('office/projects/:id/posts')
  join(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { postId: '请选一个岗位' }));
        const id = visit.param('id');
        await visit.ask(addProjectPostDocument, { id, postId: form.text('postId') });
        return go(`${LIST}/${id}`, '岗位放进来了');
      },
      again: (visit, form, problems) => this.postsPage(visit, form.maybe('text'), problems, form),
    });
  }

  @Post('office/projects/:id/close')
  close(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const id = visit.param('id');
        await visit.ask(closeProjectDocument, { id, version: Number(form.text('version')) });
        return go(`${LIST}/${id}`, '项目结束了，在岗的人不变');
      },
      again: (visit, _, problems) => this.projectPage(visit, problems),
    });
  }

  private async newPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const state = form?.state(problems) ?? visit.form();
    return page(ProjectFormPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, project: null }));
  }

  private async editPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, workProject } = await visit.ask(editProjectDocument, { id: visit.param('id') });
    return page(
      ProjectFormPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: form?.state(problems) ?? visit.form(valuesOf(workProject)),
        project: workProject,
      }),
    );
  }

  private async projectPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const [id, after] = [visit.param('id'), visit.query('after')];
    const { viewer, workProject, projectMonths, placements, there } = await visit.ask(workProjectDocument, {
      id,
      first: PAGE_SIZE,
      after: after ?? null,
    });
    return page(
      ProjectPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: { values: {}, problems },
        project: workProject,
        there: there.totalCount,
        total: placements.totalCount,
        months: projectMonths,
        rows: placements.edges.map(({ node }) => node),
        ...pagerLinks(`${LIST}/${id}`, {}, after, placements.pageInfo),
      }),
    );
  }

  private async postsPage(
    visit: Visit,
    text: string | undefined,
    problems: readonly FormProblem[],
    form?: Form,
  ): Promise<Answer> {
    const variables = { id: visit.param('id'), text: text ?? null };
    const { viewer, workProject, publicPosts } = await visit.ask(projectPostsDocument, variables);
    return page(
      ProjectPostsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: form?.state(problems) ?? visit.form(),
        project: workProject,
        posts: publicPosts.edges.map(({ node }) => node),
        text: text ?? '',
      }),
    );
  }
}

function read(form: Form) {
  const own = form.text('kind') === OTHER;
  refuseIf([
    ...missing(form, { ...WANTED, ...(own ? { ownKind: '请写项目类型' } : {}) }),
    ...(form.text('places') && !/^[1-9]\d{0,4}$/.test(form.text('places'))
      ? [{ field: 'places', message: '名额要填大于 0 的整数' }]
      : []),
  ]);
  return {
    title: form.text('title'),
    kind: own ? form.text('ownKind') : form.text('kind'),
    hostCreditCode: form.maybe('hostCreditCode') ?? null,
    hostName: form.maybe('hostName') ?? null,
    places: Number(form.text('places')),
    description: form.maybe('description') ?? null,
    startedOn: form.day('startedOn'),
  };
}

/** A project that stands, as the boxes of the form want it. */
function valuesOf(project: ProjectRowFragment) {
  const listed = project.kindText !== project.kind;
  return {
    title: project.title,
    kind: listed ? project.kind : OTHER,
    ownKind: listed ? '' : project.kind,
    hostCreditCode: project.hostCreditCode ?? '',
    hostName: project.hostCreditCode ? '' : project.hostName,
    places: String(project.places),
    description: project.description ?? '',
    version: String(project.version),
    ...dayParts('startedOn', project.startedOn),
  };
}
