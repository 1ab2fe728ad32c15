import type { INestApplicationContext } from '@nestjs/common';
import { Account, type Role, type SignedIn } from '@tongxing/access';
import { type FeedbackKind, FeedbackService } from '@tongxing/notices';
import { DataSource, Like } from 'typeorm';

interface Planned {
  kind: FeedbackKind;
  text: string;
  phone?: string;
  page?: string;
  /** written by the county's demo seeker, and answered */
  answer?: string;
}

/** Phones of the range that rings nowhere, as all of the demonstration. */
const PLAN: readonly Planned[] = [
  { kind: 'BROKEN', text: '岗位页的字太小，放大以后表格看不全。', phone: '16100000001', page: '/jobs' },
  { kind: 'COMPLAINT', text: '示例培训学校说好管午饭，去了没有。' },
  { kind: 'OPINION', text: '想多一些在家能做的岗位。', answer: '已经请单位把能在家做的岗位标出来，本周内上线三个。' },
];

/** 演示意见: two that wait and one that was answered. Run again it adds nothing. @returns how many there are */
export async function seedFeedback(services: INestApplicationContext, countyCode: string): Promise<number> {
  const feedback = services.get(FeedbackService, { strict: false });
  const divisionCode = countyCode.padEnd(12, '0');
  const accounts = await services.get(DataSource, { strict: false }).manager.find(Account, {
    where: { demo: true, divisionCode: Like(`${countyCode.slice(0, 6)}%`) },
    order: { id: 'ASC' },
  });
  const one = (role: Role): SignedIn | null => {
    const found = accounts.find(({ roles }) => roles.includes(role));
    return found ? { id: found.id, displayName: found.displayName, roles: found.roles, divisionCode } : null;
  };
  for (const [index, { answer, ...planned }] of PLAN.entries()) {
    const idempotencyKey = `demo-feedback-${divisionCode}-${index}`;
    const sender = answer ? one('SEEKER') : null;
    const { id, state } = await feedback.send(sender, { ...planned, divisionCode, idempotencyKey });
    const officer = one('OFFICER');
    if (answer && officer && state === 'OPEN') await feedback.answer(officer, { id, answer, idempotencyKey });
  }
  return PLAN.length;
}
