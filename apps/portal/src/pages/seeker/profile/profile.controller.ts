import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  myConsentsDocument,
  myContactDocument,
  myDataDocument,
  myProfileDocument,
  requestMyDataDocument,
  setConsentDocument,
  withdrawMyDataRequestDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { localPath } from '../../../http/headers.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { CONSENTS, ConsentsPage } from './consent.view.js';
import { DataPage, DeletePage } from './data.view.js';
import { ContactPage, ProfilePage } from './profile.view.js';

const DATA = '/me/profile/data';

/** 我的资料: consents, contact, a copy of everything, deletion. */
@Pages()
export class ProfileController {
  constructor(private readonly portal: Portal) {}

  @Get('me/profile')
  overview(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, myRecord, myConsents, myData, ownProfile } = await visit.ask(myProfileDocument, {});
      const { purposes } = myConsents;
      return page(
        ProfilePage({
          frame: visit.frame(viewer),
          record: myRecord,
          sections: ownProfile?.sections ?? [],
          consents: purposes,
          requests: myData.requests,
        }),
      );
    });
  }

  @Get('me/profile/contact')
  contact(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, myRecord, smsWanted } = await visit.ask(myContactDocument, {});
      return page(ContactPage({ frame: visit.frame(viewer), record: myRecord, smsWanted }));
    });
  }

  @Get('me/profile/consents')
  consents(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, myConsents } = await visit.ask(myConsentsDocument, {});
      return page(ConsentsPage({ frame: visit.frame(viewer), csrf: visit.csrf, consents: myConsents }));
    });
  }

  @Post('me/profile/consents')
  answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const given = form.text('given') === 'yes';
        await visit.ask(setConsentDocument, { purpose: form.text('purpose'), given });
        return go(localPath(form.maybe('next'), CONSENTS), given ? '记下了：您同意' : '记下了：您不同意，马上停用');
      },
    });
  }

  @Get('me/profile/data')
  data(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.dataPage(visit, []));
  }

  @Post('me/profile/data/export')
  export(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(requestMyDataDocument, { kind: 'EXPORT' });
        return go(DATA, '收到了，正在准备');
      },
      again: (visit, form, problems) => this.dataPage(visit, problems, form),
    });
  }

  /** The download is the one time that the file can be had, so it is a press of a button, not a link. */
  @Post('me/profile/data/file')
  file(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form): Promise<Answer> => {
        const file = await visit.fetchFile(`/exports/${encodeURIComponent(form.text('id'))}`);
        const { bytes, contentType, fileName } = file;
        return { kind: 'file', body: bytes, contentType, name: fileName ?? '我的资料.html' };
      },
      again: (visit, form, problems) => this.dataPage(visit, problems, form),
    });
  }

  @Get('me/profile/data/delete')
  deletion(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.deletePage(visit, []));
  }

  @Post('me/profile/data/deletion')
  requestDeletion(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(requestMyDataDocument, { kind: 'DELETION' });
        return go(`${DATA}/delete`, '申请收到了，等残联决定');
      },
      again: (visit, form, problems) => this.deletePage(visit, problems, form),
    });
  }

  @Post('me/profile/data/withdraw')
  withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(withdrawMyDataRequestDocument, { id: form.text('id') });
        return go(`${DATA}/delete`, '撤回了，您的资料都在');
      },
      again: (visit, form, problems) => this.deletePage(visit, problems, form),
    });
  }

  private async dataPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, myData } = await visit.ask(myDataDocument, {});
    const state = form?.state(problems) ?? visit.form();
    return page(DataPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, data: myData }));
  }

  private async deletePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, myData } = await visit.ask(myDataDocument, {});
    const state = form?.state(problems) ?? visit.form();
    return page(DeletePage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, data: myData }));
  }
}
