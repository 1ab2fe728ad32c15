import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { MissingParameters } from './missing-parameters.service.js';

/** Notes what an operation of the api asked for in vain, on the refusal's way out. */
@Injectable()
export class MissingInterceptor implements NestInterceptor {
  constructor(private readonly missing: MissingParameters) {}

  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const cause = (error as { cause?: unknown } | null)?.cause;
        return from(this.missing.note([error, cause])).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }
}
