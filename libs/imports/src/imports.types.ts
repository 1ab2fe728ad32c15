import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { MAX_COLUMNS } from './limits.js';
import { MAX_CELL_TEXT } from './row-text.js';

export enum ImportCommitMode {
  GOOD = 'GOOD',
  ALL = 'ALL',
}
registerEnumType(ImportCommitMode, {
  name: 'ImportCommitMode',
  description: 'GOOD: rows without errors; ALL: refused while any row is wrong',
});

@ObjectType('ImportProblem', { description: 'One finding about a file or a row; personal data masked' })
export class ImportProblemNode {
  @Field(() => Int, { nullable: true, description: "The user's own Excel row; null for the whole file" })
  row: number | null;
  @Field(() => String, { nullable: true, description: 'Header text' }) column: string | null;
  @Field(() => String) code: string;
  @Field(() => String, { description: 'error, warning or info' }) severity: string;
  @Field(() => String) message: string;
  @Field(() => String) hint: string;
  @Field(() => String, { nullable: true, description: 'What stands in the cell, masked' }) typed: string | null;
}

@ObjectType('ImportCodeCount')
export class ImportCodeCountNode {
  @Field(() => String) code: string;
  @Field(() => String) severity: string;
  @Field(() => Int) count: number;
}

@ObjectType('ImportJob', { description: '导入: one file from upload to commit' })
export class ImportJobNode {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String, { description: '持证残疾人名册' }) kindTitle: string;
  @Field(() => String) fileName: string;
  @Field(() => String, {
    description: 'RECEIVED SCANNING READING CHECKED COMMITTING COMMITTED DISCARDED FAILED',
  })
  state: string;
  @Field(() => String, { nullable: true }) format: string | null;
  @Field(() => String, { nullable: true, description: 'Of a CSV file, detected or chosen: UTF-8 GBK GB18030' })
  encoding: string | null;
  @Field(() => Int, { description: 'Data rows, without the sample row and blank rows' }) rows: number;
  @Field(() => Int) new: number;
  @Field(() => Int) changed: number;
  @Field(() => Int) unchanged: number;
  @Field(() => Int, { description: 'Rows with at least one error' }) wrong: number;
  @Field(() => Int, { description: 'Rows with at least one warning' }) warned: number;
  @Field(() => Boolean) committed: boolean;
  @Field(() => Int, { description: 'Rows committed so far' }) committedRows: number;
  @Field(() => [ImportCodeCountNode], { description: 'How often each problem was found' })
  codes: ImportCodeCountNode[];
  @Field(() => [String], { description: 'Headers that no column of this kind has; ignored' })
  unknownColumns: string[];
  @Field(() => Date) createdAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
}

@ObjectType('ImportCell')
export class ImportCellNode {
  @Field(() => String) key: string;
  @Field(() => String) header: string;
  @Field(() => String, { description: 'As it was typed' }) value: string;
}

@ObjectType('ImportRow', { description: 'A staged row, to be mended by who uploaded it' })
export class ImportRowNode {
  @Field(() => Int, { description: 'Excel row' }) row: number;
  @Field(() => String, { description: 'GOOD WRONG COMMITTED' }) state: string;
  @Field(() => Int) version: number;
  @Field(() => [ImportCellNode]) cells: ImportCellNode[];
  @Field(() => [ImportProblemNode]) problems: ImportProblemNode[];
}

@InputType()
export class ImportCellInput {
  @Field(() => String)
  @IsString()
  @MaxLength(40)
  key: string;

  @Field(() => String, { description: 'Empty: the cell is blank' })
  @IsString()
  @MaxLength(MAX_CELL_TEXT)
  value: string;
}

@InputType()
export class FixImportRowInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  importId: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  row: number;

  @Field(() => Int, { description: 'Of the row, as it was read' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => [ImportCellInput])
  @IsArray()
  @ArrayMaxSize(MAX_COLUMNS)
  @ValidateNested({ each: true })
  @Type(() => ImportCellInput)
  cells: ImportCellInput[];
}
