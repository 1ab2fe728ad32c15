import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { ImportPages } from '../../imports/imports.pages.js';
import { officePlace } from '../../imports/imports.place.js';
import { RostersPage } from './rosters.view.js';

const IMPORTS = '/office/imports';

/** 名册导入: every kind of roster, the same way as an employer's. */
@Pages()
export class RostersController {
  constructor(
    private readonly portal: Portal,
    private readonly pages: ImportPages,
  ) {}

  @Get('office/rosters')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const viewer = await visit.viewer();
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      return page(RostersPage({ frame: visit.frame(viewer) }));
    });
  }

  @Get('office/rosters/:kind')
  form(@Req() request: Request, @Res() response: Response, @Param('kind') kind: string): Promise<void> {
    return this.pages.form(request, response, officePlace(kind));
  }

  @Post('office/rosters/:kind')
  upload(@Req() request: Request, @Res() response: Response, @Param('kind') kind: string): Promise<void> {
    return this.pages.upload(request, response, officePlace(kind));
  }

  @Get('office/rosters/:kind/template')
  template(@Req() request: Request, @Res() response: Response, @Param('kind') kind: string): Promise<void> {
    return this.pages.template(request, response, officePlace(kind));
  }

  @Get('office/imports/:id')
  report(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.report(request, response, officePlace);
  }

  @Get('office/imports/:id/workbook')
  workbook(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.workbook(request, response);
  }

  @Get('office/imports/:id/rows/:row')
  row(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.row(request, response, IMPORTS);
  }

  @Post('office/imports/:id/rows/:row')
  fix(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.fix(request, response, IMPORTS);
  }

  @Post('office/imports/:id/commit')
  commit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.commit(request, response, IMPORTS);
  }

  @Post('office/imports/:id/discard')
  discard(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.discard(request, response, IMPORTS);
  }
}
