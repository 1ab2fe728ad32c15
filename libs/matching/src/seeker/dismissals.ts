import { Injectable } from '@nestjs/common';
import { noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { type Post, PostService } from '@tongxing/employers';
import { Clock, CryptoProvider, DomainError, newId, notFound } from '@tongxing/platform';
import { DismissedMatch } from './dismissed-match.entity.js';
import { type DismissReason, isDismissReason } from './seeker.words.js';

/** How long it can be taken back. */
const UNDO_MS = 24 * 60 * 60 * 1000;
const MAX_NOTE = 100;
const WHAT = '这个岗位';

/** A post that somebody called unsuitable. */
export interface Dismissal {
  postId: string;
  reason: DismissReason;
  note: string | null;
  at: Date;
  undoUntil: Date;
  /** it can still be taken back */
  undoable: boolean;
  /** the post has changed its wage or place since, so that it is shown again */
  changed: boolean;
}

const termsOf = ({ wageLowFen, wageHighFen, workDivisionCode, remote }: Post): string =>
  [wageLowFen, wageHighFen, workDivisionCode, remote ? 'home' : 'there'].join('|');

/** 不合适: posts that a seeker does not want to see again, with why. */
@Injectable()
export class Dismissals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly posts: PostService,
  ) {}

  /** What stands for a person, by post. */
  async of(personId: string): Promise<Map<string, Dismissal>> {
    const rows = await this.unitOfWork.manager.findBy(DismissedMatch, { personId, live: 1 });
    const terms = new Map(
      (await this.posts.byIds(rows.map(({ postId }) => postId))).map((one) => [one.id, termsOf(one)]),
    );
    return new Map(rows.map((row) => [row.postId, this.shown(row, terms.get(row.postId))]));
  }

  /** What the viewer said of one post; null: nothing that stands. */
  async mine(viewer: SignedIn, postId: string): Promise<Dismissal | null> {
    return (await this.of(this.self(viewer))).get(postId) ?? null;
  }

  /**
   * Says that a post does not suit. Said again with another reason, that one stands; the same again changes nothing.
   *
   * @throws DomainError NOT_FOUND for a draft; VALIDATION
   */
  async dismiss(viewer: SignedIn, postId: string, reason: string, typed: string | null): Promise<Dismissal> {
    const personId = this.self(viewer);
    if (!isDismissReason(reason)) throw new DomainError('VALIDATION', '请选为什么不合适。', { field: 'reason' });
    const note = typed?.trim() || null;
    if (note !== null && note.length > MAX_NOTE)
      throw new DomainError('VALIDATION', `最多写 ${MAX_NOTE} 字。`, { field: 'note' });
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined || post.state === 'DRAFT') throw notFound(WHAT);
    const terms = termsOf(post);
    const write = (): Promise<void> =>
      this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        const standing = await manager.findOneBy(DismissedMatch, { personId, postId, live: 1 });
        if (standing !== null) {
          if (standing.reason === reason && standing.terms === terms && this.noteOf(standing) === note) return;
          await guardedUpdate(
            manager,
            DismissedMatch,
            { id: standing.id, live: 1 },
            { live: null, undoneAt: this.clock.now() },
          );
        }
        const id = newId();
        const sealed = note === null ? null : this.crypto.seal(note, boundTo(id));
        const dismissedAt = this.clock.now();
        await insertRows(manager, DismissedMatch, [
          { id, personId, postId, reason, note: sealed, terms, dismissedAt, undoneAt: null, live: 1 },
        ]);
        noteAudit(this.unitOfWork, { target: 'dismissed-match', id, after: { postId, reason } });
        sayHelped(this.unitOfWork, `说岗位「${post.title}」不合适`);
      });
    await write().catch((error: unknown) => {
      // Pressed twice at once: the other one stands, and this one is compared with it.
      if (!isDuplicateKey(error)) throw error;
      return write();
    });
    return (await this.of(personId)).get(postId) as Dismissal;
  }

  /** Takes it back, within a day. What was never said, or is back already, stays so. @throws DomainError STATE_CONFLICT later than that */
  async undo(viewer: SignedIn, postId: string): Promise<void> {
    const personId = this.self(viewer);
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const standing = await manager.findOneBy(DismissedMatch, { personId, postId, live: 1 });
      if (standing === null) return;
      if (!this.shown(standing, undefined).undoable)
        throw new DomainError('STATE_CONFLICT', '过了一天，不能撤回了。', {
          hint: '岗位还在「看全部岗位」里，仍然可以申请。',
        });
      const { id } = standing;
      if (!(await guardedUpdate(manager, DismissedMatch, { id, live: 1 }, { live: null, undoneAt: this.clock.now() })))
        return;
      noteAudit(this.unitOfWork, { target: 'dismissed-match', id, before: { postId }, after: {} });
      sayHelped(this.unitOfWork, '撤回了「不合适」');
    });
  }

  /** @param terms as the post stands now */
  private shown(row: DismissedMatch, terms: string | undefined): Dismissal {
    const undoUntil = new Date(row.dismissedAt.getTime() + UNDO_MS);
    return {
      postId: row.postId,
      reason: row.reason,
      note: this.noteOf(row),
      at: row.dismissedAt,
      undoUntil,
      undoable: this.clock.now() <= undoUntil,
      changed: terms !== undefined && terms !== row.terms,
    };
  }

  private noteOf({ id, note }: DismissedMatch): string | null {
    return note === null ? null : this.crypto.open(note, boundTo(id));
  }

  private self(viewer: SignedIn): string {
    const personId = Policy.personFor(viewer, 'match.dismiss');
    if (personId === undefined) throw notFound('您的求职登记');
    return personId;
  }
}

export const boundTo = (id: string): string => `dismissed_match|note|${id}`;
