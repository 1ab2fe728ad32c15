import { Args, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Divisions, type SignedIn, Viewer } from '@tongxing/access';
import { IsPlainText } from '@tongxing/platform';
import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { MemberService, type MemberView } from './member.service.js';

@InputType({ description: 'A new colleague without `id`; else what is given changes, what is absent stays' })
export class SetMemberInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a new one: 3 to 60 small letters, digits, dots, hyphens' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  login?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a new one' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(60)
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'EMPLOYER_CLERK or EMPLOYER_ADMIN' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  role?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  disabled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'A new set-up link; password and authenticator end' })
  @IsOptional()
  @IsBoolean()
  newLink?: boolean | null;
}

@InputType()
export class OpenEmployerAccountInput {
  @Field(() => ID)
  @IsUUID()
  employerId: string;

  @Field(() => String)
  @IsString()
  @MaxLength(60)
  login: string;

  @Field(() => String)
  @IsString()
  @IsPlainText()
  @MaxLength(60)
  displayName: string;
}

@ObjectType()
export class Member {
  @Field(() => ID) id: string;
  @Field(() => String) login: string;
  @Field(() => String) displayName: string;
  @Field(() => String) role: string;
  @Field(() => String, { description: 'WAITING for its set-up, IN_USE, DISABLED' }) state: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastSeenAt: Date | null;
  @Field(() => Boolean, { description: "The viewer's own, which the viewer cannot change" }) own: boolean;
}

@ObjectType()
export class MemberLink {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'Part of a set-up link, shown this once' })
  setupToken: string | null;
}

@ObjectType()
export class EmployerAccounts {
  @Field(() => ID) employerId: string;
  @Field(() => String) employerName: string;
  @Field(() => String) divisionName: string;
  @Field(() => [Member]) members: Member[];
  @Field(() => Boolean, { description: 'Nobody keeps its accounts: the office can open the first one' })
  canOpen: boolean;
}

@Resolver()
export class MemberResolver {
  constructor(
    private readonly members: MemberService,
    private readonly divisions: Divisions,
  ) {}

  @Allow('member.list')
  @Query(() => [Member], { name: 'members', description: "成员: the accounts of the viewer's own employer" })
  async own(@Viewer() viewer: SignedIn): Promise<Member[]> {
    return (await this.members.ofEmployer(viewer)).members.map((member) => nodeOf(member, viewer));
  }

  @Allow('member.set')
  @Mutation(() => MemberLink, { description: 'Adds a colleague, or changes one: role, disabled, a new set-up link' })
  setMember(@Args('input') input: SetMemberInput, @Viewer() viewer: SignedIn): Promise<MemberLink> {
    return this.members.set(viewer, input);
  }

  @Allow('employerAccount.list')
  @Query(() => EmployerAccounts, { description: "An employer of the officer's region, with its accounts" })
  async employerAccounts(
    @Args('employerId', { type: () => ID }) employerId: string,
    @Viewer() viewer: SignedIn,
  ): Promise<EmployerAccounts> {
    const { employer, members } = await this.members.ofEmployer(viewer, employerId);
    return {
      employerId,
      employerName: employer.name,
      divisionName: this.divisions.nameOf(employer.divisionCode),
      members: members.map((member) => nodeOf(member, viewer)),
      canOpen: !members.some(({ role, state }) => role === 'EMPLOYER_ADMIN' && state !== 'DISABLED'),
    };
  }

  @Allow('employerAccount.open')
  @Mutation(() => MemberLink, {
    description: '开单位账号: the first administrator of an employer, with the set-up link',
  })
  openEmployerAccount(
    @Args('input') { employerId, ...who }: OpenEmployerAccountInput,
    @Viewer() viewer: SignedIn,
  ): Promise<MemberLink> {
    return this.members.open(viewer, employerId, who);
  }
}

const nodeOf = ({ account, role, state, lastSeenAt }: MemberView, viewer: SignedIn): Member => ({
  id: account.id,
  login: account.login,
  displayName: account.displayName,
  role,
  state,
  lastSeenAt,
  own: account.id === viewer.id,
});
