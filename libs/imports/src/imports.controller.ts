import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  Post,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { chinaDay, Clock, DomainError } from '@tongxing/platform';
import { fileError, ImportService } from './import.service.js';
import { MAX_FILE_BYTES } from './limits.js';
import { markedWorkbook } from './marked-workbook.js';
import { type MemoryFile, oneFile } from './one-file.js';
import { templateOf } from './template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const OneFileInterceptor = oneFile({
  maxBytes: MAX_FILE_BYTES,
  tooLarge: () => fileError('FILE_TOO_LARGE'),
  hint: '一次传一个表格文件。',
});

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
