import { Get, Inject, Post, Req, Res } from '@nestjs/common';
import { chinaDay, Clock } from '@tongxing/platform';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import { auditAnchorsDocument, auditTrailDocument, verifyAuditTrailDocument } from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import { Pages } from '../../http/page.decorator.js';
import { pagerLinks } from '../../http/paging.js';
import { Portal } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { AnchorsPage, AuditPage, SPANS } from './audit.view.js';

const PAGE_SIZE = 50;
const DAY_MS = 24 * 60 * 60_000;
const NUMBER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NOT_A_DAY: FormProblem = { field: 'day', message: '日期要写成 2026-03-01 这样。' };
const NOT_A_NUMBER: FormProblem = { field: 'target', message: '编号不对，请从记录里的链接点进来，或整个复制过来。' };

/** 审计日志: the chain of the viewer's county. */
@Pages()
export class AuditController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('audit')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit));
  }

  /** 链头: what is printed every day and kept away from the system. */
  @Get('audit/anchors')
  anchors(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const asked = visit.query('day')?.trim();
      const wrong = asked !== undefined && !(DAY.test(asked) && !Number.isNaN(Date.parse(asked)));
      const day = asked === undefined || wrong ? chinaDay(this.clock.wall()) : asked;
      const { viewer, auditAnchors } = await visit.ask(auditAnchorsDocument, { day });
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      return page(
        AnchorsPage({
          frame: visit.frame(viewer),
          place: viewer.countyName,
          day,
          filter: { values: { day: asked ?? day }, problems: wrong ? [NOT_A_DAY] : [] },
          rows: auditAnchors,
        }),
      );
    });
  }

  @Post('audit/verify')
  verify(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { ok, entries, anchors, head, fault } = (await visit.ask(verifyAuditTrailDocument, {})).verifyAuditTrail;
        const checked = {
          ok: ok ? 'yes' : '',
          entries: String(entries),
          anchors: String(anchors),
          head: head ?? '',
          ...(fault ? { seq: String(fault.seq), kind: fault.kind } : {}),
        };
        return go(`/audit?receipt=${visit.sealReceipt(checked)}`);
      },
      again: (visit) => this.listPage(visit),
    });
  }

  private async listPage(visit: Visit): Promise<Answer> {
    const [days, target] = [visit.query('days'), visit.query('target')?.trim()];
    const known = days !== undefined && Object.hasOwn(SPANS, days) ? days : undefined;
    const filter = { ...(known ? { days: known } : {}), ...(target ? { target } : {}) };
    const wrong = target !== undefined && !NUMBER.test(target);
    const after = visit.query('after');
    const { viewer, auditTrail } = await visit.ask(auditTrailDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
      action: null,
      targetId: wrong ? null : (target ?? null),
      from: known ? chinaDay(new Date(this.clock.wall().getTime() - (Number(known) - 1) * DAY_MS)) : null,
    });
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const view = AuditPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      filter: { values: filter, problems: wrong ? [NOT_A_NUMBER] : [] },
      checked: visit.openReceipt(),
      narrowed: Object.keys(filter).length > 0,
      total: auditTrail.totalCount,
      rows: auditTrail.edges.map((edge) => edge.node),
      ...pagerLinks('/audit', filter, after, auditTrail.pageInfo),
    });
    return page(view);
  }
}
