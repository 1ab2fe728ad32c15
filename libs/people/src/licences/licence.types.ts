import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsPlainText } from '@tongxing/platform';
import { IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';

const MAX_KIND = 30;
const MAX_NUMBER = 40;
const MAX_DAY = 10;

@InputType({ description: '一张证照: added, or put right' })
export class LicenceInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'As it was read; needed with `id`' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => String, { description: 'In the words of posts: 电工证, C1驾驶证; one of a kind' })
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_KIND)
  kind: string;

  @Field(() => String, { nullable: true, description: 'Absent or empty: not given, or as it stands' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_NUMBER)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, today or before' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  issuedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day on which it counts; null: it has none' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  validUntil?: string | null;
}

@ObjectType('PersonLicence', { description: '一张证照' })
export class LicenceNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true, description: 'The last four characters; null: none was given' })
  maskedNumber: string | null;
  @Field(() => String, { nullable: true }) issuedOn: string | null;
  @Field(() => String, { nullable: true, description: 'Null: it has no last day' }) validUntil: string | null;
  @Field(() => String, { description: 'SEEN: an office looked at it; UNSEEN: by the own word; EXPIRED' }) state: string;
  @Field(() => String, { nullable: true, description: 'Who looked at it' }) seenBy: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) seenAt: Date | null;
}

@ObjectType('PersonLicences', { description: '一个人的证照' })
export class PersonLicencesNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'Was asked for all: a kind that is not here is not held' }) all: boolean;
  @Field(() => Boolean) mayWrite: boolean;
  @Field(() => [LicenceNode], { description: 'By kind, at most 20' }) licences: LicenceNode[];
}
