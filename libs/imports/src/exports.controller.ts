import { Controller, Get, Header, Injectable, Param, StreamableFile } from '@nestjs/common';
import { Allow, Policy, type SignedIn, Viewer } from '@tongxing/access';
import { notFound } from '@tongxing/platform';

/** A file that is handed out. */
export interface HandedOut {
  /** as its owner knows it; may be Chinese */
  fileName: string;
  /** the same for programs that know no Chinese */
  plainName: string;
  contentType: string;
  content: Buffer;
}

/** A feature that has files to hand out by id. */
export interface ExportSource {
  /** `bank-files` */
  readonly name: string;
  /** action of the policy table */
  readonly action: string;
  /** @returns null for an id that is none of its own, or lies outside the viewer's reach */
  handOut(viewer: SignedIn, id: string): Promise<HandedOut | null>;
}

/** Who hands out files. Features register theirs at start. */
@Injectable()
export class ExportSources {
  private readonly sources: ExportSource[] = [];

  /** @throws Error for a name that stands already: our mistake, and it stops the start */
  register(source: ExportSource): void {
    if (this.sources.some(({ name }) => name === source.name)) throw new Error(`"${source.name}" is registered twice`);
    this.sources.push(source);
  }

  /** @throws DomainError NOT_FOUND; what the source throws */
  async open(viewer: SignedIn, id: string): Promise<HandedOut> {
    for (const source of this.sources) {
      if (!Policy.can(viewer, source.action)) continue;
      const file = await source.handOut(viewer, id);
      if (file !== null) return file;
    }
    throw notFound('这个文件');
  }
}

/** Files handed out by id. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly sources: ExportSources) {}

  @Allow('export.read')
  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  async download(@Param('id') id: string, @Viewer() viewer: SignedIn): Promise<StreamableFile> {
    const { content, contentType, fileName, plainName } = await this.sources.open(viewer, id);
    return new StreamableFile(content, {
      type: contentType,
      length: content.length,
      disposition: `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }
}
