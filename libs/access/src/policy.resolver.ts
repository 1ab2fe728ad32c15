import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Public } from './access.guard.js';
import { type PolicyWords, policyWords } from './policy.words.js';

@ObjectType('PolicyRole')
export class PolicyRoleNode {
  @Field(() => String) code: string;
  @Field(() => String) text: string;
}

@ObjectType('PolicyRule')
export class PolicyRuleNode {
  @Field(() => String, { description: 'noun.verb' }) action: string;
  @Field(() => String, { description: 'The rule in one sentence' }) says: string;
  @Field(() => [String], { description: 'Codes of the roles that may' }) roles: string[];
  @Field(() => Boolean, { description: 'The second factor is asked for again' }) stepUp: boolean;
  @Field(() => Boolean, { description: 'Not in a session that was opened on a witness’s word' }) notVouched: boolean;
  @Field(() => [String], { description: '代办: a helper may whom the person gave any one of these, in words' })
  helper: string[];
}

@ObjectType('PolicyGroup')
export class PolicyGroupNode {
  @Field(() => String) heading: string;
  @Field(() => [PolicyRuleNode]) rules: PolicyRuleNode[];
}

@ObjectType('PolicyTable', { description: '谁能做什么' })
export class PolicyTableNode {
  @Field(() => [PolicyRoleNode], { description: 'Every role of the house' }) roles: PolicyRoleNode[];
  @Field(() => [PolicyGroupNode]) groups: PolicyGroupNode[];
}

/** The table is part of the program: put into words once. */
const TABLE = policyWords();

@Resolver()
export class PolicyResolver {
  @Public()
  @Query(() => PolicyTableNode, { description: 'The whole policy: who may do what, rule by rule' })
  policyTable(): PolicyWords {
    return TABLE;
  }
}
