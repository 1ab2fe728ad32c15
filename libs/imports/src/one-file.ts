import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
  type Type,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { DomainError } from '@tongxing/platform';
import type { Observable } from 'rxjs';

/** What multer keeps of an upload in memory. */
export interface MemoryFile {
  originalname: string;
  buffer: Buffer;
}

/** One file of the form field `file` and a few short fields beside it, in memory; refusals of the form in our own words. */
export function oneFile(upload: {
  maxBytes: number;
  tooLarge: () => DomainError;
  hint: string;
}): Type<NestInterceptor> {
  const Received = FileInterceptor('file', {
    limits: { fileSize: upload.maxBytes, files: 1, fields: 5, fieldSize: 1_000, parts: 6 },
    defParamCharset: 'utf8',
  });

  @Injectable()
  class OneFileInterceptor extends Received implements NestInterceptor {
    override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
      try {
        return (await super.intercept(context, next)) as Observable<unknown>;
      } catch (error) {
        if (error instanceof PayloadTooLargeException) throw upload.tooLarge();
        throw new DomainError('VALIDATION', '上传的内容不对。', { field: 'file', hint: upload.hint });
      }
    }
  }
  return OneFileInterceptor;
}
