import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { recordSeatVisitDocument, respondToSeatDocument, seatOfferDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { type Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { SeatAnswerPage, TRIES } from './seats.view.js';

/** Where the page stands: at the desk, or in the office's room. */
export interface SeatPlace {
  list: string;
  here: string;
  offer: string;
  crumbs: readonly { href: string; text: string }[];
}

/** 记答复: one page for the desk and the office. */
export class SeatAnswerPages {
  constructor(
    private readonly portal: Portal,
    private readonly placeOf: (visit: Visit) => SeatPlace,
  ) {}

  show(request: Request, response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.answerPage(visit));
  }

  submit(request: Request, response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { list, offer: id } = this.placeOf(visit);
        const idempotencyKey = form.text('once') || visit.once();
        refuseIf(missing(form, { came: '请选结果' }));
        const came = form.text('came');
        if (came === 'none') {
          const tried = TRIES.filter((at) => form.day(`on-${at}`) !== '');
          refuseIf(tried.length === 0 ? [{ field: 'on-1', message: '请填哪天去的' }] : []);
          const attempts = tried.map((at) => ({ on: form.day(`on-${at}`), way: form.text(`how-${at}`) || 'VISIT' }));
          await visit.ask(recordSeatVisitDocument, { input: { id, attempts, idempotencyKey } });
          return go(list, '记下了，没有找到人');
        }
        refuseIf(missing(form, { way: '请选本人是怎么说的', ...(came === 'no' ? { reason: '请选不去的原因' } : {}) }));
        const input = {
          id,
          accept: came === 'yes',
          reason: came === 'no' ? form.text('reason') : null,
          reasonText: came === 'no' ? (form.maybe('reasonText') ?? null) : null,
          way: form.text('way'),
          idempotencyKey,
        };
        await visit.ask(respondToSeatDocument, { input });
        return go(list, came === 'yes' ? '记下了，本人答应去' : '记下了，本人不去');
      },
      again: (visit, form, problems) =>
        this.answerPage(
          visit,
          form,
          problems.map((one) => ({ ...one, ...fieldOf(one.field) })),
        ),
    });
  }

  private async answerPage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const place = this.placeOf(visit);
    const { viewer, seatOffer: seat } = await visit.ask(seatOfferDocument, { id: place.offer });
    const answerable = ['OPEN', 'SILENT', 'NOT_FOUND', 'RELEASING'].includes(seat.stand);
    if (!answerable && problems.length === 0) return go(place.list);
    return page(
      SeatAnswerPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form(),
        seat,
        ...place,
      }),
    );
  }
}

/** The tries of the API by the boxes of the page. */
function fieldOf(field: string | undefined): { field?: string } {
  const [, index, part] = /^(?:input\.)?attempts\.(\d+)\.(on|way)$/.exec(field ?? '') ?? [];
  if (index === undefined) return field === undefined ? {} : { field };
  return { field: `${part === 'on' ? 'on' : 'how'}-${Number(index) + 1}` };
}
