import {
  Args,
  Context,
  Field,
  GraphQLISODateTime,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { Allow, type ApiRequest, Public, SaysItself, Viewer } from '../access.guard.js';
import { clientOf } from '../client.js';
import { Divisions } from '../divisions.js';
import { SessionService } from '../session.service.js';
import type { Viewer as ViewerValue } from '../viewer.js';
import { VouchService } from './vouch.service.js';

const MAX_CODE = 20;

@InputType()
export class RequestVouchInput {
  @Field(() => String, { description: '残疾人证号 or 残疾军人证号' })
  @IsString()
  @MaxLength(60)
  certificate: string;
}

@InputType()
export class VouchSignInInput {
  @Field(() => String, { description: 'As given by requestVouch' })
  @IsString()
  @MaxLength(100)
  ticket: string;
}

@ObjectType()
export class RequestedVouch {
  @Field(() => String, { description: '做证码, six digits, to tell the witness' }) code: string;
  @Field(() => String, { description: 'Goes into vouchSignIn; shown once' }) ticket: string;
  @Field(() => GraphQLISODateTime) expiresAt: Date;
}

@ObjectType()
export class VouchSignInResult {
  @Field(() => String, { nullable: true, description: 'As of signIn, for an hour; null while nobody has vouched' })
  token?: string;
}

@ObjectType('Vouchee')
export class VoucheeNode {
  @Field(() => String) name: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String) divisionName: string;
  @Field(() => String) maskedCertificate: string;
  @Field(() => GraphQLISODateTime) askedAt: Date;
  @Field(() => GraphQLISODateTime) expiresAt: Date;
}

/** 请人做证登录: sign-in on a witness's word, for who has no phone. */
@Resolver()
export class VouchResolver {
  constructor(
    private readonly vouches: VouchService,
    private readonly sessions: SessionService,
    private readonly divisions: Divisions,
  ) {}

  @Public()
  @SaysItself()
  @Mutation(() => RequestedVouch, { description: 'Asks for a witness; the same answer for numbers that nobody has' })
  requestVouch(
    @Args('input') { certificate }: RequestVouchInput,
    @Context('req') request: ApiRequest,
  ): Promise<RequestedVouch> {
    return this.vouches.ask(certificate, this.clientOf(request));
  }

  @Public()
  @SaysItself()
  @Mutation(() => VouchSignInResult, { description: 'Goes on once a witness has vouched' })
  async vouchSignIn(
    @Args('input') { ticket }: VouchSignInInput,
    @Context('req') request: ApiRequest,
  ): Promise<VouchSignInResult> {
    const token = await this.vouches.enter(ticket, this.clientOf(request));
    return token === undefined ? {} : { token };
  }

  @Allow('person.vouch')
  @Query(() => VoucheeNode, { description: 'Who asked for a witness with this code' })
  async vouchee(
    @Args('code', { type: () => String }) code: string,
    @Viewer() viewer: ViewerValue,
  ): Promise<VoucheeNode> {
    const { divisionCode, ...who } = await this.vouches.look(viewer, code.slice(0, MAX_CODE));
    return { ...who, divisionName: this.divisions.nameOf(divisionCode) };
  }

  @Allow('person.vouch')
  @Mutation(() => String, { description: 'Answers for the person who sits before the viewer; gives their name' })
  vouch(@Args('code', { type: () => String }) code: string, @Viewer() viewer: ViewerValue): Promise<string> {
    return this.vouches.vouch(viewer, code.slice(0, MAX_CODE));
  }

  private clientOf(request: ApiRequest) {
    return clientOf(request, (key) => this.sessions.isPortal(key));
  }
}
