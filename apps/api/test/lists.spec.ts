import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, type GraphQLField, isListType, isNonNullType, isObjectType } from 'graphql';

const schema = buildSchema(readFileSync(join('apps', 'api', 'schema.graphql'), 'utf8'));
const fields = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) =>
    Object.values((type as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields()).map(
      (field) => ({
        name: `${type.name}.${field.name}`,
        root: type === schema.getQueryType(),
        field,
      }),
    ),
  );
const firstOf = (field: GraphQLField<unknown, unknown>) => field.args.find(({ name }) => name === 'first');
const isList = ({ type }: GraphQLField<unknown, unknown>): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type);

describe('lists in the schema', () => {
  it('that come in pages need their first', () => {
    const paged = fields.filter(
      ({ field }) => getNamedType(field.type).name.endsWith('Page') && field.name !== 'pageInfo',
    );
    expect(paged.length).toBeGreaterThan(8);
    expect(paged.filter(({ field }) => String(firstOf(field)?.type) !== 'Int!').map(({ name }) => name)).toEqual([]);
    expect(paged.filter(({ field }) => firstOf(field)?.defaultValue !== undefined).map(({ name }) => name)).toEqual([]);
  });

  it('that come whole are these, short by their nature; a new one has to be looked at', () => {
    const whole = fields.filter(({ root, field }) => root && isList(field) && !firstOf(field)).map(({ name }) => name);
    expect(whole.sort()).toEqual([
      'Query.alikePosts',
      'Query.applicationNeeds',
      'Query.auditAnchors',
      'Query.candidateAsks',
      'Query.counties',
      'Query.delegations',
      'Query.demoAccounts',
      'Query.demoSms',
      'Query.dismissReasons',
      'Query.envelopes',
      'Query.feedbackCounties',
      'Query.licencesAsked',
      'Query.members',
      'Query.missingParameters',
      'Query.myBenefits',
      'Query.objections',
      'Query.parameterKinds',
      'Query.peopleIHelp',
      'Query.policyParameters',
      'Query.projectChoices',
      'Query.projectMonths',
      'Query.registerPlaces',
      'Query.roundPlaces',
      'Query.schemes',
      'Query.seatVisits',
      'Query.sessions',
      'Query.skillsAsked',
      'Query.sourceOffices',
      'Query.supportProviders',
      'Query.towns',
      'Query.welfarePlaces',
      'Query.welfareUnits',
      'Query.workPlaces',
    ]);
  });
});
