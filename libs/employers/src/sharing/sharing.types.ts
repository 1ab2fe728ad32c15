import { DIVISION_CODE } from '@tongxing/access';
import { PageArgs, Paged } from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

const LONGEST_NAME = 60;
const LONGEST_PHONE = 20;
export const LONGEST_REASON = 200;

@ObjectType('SourceOffice', { description: '来源机构: another office whose posts are taken in' })
export class SourceOfficeNode {
  @Field(() => ID) id: string;
  @Field(() => String) divisionCode: string;
  @Field(() => String) divisionName: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: "The office's, never a person's" }) phone: string | null;
  @Field(() => String, { nullable: true, description: 'The day of its newest delivery' }) deliveredOn: IsoDate | null;
  @Field(() => Int, { nullable: true, description: 'Posts that this delivery says it has' })
  deliveredPosts: number | null;
  @Field(() => String, { nullable: true, description: 'The day of its newest delivery that came in whole' })
  wholeOn: IsoDate | null;
  @Field(() => Int, { description: 'Its posts that seekers see now' }) shown: number;
}

@InputType()
export class SaveSourceOfficeInput {
  @Field(() => String, { description: 'Its county, 6 to 12 digits' })
  @Matches(DIVISION_CODE)
  divisionCode: string;

  @Field(() => String)
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  name: string;

  @Field(() => String, { nullable: true, description: 'Its public telephone' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PHONE)
  phone?: string | null;
}

@ObjectType('SharedPost', { description: '共享岗位: a post of another office, as the office here sees it' })
export class SharedPostNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String) officeName: string;
  @Field(() => String, { description: 'In words' }) stateText: string;
  @Field(() => String, { nullable: true }) hiddenReason: string | null;
  @Field(() => Boolean, { description: 'False: it says no demands, so matching cannot say that somebody fits' })
  demandsStated: boolean;
  @Field(() => String, { nullable: true, description: 'The delivery that had it last' }) confirmedOn: IsoDate | null;
  @Field(() => String) closesOn: IsoDate;
}

@ObjectType()
export class SharedPostPage extends Paged(SharedPostNode) {}

@ObjectType('StalePost', { description: '待确认的岗位: asked whether it is still offered, no answer yet' })
export class StalePostNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'OPEN or PAUSED' }) state: string;
  @Field(() => String, { description: 'The last word on it' }) lastWordOn: IsoDate;
  @Field(() => String) askedOn: IsoDate;
  @Field(() => String, { nullable: true, description: 'When it is paused; null: no parameter, or it is already' })
  pausesOn: IsoDate | null;
  @Field(() => String, { nullable: true, description: 'The other office that it came from; it confirms by a delivery' })
  officeName: string | null;
}

@ObjectType()
export class StalePostPage extends Paged(StalePostNode) {}

@ObjectType('FreshnessRule', { description: 'Dated parameters; null: nobody entered one, and nothing expires' })
export class FreshnessRuleNode {
  @Field(() => Int, { nullable: true }) askDays: number | null;
  @Field(() => Int, { nullable: true }) pauseDays: number | null;
}

@ObjectType('PairedPost')
export class PairedPostNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { nullable: true }) officeName: string | null;
  @Field(() => String) divisionName: string;
  @Field(() => String) wage: string;
  @Field(() => String) publishedOn: IsoDate;
}

@ObjectType('PostPair', { description: '像同一个的两个岗位' })
export class PostPairNode {
  @Field(() => ID) id: string;
  @Field(() => PairedPostNode) one: PairedPostNode;
  @Field(() => PairedPostNode) other: PairedPostNode;
  @Field(() => [String], { description: 'Why, a few words each' }) reasons: string[];
  @Field(() => String, { description: 'FOUND, SAME or DIFFERENT' }) state: string;
  @Field(() => String, { nullable: true }) decidedOn: IsoDate | null;
  @Field(() => ID, { nullable: true, description: 'SAME: the one that stays' }) keptId: string | null;
}

@ObjectType()
export class PostPairPage extends Paged(PostPairNode) {}

@ArgsType()
export class PostPairsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'true: those that were decided, the newest first' })
  @IsOptional()
  @IsBoolean()
  decided?: boolean | null;
}

@ObjectType('AlikePost', { description: 'An open post of the same employer that looks like this one' })
export class AlikePostNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => [String]) reasons: string[];
}
