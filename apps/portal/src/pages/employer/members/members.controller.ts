import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { type MemberRowFragment, membersDocument, setMemberDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { setupLink, SetupLinkPage } from '../../account/setup/setup-link.js';
import { MemberPage, MembersPage, NewMemberPage } from './members.view.js';

const HOME = '/org/members';

/** 成员: an employer's own accounts, for its administrator. */
@Pages()
export class MembersController {
  constructor(private readonly portal: Portal) {}

  @Get('org/members')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, members } = await visit.ask(membersDocument, {});
      return page(MembersPage({ frame: visit.frame(viewer), members }));
    });
  }

  @Get('org/members/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit, visit.form()));
  }

  @Post('org/members/new')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { displayName: '请填姓名', login: '请填账号名', role: '请选能做什么' }));
        const input = { displayName: form.text('displayName'), login: form.text('login'), role: form.text('role') };
        const { setMember } = await visit.ask(setMemberDocument, { input });
        return this.linkPage(visit, setMember.id, setMember.setupToken);
      },
      again: (visit, form, problems) => this.newPage(visit, form.state(problems)),
    });
  }

  @Get('org/members/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.memberPage(visit, []));
  }

  @Post('org/members/:id/role')
  role(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { role: '请选能做什么' }));
        await visit.ask(setMemberDocument, { input: { id: visit.param('id'), role: form.text('role') } });
        return go(HOME, '角色换好了');
      },
      again: (visit, form, problems) => this.memberPage(visit, problems, form),
    });
  }

  @Post('org/members/:id/disabled')
  disable(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const disabled = form.text('disabled') === 'yes';
        await visit.ask(setMemberDocument, { input: { id: visit.param('id'), disabled } });
        return go(HOME, disabled ? '已停用，它的登录都退出了' : '已重新启用');
      },
      again: (visit, _, problems) => this.memberPage(visit, problems),
    });
  }

  @Post('org/members/:id/link')
  link(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { setMember } = await visit.ask(setMemberDocument, { input: { id: visit.param('id'), newLink: true } });
        return this.linkPage(visit, setMember.id, setMember.setupToken);
      },
      again: (visit, _, problems) => this.memberPage(visit, problems),
    });
  }

  /** No redirect: the link is shown this once. */
  private async linkPage(visit: Visit, id: string, token: string | null): Promise<Answer> {
    const { viewer, member } = await this.find(visit, id);
    return page(
      SetupLinkPage({
        frame: visit.frame(viewer),
        crumb: { href: HOME, text: '成员' },
        name: member.displayName,
        link: setupLink(visit, token ?? ''),
        back: { href: HOME, text: '回到成员' },
      }),
    );
  }

  private async newPage(visit: Visit, form: FormState): Promise<Answer> {
    // Also asks whether the viewer may be here at all.
    const { viewer } = await visit.ask(membersDocument, {});
    return page(NewMemberPage({ frame: visit.frame(viewer), csrf: visit.csrf, form }));
  }

  private async memberPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, member } = await this.find(visit, visit.param('id'));
    const state = form?.state(problems) ?? { values: { role: member.role }, problems };
    return page(MemberPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, member }));
  }

  private async find(visit: Visit, id: string) {
    const { viewer, members } = await visit.ask(membersDocument, {});
    const member: MemberRowFragment | undefined = members.find((one) => one.id === id);
    if (!member || member.own) throw new ApiError('NOT_FOUND', '没有这个成员。');
    return { viewer, member };
  }
}
