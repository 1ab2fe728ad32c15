import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  enterHouseholdMemberDocument,
  enterMemberChoicesDocument,
  householdMemberDocument,
  householdMembersDocument,
  roundMemberDocument,
  roundMembersDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { atBoxes, type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { rankedOf, rankName } from '../../seeker/rounds/rounds.form.js';
import { MemberPage, MembersPage, RoundMemberPage, RoundMembersPage } from './members.view.js';

const PAGE_SIZE = 20;
const LIST = '/office/welfare/members';
const ROUNDS = '/office/rounds';

/** 残疾人家庭成员: who could stand after the disabled people, who stands, and their lists in a round. */
@Pages()
export class OfficeMembersController {
  constructor(private readonly portal: Portal) {}

  @Get('office/welfare/members')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, householdMembers } = await visit.ask(householdMembersDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      return page(
        MembersPage({
          frame: visit.frame(viewer),
          total: householdMembers.totalCount,
          rows: householdMembers.edges.map(({ node }) => node),
          ...pagerLinks(LIST, {}, after, householdMembers.pageInfo),
        }),
      );
    });
  }

  @Get('office/welfare/members/:id')
  member(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.memberPage(visit, []));
  }

  @Post('office/welfare/members/:id')
  enter(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { channel: '请选怎么说的', saidBy: '请选谁说的' }));
        const ofGuardian = form.text('saidBy') === 'GUARDIAN';
        if (ofGuardian) refuseIf(missing(form, { guardianBasis: '请选凭什么是监护人' }));
        const memberId = visit.param('id');
        await visit.ask(enterHouseholdMemberDocument, {
          input: {
            memberId,
            channel: form.text('channel'),
            saidBy: form.text('saidBy'),
            guardianBasis: ofGuardian ? form.text('guardianBasis') : null,
          },
        });
        return go(`${LIST}/${memberId}`, '登记好了，下一次冻结名册会列入');
      },
      again: (visit, form, problems) =>
        this.memberPage(visit, atBoxes(problems, 'channel', 'saidBy', 'guardianBasis'), form),
    });
  }

  @Get('office/rounds/:id/members')
  onRoster(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const roundId = visit.param('id');
      const { viewer, roundMembers } = await visit.ask(roundMembersDocument, {
        roundId,
        first: PAGE_SIZE,
        after: after ?? null,
      });
      return page(
        RoundMembersPage({
          frame: visit.frame(viewer),
          roundId,
          total: roundMembers.totalCount,
          rows: roundMembers.edges.map(({ node }) => node),
          ...pagerLinks(`${ROUNDS}/${roundId}/members`, {}, after, roundMembers.pageInfo),
        }),
      );
    });
  }

  @Get('office/rounds/:id/members/:person')
  choices(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.choicesPage(visit, []));
  }

  @Post('office/rounds/:id/members/:person')
  choose(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { roundMember } = await this.load(visit);
        const { order, problems } = rankedOf(form, roundMember.posts);
        const none = form.text('do') === 'none';
        refuseIf(none ? [] : problems);
        if (!none && order.length === 0)
          refuseIf([{ message: '一个岗位也没有填。请至少填一个，或按「不参加这一轮」' }]);
        const [roundId, personId] = [visit.param('id'), visit.param('person')];
        const postIds = none ? [] : order.map((place) => roundMember.posts[place]?.postId ?? '');
        const idempotencyKey = form.text('once') || visit.once();
        await visit.ask(enterMemberChoicesDocument, { input: { roundId, personId, postIds, idempotencyKey } });
        const told = none ? '记下了，这一轮不参加' : '志愿记下了。请读给本人听，截止以前还可以改';
        return go(`${ROUNDS}/${roundId}/members/${personId}`, told);
      },
      again: (visit, form, problems) => this.choicesPage(visit, problems, form),
    });
  }

  private load(visit: Visit) {
    return visit.ask(roundMemberDocument, { roundId: visit.param('id'), personId: visit.param('person') });
  }

  private async memberPage(visit: Visit, problems: readonly FormProblem[], typed?: Form): Promise<Answer> {
    const { viewer, householdMember } = await visit.ask(householdMemberDocument, { id: visit.param('id') });
    const form = typed?.state(problems) ?? visit.form();
    return page(MemberPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, member: householdMember }));
  }

  private async choicesPage(visit: Visit, problems: readonly FormProblem[], typed?: Form): Promise<Answer> {
    const { viewer, roundMember: member } = await this.load(visit);
    const place = new Map(member.posts.map(({ postId }, index) => [postId, index]));
    const standing = Object.fromEntries(
      member.postIds.flatMap((postId, at) => {
        const index = place.get(postId);
        return index === undefined ? [] : [[rankName(index), String(at + 1)]];
      }),
    );
    return page(
      RoundMemberPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: typed?.maybe('once') ?? visit.once(),
        form: typed?.state(problems) ?? visit.form(standing),
        roundId: visit.param('id'),
        member,
      }),
    );
  }
}
