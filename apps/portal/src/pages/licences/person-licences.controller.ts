import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import {
  personLicenceFormDocument,
  personLicencesDocument,
  removePersonLicenceDocument,
  savePersonLicenceDocument,
  sayPersonLicencesDocument,
  seeLicenceDocument,
} from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import { atBoxes, type Form } from '../../http/form.js';
import { Pages } from '../../http/page.decorator.js';
import { Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { personPlace } from '../counsellor/jobs/person.pages.js';
import { DESK, OFFICE } from '../consents/consents.place.js';
import { inputOf, type LicencePlace, unnamed, valuesOf } from './licences.form.js';
import { LicencePage, LicencesPage } from './licences.view.js';

/** 证照 of somebody, as a counsellor or an officer writes them down and looks at the paper. */
@Pages()
export class PersonLicencesController {
  constructor(private readonly portal: Portal) {}

  @Get(['desk/people/:id/licences', 'office/people/:id/licences'])
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit, []));
  }

  @Post(['desk/people/:id/licences/all', 'office/people/:id/licences/all'])
  sayAll(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(sayPersonLicencesDocument, { personId: visit.param('id') });
        return go(baseOf(visit), '记下了，本人会收到消息');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Get(['desk/people/:id/licences/new', 'office/people/:id/licences/new'])
  blank(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, null, []));
  }

  @Post(['desk/people/:id/licences/new', 'office/people/:id/licences/new'])
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.save(visit, null, form),
      again: (visit, form, problems) => this.formPage(visit, null, problems, form),
    });
  }

  @Get(['desk/people/:id/licences/:licence', 'office/people/:id/licences/:licence'])
  edit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, visit.param('licence'), []));
  }

  @Post(['desk/people/:id/licences/:licence', 'office/people/:id/licences/:licence'])
  correct(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.save(visit, visit.param('licence'), form),
      again: (visit, form, problems) => this.formPage(visit, visit.param('licence'), problems, form),
    });
  }

  @Post(['desk/people/:id/licences/:licence/seen', 'office/people/:id/licences/:licence/seen'])
  see(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(seeLicenceDocument, lineOf(visit, form));
        return go(baseOf(visit), '记下了：您看过证件');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Post(['desk/people/:id/licences/:licence/remove', 'office/people/:id/licences/:licence/remove'])
  remove(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(removePersonLicenceDocument, lineOf(visit, form));
        return go(baseOf(visit), '删掉了，本人会收到消息');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  private async save(visit: Visit, id: string | null, form: Form): Promise<Answer> {
    refuseIf(unnamed(form));
    const seen = form.list('seen').length > 0;
    await visit.ask(savePersonLicenceDocument, { personId: visit.param('id'), seen, input: inputOf(id, form) });
    return go(baseOf(visit), '存好了，本人会收到消息');
  }

  private async listPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, personLicences: person } = await visit.ask(personLicencesDocument, { personId: visit.param('id') });
    const form = { values: {}, problems: atBoxes(problems) };
    const place = placeOf(visit, person.name);
    return page(LicencesPage({ frame: visit.frame(viewer), csrf: visit.csrf, place, person, form }));
  }

  private async formPage(
    visit: Visit,
    id: string | null,
    problems: readonly FormProblem[],
    typed?: Form,
  ): Promise<Answer> {
    const asked = await visit.ask(personLicenceFormDocument, { personId: visit.param('id') });
    const person = asked.personLicences;
    const licence = person.licences.find((one) => one.id === id);
    if (id !== null && !licence) throw new ApiError('NOT_FOUND', '');
    const form = typed?.state(problems) ?? visit.form(valuesOf(licence));
    const place = placeOf(visit, person.name);
    const props = { frame: visit.frame(asked.viewer), csrf: visit.csrf, place, person, form };
    return page(LicencePage({ ...props, asked: asked.licencesAsked, ...(licence ? { licence } : {}) }));
  }
}

const baseOf = (visit: Visit): string => `${personPlace(visit).base}/licences`;

const lineOf = (visit: Visit, form: Form) => ({
  personId: visit.param('id'),
  id: visit.param('licence'),
  version: Number(form.text('version')),
});

function placeOf(visit: Visit, name: string): LicencePlace {
  const { office, home, crumbs } = personPlace(visit);
  const { service } = office ? OFFICE : DESK;
  return { base: baseOf(visit), mine: false, home, service: office ? name : service, crumbs: crumbs(name) };
}
