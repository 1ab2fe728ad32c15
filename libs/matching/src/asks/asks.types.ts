import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PublicPostNode } from '@tongxing/employers';
import type { IsoDate } from '@tongxing/rules';

@ObjectType('CandidateAsk', { description: '单位想请残联问问的人, for the office and the desk' })
export class CandidateAskNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => String, { description: 'Where the person lives' }) personPlace: string;
  @Field(() => PublicPostNode) post: PublicPostNode;
  @Field(() => String) askedOn: IsoDate;
}
