import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  applicationContactDocument,
  declineReferralDocument,
  myApplicationDocument,
  releaseApplicationDocument,
  respondToOfferDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { needsIn, needValues, withSaid } from './needs.parts.js';
import { ApplicationPage, ContactPage, DeclinePage } from './application.view.js';

const PHONE = /^1\d{10}$/;
const hereOf = (visit: Visit): string => `/me/applications/${visit.param('id')}`;

/** One of the own applications, and what the person says to it. */
@Pages()
export class ApplicationController {
  constructor(private readonly portal: Portal) {}

  @Get('me/applications/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const asked = await visit.ask(myApplicationDocument, { id: visit.param('id') });
      const { viewer, myApplication: one, supportOffers: offers } = asked;
      const frame = visit.frame(viewer);
      return page(ApplicationPage({ frame, csrf: visit.csrf, once: visit.once(), one, offers }));
    });
  }

  @Post('me/applications/:id/accept')
  accept(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(respondToOfferDocument, { input: { id: visit.param('id'), accept: true } });
        return go(hereOf(visit), '您答应去了，单位会收到消息');
      },
    });
  }

  @Get('me/applications/:id/decline')
  declineForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.declinePage(visit, visit.form()));
  }

  @Post('me/applications/:id/decline')
  decline(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选为什么不去' }));
        const said = { reason: form.text('reason'), reasonText: form.maybe('reasonText') ?? null };
        await visit.ask(declineReferralDocument, { input: { id: visit.param('id'), ...said } });
        return go(hereOf(visit), '记下了。可以再看看别的岗位');
      },
      again: (visit, form, problems) => this.declinePage(visit, form.state(problems)),
    });
  }

  @Get('me/applications/:id/contact')
  contactForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.contactPage(visit));
  }

  @Post('me/applications/:id/contact')
  contact(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf([
          ...(PHONE.test(form.text('contactPhone')) ? [] : [{ field: 'contactPhone', message: '请填 11 位手机号' }]),
          ...missing(form, { contactWay: '请选单位怎么联系您' }),
        ]);
        const { needs, told } = needsIn(form);
        const input = {
          id: visit.param('id'),
          release: true,
          contactPhone: form.text('contactPhone'),
          contactWay: form.text('contactWay'),
          needs,
          shareNeeds: told.length > 0,
          sharedNeeds: told,
        };
        await visit.ask(releaseApplicationDocument, { input });
        return go(hereOf(visit), '单位看得到您的姓名和电话了');
      },
      again: (visit, form, problems) => this.contactPage(visit, form.state(problems)),
    });
  }

  @Post('me/applications/:id/withhold')
  withhold(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const input = { id: visit.param('id'), release: false, shareNeeds: false };
        await visit.ask(releaseApplicationDocument, { input });
        return go(hereOf(visit), '单位看不到您的姓名和电话了');
      },
    });
  }

  private async declinePage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, myApplication } = await visit.ask(myApplicationDocument, { id: visit.param('id') });
    if (!myApplication.declinable) return go(hereOf(visit));
    return page(DeclinePage({ frame: visit.frame(viewer), csrf: visit.csrf, form, one: myApplication }));
  }

  /** @param typed what was typed; absent: what stands */
  private async contactPage(visit: Visit, typed?: FormState): Promise<Answer> {
    const asked = await visit.ask(applicationContactDocument, { id: visit.param('id') });
    const { viewer, myApplication: one, applicationNeeds } = asked;
    if (!one.releasable) return go(hereOf(visit));
    // Of a referral nothing was said yet: the own profile is where to begin.
    const said = one.contactPhone === '' ? undefined : { needs: one.needs, told: one.sharedNeeds };
    const form =
      typed ??
      visit.form({
        contactPhone: one.contactPhone,
        contactWay: one.contactWay,
        ...needValues(withSaid(applicationNeeds, one), said),
      });
    return page(ContactPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, one, needs: applicationNeeds }));
  }
}
