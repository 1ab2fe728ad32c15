import { Injectable } from '@nestjs/common';
import { Account, MessageService } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import type { Post } from '@tongxing/employers';
import {
  type ApplicationEvent,
  type EmployerEvent,
  PHONE_SAYS,
  PHONE_SAYS_WITHDRAWN,
  TOLD,
  TOLD_EMPLOYER,
} from '../job-application.words.js';

type Titled = Pick<Post, 'title' | 'employerId'>;

/** Who is told a move of an application, and in which words: in the mover's unit of work. */
@Injectable()
export class ApplicationNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageService,
  ) {}

  /** The person: the portal says what happened, the phone only that something did. */
  toPerson(personId: string, event: ApplicationEvent, { title }: Pick<Titled, 'title'>): Promise<void> {
    const smsText = event === 'WITHDRAWN' ? PHONE_SAYS_WITHDRAWN : PHONE_SAYS;
    return this.messages.tellPeople([{ personId, text: TOLD[event](title), smsText }]);
  }

  /** Everybody who works for the employer here: that there is something to look at, never who it is. */
  toEmployer(event: EmployerEvent, { title, employerId }: Titled): Promise<void> {
    return this.tellEmployer(employerId, TOLD_EMPLOYER[event](title));
  }

  async tellEmployer(employerId: string, text: string): Promise<void> {
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true },
      where: { employerId, disabled: false },
    });
    for (const { id } of accounts) await this.messages.tell({ accountId: id, kind: 'NOTE', text });
  }

  tellPerson(personId: string, text: string): Promise<void> {
    return this.messages.tellPeople([{ personId, text, smsText: PHONE_SAYS }]);
  }
}
