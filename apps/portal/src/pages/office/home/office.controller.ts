import { Get, Req, Res } from '@nestjs/common';
import { shortDay } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  feedbackWaitingDocument,
  frameOnlyDocument,
  officeDocument,
  type OfficeQuery,
  roundsWaitingDocument,
  supportWaitingDocument,
} from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { waitsForOffice } from '../../rounds/rounds.words.js';
import { OfficePage } from './office.view.js';

/** 工作台: what waits, and the doors to it. */
@Pages()
export class OfficeController {
  constructor(private readonly portal: Portal) {}

  @Get('office')
  office(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, queues } = await this.load(visit);
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      const own = viewer.roles.includes('OFFICER')
        ? [await this.feedback(visit), await this.rounds(visit), await this.support(visit)]
        : [];
      return page(OfficePage({ frame: visit.frame(viewer), queues: [...queues, ...own] }));
    });
  }

  private async feedback(visit: Visit) {
    const { totalCount, edges } = (await visit.ask(feedbackWaitingDocument, {})).feedbackDesk;
    const oldest = edges[0]?.node.receivedOn;
    const when = oldest ? { oldest: `${shortDay(oldest)}收到` } : {};
    return { href: '/office/feedback', name: '意见和投诉', count: totalCount, ...when };
  }

  private async rounds(visit: Visit) {
    const { edges } = (await visit.ask(roundsWaitingDocument, {})).allocationRounds;
    const count = edges.filter(({ node }) => waitsForOffice(node.next)).length;
    return { href: '/office/rounds', name: '岗位分配等您办', count };
  }

  private async support(visit: Visit) {
    const { totalCount, edges } = (await visit.ask(supportWaitingDocument, {})).supportDesk;
    const first = edges[0]?.node.support.startsAt;
    const when = first ? { oldest: `${shortDay(first)}要用` } : {};
    return { href: '/desk/support', name: '要人帮忙等安排', count: totalCount, ...when };
  }

  /** Who may not see the queues still has a workbench: its other doors. */
  private async load(visit: Visit) {
    try {
      const { viewer, review, approve } = await visit.ask(officeDocument, {});
      return { viewer, queues: [queue('第一次审核', 'REVIEW', review), queue('第二次审批', 'APPROVE', approve)] };
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'FORBIDDEN') throw error;
      return { viewer: (await visit.ask(frameOnlyDocument, {})).viewer, queues: [] };
    }
  }
}

function queue(name: string, step: string, { totalCount, edges }: OfficeQuery['review']) {
  const oldest = edges[0]?.node.submittedOn;
  return {
    href: `/office/benefits?step=${step}`,
    name,
    count: totalCount,
    ...(oldest ? { oldest: `${shortDay(oldest)}提交` } : {}),
  };
}
