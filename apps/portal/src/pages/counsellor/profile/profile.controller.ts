import { Get, Post, Req, Res } from '@nestjs/common';
import { ABILITY_CODES } from '@tongxing/rules';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { personAssessmentsDocument, saveFunctionalProfileDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { draftOf, inputOf, type ProfileDraft, STEPS } from './profile.form.js';
import { ProfileCheckPage, ProfilePage, ProfileSourcePage, ProfileStepPage, ProfileSheetPage } from './profile.view.js';

const SOURCE = 'source';
const CHECK = 'check';
/** What the page of the source asks for. */
const SOURCE_FIELDS = ['assessor', 'assessedOn', 'validUntil', 'ownAids'];

/** 能力评估: what stands, the sheet to print, and a new one in short steps. */
@Pages()
export class ProfileAssessController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/people/:id/profile')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, person } = await this.load(visit);
      return page(ProfilePage({ frame: visit.frame(viewer), csrf: visit.csrf, person }));
    });
  }

  @Get('desk/people/:id/profile/sheet')
  sheet(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, person } = await this.load(visit);
      return page(ProfileSheetPage({ frame: visit.frame(viewer), person }));
    });
  }

  /** Begins a new assessment, or takes up the one that is to be put right. */
  @Post('desk/people/:id/profile/begin')
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { viewer, person } = await this.load(visit);
        const profile = person.profiles.find(({ id }) => id === form.text('profile'));
        if (form.text('profile') && !profile) throw new ApiError('NOT_FOUND', '');
        const started = profile ? draftOf(profile) : { assessor: viewer?.displayName ?? '' };
        this.keep(visit, request, response, started);
        return go(`${homeOf(visit)}/new/1`);
      },
    });
  }

  @Get('desk/people/:id/profile/new/:step')
  step(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.stepPage(visit, this.draft(visit)));
  }

  @Post('desk/people/:id/profile/new/:step')
  next(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const step = visit.param('step');
        const draft = this.draft(visit);
        if (step === CHECK) return this.save(visit, request, response, draft);
        if (step === SOURCE) {
          refuseIf(missing(form, { assessor: '请写是谁评估的', assessedOn: '请填评估日期' }));
          this.keep(visit, request, response, { ...draft, ...sourceOf(form) });
          return go(`${homeOf(visit)}/new/${CHECK}`);
        }
        const items = STEPS[Number(step) - 1];
        if (!items) throw new ApiError('NOT_FOUND', '');
        this.keep(visit, request, response, {
          ...draft,
          ...Object.fromEntries(items.map((item) => [item, form.text(item)])),
        });
        const last = Number(step) === STEPS.length;
        return go(`${homeOf(visit)}/new/${last ? SOURCE : Number(step) + 1}`);
      },
      again: (visit, form, problems) => {
        const typed = form.state().values as ProfileDraft;
        return this.stepPage(visit, { ...this.draft(visit), ...typed }, problems);
      },
    });
  }

  private async save(visit: Visit, request: Request, response: Response, draft: ProfileDraft): Promise<Answer> {
    const days = new Form(draft);
    const input = inputOf(visit.param('id'), draft, (name) => days.day(name));
    await visit.ask(saveFunctionalProfileDocument, { input });
    this.portal.keepDraft(response, request, 'profile', {});
    return go(homeOf(visit), '评估存好了，本人会收到消息');
  }

  private async load(visit: Visit) {
    const { viewer, personAssessments } = await visit.ask(personAssessmentsDocument, { personId: visit.param('id') });
    return { viewer, person: personAssessments };
  }

  private async stepPage(visit: Visit, draft: ProfileDraft, problems: readonly FormProblem[] = []): Promise<Answer> {
    const { viewer, person } = await this.load(visit);
    const step = visit.param('step');
    const [frame, csrf] = [visit.frame(viewer), visit.csrf];
    const form: FormState = { values: draft, problems };
    if (step === SOURCE) return page(ProfileSourcePage({ frame, csrf, person, form }));
    if (step === CHECK) {
      // The fields stand on the pages before.
      const told = problems.map(({ message, hint }) => ({ message, ...(hint ? { hint } : {}) }));
      return page(ProfileCheckPage({ frame, csrf, person, form: { values: {}, problems: told }, draft }));
    }
    const items = STEPS[Number(step) - 1];
    if (!items) throw new ApiError('NOT_FOUND', '');
    return page(ProfileStepPage({ frame, csrf, person, form, step: Number(step), items }));
  }

  /** A draft of another person counts as none. */
  private draft(visit: Visit): ProfileDraft {
    const draft = this.portal.draft(visit.request, 'profile');
    return draft.draft === nameOf(visit) ? draft : {};
  }

  private keep(visit: Visit, request: Request, response: Response, draft: ProfileDraft): void {
    const kept = new Set([...ABILITY_CODES, 'id', 'version', 'assessor', 'ownAids', ...DAY_PARTS]);
    const values = Object.fromEntries(Object.entries(draft).filter(([name]) => kept.has(name)));
    this.portal.keepDraft(response, request, 'profile', { ...values, draft: nameOf(visit) });
  }
}

const DAY_PARTS = ['assessedOn', 'validUntil'].flatMap((name) =>
  ['year', 'month', 'day'].map((part) => `${name}-${part}`),
);

const sourceOf = (form: Form): Record<string, string> =>
  Object.fromEntries([...SOURCE_FIELDS, ...DAY_PARTS].map((name) => [name, form.text(name)]));

const homeOf = (visit: Visit): string => `/desk/people/${visit.param('id')}/profile`;
const nameOf = (visit: Visit): string => `profile-${visit.param('id')}`;
