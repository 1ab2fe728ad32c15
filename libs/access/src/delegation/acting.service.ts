import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { DomainError, notFound } from '@tongxing/platform';
import { noteAudit } from '../audit/audit.service.js';
import type { Client } from '../client.js';
import { SessionService } from '../session.service.js';
import type { Viewer } from '../viewer.js';
import { DelegationService } from './delegation.service.js';
import { HelperLog } from './helper-log.service.js';
import { StandingDelegations } from './standing.js';

/** 代办 as a state of the session: first the person, then whatever is done. */
@Injectable()
export class ActingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationService,
    private readonly standing: StandingDelegations,
    private readonly sessions: SessionService,
    private readonly log: HelperLog,
  ) {}

  /**
   * From now on the session acts for this person, and for nobody else.
   *
   * @returns the session's new secret
   * @throws DomainError NOT_FOUND for a person who has not asked the viewer, or no more
   */
  async start(viewer: Viewer, personId: string, client: Client): Promise<string> {
    const found = (await this.delegations.helping(viewer)).find(({ person }) => person.personId === personId);
    if (!found) throw notFound('请您代办的这个人');
    const { row, person } = found;
    return this.unitOfWork.run(async () => {
      await this.standing.use(row.id);
      await this.log.note(row, viewer.id, '开始代办，能看到交给他办的内容');
      this.note(row.id, { ...person, after: { acting: true } });
      return this.sessions.actUnder(viewer, row.id, client);
    });
  }

  /**
   * The session is the account's own again; also after the delegation has ended.
   *
   * @returns the session's new secret
   * @throws DomainError STATE_CONFLICT when it acts for nobody
   */
  async stop(viewer: Viewer, client: Client): Promise<string> {
    const { onBehalfOf } = viewer;
    if (!onBehalfOf) throw new DomainError('STATE_CONFLICT', '现在没有在代办。', { hint: '您办的是自己的事。' });
    return this.unitOfWork.run(async () => {
      this.note(onBehalfOf.delegationId, { ...onBehalfOf, after: { acting: false } });
      return this.sessions.actUnder(viewer, null, client);
    });
  }

  private note(id: string, about: { personId: string; divisionCode: string; after: object }): void {
    const { personId: onBehalfOf, divisionCode, after } = about;
    noteAudit(this.unitOfWork, { target: 'delegation', id, onBehalfOf, divisionCode, after });
  }
}
