import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Public } from './access.guard.js';
import { Divisions } from './divisions.js';

@ObjectType('Division', { description: '区划' })
export class DivisionNode {
  @Field(() => String, { description: '12 digits' }) code: string;
  @Field(() => String) name: string;
}

@Resolver()
export class DivisionResolver {
  constructor(private readonly divisions: Divisions) {}

  @Public()
  @Query(() => [DivisionNode], { description: 'The counties that this installation serves, in code order' })
  counties(): DivisionNode[] {
    return this.divisions.served().map(({ code, name }) => ({ code, name }));
  }

  @Public()
  @Query(() => [DivisionNode], { description: 'The towns and streets of these counties, named from the county down' })
  towns(): DivisionNode[] {
    return this.divisions
      .served()
      .flatMap((county) =>
        this.divisions.children(county.code).map(({ code, name }) => ({ code, name: county.name + name })),
      );
  }
}
