import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { IsPlainText, PageArgs, Paged } from '@tongxing/platform';
import { CLOSE_REASONS, type IsoDate, REGISTER_STATES } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const CODE = /^[A-Za-z][A-Za-z_]{0,31}$/;
const MAX_NAME = 60;
const MAX_DAY = 10;
const MAX_VALUE = 200;
const MAX_VALUES = 30;
const MAX_FIELDS = 30;
/** More villages than any county has. */
const MAX_SERVED = 1_000;

@ObjectType('RegisterField', { description: 'A field of an entry, in words' })
export class RegisterFieldNode {
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => String, { description: 'TEXT, PHONE, CHOICE or CHOICES' }) type: string;
  @Field(() => [String], { description: 'As it is kept: codes of choices' }) values: string[];
  @Field(() => String, { description: 'In words; empty: nobody has said' }) text: string;
}

@ObjectType('RegisterPlace', { description: 'A village that an entry serves' })
export class RegisterPlaceNode {
  @Field(() => String, { description: '12 digits' }) code: string;
  @Field(() => String, { description: 'With its town' }) name: string;
}

@ObjectType('RegisterPlaceChoice', { description: 'A place that a form offers' })
export class RegisterPlaceChoiceNode {
  @Field(() => String, { description: '12 digits' }) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'COUNTY, TOWNSHIP or VILLAGE' }) level: string;
  @Field(() => Boolean, { description: 'The viewer may write entries that lie in it' }) mine: boolean;
}

@ObjectType('RegisterEntry', { description: '台账里的一条, as staff see it' })
export class RegisterEntryNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) kind: string;
  @Field(() => String) name: string;
  @Field(() => String) category: string;
  @Field(() => String, { description: 'In words' }) categoryText: string;
  @Field(() => String, { description: '12 digits' }) divisionCode: string;
  @Field(() => String, { description: 'With its town' }) divisionName: string;
  @Field(() => String, { description: 'PLANNED, OPEN or CLOSED, today' }) state: string;
  @Field(() => String) stateText: string;
  @Field(() => String) openedOn: IsoDate;
  @Field(() => String, { nullable: true, description: 'The last day, included' }) closedOn: IsoDate | null;
  @Field(() => String, { nullable: true }) closeReasonText: string | null;
  @Field(() => String, { nullable: true, description: 'The public phone' }) phone: string | null;
  @Field(() => [RegisterFieldNode], { description: 'Those the viewer may see' }) fields: RegisterFieldNode[];
  @Field(() => [RegisterPlaceNode], { description: 'Villages it serves, besides where it lies' })
  serves: RegisterPlaceNode[];
  @Field(() => Boolean, { description: 'The viewer may change it' }) mayChange: boolean;
}

@ObjectType()
export class RegisterEntryPage extends Paged(RegisterEntryNode) {}

@ObjectType('PublicRegisterEntry', { description: 'An entry that is open today, for everybody' })
export class PublicRegisterEntryNode {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'In words' }) categoryText: string;
  @Field(() => String, { description: 'With its town' }) divisionName: string;
  @Field(() => String, { nullable: true, description: 'The last day, where one is known' }) closedOn: IsoDate | null;
  @Field(() => [RegisterFieldNode], { description: 'Public ones' }) fields: RegisterFieldNode[];
  @Field(() => [String], { description: 'Villages it serves, besides where it lies' }) serves: string[];
}

@ObjectType()
export class PublicRegisterEntryPage extends Paged(PublicRegisterEntryNode) {}

@ObjectType('RegisterTownCoverage', { description: 'One town' })
export class TownCoverageNode {
  @Field(() => String, { description: '12 digits' }) divisionCode: string;
  @Field(() => String) name: string;
  @Field(() => Int) villages: number;
  @Field(() => Int, { description: 'Villages without an entry, and served by none' }) missing: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Certificate holders of working age in these villages; null: not for the viewer, or no age is entered',
  })
  holders: number | null;
}

@ObjectType('RegisterCoverage', { description: 'Which villages have an entry of a kind, today' })
export class CoverageNode {
  @Field(() => String) day: IsoDate;
  @Field(() => Int) villages: number;
  @Field(() => Int) missing: number;
  @Field(() => Int, { nullable: true }) holders: number | null;
  @Field(() => [TownCoverageNode], { description: 'In the order of the division table' }) towns: TownCoverageNode[];
}

@ObjectType('RegisterGap', { description: 'A village without an entry, and served by none' })
export class RegisterGapNode {
  @Field(() => String, { description: '12 digits' }) divisionCode: string;
  @Field(() => String) name: string;
  @Field(() => String) townName: string;
  @Field(() => Int, { nullable: true, description: 'Certificate holders of working age; null as above' })
  holders: number | null;
}

@ObjectType()
export class RegisterGapPage extends Paged(RegisterGapNode) {}

@ObjectType('RegisterFile', { description: 'A list to take away' })
export class RegisterFileNode {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'CSV' }) text: string;
}

@InputType()
export class RegisterFilter {
  @Field(() => String, { nullable: true, description: 'A town, a village or the county' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(CODE)
  category?: string;

  @Field(() => String, { nullable: true, description: 'PLANNED, OPEN or CLOSED; absent: all of them' })
  @IsOptional()
  @IsIn(Object.keys(REGISTER_STATES))
  state?: string;
}

@InputType()
export class PublicRegisterFilter {
  @Field(() => String, { nullable: true, description: 'What lies there, or serves a village there' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(CODE)
  category?: string;
}

@ArgsType()
export class RegistersArgs extends PageArgs {
  @Field(() => String, { description: 'SERVICE_POINTS …' })
  @Matches(CODE)
  kind: string;

  @Field(() => RegisterFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegisterFilter)
  filter?: RegisterFilter;
}

@ArgsType()
export class PublicRegistersArgs extends PageArgs {
  @Field(() => String, { description: 'SERVICE_POINTS …' })
  @Matches(CODE)
  kind: string;

  @Field(() => PublicRegisterFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PublicRegisterFilter)
  filter?: PublicRegisterFilter;
}

@ArgsType()
export class RegisterGapsArgs extends PageArgs {
  @Field(() => String, { description: 'SERVICE_POINTS …' })
  @Matches(CODE)
  kind: string;

  @Field(() => String, { nullable: true, description: 'A town; absent: the whole region' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string;
}

@InputType()
export class RegisterValueInput {
  @Field(() => String)
  @Matches(CODE)
  key: string;

  @Field(() => [String], { description: 'One text, or codes of choices' })
  @IsArray()
  @ArrayMaxSize(MAX_VALUES)
  @IsString({ each: true })
  @MaxLength(MAX_VALUE, { each: true })
  @IsPlainText({ each: true })
  values: string[];
}

@InputType({
  description: 'A new entry wants everything but the closing. Of one that stands, what is absent stays as it is.',
})
export class SaveRegisterEntryInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one' })
  @IsOptional()
  @IsUUID()
  id?: string;

  @Field(() => Int, { nullable: true, description: 'Of the entry that was read' })
  @IsOptional()
  @IsInt()
  version?: number;

  @Field(() => String, { nullable: true, description: 'SERVICE_POINTS …; of a new one' })
  @IsOptional()
  @Matches(CODE)
  kind?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_NAME)
  name?: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  openedOn?: string;

  @Field(() => [RegisterValueInput], { nullable: true, description: 'All fields together' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_FIELDS)
  @ValidateNested({ each: true })
  @Type(() => RegisterValueInput)
  fields?: RegisterValueInput[];

  @Field(() => [String], { nullable: true, description: 'All villages it serves together' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_SERVED)
  @Matches(DIVISION_CODE, { each: true })
  serves?: string[];

  @Field(() => String, { nullable: true, description: 'Closes it: the last day, included' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  closedOn?: string;

  @Field(() => String, { nullable: true, description: 'MERGED, MOVED, ENDED, UNFIT or MISTAKE; with closedOn' })
  @IsOptional()
  @IsIn(Object.keys(CLOSE_REASONS))
  closeReason?: string;

  @Field(() => Boolean, { nullable: true, description: 'Takes the closing back; nothing else is changed with it' })
  @IsOptional()
  @IsBoolean()
  reopen?: boolean;
}

@ArgsType()
export class CoverageArgs {
  @Field(() => String, { description: 'SERVICE_POINTS …' })
  @Matches(CODE)
  kind: string;

  @Field(() => String, { nullable: true, description: 'A town; absent: the whole region' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string;
}

@ArgsType()
export class RegisterFileArgs {
  @Field(() => String, { description: 'SERVICE_POINTS …' })
  @Matches(CODE)
  kind: string;

  @Field(() => RegisterFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegisterFilter)
  filter?: RegisterFilter;
}
