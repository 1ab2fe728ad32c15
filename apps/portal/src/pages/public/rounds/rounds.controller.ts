import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { publicRoundDocument, publicRoundsDocument, roundFileDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { fileOf } from '../../rounds/round-file.js';
import { CHAIN_VERIFIER, PublicRoundPage, PublicRoundsPage, VERIFIER } from './rounds.view.js';

const LIST = '/rounds';
const PAGE_SIZE = 20;
/** The programs stand beside the standalone app, in the sources as in `dist`. */
const programOf = (name: string) => ({
  kind: 'file' as const,
  body: readFileSync(fileURLToPath(new URL(`../../../../../standalone/verifier/${name}`, import.meta.url))),
  contentType: 'text/javascript; charset=utf-8',
  name,
});

/** 岗位分配的结果: for everybody, with what it takes to check them. */
@Pages()
export class PublicRoundsController {
  constructor(private readonly portal: Portal) {}

  @Get('rounds')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const variables = { first: PAGE_SIZE, after: after ?? null };
      const { viewer, allocationRounds } = await visit.ask(publicRoundsDocument, variables);
      const view = PublicRoundsPage({
        frame: visit.frame(viewer),
        rows: allocationRounds.edges.map(({ node }) => node),
        ...pagerLinks(LIST, {}, after, allocationRounds.pageInfo),
      });
      return page(view, { shared: true });
    });
  }

  @Get('rounds/verifier')
  verifier(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async () => programOf(VERIFIER));
  }

  @Get('rounds/verifier-continuation')
  chainVerifier(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async () => programOf(CHAIN_VERIFIER));
  }

  @Get('rounds/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const ticket = visit.query('ticket')?.trim().toUpperCase();
      const variables = { id: visit.param('id'), ticket: ticket ?? null };
      const { viewer, publishedRound } = await visit.ask(publicRoundDocument, variables);
      const view = PublicRoundPage({
        frame: visit.frame(viewer),
        form: visit.form({ ticket }),
        round: publishedRound,
        ...(ticket ? { ticket } : {}),
      });
      // Whose ticket somebody asks for is nothing to keep.
      return page(view, { shared: ticket === undefined });
    });
  }

  @Get('rounds/:id/file')
  file(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const id = visit.param('id');
      // The same file for everybody, auditors too.
      return fileOf(id, (await visit.anonymous().ask(roundFileDocument, { id })).allocationCertificate);
    });
  }
}
