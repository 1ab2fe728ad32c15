import { Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { Request, Response } from 'express';
import { Pages } from '../../../http/page.decorator.js';
import { ImportPages } from '../../imports/imports.pages.js';
import { employerPlace } from '../../imports/imports.place.js';

const HIRES = 'hires';
const IMPORTS = '/org/imports';

/** 单位用表格导入: disabled employees, and staff where a file is easier than the form. */
@Pages()
export class EmployerImportsController {
  constructor(
    private readonly pages: ImportPages,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(['org/quota/:year/import', 'org/quota/:year/import/:kind'])
  form(@Req() request: Request, @Res() response: Response, @Param() { year, kind }: Params): Promise<void> {
    return this.pages.form(request, response, employerPlace(kind ?? HIRES, year));
  }

  @Post(['org/quota/:year/import', 'org/quota/:year/import/:kind'])
  upload(@Req() request: Request, @Res() response: Response, @Param() { year, kind }: Params): Promise<void> {
    return this.pages.upload(request, response, employerPlace(kind ?? HIRES, year));
  }

  @Get('org/quota/:year/template/:kind')
  template(@Req() request: Request, @Res() response: Response, @Param() { year, kind }: Params): Promise<void> {
    return this.pages.template(request, response, employerPlace(kind ?? HIRES, year));
  }

  @Get('org/imports/:id')
  report(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.report(request, response, (kind) => employerPlace(kind, this.clock.today().slice(0, 4)));
  }

  @Get('org/imports/:id/workbook')
  workbook(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.workbook(request, response);
  }

  @Get('org/imports/:id/rows/:row')
  row(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.row(request, response, IMPORTS);
  }

  @Post('org/imports/:id/rows/:row')
  fix(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.fix(request, response, IMPORTS);
  }

  @Post('org/imports/:id/commit')
  commit(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.commit(request, response, IMPORTS);
  }

  @Post('org/imports/:id/discard')
  discard(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.discard(request, response, IMPORTS);
  }
}

interface Params {
  year: string;
  kind?: string;
}
