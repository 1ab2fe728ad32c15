import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  grantDelegationDocument,
  helperFormDocument,
  helpersDocument,
  requestDelegationCodeDocument,
  revokeDelegationDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { FAMILY, named, neededOf, type Terms, termsInput, termsProblems, textOf } from '../../helpers/helpers.terms.js';
import { HelperCheckPage, HelperCodePage, HelpersPage, HelperStepPage, STEPS, type Step } from './helpers.view.js';

const PAGE_SIZE = 10;
const HOME = '/me/helpers';
const NEW = `${HOME}/new`;
/** Marks a draft as one of these pages. */

/** 帮我办事的人: who they are, what they did, and naming another: four short pages, a check, a code. */
@Pages()
export class HelpersController {
  constructor(private readonly portal: Portal) {}

  @Get('me/helpers')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, delegations, delegationLog } = await visit.ask(helpersDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const view = HelpersPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        rows: delegations,
        total: delegationLog.totalCount,
        log: delegationLog.edges.map((edge) => edge.node),
        ...pagerLinks(HOME, {}, after, delegationLog.pageInfo),
      });
      return page(view);
    });
  }

  @Post('me/helpers/:id/stop')
  stop(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(revokeDelegationDocument, { id: visit.param('id') });
        return go(HOME, '停止了，他再也不能替您办事');
      },
    });
  }

  @Get('me/helpers/new/check')
  check(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.checkPage(visit, []));
  }

  @Post('me/helpers/new/check')
  send(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const terms = this.termsOf(visit);
        const { choices } = await this.load(visit);
        await visit.ask(requestDelegationCodeDocument, { input: termsInput(terms, choices) });
        return go(`${NEW}/code`);
      },
      again: (visit, _, problems) => this.checkPage(visit, named(problems)),
    });
  }

  @Get('me/helpers/new/code')
  code(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.codePage(visit, visit.form()));
  }

  @Post('me/helpers/new/code')
  grant(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { code: '请填确认码' }));
        const { choices } = await this.load(visit);
        const input = { ...termsInput(this.termsOf(visit), choices), consent: 'SMS', code: form.text('code') };
        await visit.ask(grantDelegationDocument, { input });
        this.portal.keepDraft(response, request, 'helper', {});
        return go(HOME, '登记好了，他可以开始帮您办事');
      },
      again: (visit, form, problems) => this.codePage(visit, form.state(named(problems))),
    });
  }

  @Get('me/helpers/new/:step')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      this.stepPage(visit, { values: this.termsOf(visit), problems: [] }),
    );
  }

  @Post('me/helpers/new/:step')
  next(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const step = this.stepOf(visit);
        const { field } = STEPS[step];
        const value = field === 'scopes' ? form.list(field) : form.text(field);
        refuseIf(termsProblems({ [field]: value }, [field]));
        const terms: Terms = { ...this.termsOf(visit), [field]: value };
        this.portal.keepDraft(response, request, 'helper', terms);
        return go(`${NEW}/${wayOn(step, terms, form)}`);
      },
      again: (visit, form, problems) => this.stepPage(visit, form.state(problems)),
    });
  }

  private stepOf(visit: Visit): Step {
    const step = Number(visit.param('step'));
    if (step !== 1 && step !== 2 && step !== 3 && step !== 4) throw new ApiError('NOT_FOUND', '');
    return step;
  }

  private termsOf(visit: Visit): Terms {
    return this.portal.draft(visit.request, 'helper');
  }

  private async load(visit: Visit) {
    const { viewer, helperChoices } = await visit.ask(helperFormDocument, {});
    return { viewer, choices: helperChoices };
  }

  private async stepPage(visit: Visit, form: FormState): Promise<Answer> {
    const step = this.stepOf(visit);
    const { viewer, choices } = await this.load(visit);
    const toCheck = visit.query('to') === 'check' || textOf(form.values, 'to') === 'check';
    return page(
      HelperStepPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        step,
        form,
        choices,
        toCheck,
        terms: this.termsOf(visit),
      }),
    );
  }

  private async checkPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const terms = this.termsOf(visit);
    const lacks = termsProblems(terms, neededOf(terms));
    if (lacks.length > 0) return go(`${NEW}/1`);
    const { viewer, choices } = await this.load(visit);
    const form = { values: terms, problems };
    return page(
      HelperCheckPage({ frame: visit.frame(viewer), csrf: visit.csrf, once: visit.once(), terms, choices, form }),
    );
  }

  private async codePage(visit: Visit, form: FormState): Promise<Answer> {
    const terms = this.termsOf(visit);
    if (termsProblems(terms, neededOf(terms)).length > 0) return go(`${NEW}/1`);
    const { viewer, choices } = await this.load(visit);
    return page(
      HelperCodePage({ frame: visit.frame(viewer), csrf: visit.csrf, once: visit.once(), terms, choices, form }),
    );
  }
}

/** The page after a step; staff have no name to type. */
function wayOn(step: Step, terms: Terms, form: Form): string {
  const family = textOf(terms, 'who') === FAMILY;
  if (form.text('to') === 'check' && !(step === 1 && family && !textOf(terms, 'name'))) return 'check';
  if (step === 4) return 'check';
  return String(step === 1 && !family ? 3 : step + 1);
}
