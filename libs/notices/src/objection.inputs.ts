import { Field, ID, InputType } from '@nestjs/graphql';
import { IsPlainText } from '@tongxing/platform';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

@InputType()
export class LodgeObjectionInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  noticeId: string;

  @Field(() => ID, { nullable: true, description: 'Left out: against the whole notice' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  lineId?: string | null;

  @Field(() => String, { description: 'At most 500 characters' })
  @IsString()
  @Matches(/\S/u)
  @MaxLength(500)
  text: string;

  @Field(() => String, { nullable: true, description: 'How to reach the objector; may be left out' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(60)
  contact?: string | null;

  @Field(() => String)
  @IsString()
  @MinLength(8)
  @MaxLength(64)
  idempotencyKey: string;
}

@InputType()
export class DecideObjectionInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  id: string;

  @Field(() => String, {
    description: 'UPHELD: the line will not pass, or the whole notice is withdrawn; DISMISSED: it may',
  })
  @IsIn(['UPHELD', 'DISMISSED'])
  outcome: 'UPHELD' | 'DISMISSED';

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;

  @Field(() => String, {
    description: 'Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply',
  })
  @IsString()
  @MaxLength(80)
  idempotencyKey: string;
}
