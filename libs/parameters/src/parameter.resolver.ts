import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DIVISION_CODE, Divisions, Public } from '@tongxing/access';
import { DomainError } from '@tongxing/platform';
import { isTypedDay } from '@tongxing/rules';
import { ParameterService } from './parameter.service.js';

@ObjectType()
export class PolicyParameter {
  @Field(() => String) code: string;
  @Field(() => String) scope: string;
  @Field(() => String) qualifier: string;
  @Field(() => String) unit: string;
  @Field(() => String) value: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) from: string;
  @Field(() => String, { nullable: true, description: 'Inclusive; null: open' }) to: string | null;
  @Field(() => String) source: string;
  @Field(() => String, { description: 'CONFIRMED or UNCONFIRMED' }) status: string;
  @Field(() => String, { description: 'SHIPPED, OPERATOR or DEMO (演示参数)' }) origin: string;
}

@Resolver()
export class ParameterResolver {
  constructor(
    private readonly parameters: ParameterService,
    private readonly divisions: Divisions,
  ) {}

  @Public()
  @Query(() => [PolicyParameter], { description: 'Every dated parameter in force at a place on a day' })
  async policyParameters(
    @Args('on', { type: () => String }) on: string,
    @Args('divisionCode', { type: () => String }) divisionCode: string,
  ): Promise<PolicyParameter[]> {
    if (!isTypedDay(on)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field: 'on' });
    if (!DIVISION_CODE.test(divisionCode)) {
      throw new DomainError('VALIDATION', '区划代码是 2 到 12 位数字。', { field: 'divisionCode' });
    }
    if (!this.divisions.has(divisionCode)) {
      throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'divisionCode' });
    }
    return (await this.parameters.lawOf(divisionCode)).inForce(on);
  }
}
