import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  grantDelegationDocument,
  helperFormDocument,
  helpersDocument,
  requestDelegationCodeDocument,
  revokeDelegationDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { named, neededOf, type Terms, termsInput, termsProblems } from '../../helpers/helpers.terms.js';
import { CaseCodePage, CaseConsentPage, CaseHelpersPage, CaseTermsPage } from './case-helpers.view.js';

const PAGE_SIZE = 10;

/** 代办登记: a member of staff records what a person of the own list said: by the person's code, on paper, by voice. */
@Pages()
export class CaseHelpersController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/people/:id/helpers')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const personId = visit.param('id');
      const { viewer, delegations, delegationLog } = await visit.ask(helpersDocument, {
        personId,
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const view = CaseHelpersPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        personId,
        rows: delegations,
        log: delegationLog.edges.map((edge) => edge.node),
        ...pagerLinks(homeOf(visit), {}, after, delegationLog.pageInfo),
      });
      return page(view);
    });
  }

  @Post('desk/people/:id/helpers/:delegation/stop')
  stop(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(revokeDelegationDocument, { id: visit.param('delegation') });
        return go(homeOf(visit), '代办停止了');
      },
    });
  }

  @Get('desk/people/:id/helpers/new')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      this.termsPage(visit, { values: this.termsOf(visit), problems: [] }),
    );
  }

  @Post('desk/people/:id/helpers/new')
  terms(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const terms: Terms = {
          draft: draftOf(visit),
          who: form.text('who'),
          name: form.text('name'),
          scopes: form.list('scopes'),
          until: form.text('until'),
        };
        refuseIf(termsProblems(terms, neededOf(terms)));
        this.portal.keepDraft(response, request, 'case-helper', terms);
        return go(`${homeOf(visit)}/consent`);
      },
      again: (visit, form, problems) => this.termsPage(visit, form.state(named(problems))),
    });
  }

  @Get('desk/people/:id/helpers/consent')
  how(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.consentPage(visit, visit.form()));
  }

  @Post('desk/people/:id/helpers/consent')
  consent(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const consent = form.text('consent');
        refuseIf(missing(form, { consent: '请选本人怎么同意的' }));
        const { choices } = await this.load(visit);
        const input = termsInput(this.termsOf(visit), choices, visit.param('id'));
        if (consent === 'SMS') {
          await visit.ask(requestDelegationCodeDocument, { input });
          return go(`${homeOf(visit)}/code`);
        }
        await visit.ask(grantDelegationDocument, { input: { ...input, consent, note: form.text('note') } });
        return this.done(visit, request, response);
      },
      again: (visit, form, problems) => this.consentPage(visit, form.state(named(problems))),
    });
  }

  @Get('desk/people/:id/helpers/code')
  code(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.codePage(visit, visit.form()));
  }

  @Post('desk/people/:id/helpers/code')
  grant(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { code: '请填确认码' }));
        const { choices } = await this.load(visit);
        const input = termsInput(this.termsOf(visit), choices, visit.param('id'));
        await visit.ask(grantDelegationDocument, { input: { ...input, consent: 'SMS', code: form.text('code') } });
        return this.done(visit, request, response);
      },
      again: (visit, form, problems) => this.codePage(visit, form.state(named(problems))),
    });
  }

  private done(visit: Visit, request: Request, response: Response): Answer {
    this.portal.keepDraft(response, request, 'case-helper', {});
    return go(homeOf(visit), '代办登记好了，本人会收到消息');
  }

  /** A draft of another person counts as none. */
  private termsOf(visit: Visit): Terms {
    const draft = this.portal.draft(visit.request, 'case-helper');
    return draft.draft === draftOf(visit) ? draft : {};
  }

  private async load(visit: Visit) {
    const { viewer, helperChoices } = await visit.ask(helperFormDocument, { personId: visit.param('id') });
    return { viewer, choices: helperChoices };
  }

  private async termsPage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, choices } = await this.load(visit);
    const personId = visit.param('id');
    return page(CaseTermsPage({ frame: visit.frame(viewer), csrf: visit.csrf, personId, choices, form }));
  }

  private async consentPage(visit: Visit, form: FormState): Promise<Answer> {
    const terms = this.termsOf(visit);
    if (termsProblems(terms, neededOf(terms)).length > 0) return go(`${homeOf(visit)}/new`);
    const { viewer, choices } = await this.load(visit);
    const [frame, personId, once] = [visit.frame(viewer), visit.param('id'), visit.once()];
    return page(CaseConsentPage({ frame, csrf: visit.csrf, once, personId, terms, choices, form }));
  }

  private async codePage(visit: Visit, form: FormState): Promise<Answer> {
    const terms = this.termsOf(visit);
    if (termsProblems(terms, neededOf(terms)).length > 0) return go(`${homeOf(visit)}/new`);
    const { viewer, choices } = await this.load(visit);
    const [frame, personId, once] = [visit.frame(viewer), visit.param('id'), visit.once()];
    return page(CaseCodePage({ frame, csrf: visit.csrf, once, personId, terms, choices, form }));
  }
}

const homeOf = (visit: Visit): string => `/desk/people/${visit.param('id')}/helpers`;
const draftOf = (visit: Visit): string => `helpers-${visit.param('id')}`;
