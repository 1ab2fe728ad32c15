import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { go, page } from '../../../http/answer.js';
import { localPath } from '../../../http/headers.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { changedReading, READING_COOKIE, writeReading } from '../../../http/reading.js';
import { ReadingPage } from './reading.view.js';

const YEAR_S = 365 * 24 * 60 * 60;

/** 阅读设置: a cookie of the browser; works for visitors and needs no account. */
@Pages()
export class ReadingController {
  constructor(private readonly portal: Portal) {}

  @Get('settings/reading')
  settings(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const frame = visit.frame(await visit.viewer());
      const { size, theme } = visit.reading;
      return page(ReadingPage({ frame, form: visit.form({ size, theme }), back: localPath(visit.query('back')) }));
    });
  }

  @Post('settings/reading')
  change(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      preference: true,
      work: async (visit, form) => {
        const reading = changedReading(visit.reading, form);
        this.portal.setCookie(response, request, READING_COOKIE, writeReading(reading), YEAR_S);
        return go(localPath(form.maybe('back')));
      },
    });
  }
}
