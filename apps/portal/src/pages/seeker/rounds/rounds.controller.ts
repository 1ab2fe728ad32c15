import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  myRoundDocument,
  myRoundResultDocument,
  myRoundsDocument,
  sendChoicesDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { atBoxes, type Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { moved, orderOf, orderText, rankedOf, rankName, type Round } from './rounds.form.js';
import { CheckPage, ChoicesPage, MyRoundPage, MyRoundsPage } from './rounds.view.js';

const LIST = '/me/rounds';
const PAGE_SIZE = 20;

/** 岗位分配, for who takes part: the own number, the own list, the own result. A helper does it in the same way. */
@Pages()
export class MyRoundsController {
  constructor(private readonly portal: Portal) {}

  @Get('me/rounds')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const variables = { first: PAGE_SIZE, after: after ?? null };
      const { viewer, allocationRounds } = await visit.ask(myRoundsDocument, variables);
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      return page(
        MyRoundsPage({
          frame: visit.frame(viewer),
          rows: allocationRounds.edges.map(({ node }) => node),
          ...pagerLinks(LIST, {}, after, allocationRounds.pageInfo),
        }),
      );
    });
  }

  @Get('me/rounds/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, allocationRound: round } = await this.load(visit);
      const told = round.state === 'PUBLISHED' && round.mine !== null;
      const came = told ? await visit.ask(myRoundResultDocument, { id: round.id }) : null;
      const [result, seat] = [came?.myAllocationResult ?? null, came?.mySeat ?? null];
      return page(MyRoundPage({ frame: visit.frame(viewer), round, result, seat }));
    });
  }

  @Get('me/rounds/:id/mine')
  mine(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { mine, id } = (await this.load(visit)).allocationRound;
      if (mine === null) throw new ApiError('NOT_FOUND', '');
      const { ticket, statuses, divisionCode, choices } = mine;
      const file = { ticket, statuses, divisionCode, posts: choices.map(({ postId }) => postId) };
      return {
        kind: 'file',
        body: Buffer.from(JSON.stringify(file), 'utf8'),
        contentType: 'application/json; charset=utf-8',
        name: `我的核对文件-${id.slice(-8)}.json`,
      };
    });
  }

  @Get('me/rounds/:id/choices')
  choices(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.choicesPage(visit, request));
  }

  @Post('me/rounds/:id/choices')
  rank(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { allocationRound: round } = await this.load(visit);
        const { order, problems } = rankedOf(form, round.posts);
        const none = form.text('do') === 'none';
        refuseIf(none ? [] : problems);
        if (!none && order.length === 0)
          refuseIf([{ message: '一个岗位也没有填。请至少填一个，或按「不参加这一轮」' }]);
        this.keep(response, request, round, none ? [] : order);
        return go(`${LIST}/${round.id}/check`);
      },
      again: (visit, form, problems) => this.choicesPage(visit, request, form, problems),
    });
  }

  @Get('me/rounds/:id/check')
  check(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.checkPage(visit, request, []));
  }

  @Post('me/rounds/:id/check')
  send(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { allocationRound: round } = await this.load(visit);
        const order = this.orderIn(request, round);
        const here = `${LIST}/${round.id}`;
        const press = form.text('move');
        if (press) {
          this.keep(response, request, round, moved(order, press));
          return go(`${here}/check`, '改好了顺序，还没有提交');
        }
        const postIds = order.map((place) => round.posts[place]?.postId ?? '');
        const idempotencyKey = form.text('once') || visit.once();
        await visit.ask(sendChoicesDocument, { input: { roundId: round.id, postIds, idempotencyKey } });
        this.portal.keepDraft(response, request, 'choices', {});
        return go(here, postIds.length > 0 ? '志愿提交了，截止以前还可以改' : '记下了，这一轮您不参加');
      },
      again: (visit, _, problems) => this.checkPage(visit, request, atBoxes(problems)),
    });
  }

  private async load(visit: Visit) {
    const answer = await visit.ask(myRoundDocument, { id: visit.param('id') });
    if (!answer.viewer) throw new ApiError('AUTH_REQUIRED', '');
    return answer;
  }

  /** What was ranked and not sent yet, else what stands. */
  private orderIn(request: Request, round: Round): number[] {
    const draft = this.portal.draft(request, 'choices');
    if (draft.round === round.id) return orderOf(draft.order, round.posts);
    const place = new Map(round.posts.map(({ postId }, index) => [postId, index]));
    const standing = (round.mine?.choices ?? []).map(({ postId }) => place.get(postId));
    return orderOf(standing.join(','), round.posts);
  }

  private keep(response: Response, request: Request, round: Round, order: readonly number[]): void {
    this.portal.keepDraft(response, request, 'choices', { round: round.id, order: orderText(order) });
  }

  private async choicesPage(
    visit: Visit,
    request: Request,
    form?: Form,
    problems: readonly FormProblem[] = [],
  ): Promise<Answer> {
    const { viewer, allocationRound: round } = await this.load(visit);
    if (!round.mine?.open) return go(`${LIST}/${round.id}`);
    const standing = Object.fromEntries(
      this.orderIn(request, round).map((place, at) => [rankName(place), String(at + 1)]),
    );
    return page(
      ChoicesPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: form?.state(problems) ?? visit.form(standing),
        round,
      }),
    );
  }

  private async checkPage(visit: Visit, request: Request, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, allocationRound: round } = await this.load(visit);
    if (!round.mine?.open && problems.length === 0) return go(`${LIST}/${round.id}`);
    return page(
      CheckPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: visit.once(),
        form: { values: {}, problems },
        round,
        order: this.orderIn(request, round),
      }),
    );
  }
}
