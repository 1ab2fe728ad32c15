import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { policyTableDocument, type PolicyTableQuery } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { WhoMayPage } from './who-may.view.js';

type Table = PolicyTableQuery['policyTable'];

/** The table changes with a release of the api only; a portal that runs on sees it after so long. */
const KEPT_MS = 10 * 60_000;

/** 谁能做什么: the one policy table, open to everyone. */
@Pages()
export class WhoMayController {
  private kept?: { table: Table; untilMs: number };

  constructor(private readonly portal: Portal) {}

  @Get('who-may')
  read(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [viewer, table] = await Promise.all([visit.viewer(), this.table(visit)]);
      const role = table.roles.find(({ code }) => code === visit.query('role'));
      return page(WhoMayPage({ frame: visit.frame(viewer), filter: visit.form({ role: role?.code }), table, role }), {
        shared: true,
      });
    });
  }

  private async table(visit: Visit): Promise<Table> {
    if (this.kept && performance.now() < this.kept.untilMs) return this.kept.table;
    const { policyTable: table } = await visit.ask(policyTableDocument, {});
    this.kept = { table, untilMs: performance.now() + KEPT_MS };
    return table;
  }
}
