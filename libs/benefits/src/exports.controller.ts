import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { ExportService } from './export.service.js';

/** Files handed out by id. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportService) {}

  @Allow('bankFile.read')
  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  async download(@Param('id') id: string, @Viewer() viewer: SignedIn): Promise<StreamableFile> {
    const { file, content } = await this.exports.open(viewer, id);
    const name = encodeURIComponent(file.fileName);
    return new StreamableFile(content, {
      type: 'application/octet-stream',
      length: content.length,
      disposition: `attachment; filename="bank-file"; filename*=UTF-8''${name}`,
    });
  }
}
