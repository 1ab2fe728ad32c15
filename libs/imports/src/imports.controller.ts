import {
  Body,
  Controller,
  type CallHandler,
  type ExecutionContext,
  Get,
  Header,
  Injectable,
  type NestInterceptor,
  Param,
  PayloadTooLargeException,
  Post,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { chinaDay, Clock, DomainError } from '@tongxing/platform';
import type { Observable } from 'rxjs';
import { fileError, ImportService } from './import.service.js';
import { MAX_FILE_BYTES } from './limits.js';
import { markedWorkbook } from './marked-workbook.js';
import { templateOf } from './template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What multer keeps of an upload in memory. */
interface MemoryFile {
  originalname: string;
  buffer: Buffer;
}

const OneFile = FileInterceptor('file', {
  limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 5, fieldSize: 1_000, parts: 6 },
  defParamCharset: 'utf8',
});

/** One file of the form field `file`, in memory; refusals of the form in our own words. */
@Injectable()
export class OneFileInterceptor extends OneFile implements NestInterceptor {
  override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    try {
      return (await super.intercept(context, next)) as Observable<unknown>;
    } catch (error) {
      if (error instanceof PayloadTooLargeException) throw fileError('FILE_TOO_LARGE');
      throw new DomainError('VALIDATION', '上传的内容不对。', { field: 'file', hint: '一次传一个表格文件。' });
    }
  }
}

const attachment = (name: string): string =>
  `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`;

/** Uploads and downloads of rosters; everything else about an import is GraphQL. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportService,
    private readonly clock: Clock,
  ) {}

  @Allow('import.use')
  @Post(':kind')
  @UseInterceptors(OneFileInterceptor)
  async upload(
    @Param('kind') kind: string,
    @UploadedFile() file: MemoryFile | undefined,
    @Body() form: Record<string, string> | undefined,
    @Viewer() viewer: SignedIn,
  ): Promise<{ id: string; kind: string; state: string }> {
    if (file === undefined)
      throw new DomainError('VALIDATION', '没有选表格文件。', { field: 'file', hint: '请选一个 .xlsx 或 .csv 文件。' });
    const job = await this.imports.receive(viewer, kind, {
      fileName: file.originalname,
      content: file.buffer,
      ...(form?.encoding ? { encoding: form.encoding } : {}),
    });
    return { id: job.id, kind: job.kind, state: job.state };
  }

  @Allow('import.use')
  @Get(':kind/template')
  @Header('Cache-Control', 'no-store')
  async template(@Param('kind') name: string, @Viewer() viewer: SignedIn): Promise<StreamableFile> {
    const kind = this.imports.allowedKind(viewer, name);
    return new StreamableFile(await templateOf(kind), { type: XLSX, disposition: attachment(`${kind.title}模板`) });
  }

  @Allow('import.use')
  @Get(':id/workbook')
  @Header('Cache-Control', 'no-store')
  async workbook(@Param('id') id: string, @Viewer() viewer: SignedIn): Promise<StreamableFile> {
    const job = await this.imports.wholeInClear(viewer, id);
    const kind = this.imports.kinds.get(job.kind);
    const stamp = `由 ${viewer.displayName} 于 ${chinaDay(this.clock.now())} 下载`;
    const stream = markedWorkbook(kind, job.presentColumns, this.imports.stagedRows(job), stamp);
    return new StreamableFile(stream, { type: XLSX, disposition: attachment(`${kind.title}检查结果`) });
  }
}
