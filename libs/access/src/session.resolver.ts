import {
  Args,
  Context,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Allow, type ApiRequest, Public, Viewer } from './access.guard.js';
import { SignInResult } from './access.resolver.js';
import { clientOf } from './client.js';
import { IdNumberService } from './id-number.service.js';
import { SecurityService } from './security.service.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import type { Viewer as ViewerValue } from './viewer.js';

const MAX_TOKEN = 100;
const MAX_TYPED = 40;

@InputType()
export class ProofInput {
  @Field(() => String, { nullable: true, description: '动态码, six digits' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  totp?: string;

  @Field(() => String, { nullable: true, description: '备用码, instead of totp' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  recoveryCode?: string;

  @Field(() => String, {
    nullable: true,
    description: '登录码 of the own phone, instead of totp; seekers and helpers only',
  })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  code?: string;

  @Field(() => String, { nullable: true, description: 'Seekers and helpers without an authenticator only' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  password?: string;
}

@InputType()
export class CompleteSetupInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MAX_TOKEN)
  token: string;

  @Field(() => String, { nullable: true, description: 'Wanted by a link whose purpose is ACCOUNT' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  password?: string;

  @Field(() => String, { description: 'What the authenticator shows: proves that it has the secret' })
  @IsString()
  @MaxLength(10)
  totp: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password that is in use' })
  @IsString()
  @MaxLength(200)
  current: string;

  @Field(() => String, { description: 'The new one' })
  @IsString()
  @MaxLength(200)
  password: string;
}

@ObjectType()
export class AccountSetupNode {
  @Field(() => String) login: string;
  @Field(() => String) displayName: string;
  @Field(() => String, { description: 'ACCOUNT: password and authenticator; FACTOR: authenticator' }) purpose: string;
  @Field(() => String, { description: 'base32, to type into an authenticator app' }) totpSecret: string;
  @Field(() => String, { description: 'otpauth://, for the QR code' }) totpUri: string;
  @Field(() => GraphQLISODateTime) expiresAt: Date;
}

@ObjectType()
export class RecoveryCodes {
  @Field(() => [String], { description: '备用码, shown this once' }) codes: string[];
}

@ObjectType('Session')
export class SessionNode {
  @Field(() => ID) id: string;
  @Field(() => Boolean, { description: 'The one that asks' }) current: boolean;
  @Field(() => String, { description: 'SESSION of a browser, or BEARER token of a program' }) kind: string;
  @Field(() => String, { description: 'Browser and machine in words; empty when not known' }) agent: string;
  @Field(() => GraphQLISODateTime) signedInAt: Date;
  @Field(() => GraphQLISODateTime) lastSeenAt: Date;
  @Field(() => GraphQLISODateTime) expiresAt: Date;
}

@ObjectType()
export class SecondFactorStatus {
  @Field(() => Boolean, { description: 'An authenticator is set up' }) enabled: boolean;
  @Field(() => Int) recoveryCodesLeft: number;
  @Field(() => Boolean, { description: 'The account is opened with a password' }) hasPassword: boolean;
}

/** A person's own sign-ins and second factor. */
@Resolver()
export class SessionResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly setups: SetupService,
    private readonly security: SecurityService,
    private readonly idNumbers: IdNumberService,
  ) {}

  @Allow('viewer.read')
  @Mutation(() => SignInResult, {
    description: 'Shows the second factor again; the new token takes the place of the old one',
  })
  async stepUp(
    @Args('input') input: ProofInput,
    @Viewer() viewer: ViewerValue,
    @Context('req') request: ApiRequest,
  ): Promise<SignInResult> {
    const client = clientOf(request, (key) => this.sessions.isPortal(key));
    return { token: await this.security.stepUp(viewer, input, client) };
  }

  @Allow('viewer.read')
  @Mutation(() => Boolean, { description: 'Sends a code for stepUp to the own phone; seekers and helpers only' })
  async requestOwnCode(@Viewer() viewer: ViewerValue, @Context('req') request: ApiRequest): Promise<boolean> {
    await this.security.requestOwnCode(
      viewer,
      clientOf(request, (key) => this.sessions.isPortal(key)),
    );
    return true;
  }

  @Allow('viewer.read')
  @Query(() => [SessionNode], {
    name: 'sessions',
    description: 'Own sessions and tokens that still work, newest first',
  })
  ownSessions(@Viewer() viewer: ViewerValue): Promise<SessionNode[]> {
    return this.security.sessions(viewer);
  }

  @Allow('viewer.read')
  @Mutation(() => Boolean, { description: 'Ends one of the own sessions' })
  async revokeSession(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: ViewerValue): Promise<boolean> {
    await this.sessions.revoke(viewer.id, id);
    return true;
  }

  @Allow('viewer.read')
  @Mutation(() => Int, { description: 'Ends all own sessions but the one that asks; gives how many' })
  revokeOtherSessions(@Viewer() viewer: ViewerValue): Promise<number> {
    return this.sessions.revokeAll(viewer.id, viewer.sessionId);
  }

  @Allow('viewer.read')
  @Query(() => SecondFactorStatus)
  secondFactor(@Viewer() viewer: ViewerValue): Promise<SecondFactorStatus> {
    return this.security.factorOf(viewer);
  }

  @Allow('viewer.read')
  @Query(() => Boolean, { description: '补填身份证号: the account is from before the number was kept' })
  ownIdNumberDue(@Viewer() viewer: ViewerValue): Promise<boolean> {
    return this.idNumbers.isDue(viewer);
  }

  @Allow('viewer.secure')
  @Mutation(() => Boolean, {
    description: 'Keeps the own ID number, sealed, where it is the one the account was made with',
  })
  async keepOwnIdNumber(
    @Args('idNumber', { type: () => String }) idNumber: string,
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.idNumbers.keep(viewer, idNumber.slice(0, MAX_TYPED));
    return true;
  }

  @Allow('viewer.secure')
  @Mutation(() => String, {
    description:
      'Begins a new authenticator: a set-up token. Wants the second factor, or the password where there is none yet',
  })
  renewSecondFactor(
    @Viewer() viewer: ViewerValue,
    @Args('password', { type: () => String, nullable: true }) password?: string,
  ): Promise<string> {
    return this.security.renewFactor(viewer, password);
  }

  @Allow('viewer.secure')
  @Mutation(() => Boolean, { description: 'Changes the own password, which ends all other own sessions' })
  async changePassword(
    @Args('input') { current, password }: ChangePasswordInput,
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.security.changePassword(viewer, current, password);
    return true;
  }

  @Public()
  @Query(() => AccountSetupNode, { description: 'What a set-up link leads to' })
  accountSetup(@Args('token', { type: () => String }) token: string): Promise<AccountSetupNode> {
    return this.setups.view(token.slice(0, MAX_TOKEN));
  }

  @Public()
  @Mutation(() => RecoveryCodes, { description: 'Sets password and authenticator by a set-up link' })
  async completeSetup(@Args('input') { token, password, totp }: CompleteSetupInput): Promise<RecoveryCodes> {
    return { codes: await this.setups.complete(token, password, totp) };
  }
}
