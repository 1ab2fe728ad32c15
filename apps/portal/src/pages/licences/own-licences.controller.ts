import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import {
  ownLicenceFormDocument,
  ownLicencesDocument,
  removeOwnLicenceDocument,
  saveOwnLicenceDocument,
  sayOwnLicencesDocument,
} from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import { atBoxes, type Form } from '../../http/form.js';
import { Pages } from '../../http/page.decorator.js';
import { Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { PROFILE } from '../seeker/profile/own.form.js';
import { inputOf, type LicencePlace, unnamed, valuesOf } from './licences.form.js';
import { LicencePage, LicencesPage } from './licences.view.js';

const BASE = '/me/profile/licences';

/** 我的证照, by the own word. */
@Pages()
export class OwnLicencesController {
  constructor(private readonly portal: Portal) {}

  @Get('me/profile/licences')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit, []));
  }

  @Post('me/profile/licences/all')
  sayAll(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(sayOwnLicencesDocument, {});
        return go(BASE, '记下了，推荐的岗位会跟着变');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Get('me/profile/licences/new')
  blank(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, null, []));
  }

  @Post('me/profile/licences/new')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.save(visit, null, form),
      again: (visit, form, problems) => this.formPage(visit, null, problems, form),
    });
  }

  @Get('me/profile/licences/:licence')
  edit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, visit.param('licence'), []));
  }

  @Post('me/profile/licences/:licence')
  correct(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.save(visit, visit.param('licence'), form),
      again: (visit, form, problems) => this.formPage(visit, visit.param('licence'), problems, form),
    });
  }

  @Post('me/profile/licences/:licence/remove')
  remove(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const version = Number(form.text('version'));
        await visit.ask(removeOwnLicenceDocument, { id: visit.param('licence'), version });
        return go(BASE, '删掉了');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  private async save(visit: Visit, id: string | null, form: Form): Promise<Answer> {
    refuseIf(unnamed(form));
    await visit.ask(saveOwnLicenceDocument, { input: inputOf(id, form) });
    return go(BASE, '存好了，请把证带给辅导员看一看');
  }

  private async listPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, ownLicences } = await visit.ask(ownLicencesDocument, {});
    if (!ownLicences) throw new ApiError('NOT_FOUND', '');
    const frame = visit.frame(viewer);
    const form = { values: {}, problems: atBoxes(problems) };
    return page(LicencesPage({ frame, csrf: visit.csrf, place: placeOf(!frame.acting), person: ownLicences, form }));
  }

  private async formPage(
    visit: Visit,
    id: string | null,
    problems: readonly FormProblem[],
    typed?: Form,
  ): Promise<Answer> {
    const { viewer, ownLicences, licencesAsked } = await visit.ask(ownLicenceFormDocument, {});
    const licence = ownLicences?.licences.find((one) => one.id === id);
    if (!ownLicences || (id !== null && !licence)) throw new ApiError('NOT_FOUND', '');
    const frame = visit.frame(viewer);
    const form = typed?.state(problems) ?? visit.form(valuesOf(licence));
    const props = { frame, csrf: visit.csrf, place: placeOf(!frame.acting), person: ownLicences, form };
    return page(LicencePage({ ...props, asked: licencesAsked, ...(licence ? { licence } : {}) }));
  }
}

/** A helper has no overview to go back to. */
const placeOf = (overview: boolean): LicencePlace => ({
  base: BASE,
  mine: true,
  home: PROFILE,
  service: '我的资料',
  crumbs: overview ? [{ href: PROFILE, text: '我的资料' }] : [],
});
