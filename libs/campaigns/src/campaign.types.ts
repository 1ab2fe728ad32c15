import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Page, Paged } from '@tongxing/platform';

/** One person of a caseload. Same names are told apart by place, birth year and masked number. */
@ObjectType('CaseloadItem')
export class CaseloadItemNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Never the tail, which holds category and grade' }) maskedCertificate: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String, { description: 'Township and village of residence' }) divisionName: string;
  @Field(() => String, { nullable: true, description: 'Day by which to see the person; null: none is set' })
  dueOn: string | null;
  @Field(() => Boolean, { description: 'The due day is over' }) overdue: boolean;
  @Field(() => String, { description: 'Why the person is to be seen' }) reason: string;
  @Field(() => String, { nullable: true }) lastVisitOn: string | null;
}

@ObjectType('CaseloadPage')
export class CaseloadPage extends Paged(CaseloadItemNode) {}
export type CaseloadPageNode = Page<CaseloadItemNode>;

/** 走访记录, for the counsellor of the person. */
@ObjectType('Visit', { description: '走访' })
export class VisitNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) visitedOn: string;
  @Field(() => String, { description: 'SELF FAMILY NOBODY MOVED UNWILLING' }) met: string;
  @Field(() => String, { nullable: true, description: 'EMPLOYED UNEMPLOYED FLEXIBLE STUDENT; null: not asked' })
  situation: string | null;
  @Field(() => Boolean, { nullable: true, description: 'null: not asked' }) wantsWork: boolean | null;
  @Field(() => [String]) needs: string[];
  @Field(() => Boolean, { nullable: true, description: 'null: not asked' }) smsConsent: boolean | null;
  @Field(() => String, { nullable: true }) nextStep: string | null;
  @Field(() => String, { nullable: true }) nextOn: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { description: 'Name of the counsellor who was there' }) recordedBy: string;
}

@ObjectType('CaseApplicationPost')
export class CaseApplicationPostNode {
  @Field(() => String) title: string;
}

/** 应聘 of the person, as far as the counsellor needs it. */
@ObjectType('CaseApplication')
export class CaseApplicationNode {
  @Field(() => ID) id: string;
  @Field(() => CaseApplicationPostNode) post: CaseApplicationPostNode;
  @Field(() => String, { description: 'Where it stands, in one sentence' }) stateText: string;
}

/** 上岗 of the person, as far as the counsellor needs it. */
@ObjectType('CasePlacement')
export class CasePlacementNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String) startedOn: string;
  @Field(() => String, { nullable: true, description: 'The last day worked; null: still there' })
  endedOn: string | null;
}

/** 一人一档: what the counsellor of a person sees. */
@ObjectType('PersonCase', { description: '一人一档' })
export class PersonCaseNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => String) maskedCertificate: string;
  @Field(() => String, { nullable: true, description: 'Null: none is known' }) maskedPhone: string | null;
  @Field(() => Int) birthYear: number;
  @Field(() => String) divisionName: string;
  @Field(() => String, { nullable: true, description: 'As the newest visit found it, else as the roster says' })
  employment: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'As last told to a counsellor, else as the roster says; null: nobody asked',
  })
  wantsWork: boolean | null;
  @Field(() => [String]) skills: string[];
  @Field(() => [String], { description: 'What the person said helps, at work and when met' }) accessNeeds: string[];
  @Field(() => String, { nullable: true }) dueOn: string | null;
  @Field(() => String) reason: string;
  @Field(() => [VisitNode], { description: 'Newest first, at most 100' }) visits: VisitNode[];
  @Field(() => [CaseApplicationNode], { description: 'Newest first' }) applications: CaseApplicationNode[];
  @Field(() => [CasePlacementNode], { description: 'Newest first, at most 50' }) placements: CasePlacementNode[];
}
