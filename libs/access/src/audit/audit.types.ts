import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, Paged } from '@tongxing/platform';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Action of the policy table' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  action?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  actorId?: string;

  @Field(() => ID, { nullable: true, description: 'Everything that was done to one thing' })
  @IsOptional()
  @IsUUID()
  targetId?: string;

  @Field(() => String, { nullable: true, description: 'First day, YYYY-MM-DD' })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @Field(() => String, { nullable: true, description: 'Last day, YYYY-MM-DD' })
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

@ArgsType()
export class AuditAnchorsArgs {
  @Field(() => String, { description: 'Day in China, YYYY-MM-DD' })
  @Matches(DAY)
  day: string;
}

@ObjectType('AuditAnchor', { description: 'The signed end of a chain, as it was written outside the database' })
export class AuditAnchorNode {
  @Field(() => Int, { description: 'Number of the last entry then' }) seq: number;
  @Field(() => String, { description: 'ISO instant' }) at: string;
  @Field(() => String, { description: 'Hash of that entry, 64 hex digits' }) hash: string;
  @Field(() => String, { description: 'Fingerprint of the key that signed it' }) signer: string;
  @Field(() => Boolean, { description: 'Whether a key of this installation signed it' }) ours: boolean;
}

@ObjectType('AuditEntry')
export class AuditEntryNode {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Number within the chain of the county' }) seq: number;
  @Field(() => String, { description: 'ISO instant' }) at: string;
  @Field(() => ID, { nullable: true }) actorId: string | null;
  @Field(() => String, { nullable: true, description: 'Staff by name; a job seeker’s is masked' })
  actorName: string | null;
  @Field(() => String, { description: 'In which role; 访客, 后台任务 or 命令行 where nobody was signed in' })
  roleName: string;
  @Field(() => String) action: string;
  @Field(() => String, { nullable: true, description: 'The rule of the policy table that allowed it, in a sentence' })
  says: string | null;
  @Field(() => String) divisionCode: string;
  @Field(() => String, { nullable: true }) targetKind: string | null;
  @Field(() => ID, { nullable: true }) targetId: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'Of a look at a clear value: what was typed beside the reason' })
  note: string | null;
  @Field(() => ID, { nullable: true, description: 'Number of the request, as errors quote it' }) trace: string | null;
  @Field(() => String, { description: 'Chained hash, 64 hex digits' }) hash: string;
}

@ObjectType()
export class AuditEntryPage extends Paged(AuditEntryNode) {}

@ObjectType()
export class ChainFaultNode {
  @Field(() => String, { description: 'County, 6 digits' }) chain: string;
  @Field(() => Int, { description: 'First entry where it shows' }) seq: number;
  @Field(() => String, { description: 'MISSING, CHANGED, ADDED, REWRITTEN, ANCHOR' }) kind: string;
}

@ObjectType()
export class AuditReportNode {
  @Field(() => Boolean) ok: boolean;
  @Field(() => Int) entries: number;
  @Field(() => Int, { description: 'Signed ends outside the database that were held against it' }) anchors: number;
  @Field(() => ChainFaultNode, { nullable: true }) fault: ChainFaultNode | null;
  @Field(() => String, { nullable: true, description: 'Hash of the last entry: what the daily report prints' })
  head: string | null;
}
