import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { type ApiRequest, Public, SaysItself } from './access.guard.js';
import { clientOf } from './client.js';
import { SessionService } from './session.service.js';
import { SignInCodeService } from './sign-in-code.service.js';

@InputType()
export class RequestCodeInput {
  @Field(() => String, { description: '手机号, 11 digits' })
  @IsString()
  @MaxLength(30)
  phone: string;
}

@InputType()
export class VerifyCodeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(30)
  phone: string;

  @Field(() => String, { description: '登录码, six digits' })
  @IsString()
  @MaxLength(20)
  code: string;

  @Field(() => ID, { nullable: true, description: 'One of the choices, where several people share the phone' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  personId?: string;
}

@ObjectType()
export class CodeChoice {
  @Field(() => ID) personId: string;
  @Field(() => String) maskedName: string;
  @Field(() => Int) birthYear: number;
}

@ObjectType()
export class VerifyCodeResult {
  @Field(() => String, { nullable: true, description: 'As of signIn; null while somebody has to be chosen' })
  token?: string;
  @Field(() => [CodeChoice]) choices: CodeChoice[];
}

/** Sign-in of seekers by a code to their phone. */
@Resolver()
export class SignInCodeResolver {
  constructor(
    private readonly codes: SignInCodeService,
    private readonly sessions: SessionService,
  ) {}

  @Public()
  @SaysItself()
  @Mutation(() => Boolean, { description: 'Sends a sign-in code; the same answer for phones that nobody has' })
  async requestCode(@Args('input') { phone }: RequestCodeInput, @Context('req') request: ApiRequest): Promise<boolean> {
    await this.codes.request(
      phone,
      clientOf(request, (key) => this.sessions.isPortal(key)),
    );
    return true;
  }

  @Public()
  @SaysItself()
  @Mutation(() => VerifyCodeResult)
  verifyCode(@Args('input') input: VerifyCodeInput, @Context('req') request: ApiRequest): Promise<VerifyCodeResult> {
    return this.codes.verify(
      input,
      clientOf(request, (key) => this.sessions.isPortal(key)),
    );
  }
}
