import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { NoticeResolver } from '../notice.resolver.js';

async function schemaOf(): Promise<GraphQLSchema> {
  const module = await Test.createTestingModule({ imports: [GraphQLSchemaBuilderModule] }).compile();
  const schema = await module.get(GraphQLSchemaFactory).create([NoticeResolver]);
  await module.close();
  return schema;
}

const schema = await schemaOf();
const fieldsOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).sort() : [];
};

/** Staff accounts, and the choice among people of one phone at its sign-in: nothing that a notice could show. */
const NOT_OF_NOTICES = new Set(['ActingFor', 'Account', 'CodeChoice']);

describe('what the public sees of a notice', () => {
  it('is the whitelist of a line and nothing else', () => {
    expect(fieldsOf('NoticeLine')).toEqual(
      ['amountYuan', 'divisionName', 'id', 'maskedName', 'periodText', 'serial', 'subject'].sort(),
    );
  });

  it('is the head of the notice, without its subjects, its prover or who worked on it', () => {
    expect(fieldsOf('PublicNotice')).toEqual(
      [
        'basis',
        'daysSource',
        'endsOn',
        'id',
        'kind',
        'lineCount',
        'lines',
        'open',
        'phone',
        'printText',
        'startsOn',
        'state',
        'title',
      ].sort(),
    );
  });

  it('is a number and a day of an objection', () => expect(fieldsOf('ObjectionReceipt')).toEqual(['answerBy', 'id']));

  it('never names a field of the private list in any type', () => {
    const forbidden =
      /subjectId|idNumber|certificate|accountN|category|grade|secret|blind|personId|fullName|address|disab/i;
    const named = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !NOT_OF_NOTICES.has(type.name))
      .flatMap((type) => fieldsOf(type.name).map((field) => `${type.name}.${field}`));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => forbidden.test(name))).toEqual([]);
  });
});
