import { Injectable } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { noteAudit } from '@tongxing/access';
import { PostService } from '@tongxing/employers';
import { chinaMoment, Clock, CryptoProvider, DomainError, notFound } from '@tongxing/platform';
import {
  nextSupportStates,
  SUPPORT_KINDS,
  SUPPORT_OCCASIONS,
  type SupportSide,
  type SupportStand,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { JobApplication } from '../job-application.entity.js';
import { INTERVIEW_WAYS } from '../job-application.words.js';
import { Support, SupportProvider, type SupportSecrets } from './support.entity.js';
import type { SupportNode } from './support.types.js';
import { reasonWords, STATE_WORDS } from './support.words.js';

export const WHAT = '这次帮助';

/** Supports as the rules and the pages see them, and what of them is sealed. */
@Injectable()
export class SupportBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly posts: PostService,
  ) {}

  standOf({ state, startsAt, bookedFrom, gone }: Support): SupportStand {
    const from = state === 'BOOKED' && bookedFrom !== null ? bookedFrom : startsAt;
    return { state, gone, begun: from <= chinaMoment(this.clock.now()) };
  }

  open({ id, secrets }: Pick<Support, 'id' | 'secrets'>): SupportSecrets {
    return JSON.parse(this.crypto.open(secrets, boundTo(id))) as SupportSecrets;
  }

  seal(id: string, secrets: SupportSecrets): string {
    return this.crypto.seal(JSON.stringify(secrets), boundTo(id));
  }

  sealPhone(id: string, phone: string | null): string | null {
    return phone === null ? null : this.crypto.seal(phone, phoneBoundTo(id));
  }

  phoneOf({ id, phone }: Pick<SupportProvider, 'id' | 'phone'>): string | null {
    return phone === null ? null : this.crypto.open(phone, phoneBoundTo(id));
  }

  /** @throws DomainError NOT_FOUND */
  async row(id: string): Promise<Support> {
    const row = await this.unitOfWork.manager.findOneBy(Support, { id });
    if (row === null) throw notFound(WHAT);
    return row;
  }

  /** Writes what changed and what it was, for whoever read this version. @throws DomainError VERSION_CONFLICT */
  async change(row: Support, set: Partial<Support>): Promise<void> {
    const { id, version, divisionCode } = row;
    if (!(await guardedUpdate(this.unitOfWork.manager, Support, { id, version }, set as object))) throw conflict();
    const { secrets: _, ...told } = set;
    noteAudit(this.unitOfWork, { target: 'support', id, divisionCode, before: { state: row.state }, after: told });
  }

  /** In the order given; a few queries however many. */
  async nodes(rows: readonly Support[], side: SupportSide): Promise<SupportNode[]> {
    const { manager } = this.unitOfWork;
    const applicationIds = rows.flatMap(({ applicationId }) => applicationId ?? []);
    const applications = new Map(
      (applicationIds.length === 0 ? [] : await manager.findBy(JobApplication, { id: In(applicationIds) })).map(
        (one) => [one.id, one],
      ),
    );
    const posts = new Map(
      (await this.posts.byIds([...applications.values()].map(({ postId }) => postId))).map((one) => [one.id, one]),
    );
    const providerIds = rows.flatMap(({ providerId }) => providerId ?? []);
    const providers = new Map(
      (providerIds.length === 0 ? [] : await manager.findBy(SupportProvider, { id: In(providerIds) })).map((one) => [
        one.id,
        one.name,
      ]),
    );
    return rows.map((row) => {
      const application = row.applicationId === null ? undefined : applications.get(row.applicationId);
      const secrets = this.open(row);
      const isInterview = row.occasion === 'INTERVIEW';
      const way = isInterview && application?.interviewWay ? INTERVIEW_WAYS[application.interviewWay] : null;
      return {
        id: row.id,
        version: row.version,
        kind: row.kind,
        kindText: SUPPORT_KINDS[row.kind].text,
        occasion: row.occasion,
        occasionText: SUPPORT_OCCASIONS[row.occasion],
        applicationId: row.applicationId,
        title: (application && posts.get(application.postId)?.title) ?? secrets.title ?? '',
        // An interview's place is where it stands now, not where it stood when help was asked for.
        place: (isInterview ? application?.interviewPlace : null) ?? secrets.place,
        wayText: way,
        helpText: secrets.note ?? null,
        startsAt: row.startsAt,
        minutes: row.minutes,
        state: row.state,
        stateText: row.gone && row.state === 'REBOOK' ? '用不上了，等辅导员办' : STATE_WORDS[row.state],
        gone: row.gone,
        tellEmployer: row.tellEmployer,
        providedBy: row.providerId === null ? null : (providers.get(row.providerId) ?? null),
        bookedFrom: row.bookedFrom,
        bookedTo: row.bookedTo,
        deliveredMinutes: row.deliveredMinutes,
        confirmedBy: row.confirmedBy === null ? null : row.confirmedBy === 'PERSON' ? '本人' : '辅导员或干部',
        reasonText: [reasonWords(row.state, row.reason), secrets.reasonText].filter(Boolean).join('：') || null,
        moves: nextSupportStates(side, this.standOf(row)),
      };
    });
  }
}

export const conflict = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这次帮助刚被改过。', { hint: '请刷新后再办。' });

const boundTo = (id: string): string => `support|secrets|${id}`;
const phoneBoundTo = (id: string): string => `support_provider|phone|${id}`;
