import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  createAccountDocument,
  decideRolesDocument,
  resetAccountDocument,
  setAccountDisabledDocument,
  setRolesDocument,
  userDocument,
  usersDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { setupLink, SetupLinkPage } from '../../account/setup/setup-link.js';
import { NewUserPage, UserPage, UsersPage } from './users.view.js';

const PAGE_SIZE = 20;

/** 人员: accounts and roles. Every guard stands in the API. */
@Pages()
export class UsersController {
  constructor(private readonly portal: Portal) {}

  @Get('office/users')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, accounts } = await visit.ask(usersDocument, { first: PAGE_SIZE, after: after ?? null });
      return page(
        UsersPage({
          frame: visit.frame(viewer),
          total: accounts.totalCount,
          accounts: accounts.edges.map((edge) => edge.node),
          ...pagerLinks('/office/users', {}, after, accounts.pageInfo),
        }),
      );
    });
  }

  @Get('office/users/new')
  fresh(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.newPage(visit, visit.form()));
  }

  @Post('office/users/new')
  create(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const wanted = {
          login: '请填账号名',
          displayName: '请填姓名',
          idNumber: '请填身份证号',
          divisionCode: '请填区划代码',
        };
        refuseIf([...missing(form, wanted), ...rolesMissing(form)]);
        const { createAccount } = await visit.ask(createAccountDocument, {
          input: {
            login: form.text('login'),
            displayName: form.text('displayName'),
            idNumber: form.text('idNumber'),
            divisionCode: form.text('divisionCode').padEnd(12, '0'),
            roles: [...form.list('roles')],
          },
        });
        return this.linkPage(visit, createAccount.accountId, createAccount.setupToken);
      },
      again: (visit, form, problems) => this.newPage(visit, form.state(problems)),
    });
  }

  @Get('office/users/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.userPage(visit, []));
  }

  @Post('office/users/:id/roles')
  roles(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(rolesMissing(form));
        await visit.ask(setRolesDocument, { id: visit.param('id'), roles: [...form.list('roles')] });
        return go(this.path(visit), '提好了，请另一位安全管理员确认');
      },
      again: (visit, form, problems) => this.userPage(visit, problems, form),
    });
  }

  @Post('office/users/:id/decide')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const approve = form.text('approve') === 'yes';
        await visit.ask(decideRolesDocument, { changeId: form.text('change'), approve });
        return go(this.path(visit), approve ? '角色已生效' : '已驳回');
      },
      again: (visit, _, problems) => this.userPage(visit, problems),
    });
  }

  @Post('office/users/:id/disable')
  disable(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const disabled = form.text('disabled') === 'yes';
        await visit.ask(setAccountDisabledDocument, { id: visit.param('id'), disabled });
        return go(this.path(visit), disabled ? '已停用，它的登录都退出了' : '已重新启用');
      },
      again: (visit, _, problems) => this.userPage(visit, problems),
    });
  }

  @Post('office/users/:id/reset')
  reset(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { resetAccount } = await visit.ask(resetAccountDocument, { id: visit.param('id') });
        return this.linkPage(visit, resetAccount.accountId, resetAccount.setupToken);
      },
      again: (visit, _, problems) => this.userPage(visit, problems),
    });
  }

  private path(visit: Visit): string {
    return `/office/users/${encodeURIComponent(visit.param('id'))}`;
  }

  /** No redirect: the link is shown this once, so no address and no cookie may hold it. */
  private async linkPage(visit: Visit, accountId: string, token: string): Promise<Answer> {
    const { viewer, account } = await visit.ask(userDocument, { id: accountId });
    return page(
      SetupLinkPage({
        frame: visit.frame(viewer),
        crumb: { href: '/office/users', text: '人员' },
        name: account.displayName,
        link: setupLink(visit, token),
        note: account.change && '角色等另一位安全管理员确认以后才生效。',
        back: { href: `/office/users/${account.id}`, text: '看这个账号' },
      }),
    );
  }

  private async newPage(visit: Visit, form: FormState): Promise<Answer> {
    const viewer = await visit.viewer();
    // Asks for the list only to learn whether the viewer may be here at all.
    await visit.ask(usersDocument, { first: 1, after: null });
    return page(NewUserPage({ frame: visit.frame(viewer), csrf: visit.csrf, form }));
  }

  private async userPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, account } = await visit.ask(userDocument, { id: visit.param('id') });
    const state = form?.state(problems) ?? { values: { roles: account.roles }, problems };
    return page(UserPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, account }));
  }
}

const rolesMissing = (form: Form): FormProblem[] =>
  form.list('roles').length > 0 ? [] : [{ field: 'roles', message: '请至少选一个角色' }];
