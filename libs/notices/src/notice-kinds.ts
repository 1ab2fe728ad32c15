import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@tongxing/access';

/** What a feature wants to know of its notices. Called inside the unit of work that changes the notice: a throw undoes both. */
export interface NoticeKind {
  /** `BENEFIT`, at most 32 capitals */
  kind: string;
  /**
   * Whether these subjects are somebody else's than the viewer's: asked before an objection to them is decided.
   *
   * @throws DomainError SELF_APPROVAL when one of them is the viewer's own or of the viewer's household
   */
  requireApart(viewer: SignedIn, subjectIds: readonly string[]): Promise<void>;
  /** The period has passed. Held subjects wait for the decision of an objection. Called once a notice. */
  onClosed(noticeId: string, passedSubjectIds: readonly string[], heldSubjectIds: readonly string[]): Promise<void>;
  /** The last objection against a held line was dismissed after the closing: the line has passed. */
  onReleased?(noticeId: string, subjectId: string): Promise<void>;
  /** An objection was upheld: the line will not pass. */
  onUpheld?(noticeId: string, subjectId: string): Promise<void>;
  /**
   * An objection to the whole notice was upheld: nobody passes by it. Free subjects may be published again at once; held ones wait for the
   * decision of an objection to their line, and become free by another call once it is dismissed.
   */
  onWithdrawn(noticeId: string, freeSubjectIds: readonly string[], heldSubjectIds: readonly string[]): Promise<void>;
}

const KIND = /^[A-Z][A-Z_]{1,31}$/;

/** Which feature listens to which notices: registered once each when the application starts. */
@Injectable()
export class NoticeKinds {
  private readonly kinds = new Map<string, NoticeKind>();

  /** @throws Error for a malformed kind, or one that is registered already: our mistake, so it stops the start */
  register(kind: NoticeKind): void {
    if (!KIND.test(kind.kind)) throw new Error(`notice kind "${kind.kind}" is not written in capitals`);
    if (this.kinds.has(kind.kind)) throw new Error(`notice kind ${kind.kind} is registered twice`);
    this.kinds.set(kind.kind, kind);
  }

  /** @throws Error when nobody registered it */
  of(kind: string): NoticeKind {
    const found = this.kinds.get(kind);
    if (found === undefined) throw new Error(`no feature registered the notice kind ${kind}`);
    return found;
  }
}
