import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { meDocument } from '../../../gql/generated.js';
import { ApiError } from '../../../gql/api-error.js';
import { go, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { MePage } from './me.view.js';

/** 我的事 */
@Pages()
export class MeController {
  constructor(private readonly portal: Portal) {}

  @Get('me')
  me(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const asked = await visit.ask(meDocument, {}).catch((error: unknown) => {
        // A helper who was given a part has a page of that part.
        if (error instanceof ApiError && error.code === 'FORBIDDEN_SCOPE') return undefined;
        throw error;
      });
      if (asked === undefined) return go('/helper');
      const { viewer, myApplications, myBenefits, matchedPosts, allocationRounds } = asked;
      const view = MePage({
        frame: visit.frame(viewer),
        applications: myApplications.edges.map((edge) => edge.node),
        benefits: myBenefits,
        rounds: allocationRounds.edges.map((edge) => edge.node),
        matches: matchedPosts.edges.map((edge) => edge.node),
        matchCount: matchedPosts.totalCount,
        withheld: matchedPosts.withheld ?? null,
      });
      return page(view);
    });
  }
}
