import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../gql/api-error.js';
import { Portal } from './portal.service.js';

const TOO_LARGE = 413;

/** What fails before a page's own handler runs (a body too large, an address that cannot be read) is a page too. */
@Catch()
export class ErrorPageFilter implements ExceptionFilter {
  constructor(private readonly portal: Portal) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const [request, response] = [
      host.switchToHttp().getRequest<Request>(),
      host.switchToHttp().getResponse<Response>(),
    ];
    if (response.headersSent) return;
    const status = error instanceof HttpException ? error.getStatus() : 500;
    const told =
      status === TOO_LARGE
        ? new ApiError('FORM_TOO_LARGE', '填的内容太多，没有收下。')
        : status < 500
          ? new ApiError('NOT_FOUND', '')
          : error;
    await this.portal.show(request, response, () => Promise.reject(told));
  }
}
