import { Args, Context, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { type ApiRequest, Public, SaysItself } from '../access.guard.js';
import { SignInResult } from '../access.resolver.js';
import { clientOf } from '../client.js';
import { SessionService } from '../session.service.js';
import { OidcService } from './oidc.service.js';

@InputType()
export class OidcFinishInput {
  @Field(() => String, { description: 'As given by oidcStart, kept by the browser that asked' })
  @IsString()
  @MaxLength(2_000)
  state: string;

  @Field(() => String, { description: 'Query of the address that the person came back to, without the question mark' })
  @IsString()
  @MaxLength(4_000)
  answer: string;
}

@ObjectType()
export class OidcStarted {
  @Field(() => String, { description: "The platform's address, to send the person to" }) url: string;
  @Field(() => String, { description: 'Sealed; goes into oidcFinish, once, within ten minutes' }) state: string;
}

/** 平台登录: sign-in through a government platform. */
@Resolver()
export class OidcResolver {
  constructor(
    private readonly oidc: OidcService,
    private readonly sessions: SessionService,
  ) {}

  @Public()
  @Query(() => String, { nullable: true, description: 'How the platform is called; null where there is none' })
  oidcPlatform(): string | null {
    return this.oidc.platformName ?? null;
  }

  @Public()
  @SaysItself()
  @Mutation(() => OidcStarted)
  oidcStart(): Promise<OidcStarted> {
    return this.oidc.start();
  }

  @Public()
  @SaysItself()
  @Mutation(() => SignInResult, { description: 'Exchanges the code and opens a session' })
  async oidcFinish(
    @Args('input') { state, answer }: OidcFinishInput,
    @Context('req') request: ApiRequest,
  ): Promise<SignInResult> {
    const client = clientOf(request, (key) => this.sessions.isPortal(key));
    return { token: await this.oidc.finish(state, answer, client) };
  }
}
