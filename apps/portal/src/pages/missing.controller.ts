import { All, Next, Req, Res } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../gql/api-error.js';
import { belongsToApi } from '../http/headers.js';
import { Pages } from '../http/page.decorator.js';
import { Portal } from '../http/portal.service.js';

/** Every address nobody knows: a page with a way on. Registered last; leaves the API's own addresses alone. */
@Pages()
export class MissingController {
  constructor(private readonly portal: Portal) {}

  @All('{*path}')
  missing(@Req() request: Request, @Res() response: Response, @Next() next: NextFunction): Promise<void> | void {
    if (belongsToApi(request.path)) return next();
    return this.portal.show(request, response, () => Promise.reject(new ApiError('NOT_FOUND', '')));
  }
}
