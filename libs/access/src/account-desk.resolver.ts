import { Args, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import { IsPlainText, Paged, PageArgs, pageOf } from '@tongxing/platform';
import { Allow, Viewer } from './access.guard.js';
import { AccountDeskService, type AccountRow } from './account-desk.service.js';
import { Divisions } from './divisions.js';
import { lacksIdNumber } from './id-number.service.js';
import type { Viewer as ViewerValue } from './viewer.js';

@InputType()
export class CreateAccountInput {
  @Field(() => String)
  @IsString()
  @MaxLength(60)
  login: string;

  @Field(() => String)
  @IsString()
  @IsPlainText()
  @MaxLength(60)
  displayName: string;

  @Field(() => String, { description: '身份证号, so that one person has one account; kept sealed, shown to nobody' })
  @IsString()
  @MaxLength(40)
  idNumber: string;

  @Field(() => String)
  @IsString()
  @MaxLength(12)
  divisionCode: string;

  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  roles: string[];
}

@ObjectType()
export class SetupLink {
  @Field(() => ID) accountId: string;
  @Field(() => String, { description: 'Part of a set-up link, shown this once' }) setupToken: string;
}

@ObjectType('RoleChange')
export class RoleChangeNode {
  @Field(() => ID) id: string;
  @Field(() => [String]) roles: string[];
  @Field(() => Boolean, { description: 'By the viewer, who therefore cannot confirm it' }) own: boolean;
  @Field(() => GraphQLISODateTime) proposedAt: Date;
}

@ObjectType('Account')
export class AccountNode {
  @Field(() => ID) id: string;
  @Field(() => String) login: string;
  @Field(() => String) displayName: string;
  @Field(() => [String]) roles: string[];
  @Field(() => String) divisionName: string;
  @Field(() => Boolean) disabled: boolean;
  @Field(() => Boolean, { description: 'An authenticator is set up' }) hasSecondFactor: boolean;
  @Field(() => Boolean, { description: 'From before the ID number was kept: the holder has to enter it once' })
  idNumberDue: boolean;
  @Field(() => RoleChangeNode, { nullable: true, description: 'Waits for a second person' })
  change: RoleChangeNode | null;
}

@ObjectType()
export class AccountPage extends Paged(AccountNode) {}

/** 人员: the desk of the security administrator. */
@Resolver()
export class AccountDeskResolver {
  constructor(
    private readonly desk: AccountDeskService,
    private readonly divisions: Divisions,
  ) {}

  @Allow('account.list')
  @Query(() => AccountPage)
  async accounts(@Args() { first, after }: PageArgs, @Viewer() viewer: ViewerValue): Promise<AccountPage> {
    const { rows, totalCount } = await this.desk.page(viewer, { first, ...(after ? { after } : {}) });
    return pageOf(
      rows,
      first,
      totalCount,
      (row) => this.desk.cursorFor(row),
      (row) => this.nodeOf(row, viewer),
    );
  }

  @Allow('account.list')
  @Query(() => AccountNode)
  async account(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: ViewerValue): Promise<AccountNode> {
    return this.nodeOf(await this.desk.one(viewer, id), viewer);
  }

  @Allow('account.create')
  @Mutation(() => SetupLink, {
    description: 'An account without a role, its roles proposed, and its one-time set-up link',
  })
  async createAccount(@Args('input') input: CreateAccountInput, @Viewer() viewer: ViewerValue): Promise<SetupLink> {
    const { id, setupToken } = await this.desk.create(viewer, input);
    return { accountId: id, setupToken };
  }

  @Allow('account.roles')
  @Mutation(() => Boolean, { description: 'Proposes the roles of an account; another administrator confirms' })
  async setRoles(
    @Args('id', { type: () => ID }) id: string,
    @Args('roles', { type: () => [String] }) roles: string[],
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.desk.propose(viewer, id, roles);
    return true;
  }

  @Allow('account.roles')
  @Mutation(() => Boolean, { description: 'Confirms or rejects proposed roles' })
  async decideRoles(
    @Args('changeId', { type: () => ID }) changeId: string,
    @Args('approve', { type: () => Boolean }) approve: boolean,
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.desk.decide(viewer, changeId, approve);
    return true;
  }

  @Allow('account.disable')
  @Mutation(() => Boolean, { description: 'Disables an account, which ends all its sessions, or enables it' })
  async setAccountDisabled(
    @Args('id', { type: () => ID }) id: string,
    @Args('disabled', { type: () => Boolean }) disabled: boolean,
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.desk.setDisabled(viewer, id, disabled);
    return true;
  }

  @Allow('account.reset')
  @Mutation(() => SetupLink, { description: 'Takes password and authenticator away; gives a new one-time set-up link' })
  async resetAccount(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: ViewerValue): Promise<SetupLink> {
    return { accountId: id, setupToken: await this.desk.reset(viewer, id) };
  }

  private nodeOf({ account, change, hasFactor }: AccountRow, viewer: ViewerValue): AccountNode {
    const { id, login, displayName, roles, divisionCode, disabled } = account;
    return {
      id,
      login,
      displayName,
      roles,
      divisionName: this.divisions.nameOf(divisionCode),
      disabled,
      hasSecondFactor: hasFactor,
      idNumberDue: lacksIdNumber(account),
      change: change && {
        id: change.id,
        roles: change.roles,
        own: change.proposedById === viewer.id,
        proposedAt: change.proposedAt,
      },
    };
  }
}
