import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type KeptRecords,
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { CryptoProvider } from '@tongxing/platform';
import { toldIn } from './applications/application-book.js';
import { JobApplication, type JobApplicationSecrets } from './job-application.entity.js';
import { applicantWords, WITHDRAWABLE } from './job-application.words.js';
import { DECLINE_REASONS, type DeclineReason } from '@tongxing/rules';

const NOTHING: JobApplicationSecrets = { contactPhone: '', contactWay: '', needs: [] };

/** 应聘: that somebody applied for a post on a day stays, how to reach whom does not. */
@Injectable()
export class MatchingPart implements PersonPart, OnModuleInit {
  readonly name = 'job-applications';
  readonly tables = [JobApplication];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly posts: PostService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const rows = await this.rows(personId);
    const posts = new Map(
      (await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((post) => [post.id, post]),
    );
    return [
      sectionOf('应聘', rows, (row) => {
        const secrets = JSON.parse(this.crypto.open(row.secrets, boundTo(row.id))) as JobApplicationSecrets;
        const { contactPhone, contactWay, needs, note, referral, reason, reasonText } = secrets;
        return {
          岗位: posts.get(row.postId)?.title ?? row.postId,
          单位: posts.get(row.postId)?.employerName ?? null,
          日期: row.appliedOn,
          残联推荐的: row.referredById !== null,
          办到哪一步: applicantWords(row.state, row.acceptedOn !== null, row.release === 'YES').stateText,
          联系电话: contactPhone,
          联系方式: contactWay,
          需要的便利: needs,
          给单位看的便利: toldIn(row, secrets),
          自己写的话: note ?? null,
          推荐时的话: referral ?? null,
          面试: row.interviewAt,
          不去的原因: row.state === 'DECLINED' ? (DECLINE_REASONS[reason as DeclineReason] ?? null) : null,
          自己说的原因: row.state === 'DECLINED' ? (reasonText ?? null) : null,
        };
      }),
    ];
  }

  async open({ personId }: Subject): Promise<string[]> {
    const open = (await this.rows(personId)).filter(({ state }) => WITHDRAWABLE.includes(state)).length;
    return open === 0 ? [] : [`有 ${open} 份应聘还没有结果，请先撤回或等单位答复。`];
  }

  async kept({ personId }: Subject): Promise<KeptRecords[]> {
    const rows = await this.rows(personId);
    const [newest] = rows;
    if (newest === undefined) return [];
    return [
      { what: `${rows.length} 份应聘的岗位和日期，不含电话和便利`, since: newest.appliedOn, years: 'APPLICATION' },
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const { id } of await manager.find(JobApplication, { select: { id: true }, where: { personId } })) {
      const secrets = this.crypto.seal(JSON.stringify(NOTHING), boundTo(id));
      await manager.update(JobApplication, { id }, { secrets, shareNeeds: false });
    }
  }

  private rows(personId: string): Promise<JobApplication[]> {
    return this.unitOfWork.manager.find(JobApplication, {
      where: { personId },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
  }
}

const boundTo = (id: string): string => `job_application|secrets|${id}`;
