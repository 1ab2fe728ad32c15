import { Get, Req, Res } from '@nestjs/common';
import { postKinds } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  officeApplicantsDocument,
  officePostDocument,
  officePostsDocument,
  officePostsFileDocument,
  referralsFileDocument,
} from '../../../gql/generated.js';
import { type Answer, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { OfficeApplicantsPage, OfficePostPage, OfficePostsPage } from './office-posts.view.js';
import { STAGES, STANDS } from './office-posts.words.js';

const POSTS = '/office/posts';
const APPLICANTS = '/office/applicants';
const PAGE_SIZE = 20;
const MAX_TEXT = 60;
const TOWN = /^\d{2,12}$/;
const WAYS: Readonly<Record<string, boolean>> = { referred: true, own: false };

/** 全县岗位 and 推荐和应聘: what the office looks through. Addresses below `/office/posts/` with a word of their own stand before `:id`. */
@Pages()
export class OfficePostsController {
  constructor(private readonly portal: Portal) {}

  @Get('office/posts')
  posts(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [after, chosen] = [visit.query('after'), postsAsked(visit)];
      const { viewer, towns, officePosts } = await visit.ask(officePostsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        filter: postFilter(chosen),
      });
      return page(
        OfficePostsPage({
          frame: visit.frame(viewer),
          filter: visit.form(chosen),
          towns,
          file: pagerLinks(`${POSTS}/file`, chosen, 'here', NO_MORE).first ?? POSTS,
          total: officePosts.totalCount,
          rows: officePosts.edges.map(({ node }) => node),
          ...pagerLinks(POSTS, chosen, after, officePosts.pageInfo),
        }),
      );
    });
  }

  @Get('office/posts/file')
  postsFile(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const answer = await visit.ask(officePostsFileDocument, { filter: postFilter(postsAsked(visit)) });
      return csvFile(answer.officePostsFile);
    });
  }

  @Get('office/posts/:id')
  post(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [id, after] = [visit.param('id'), visit.query('after')];
      const answer = await visit.ask(officePostDocument, { id, first: PAGE_SIZE, after: after ?? null });
      const { viewer, officePost, employerPost, referrals } = answer;
      return page(
        OfficePostPage({
          frame: visit.frame(viewer),
          ...officePost,
          written: employerPost,
          total: referrals.totalCount,
          rows: referrals.edges.map(({ node }) => node),
          ...pagerLinks(`${POSTS}/${id}`, {}, after, referrals.pageInfo),
        }),
      );
    });
  }

  @Get('office/applicants')
  applicants(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [after, chosen] = [visit.query('after'), applicantsAsked(visit)];
      const { viewer, towns, referrals } = await visit.ask(officeApplicantsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        filter: applicantFilter(chosen),
      });
      return page(
        OfficeApplicantsPage({
          frame: visit.frame(viewer),
          filter: visit.form(chosen),
          towns,
          file: pagerLinks(`${APPLICANTS}/file`, chosen, 'here', NO_MORE).first ?? APPLICANTS,
          total: referrals.totalCount,
          rows: referrals.edges.map(({ node }) => node),
          ...pagerLinks(APPLICANTS, chosen, after, referrals.pageInfo),
        }),
      );
    });
  }

  @Get('office/applicants/file')
  applicantsFile(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const answer = await visit.ask(referralsFileDocument, { filter: applicantFilter(applicantsAsked(visit)) });
      return csvFile(answer.referralsFile);
    });
  }
}

const NO_MORE = { endCursor: null, hasNextPage: false };
const csvFile = ({ name, text }: { name: string; text: string }): Answer => ({
  kind: 'file',
  body: Buffer.from(text, 'utf8'),
  contentType: 'text/csv; charset=utf-8',
  name,
});

/** What of an address is one of the choices; anything else counts as not chosen. */
const among = (value: string | undefined, choices: object): string | undefined =>
  value !== undefined && Object.hasOwn(choices, value) ? value : undefined;
const townIn = (visit: Visit): string | undefined => {
  const town = visit.query('town');
  return town !== undefined && TOWN.test(town) ? town : undefined;
};

const postsAsked = (visit: Visit) => ({
  stand: among(visit.query('stand'), STANDS),
  kind: among(visit.query('kind'), postKinds),
  town: townIn(visit),
  text: visit.query('text')?.trim().slice(0, MAX_TEXT),
});
const postFilter = ({ stand, kind, town, text }: ReturnType<typeof postsAsked>) => ({
  stand: stand ?? null,
  kind: kind ?? null,
  divisionCode: town ?? null,
  text: text || null,
});

const applicantsAsked = (visit: Visit) => ({
  stage: among(visit.query('stage'), STAGES),
  way: among(visit.query('way'), WAYS),
  town: townIn(visit),
  due: visit.query('due') === 'yes' ? 'yes' : undefined,
});
const applicantFilter = ({ stage, way, town, due }: ReturnType<typeof applicantsAsked>) => ({
  states: stage === undefined ? null : [...(STAGES[stage]?.states ?? [])],
  referred: way === undefined ? null : (WAYS[way] ?? null),
  divisionCode: town ?? null,
  dueOnly: due === 'yes',
});
