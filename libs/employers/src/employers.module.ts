import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { ImportKinds } from '@tongxing/imports';
import { CryptoProvider } from '@tongxing/platform';
import { EmployerService } from './employer.service.js';
import { EmployersKind } from './employers.kind.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { PostDeskResolver } from './post-desk.resolver.js';
import { PostDeskService } from './post-desk.service.js';
import { PostResolver } from './post.resolver.js';
import { PostService } from './post.service.js';
import { PostsKind } from './posts.kind.js';
import { ProjectResolver } from './projects/project.resolver.js';
import { ProjectService } from './projects/project.service.js';
import { DuplicatesService } from './sharing/duplicates.service.js';
import { FreshnessService } from './sharing/freshness.service.js';
import { OpenPostsController } from './sharing/open-posts.controller.js';
import { OpenPostsService } from './sharing/open-posts.service.js';
import { SharedPostsKind } from './sharing/shared-posts.kind.js';
import { SharingResolver } from './sharing/sharing.resolver.js';
import { SharingService } from './sharing/sharing.service.js';

/** Organisations and the posts they offer. */
@Global()
@Module({
  controllers: [OpenPostsController],
  providers: [
    EmployerService,
    MemberService,
    MemberResolver,
    PostService,
    PostResolver,
    PostDeskService,
    PostDeskResolver,
    ProjectService,
    ProjectResolver,
    OpenPostsService,
    SharingService,
    FreshnessService,
    DuplicatesService,
    SharingResolver,
  ],
  exports: [EmployerService, PostService, PostDeskService, ProjectService],
})
export class EmployersModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  onModuleInit(): void {
    this.kinds.register(new EmployersKind(this.unitOfWork, this.crypto));
    this.kinds.register(new PostsKind(this.unitOfWork));
    this.kinds.register(new SharedPostsKind(this.unitOfWork, this.crypto));
  }
}
