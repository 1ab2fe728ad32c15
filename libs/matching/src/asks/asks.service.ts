import { Injectable } from '@nestjs/common';
import { Account, Caseloads, Divisions, MessageService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { type Post, PostService } from '@tongxing/employers';
import { PeopleService, type Person } from '@tongxing/people';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { In } from 'typeorm';
import { JobApplication } from '../job-application.entity.js';
import { ShortlistService } from '../shortlist.service.js';
import { CandidateAsk } from './candidate-ask.entity.js';
import type { CandidateAskNode } from './asks.types.js';

const WHAT = '这个请求';
/** More than a desk can ask on one day; the oldest first. */
const MOST_SHOWN = 100;
const BATCH = 500;

/** 请残联问问: an employer names a reference of its list, the office asks the person, and nobody learns who it is before he agrees. */
@Injectable()
export class AskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly caseloads: Caseloads,
    private readonly messages: MessageService,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly shortlists: ShortlistService,
  ) {}

  /**
   * The employer wants somebody of its list to be asked. Said again, for the same person under another reference too, it looks the same and asks
   * nobody twice.
   *
   * @throws DomainError NOT_FOUND for another employer's post; STATE_CONFLICT for a reference that is not on the list now
   */
  async ask(viewer: SignedIn, postId: string, candidateRef: string): Promise<void> {
    const { post, personId } = await this.shortlists.candidateOf(viewer, postId, candidateRef);
    if (personId === null)
      throw new DomainError('STATE_CONFLICT', '名单上现在没有这个代号。', {
        field: 'candidateRef',
        hint: '岗位改过、名单变过，代号就换。请刷新名单再选。',
      });
    try {
      await this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        const standing = await manager.findOneBy(CandidateAsk, { postId, personId });
        if (standing !== null) {
          await manager.update(CandidateAsk, { id: standing.id }, { candidateRef });
          return;
        }
        const id = newId();
        const { divisionCode } = post;
        await insertRows(manager, CandidateAsk, [
          {
            id,
            postId,
            personId,
            divisionCode,
            candidateRef,
            state: 'WAITING',
            askedOn: this.clock.today(),
            decidedOn: null,
            decidedById: null,
            createdAt: this.clock.now(),
          },
        ]);
        noteAudit(this.unitOfWork, { target: 'candidate-ask', id, divisionCode, after: { postId } });
        await this.tellDesk(personId, post);
      });
    } catch (error) {
      // Pressed twice at once: it stands, which is what was wanted.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** What waits for the viewer: of the own people at the desk, of the region's posts in the office. The oldest first, where one can still apply. */
  async waiting(viewer: SignedIn): Promise<CandidateAskNode[]> {
    const scope = viewer.roles.includes('OFFICER') ? Policy.divisionScope(viewer) : viewer.divisionCode.slice(0, 6);
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(CandidateAsk, 'ask')
      .where("ask.divisionCode LIKE :scope AND ask.state = 'WAITING'", { scope: `${scope}%` })
      .orderBy('ask.id', 'ASC')
      .limit(BATCH)
      .getMany();
    const open = new Set(
      (await this.posts.byIds(rows.map(({ postId }) => postId)))
        .filter((post) => this.posts.isOpen(post))
        .map(({ id }) => id),
    );
    const shown = new Map(
      (await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((post) => [post.id, post]),
    );
    const people = new Map((await this.people.byIds(rows.map(({ personId }) => personId))).map((one) => [one.id, one]));
    const considered = await this.consideredOf(rows.map(({ personId }) => personId));
    const nodes: CandidateAskNode[] = [];
    for (const { id, version, personId, postId, askedOn } of rows) {
      const [post, person] = [shown.get(postId), people.get(personId)];
      if (post === undefined || person === undefined || !open.has(postId)) continue;
      if (considered.has(`${postId}|${personId}`) || !(await this.serves(viewer, person))) continue;
      const personPlace = this.divisions.homeNameOf(person.residenceDivisionCode ?? person.divisionCode);
      nodes.push({ id, version, personId, personName: person.name, personPlace, post, askedOn });
      if (nodes.length === MOST_SHOWN) break;
    }
    return nodes;
  }

  /**
   * The person does not want it, or it does not suit after all. The employer is not told: a no is nobody else's business.
   *
   * @throws DomainError NOT_FOUND for what is not the viewer's; VERSION_CONFLICT
   */
  async drop(viewer: SignedIn, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const row = await this.unitOfWork.manager.findOneBy(CandidateAsk, { id });
      const person = row === null ? null : await this.people.byId(row.personId);
      if (row === null || person === null || !(await this.reaches(viewer, row, person))) throw notFound(WHAT);
      if (row.state !== 'WAITING') return;
      const set = { state: 'DROPPED' as const, decidedOn: this.clock.today(), decidedById: viewer.id };
      if (!(await guardedUpdate(this.unitOfWork.manager, CandidateAsk, { id, version }, set)))
        throw new DomainError('VERSION_CONFLICT', '刚刚有人办过。', { hint: '请刷新后再看。' });
      const { divisionCode } = row;
      noteAudit(this.unitOfWork, { target: 'candidate-ask', id, divisionCode, after: { state: 'DROPPED' } });
    });
  }

  /** The office by the post's region, the desk by the people it looks after. */
  private async reaches(viewer: SignedIn, row: CandidateAsk, person: Person): Promise<boolean> {
    if (viewer.roles.includes('OFFICER')) return Policy.covers(viewer, row.divisionCode);
    return this.serves(viewer, person);
  }

  private async serves(viewer: SignedIn, person: Person): Promise<boolean> {
    if (viewer.roles.includes('OFFICER')) return true;
    const { id: personId, divisionCode, residenceDivisionCode } = person;
    return this.caseloads.serves(viewer, { personId, divisionCode, residenceDivisionCode });
  }

  /** Posts and people of whom an application or a referral runs: nobody has to be asked there. */
  private async consideredOf(personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await this.unitOfWork.manager.find(JobApplication, {
      select: { id: true, postId: true, personId: true },
      where: { personId: In([...new Set(personIds)]), live: 1 },
    });
    return new Set(rows.map(({ postId, personId }) => `${postId}|${personId}`));
  }

  /** Whoever looks after the person; the office sees it on its list. */
  private async tellDesk(personId: string, { title }: Post): Promise<void> {
    const workers = await this.caseloads.workersOf(personId);
    if (workers.length === 0) return;
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true },
      where: { id: In([...workers]), disabled: false },
    });
    const text = `岗位「${title}」的单位想请残联问问您负责的一位。请到「单位想问的人」里看，先问本人。`;
    for (const { id } of accounts) await this.messages.tell({ accountId: id, kind: 'NOTE', text });
  }
}
