import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { OpenPostsPage } from './open.view.js';

/** 岗位开放数据: the files, what stands in them, and how other offices take them in. */
@Pages()
export class OpenDataController {
  constructor(private readonly portal: Portal) {}

  @Get('open/posts')
  posts(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) =>
      page(OpenPostsPage({ frame: visit.frame(await visit.viewer()) }), { shared: true }),
    );
  }

  @Get('open/posts.json')
  json(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.file(request, response, 'posts.json');
  }

  @Get('open/posts.csv')
  csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.file(request, response, 'posts.csv');
  }

  private file(request: Request, response: Response, name: string): Promise<void> {
    return this.portal.show(request, response, async (visit) => ({
      kind: 'passed',
      from: await visit.passOn(`/exports/open/${name}`),
    }));
  }
}
