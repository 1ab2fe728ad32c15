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
import { MAX_PAPER_BYTES, type MemoryFile, oneFile, paperError } from '@tongxing/imports';
import { chinaDay, DomainError } from '@tongxing/platform';
import { EvidenceService } from './evidence.service.js';

const OnePaper = oneFile({
  maxBytes: MAX_PAPER_BYTES,
  tooLarge: () => paperError('FILE_TOO_LARGE'),
  hint: '一次传一张照片或一个 PDF。',
});

/** Papers in and out. */
@Controller('evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Allow('evidence.upload')
  @Post()
  @UseInterceptors(OnePaper)
  async upload(
    @UploadedFile() file: MemoryFile | undefined,
    @Body() form: Record<string, string> | undefined,
    @Viewer() viewer: SignedIn,
  ): Promise<{ id: string }> {
    if (file === undefined)
      throw new DomainError('VALIDATION', '没有选照片或文件。', {
        field: 'file',
        hint: '请拍一张照片，或选一个 PDF。',
      });
    const { personId = '', purpose = '' } = form ?? {};
    return { id: await this.evidence.receive(viewer, String(personId), String(purpose), file.buffer) };
  }

  @Allow('evidence.read')
  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  async download(@Param('id') id: string, @Viewer() viewer: SignedIn): Promise<StreamableFile> {
    const { content, evidence, extension } = await this.evidence.open(viewer, id);
    const name = encodeURIComponent(`材料${chinaDay(evidence.uploadedAt)}.${extension}`);
    return new StreamableFile(content, {
      type: evidence.contentType,
      length: content.length,
      disposition: `attachment; filename="paper.${extension}"; filename*=UTF-8''${name}`,
    });
  }
}
