import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Paged } from '@tongxing/platform';

@ObjectType('QuotaGap', { description: '还差人、又没有岗位的单位; no money in it' })
export class QuotaGapNode {
  @Field(() => ID) employerId: string;
  @Field(() => String) employerName: string;
  @Field(() => String) divisionName: string;
  @Field(() => Boolean, { description: "In the viewer's own town" }) near: boolean;
  @Field(() => Int, { description: 'Whole people that would close the gap' }) missing: number;
  @Field(() => [String], { description: 'Names of work that this employer, or units of its kind, have offered' })
  typicalWork: string[];
  @Field(() => Boolean, { description: 'The work was offered by this employer itself' }) ownWork: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'People of the county who fit such work; null: no such work is known',
  })
  fitting: number | null;
}

@ObjectType()
export class QuotaGapPage extends Paged(QuotaGapNode) {}
