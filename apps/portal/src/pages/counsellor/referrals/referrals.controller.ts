import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  recordRetentionDocument,
  referPostsDocument,
  referralDocument,
  referralsDocument,
  referToPostDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { atBoxes, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { aboutPerson } from '../jobs/person.pages.js';
import { ReferPage, ReferralsPage, RetentionPage } from './referrals.view.js';

const LIST = '/desk/referrals';
const OFFICE_LIST = '/office/applicants';
const PAGE_SIZE = 20;
/** Posts to choose from: the best ones. */
const CHOICES = 20;

/** 推荐和稳岗: who was brought to which post, and whether he is still there. */
@Pages()
export class ReferralsController {
  constructor(private readonly portal: Portal) {}

  @Get(['desk/people/:id/refer', 'office/people/:id/refer'])
  referForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.referPage(visit, visit.form()));
  }

  @Post(['desk/people/:id/refer', 'office/people/:id/refer'])
  refer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { postId: '请选推荐哪一个' }));
        const personId = visit.param('id');
        const [postId, note] = [form.text('postId'), form.maybe('note') ?? null];
        await visit.ask(referToPostDocument, { input: { personId, postId, note, idempotencyKey: form.text('once') } });
        return go(listOf(visit), '推荐好了，本人会收到消息');
      },
      again: (visit, form, problems) => this.referPage(visit, form.state(atBoxes(problems, 'postId', 'note'))),
    });
  }

  @Get('desk/referrals')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const due = visit.query('due');
      const { viewer, referrals } = await visit.ask(referralsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        filter: { dueOnly: due === 'yes' },
      });
      return page(
        ReferralsPage({
          frame: visit.frame(viewer),
          dueOnly: due === 'yes',
          total: referrals.totalCount,
          rows: referrals.edges.map(({ node }) => node),
          ...pagerLinks(LIST, { due }, after, referrals.pageInfo),
        }),
      );
    });
  }

  @Get(['desk/referrals/:id/check/:month', 'office/applicants/:id/check/:month'])
  checkForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.checkPage(visit, visit.form()));
  }

  @Post(['desk/referrals/:id/check/:month', 'office/applicants/:id/check/:month'])
  check(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const gone = form.text('still') === 'no';
        refuseIf([
          ...missing(form, { still: '请选还在不在' }),
          ...(gone ? missing(form, { leftOn: '请填最后一天上班是哪天', leftBecause: '请选为什么不在了' }) : []),
        ]);
        const input = {
          applicationId: visit.param('id'),
          month: Number(visit.param('month')),
          stillThere: !gone,
          leftOn: gone ? form.day('leftOn') : null,
          leftBecause: gone ? form.text('leftBecause') : null,
          note: form.maybe('note') ?? null,
        };
        await visit.ask(recordRetentionDocument, { input });
        return go(`${listOf(visit)}?due=yes`, '记下了');
      },
      again: (visit, form, problems) => this.checkPage(visit, form.state(problems)),
    });
  }

  private async referPage(visit: Visit, form: FormState): Promise<Answer> {
    return aboutPerson(visit, async (place) => {
      const asked = { personId: visit.param('id'), first: CHOICES };
      const { viewer, personConsents: person, matchedPosts } = await visit.ask(referPostsDocument, asked);
      const [frame, csrf, once] = [visit.frame(viewer), visit.csrf, visit.once()];
      return page(ReferPage({ frame, csrf, once, place, form, person, posts: matchedPosts.edges }));
    });
  }

  private async checkPage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, referral } = await visit.ask(referralDocument, { id: visit.param('id') });
    const due = referral.due.find(({ month }) => String(month) === visit.param('month'));
    const list = listOf(visit);
    if (due === undefined) return go(`${list}?due=yes`);
    return page(RetentionPage({ frame: visit.frame(viewer), csrf: visit.csrf, list, form, referral, ...due }));
  }
}

/** The office asks from its own list. */
const listOf = (visit: Visit): string => (visit.request.path.startsWith('/office/') ? OFFICE_LIST : LIST);
