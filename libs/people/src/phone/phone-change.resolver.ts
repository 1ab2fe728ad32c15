import { Args, Field, GraphQLISODateTime, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PhoneChangeService } from './phone-change.service.js';

@ObjectType('WaitingPhone', { description: 'A new phone that has not been confirmed yet' })
export class WaitingPhoneNode {
  @Field(() => String) maskedPhone: string;
  @Field(() => GraphQLISODateTime) expiresAt: Date;
}

/** 换手机号. */
@Resolver()
export class PhoneChangeResolver {
  constructor(private readonly phones: PhoneChangeService) {}

  @Allow('phone.change')
  @Query(() => WaitingPhoneNode, { nullable: true })
  waitingPhone(@Viewer() viewer: SignedIn): Promise<WaitingPhoneNode | null> {
    return this.phones.waiting(viewer);
  }

  @Allow('phone.request')
  @Mutation(() => Boolean, { description: 'Sends a code to the new phone; the same answer whoever else has it' })
  async requestPhoneCode(
    @Viewer() viewer: SignedIn,
    @Args('phone', { type: () => String }) phone: string,
  ): Promise<boolean> {
    await this.phones.request(viewer, phone);
    return true;
  }

  @Allow('phone.change')
  @Mutation(() => Boolean, { description: 'Writes the new phone down, by the code that it got' })
  async changePhone(@Viewer() viewer: SignedIn, @Args('code', { type: () => String }) code: string): Promise<boolean> {
    await this.phones.change(viewer, code);
    return true;
  }
}
