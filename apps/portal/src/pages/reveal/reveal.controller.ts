import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { revealDocument, revealSubjectDocument } from '../../gql/generated.js';
import { type Answer, page } from '../../http/answer.js';
import { type Form, missing } from '../../http/form.js';
import { localPath } from '../../http/headers.js';
import { Pages } from '../../http/page.decorator.js';
import { Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { RevealedPage, RevealFormPage, SHOWN_S } from './reveal.view.js';

const PROBLEMS = { reason: '请选一个用途', note: '请写具体办什么事' };

/** 看完整号码. The value stands in the answer to the form alone: no address shows it, nothing here keeps it. */
@Pages()
export class RevealController {
  constructor(private readonly portal: Portal) {}

  @Get('reveal/:field/:subject')
  ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, []));
  }

  @Post('reveal/:field/:subject')
  look(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, PROBLEMS));
        const { reveal } = await visit.ask(revealDocument, {
          input: {
            field: visit.param('field'),
            subjectId: visit.param('subject'),
            reason: form.text('reason'),
            note: form.text('note'),
          },
        });
        const view = RevealedPage({ frame: visit.frame(await visit.viewer()), back: backOf(visit), revealed: reveal });
        // No 303: a value must not lie anywhere to be fetched again. Without script the browser leaves by itself.
        return page(view, { leave: { afterS: SHOWN_S, to: `${addressOf(visit)}&over=1` } });
      },
      again: (visit, form, problems) => this.formPage(visit, problems, form),
    });
  }

  private async formPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, revealSubject } = await visit.ask(revealSubjectDocument, {
      field: visit.param('field'),
      subjectId: visit.param('subject'),
    });
    return page(
      RevealFormPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        action: addressOf(visit),
        back: backOf(visit),
        over: visit.query('over') !== undefined && problems.length === 0,
        subject: revealSubject,
        form: form?.state(problems) ?? visit.form(),
      }),
    );
  }
}

const backOf = (visit: Visit): string => localPath(visit.query('back'));

const addressOf = (visit: Visit): string => {
  const [field, subject] = [visit.param('field'), visit.param('subject')].map(encodeURIComponent);
  return `/reveal/${field}/${subject}?back=${encodeURIComponent(backOf(visit))}`;
};
