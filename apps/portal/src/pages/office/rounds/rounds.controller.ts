import { setTimeout as sleep } from 'node:timers/promises';
import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  announceRoundDocument,
  drawRoundDocument,
  freezeRoundDocument,
  newRoundDocument,
  officeRoundDocument,
  officeRoundsDocument,
  publicRoundDocument,
  publishRoundResultDocument,
  roundFileDocument,
  runRoundDocument,
  simulateRoundDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { atBoxes, type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { fileOf } from '../../rounds/round-file.js';
import { NewRoundPage } from './new-round.view.js';
import { inputOf, problemsOf } from './rounds.form.js';
import { CertificatePage, DrawPage, OfficeRoundPage, OfficeRoundsPage } from './rounds.view.js';

const LIST = '/office/rounds';
const PAGE_SIZE = 20;
/** Posts that one form shows. */
const MOST_POSTS = 100;
/** A county's simulation takes a few seconds: worth a short wait before the page says that it goes on. */
const LOOKS = 8;
const LOOK_MS = 400;
const MAY_CHECK = new Set(['AUDITOR']);

/** 岗位分配: announced, simulated, frozen, drawn, closed, run and published by the office. */
@Pages()
export class OfficeRoundsController {
  constructor(private readonly portal: Portal) {}

  @Get('office/rounds')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const variables = { first: PAGE_SIZE, after: after ?? null };
      const { viewer, allocationRounds } = await visit.ask(officeRoundsDocument, variables);
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      return page(
        OfficeRoundsPage({
          frame: visit.frame(viewer),
          mayOpen: viewer.roles.includes('OFFICER'),
          total: allocationRounds.totalCount,
          rows: allocationRounds.edges.map(({ node }) => node),
          ...pagerLinks(LIST, {}, after, allocationRounds.pageInfo),
        }),
      );
    });
  }

  @Get('office/rounds/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit));
  }

  @Post('office/rounds/new')
  announce(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(problemsOf(form));
        const { roundCandidates } = await this.candidates(visit, form.maybe('place'), form.maybe('text'));
        const nodes = roundCandidates.edges.map(({ node }) => node);
        const input = inputOf(form, nodes, form.text('once') || visit.once());
        const { openAllocationRound } = await visit.ask(announceRoundDocument, { input });
        return go(`${LIST}/${openAllocationRound.id}`, '公告好了。接着做模拟');
      },
      again: (visit, form, problems) => this.newPage(visit, form, problems),
    });
  }

  @Get('office/rounds/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.roundPage(visit, []));
  }

  @Post('office/rounds/:id/simulate')
  simulate(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, idempotencyKey) => {
      await visit.ask(simulateRoundDocument, { id, idempotencyKey });
      return go(`${LIST}/${id}#simulation`);
    });
  }

  @Post('office/rounds/:id/freeze')
  freeze(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, idempotencyKey) => {
      const { freezeRoster } = await visit.ask(freezeRoundDocument, { id, idempotencyKey });
      const done = freezeRoster.state !== 'ANNOUNCED';
      return go(`${LIST}/${id}`, done ? '名册冻结了，到日子再摇号' : '记下了。请另一位同事再按一次');
    });
  }

  @Get('office/rounds/:id/draw')
  draw(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.drawPage(visit));
  }

  @Post('office/rounds/:id/draw')
  reveal(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { value: '请填公开数值', valueFrom: '请选是哪一个公开数值' }));
        const id = visit.param('id');
        const { revealDraw } = await visit.ask(drawRoundDocument, {
          input: {
            id,
            value: form.text('value'),
            valueFrom: form.text('valueFrom'),
            idempotencyKey: form.text('once') || visit.once(),
          },
        });
        const done = revealDraw.state !== 'FROZEN';
        return go(`${LIST}/${id}`, done ? '摇号了，每个人的号发到了消息里' : '记下了。请另一位同事自己再填一次');
      },
      again: (visit, form, problems) => this.drawPage(visit, form, atBoxes(problems, 'value', 'valueFrom')),
    });
  }

  @Post('office/rounds/:id/run')
  run(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, idempotencyKey) => {
      const { runAllocationRound } = await visit.ask(runRoundDocument, { id, idempotencyKey });
      const done = runAllocationRound.state === 'RUN';
      return go(`${LIST}/${id}`, done ? '分配好了，还没有公布' : '志愿截止了。请另一位同事确认分配');
    });
  }

  @Post('office/rounds/:id/publish')
  publish(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, idempotencyKey) => {
      await visit.ask(publishRoundResultDocument, { id, idempotencyKey });
      return go(`${LIST}/${id}`, '公布了，填过志愿的人收到了消息');
    });
  }

  @Get('office/rounds/:id/certificate')
  certificate(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, publishedRound } = await visit.ask(publicRoundDocument, { id: visit.param('id') });
      return page(CertificatePage({ frame: visit.frame(viewer), round: publishedRound }));
    });
  }

  @Get('office/rounds/:id/file')
  file(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const id = visit.param('id');
      return fileOf(id, (await visit.ask(roundFileDocument, { id })).allocationCertificate);
    });
  }

  /** A step that is one press: done, or the page again with what kept it from being done. */
  private step(
    request: Request,
    response: Response,
    work: (visit: Visit, id: string, key: string) => Promise<Answer>,
  ): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => work(visit, visit.param('id'), form.text('once') || visit.once()),
      again: (visit, _, problems) => this.roundPage(visit, problems),
    });
  }

  private candidates(visit: Visit, place: string | undefined, text: string | undefined) {
    const variables = { first: MOST_POSTS, divisionCode: place ?? null, text: text ?? null };
    return visit.ask(newRoundDocument, variables);
  }

  private async newPage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const place = form?.maybe('place') ?? visit.query('place');
    const text = form?.maybe('text') ?? visit.query('text');
    const { viewer, roundPlaces, roundCandidates } = await this.candidates(visit, place, text);
    return page(
      NewRoundPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form({ divisionCode: place ?? roundPlaces[0]?.code }),
        filter: { ...(place ? { place } : {}), ...(text ? { text } : {}) },
        places: roundPlaces,
        total: roundCandidates.totalCount,
        candidates: roundCandidates.edges.map(({ node }) => node),
      }),
    );
  }

  private async roundPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const variables = { id: visit.param('id') };
    let answer = await visit.ask(officeRoundDocument, variables);
    const runs = () => ['WAITING', 'RUNNING'].includes(answer.allocationRound.simulating?.state ?? '');
    for (let look = 1; look < LOOKS && runs(); look += 1) {
      await sleep(LOOK_MS);
      answer = await visit.ask(officeRoundDocument, variables);
    }
    const { viewer, allocationRound } = answer;
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    return page(
      OfficeRoundPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: visit.once(),
        form: { values: {}, problems: atBoxes(problems) },
        round: allocationRound,
        mayAct: viewer.roles.includes('OFFICER'),
        mayCheck: viewer.roles.some((role) => MAY_CHECK.has(role)),
      }),
    );
  }

  private async drawPage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const { viewer, allocationRound } = await visit.ask(officeRoundDocument, { id: visit.param('id') });
    return page(
      DrawPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form(),
        round: allocationRound,
      }),
    );
  }
}
