import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { applyFormDocument, applyToPostDocument, setConsentDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { needsIn, needValues } from '../applications/needs.parts.js';
import { ApplyCheckPage, ApplyDonePage, ApplyStepPage, STEPS, type Step } from './apply.view.js';

/** The purpose that an employer's sight of the phone rests on. */
const CONTACT = 'EMPLOYER_CONTACT';

type Draft = Record<string, string | readonly string[]>;

/** 申请: four short pages, a check, a receipt. What was filled in waits in an encrypted cookie of this session. */
@Pages()
export class ApplyController {
  constructor(private readonly portal: Portal) {}

  @Get('me/jobs/:id/apply/check')
  check(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.checkPage(visit, this.draftOf(visit), []));
  }

  @Post('me/jobs/:id/apply/check')
  send(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const draft = this.draftOf(visit);
        // Before the application: the employer may look at once.
        if (textOf(draft, 'contact') === 'yes') await visit.ask(setConsentDocument, { purpose: CONTACT, given: true });
        const { applyToPost } = await visit.ask(applyToPostDocument, {
          input: {
            postId: visit.param('id'),
            contactPhone: textOf(draft, 'phone'),
            contactWay: textOf(draft, 'way'),
            needs: [...listOf(draft, 'needs')],
            shareNeeds: listOf(draft, 'told').length > 0,
            sharedNeeds: [...listOf(draft, 'told')],
            note: textOf(draft, 'note') || null,
            idempotencyKey: form.text('once'),
          },
        });
        this.portal.keepDraft(response, request, 'apply', {});
        return go(
          `${this.path(visit)}/done?receipt=${visit.sealReceipt({ number: applyToPost.id, way: textOf(draft, 'way') })}`,
        );
      },
      again: (visit, _, problems) => this.checkPage(visit, this.draftOf(visit), problems),
    });
  }

  @Get('me/jobs/:id/apply/done')
  done(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { number, way = '' } = visit.openReceipt() ?? {};
      if (!number) throw new ApiError('NOT_FOUND', '');
      const { viewer, publicPost } = await this.load(visit);
      return page(ApplyDonePage({ frame: visit.frame(viewer), post: publicPost, number, way }));
    });
  }

  @Get('me/jobs/:id/apply/:step')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => {
      const draft = this.draftOf(visit);
      return this.stepPage(visit, { values: draft, problems: [] }, draft);
    });
  }

  @Post('me/jobs/:id/apply/:step')
  next(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const step = this.stepOf(visit);
        refuseIf(problemsOf(step, form));
        if (step === 1 && form.text('want') === 'no') return go('/me/jobs', '好的，您可以再看看别的岗位。');
        const draft: Draft = { ...this.draftOf(visit), post: visit.param('id') };
        if (step === 3) Object.assign(draft, needsIn(form));
        else for (const name of STEPS[step].fields) draft[name] = form.text(name);
        this.portal.keepDraft(response, request, 'apply', draft);
        return go(`${this.path(visit)}/${step === 4 || form.text('to') === 'check' ? 'check' : step + 1}`);
      },
      again: (visit, form, problems) => this.stepPage(visit, form.state(problems)),
    });
  }

  private path(visit: Visit): string {
    return `/me/jobs/${visit.param('id')}/apply`;
  }

  private stepOf(visit: Visit): Step {
    const step = Number(visit.param('step'));
    if (step !== 1 && step !== 2 && step !== 3 && step !== 4) throw new ApiError('NOT_FOUND', '');
    return step;
  }

  /** The draft of this post; one of another post counts as none, except how to reach the person. */
  private draftOf(visit: Visit): Draft {
    const draft = this.portal.draft(visit.request, 'apply');
    if (draft.post === visit.param('id')) return draft;
    return { ...(draft.phone ? { phone: draft.phone } : {}), ...(draft.way ? { way: draft.way } : {}) };
  }

  private async load(visit: Visit) {
    const { viewer, publicPost, myConsents, applicationNeeds } = await visit.ask(applyFormDocument, {
      id: visit.param('id'),
    });
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    // One applies for it at the office it came from, as its page says.
    if (!publicPost || publicPost.origin?.applyHere === false) throw new ApiError('NOT_FOUND', '');
    const agreed = myConsents.purposes.some(({ purpose, state }) => purpose === CONTACT && state === 'GIVEN');
    return { viewer, publicPost, agreed, needs: applicationNeeds };
  }

  /** @param draft what waits; left out: the form holds what was typed */
  private async stepPage(visit: Visit, typed: FormState, draft?: Draft): Promise<Answer> {
    const { viewer, publicPost, agreed, needs } = await this.load(visit);
    const said =
      draft?.needs === undefined ? undefined : { needs: listOf(draft, 'needs'), told: listOf(draft, 'told') };
    const form = draft ? { ...typed, values: { ...typed.values, ...needValues(needs, said) } } : typed;
    const back = visit.query('to') === 'check' || textOf(form.values, 'to') === 'check';
    const frame = visit.frame(viewer);
    const step = this.stepOf(visit);
    return page(ApplyStepPage({ frame, csrf: visit.csrf, post: publicPost, step, form, toCheck: back, agreed, needs }));
  }

  private async checkPage(visit: Visit, draft: Draft, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, publicPost, agreed } = await this.load(visit);
    if (!textOf(draft, 'phone')) return go(`${this.path(visit)}/1`);
    const form = { values: draft, problems };
    const frame = visit.frame(viewer);
    return page(ApplyCheckPage({ frame, csrf: visit.csrf, once: visit.once(), post: publicPost, form, agreed }));
  }
}

const textOf = (values: Readonly<Record<string, string | readonly string[] | undefined>>, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};
const listOf = (values: Draft, name: string): readonly string[] => {
  const value = values[name];
  return typeof value === 'string' ? [value] : (value ?? []);
};

/** Presence and digit shape; the API judges the rest. */
function problemsOf(step: Step, form: Form): FormProblem[] {
  const problems: FormProblem[] = [];
  if (step === 1 && !form.text('want')) problems.push({ field: 'want', message: '请选想去，还是再想想' });
  if (step === 2) {
    if (!form.text('phone')) problems.push({ field: 'phone', message: '请填手机号' });
    else if (!/^\d{11}$/.test(form.text('phone'))) problems.push({ field: 'phone', message: '手机号要填 11 位数字' });
    if (!form.text('way')) problems.push({ field: 'way', message: '请选一种联系方式' });
  }
  if (step === 4 && [...form.text('note')].length > 200) problems.push({ field: 'note', message: '最多写 200 个字' });
  return problems;
}
