import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { Public } from '@tongxing/access';
import type { Request, Response } from 'express';
import { OpenPostsService } from './open-posts.service.js';

/** 岗位开放数据 as files, written out page by page. The portal hands them on at `/open/posts.json` and `.csv`; nobody else reaches the api. */
@Controller('exports/open')
export class OpenPostsController {
  constructor(private readonly posts: OpenPostsService) {}

  @Public()
  @Get('posts.json')
  json(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(request, response, 'application/json; charset=utf-8', () => this.posts.json());
  }

  @Public()
  @Get('posts.csv')
  csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Content-Disposition', 'attachment; filename="open-posts.csv"');
    return this.send(request, response, 'text/csv; charset=utf-8', () => this.posts.csv());
  }

  private async send(
    request: Request,
    response: Response,
    type: string,
    pieces: () => AsyncGenerator<string>,
  ): Promise<void> {
    response.setHeader('ETag', await this.posts.tag());
    response.setHeader('Cache-Control', 'public, no-cache');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Content-Type', type);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    try {
      await pipeline(Readable.from(pieces()), response);
    } catch (error) {
      // Who hangs up in the middle is no fault of ours.
      if (!response.destroyed) throw error;
    }
  }
}
