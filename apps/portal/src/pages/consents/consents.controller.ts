import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import { findPersonDocument, personConsentsDocument, recordConsentDocument } from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import { type Form, missing } from '../../http/form.js';
import { Pages } from '../../http/page.decorator.js';
import { Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { type ConsentPlace, DESK, OFFICE } from './consents.place.js';
import { FindPersonPage, PersonConsentsPage, RecordConsentPage } from './consents.view.js';

/** 记同意: what somebody said on paper, in a call or face to face is written down, at the desk and in the office. */
@Pages()
export class PersonConsentsController {
  constructor(private readonly portal: Portal) {}

  @Get(['desk/people/:id/consents', 'office/people/:id/consents'])
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, personConsents: person } = await this.load(visit);
      return page(PersonConsentsPage({ frame: visit.frame(viewer), place: placeOf(visit), person }));
    });
  }

  @Get(['desk/people/:id/consents/:purpose', 'office/people/:id/consents/:purpose'])
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, []));
  }

  @Post(['desk/people/:id/consents/:purpose', 'office/people/:id/consents/:purpose'])
  record(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const wanted = { given: '请选同意还是不同意', channel: '请选怎么说的', saidBy: '请选谁说的' };
        refuseIf(missing(form, wanted));
        const ofGuardian = form.text('saidBy') === 'GUARDIAN';
        if (ofGuardian) refuseIf(missing(form, { guardianBasis: '请选凭什么是监护人' }));
        const given = form.text('given') === 'yes';
        await visit.ask(recordConsentDocument, {
          input: {
            personId: visit.param('id'),
            purpose: visit.param('purpose'),
            given,
            channel: form.text('channel'),
            saidBy: form.text('saidBy'),
            guardianBasis: ofGuardian ? form.text('guardianBasis') : null,
            evidenceId: form.maybe('evidenceId') ?? null,
          },
        });
        const text = given ? '记下了：同意' : '记下了：不同意，马上停用';
        return go(placeOf(visit).consents(visit.param('id')), `${text}。记错了，再记一次相反的`);
      },
      again: (visit, form, problems) => this.formPage(visit, problems, form),
    });
  }

  /** The paper goes on to the api as it comes; its number comes back in the address of the form. */
  @Post(['desk/people/:id/consents/:purpose/paper', 'office/people/:id/consents/:purpose/paper'])
  paper(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.upload(request, response, {
      work: async (visit) => {
        const { id } = await visit.forwardUpload<{ id: string }>('/evidence');
        const home = placeOf(visit).consents(visit.param('id'));
        return go(`${home}/${encodeURIComponent(visit.param('purpose'))}?paper=${id}`, '签字的纸传好了，再照纸上的记');
      },
      again: (visit, _, problems) =>
        this.formPage(
          visit,
          problems.map((problem) => ({ ...problem, field: 'file' })),
        ),
    });
  }

  /** A paper, for who may see it: from any page that names it. */
  @Get('papers/:id')
  look(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { contentType, bytes, fileName } = await visit.fetchFile(
        `/evidence/${encodeURIComponent(visit.param('id'))}`,
      );
      return { kind: 'file', body: bytes, contentType, name: fileName ?? '材料' };
    });
  }

  @Get('office/people')
  find(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.findPage(visit, []));
  }

  /** A number never stands in an address: a search is a post. */
  @Post('office/people')
  found(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { number: '请填证件号' }));
        const { findPerson } = await visit.ask(findPersonDocument, { number: form.text('number') });
        const nobody = { field: 'number', message: '没有找到这个人', hint: '请核对证件号；外县的人请找外县的残联。' };
        if (!findPerson) refuseIf([nobody]);
        return go(OFFICE.consents(String(findPerson?.id)));
      },
      again: (visit, form, problems) => this.findPage(visit, problems, form),
    });
  }

  private load(visit: Visit) {
    return visit.ask(personConsentsDocument, { personId: visit.param('id') });
  }

  private async formPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, personConsents: person } = await this.load(visit);
    const consent = person.purposes.find(({ purpose }) => purpose === visit.param('purpose'));
    if (!consent) throw new ApiError('NOT_FOUND', '');
    const paper = form ? form.text('evidenceId') : (visit.query('paper') ?? '');
    const fresh = { values: paper ? { channel: 'PAPER' } : {}, problems };
    return page(
      RecordConsentPage({
        frame: visit.frame(viewer),
        place: placeOf(visit),
        csrf: visit.csrf,
        uploadToken: visit.uploadToken,
        form: form?.state(problems) ?? fresh,
        person,
        consent,
        ...(paper ? { paper } : {}),
      }),
    );
  }

  private async findPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const state = form?.state(problems) ?? visit.form();
    return page(FindPersonPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state }));
  }
}

const placeOf = (visit: Visit): ConsentPlace => (visit.request.path.startsWith('/office/') ? OFFICE : DESK);
