import { setTimeout as sleep } from 'node:timers/promises';
import { Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  confirmRuleDocument,
  enterRuleDocument,
  officeRuleDocument,
  officeRuleKindsDocument,
  type OfficeRuleQuery,
  officeRulesDocument,
  type OfficeRulesQuery,
  officeRuleTrialDocument,
  tryRuleDocument,
  withdrawRuleDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { dayParts, type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ChooseKindPage, EnterRulePage } from './entry.view.js';
import { ConfirmRulePage, RulePage, TrialPage } from './rule.view.js';
import { RulesPage, RulesSheet } from './rules.view.js';
import { addressOf, periodText, titleOf, valueText } from './rules.words.js';

const PAGE_SIZE = 30;
const SHEET_SIZE = 50;
const MOST_SHEETS = 20;
/** A county is computed within a second or two: worth a short wait before the page says that it goes on. */
const LOOKS = 8;
const LOOK_MS = 400;

/** 参数: entered by one officer, confirmed by another. */
@Pages()
export class RulesController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('office/rules')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [after, code] = [visit.query('after'), visit.query('code')];
      const { viewer, waiting, missingParameters, rows, parameterKinds } = await this.load(
        visit,
        PAGE_SIZE,
        after,
        code,
      );
      const view = RulesPage({
        frame: visit.frame(signedIn(viewer)),
        form: visit.form({ code }),
        today: this.clock.today(),
        ...(code ? { code } : {}),
        waiting,
        missing: missingParameters,
        rows,
        kinds: parameterKinds,
        ...pagerLinks('/office/rules', { code }, after, rows.pageInfo),
      });
      return page(view);
    });
  }

  @Get('office/rules/print')
  print(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const all: OfficeRulesQuery['rows']['edges'][number]['node'][] = [];
      let answer = await this.load(visit, SHEET_SIZE);
      for (let sheet = 1; ; sheet += 1) {
        all.push(...answer.rows.edges.map(({ node }) => node));
        const { endCursor, hasNextPage } = answer.rows.pageInfo;
        if (!hasNextPage || !endCursor || sheet >= MOST_SHEETS) break;
        answer = await this.load(visit, SHEET_SIZE, endCursor);
      }
      const viewer = signedIn(answer.viewer);
      return page(
        RulesSheet({ frame: visit.frame(viewer), today: this.clock.today(), place: viewer.countyName, rows: all }),
      );
    });
  }

  @Get('office/rules/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => this.entryPage(visit));
  }

  @Post('office/rules/new')
  enter(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(
          missing(form, {
            scope: '请填在哪里有效',
            value: '请填或选参数的值',
            from: '请填从哪一天起',
            act: '请填文件名称',
            original: '请选看过原文没有',
          }),
        );
        const input = {
          code: form.text('code'),
          scope: form.text('scope'),
          qualifier: form.maybe('qualifier') ?? null,
          unit: form.maybe('unit') ?? null,
          value: form.list('value').join(','),
          from: form.day('from'),
          to: form.day('to') || null,
          act: form.text('act'),
          number: form.maybe('number') ?? null,
          article: form.maybe('article') ?? null,
          status: form.text('original'),
          supersedes: form.maybe('supersedes') ?? null,
        };
        const { enterParameter } = await visit.ask(enterRuleDocument, { input });
        return go(addressOf(enterParameter.id), `录入好了：${enterParameter.name}。还没有生效，要请另一位同事确认`);
      },
      again: (visit, form, problems) => this.entryPage(visit, form, problems),
    });
  }

  @Get('office/rules/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.rulePage(visit, []));
  }

  @Post('office/rules/:id/try')
  tryOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { tryParameter } = await visit.ask(tryRuleDocument, { id: visit.param('id') });
        return go(`${addressOf(visit.param('id'))}/trials/${tryParameter.id}`);
      },
      again: (visit, _, problems) => this.rulePage(visit, problems),
    });
  }

  @Get('office/rules/:id/trials/:trial')
  trial(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const variables = { id: visit.param('id'), trial: visit.param('trial') };
      let answer = await visit.ask(officeRuleTrialDocument, variables);
      for (let look = 1; look < LOOKS && ['WAITING', 'RUNNING'].includes(answer.parameterTrial.state); look += 1) {
        await sleep(LOOK_MS);
        answer = await visit.ask(officeRuleTrialDocument, variables);
      }
      const { viewer, parameterRow, parameterTrial } = answer;
      if (parameterTrial.rowId !== parameterRow.id) throw new ApiError('NOT_FOUND', '');
      return page(
        TrialPage({
          frame: visit.frame(signedIn(viewer)),
          csrf: visit.csrf,
          once: visit.once(),
          row: parameterRow,
          trial: parameterTrial,
        }),
      );
    });
  }

  @Get('office/rules/:id/confirm')
  ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.confirmPage(visit, []));
  }

  @Post('office/rules/:id/confirm')
  confirm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { confirmParameter } = await visit.ask(confirmRuleDocument, versioned(visit, form));
        return go(addressOf(confirmParameter.id), `确认好了：${confirmParameter.name}现在生效`);
      },
      again: (visit, _, problems) => this.confirmPage(visit, problems),
    });
  }

  @Post('office/rules/:id/withdraw')
  withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(withdrawRuleDocument, versioned(visit, form));
        return go('/office/rules', '这一条作废了，没有生效过');
      },
      again: (visit, _, problems) => this.rulePage(visit, problems),
    });
  }

  private load(visit: Visit, first: number, after?: string, code?: string): Promise<OfficeRulesQuery> {
    return visit.ask(officeRulesDocument, {
      first,
      after: after ?? null,
      day: this.clock.today(),
      code: code ?? null,
    });
  }

  private async entryPage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const supersededId = form ? form.maybe('supersedes') : visit.query('supersedes');
    const { viewer: who, parameterKinds } = await visit.ask(officeRuleKindsDocument, {});
    const viewer = signedIn(who);
    const old = supersededId ? (await visit.ask(officeRuleDocument, { id: supersededId })).parameterRow : undefined;
    const code = form?.text('code') ?? old?.code ?? visit.query('code');
    const kind = parameterKinds.find((one) => one.code === code);
    if (kind === undefined)
      return page(ChooseKindPage({ frame: visit.frame(viewer), form: visit.form({ code }), kinds: parameterKinds }));
    const place = viewer.divisionCode.slice(0, 6);
    const view = EnterRulePage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: visit.once(),
      form: form?.state(named(problems)) ?? visit.form(startOf(visit, place, old)),
      kind,
      place: `${viewer.countyName} ${place}`,
      ...(old
        ? {
            supersedes: {
              id: old.id,
              title: titleOf(old),
              value: valueText(old),
              period: periodText({ from: old.from, to: old.until }),
            },
          }
        : {}),
    });
    return page(view);
  }

  private async rulePage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, parameterRow } = await visit.ask(officeRuleDocument, { id: visit.param('id') });
    return page(
      RulePage({
        frame: visit.frame(signedIn(viewer)),
        csrf: visit.csrf,
        once: () => visit.once(),
        form: whole(problems),
        row: parameterRow,
      }),
    );
  }

  private async confirmPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, parameterRow } = await visit.ask(officeRuleDocument, { id: visit.param('id') });
    return page(
      ConfirmRulePage({
        frame: visit.frame(signedIn(viewer)),
        csrf: visit.csrf,
        once: visit.once(),
        form: whole(problems),
        row: parameterRow,
      }),
    );
  }
}

function signedIn<Viewer>(viewer: Viewer | null): Viewer {
  if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
  return viewer;
}

/** Nothing to type there: whatever the API refuses concerns the page as a whole. */
const whole = (problems: readonly FormProblem[]): FormState => ({
  values: {},
  problems: problems.map(({ message, hint }) => ({ message, ...(hint ? { hint } : {}) })),
});

const FIELDS = new Set(['scope', 'qualifier', 'value', 'unit', 'from', 'to', 'act', 'number', 'article', 'original']);
/** A refusal that names no field of this form concerns it as a whole. */
const named = (problems: readonly FormProblem[]): FormProblem[] =>
  problems.map(({ field, ...rest }) => (field && FIELDS.has(field) ? { field, ...rest } : rest));

const versioned = (visit: Visit, form: Form): { id: string; version: number } => ({
  id: visit.param('id'),
  version: Number(form.text('version')) || 0,
});

/** What an empty form begins with: the own place; of a superseded row all that stays the same. */
function startOf(visit: Visit, place: string, old: OfficeRuleQuery['parameterRow'] | undefined): FormState['values'] {
  if (old) return { scope: old.scope, qualifier: old.qualifier, unit: old.unit };
  return {
    scope: visit.query('scope') ?? place,
    qualifier: visit.query('qualifier') ?? '',
    ...dayParts('from', visit.query('from')),
  };
}
