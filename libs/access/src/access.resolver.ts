import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Allow, type ApiRequest, Public, SaysItself, Viewer } from './access.guard.js';
import { clientOf } from './client.js';
import { Divisions } from './divisions.js';
import { SessionService } from './session.service.js';
import type { Viewer as ViewerValue } from './viewer.js';

@InputType()
export class SignInInput {
  @Field(() => String)
  @IsString()
  @MaxLength(60)
  account: string;

  @Field(() => String)
  @IsString()
  @MaxLength(200)
  password: string;

  @Field(() => String, { nullable: true, description: '动态码; optional in demo mode' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  totp?: string;

  @Field(() => String, { nullable: true, description: '备用码, instead of totp' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  recoveryCode?: string;
}

@ObjectType()
export class SignInResult {
  @Field(() => String, { description: 'Bearer token, or session id for the portal; shown once' })
  token: string;
}

@ObjectType('ActingFor', { description: '代办: for whom the viewer acts in this session' })
export class ActingForNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => [String], { description: 'POSTS, PROFILE, APPLY, PAPERS' }) scopes: string[];
  @Field(() => Boolean, { description: 'Revoked or run out: nothing more is done until stopActing' }) ended: boolean;
}

@ObjectType('Viewer')
export class ViewerNode {
  @Field(() => ID) id: string;
  @Field(() => String) displayName: string;
  @Field(() => [String]) roles: string[];
  @Field(() => String) divisionCode: string;
  @Field(() => String) divisionName: string;
  @Field(() => String, { description: 'The county whose federation serves the viewer' }) countyName: string;
  @Field(() => ID, { nullable: true }) personId?: string;
  @Field(() => ID, { nullable: true }) employerId?: string;
  @Field(() => ActingForNode, { nullable: true }) actingFor?: ActingForNode;
}

@Resolver()
export class AccessResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly divisions: Divisions,
  ) {}

  @Public()
  @SaysItself()
  @Mutation(() => SignInResult)
  async signIn(@Args('input') input: SignInInput, @Context('req') request: ApiRequest): Promise<SignInResult> {
    const { account: login, ...shown } = input;
    const client = clientOf(request, (key) => this.sessions.isPortal(key));
    return { token: await this.sessions.signIn({ login, ...shown }, client) };
  }

  @Allow('viewer.read')
  @Mutation(() => Boolean)
  async signOut(@Context('req') request: ApiRequest): Promise<boolean> {
    await this.sessions.signOut(String(request.headers.authorization ?? ''));
    return true;
  }

  @Public()
  @Query(() => ViewerNode, { nullable: true, description: 'Who is signed in; null for a visitor' })
  viewer(@Viewer() viewer: ViewerValue | null): ViewerNode | null {
    if (!viewer) return null;
    const { divisionCode } = viewer;
    const known = this.divisions.has(divisionCode);
    const divisionName = known ? this.divisions.nameOf(divisionCode) : '';
    const countyName = known ? this.divisions.countyNameOf(divisionCode) : '';
    const { onBehalfOf, ...own } = viewer;
    const actingFor = onBehalfOf && { ...onBehalfOf, scopes: [...onBehalfOf.scopes] };
    return { ...own, roles: [...viewer.roles], divisionName, countyName, ...(actingFor ? { actingFor } : {}) };
  }
}
