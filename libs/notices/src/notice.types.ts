import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Paged, type Page, PageArgs } from '@tongxing/platform';
import { type IsoDate, yuanText } from '@tongxing/rules';
import { IsBoolean, IsOptional } from 'class-validator';
import type { NoticeLine, PublicNotice } from './notice.entity.js';
import type { ObjectionView } from './objection.service.js';

/** 公示名单的一行: the whole whitelist; nothing else of a line may ever be a field. */
@ObjectType('NoticeLine', { description: '公示名单的一行' })
export class NoticeLineNode {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: '序号' }) serial: number;
  @Field(() => String, { description: '张*, 张*明' }) maskedName: string;
  @Field(() => String, { description: 'Township or village' }) divisionName: string;
  @Field(() => String, { description: 'Public name of the scheme or post' }) subject: string;
  @Field(() => String, { nullable: true }) amountYuan: string | null;
  @Field(() => String, { nullable: true }) periodText: string | null;
}

@ObjectType('PublicNotice', { description: '公示' })
export class PublicNoticeNode {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'What the decision rests on' }) basis: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) startsOn: string;
  @Field(() => String, { description: 'Last day on which an objection is taken' }) endsOn: string;
  @Field(() => String, { description: 'Where the length of the period is written' }) daysSource: string;
  @Field(() => Boolean, { description: 'Objections are taken today' }) open: boolean;
  @Field(() => String, {
    description: 'PUBLISHED until the office ends it, then CLOSED; WITHDRAWN, for the office alone',
  })
  state: string;
  @Field(() => String, { nullable: true, description: '监督电话' }) phone: string | null;
  @Field(() => Int) lineCount: number;
}

@ObjectType('PublicNoticePage')
export class NoticePage extends Paged(PublicNoticeNode) {}
export type NoticePageNode = Page<PublicNoticeNode>;

/** Arguments of the list. */
@ArgsType()
export class PublicNoticesArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: "Only notices of the viewer's region" })
  @IsOptional()
  @IsBoolean()
  mine?: boolean;
}

/** 异议回执: the number to quote and the day of the answer. */
@ObjectType('ObjectionReceipt')
export class ObjectionReceiptNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) answerBy: string;
}

/** A notice as everybody sees it. @param today day in China */
export const noticeNode = (row: PublicNotice, today: IsoDate): PublicNoticeNode => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  basis: row.basis,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  daysSource: row.daysSource,
  open: row.state === 'PUBLISHED' && today <= row.endsOn,
  state: row.state,
  phone: row.phone,
  lineCount: row.lineCount,
});

export const lineNode = (row: NoticeLine): NoticeLineNode => ({
  id: row.id,
  serial: row.serial,
  maskedName: row.maskedName,
  divisionName: row.divisionName,
  subject: row.subject,
  amountYuan: row.amountFen === null ? null : yuanText(row.amountFen),
  periodText: row.periodText,
});

/** 异议 as the office handles it. */
@ObjectType('Objection', { description: '异议; for the office only' })
export class ObjectionNode {
  @Field(() => ID) id: string;
  @Field(() => ID) noticeId: string;
  @Field(() => Int, { nullable: true, description: '序号 of the line; null: the whole notice' }) serial: number | null;
  @Field(() => String, { description: 'OPEN, UPHELD or DISMISSED' }) state: string;
  @Field(() => String) text: string;
  @Field(() => String, { nullable: true, description: 'How to reach the objector' }) contact: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was decided so' }) reason: string | null;
  @Field(() => String, { description: 'Day it was lodged' }) lodgedOn: string;
  @Field(() => String, { description: 'Day by which it is answered' }) answerBy: string;
}

export const objectionNode = (view: ObjectionView): ObjectionNode => ({
  id: view.id,
  noticeId: view.noticeId,
  serial: view.serial,
  state: view.state,
  text: view.text,
  contact: view.contact,
  reason: view.reason,
  lodgedOn: view.lodgedOn,
  answerBy: view.answerBy,
});
