import type { Blind, CryptoProvider } from '@tongxing/platform';
import { Column, ForeignKey, type ObjectType, PrimaryColumn, VersionColumn as TypeormVersion } from 'typeorm';
import { BLIND_LENGTH, DAY_LENGTH, DIVISION_LENGTH, ID_LENGTH, RATIO_LENGTH, STATE_LENGTH } from './columns.js';

/** Options of an entity column. */
export interface ColumnChoice {
  nullable?: true;
}

const nullable = (choice?: ColumnChoice): boolean => choice?.nullable === true;

const fenTransformer = {
  to: (value: number | null | undefined): number | null | undefined => {
    if (value !== null && value !== undefined && !Number.isSafeInteger(value)) {
      throw new RangeError('an amount must be a whole number of fen within the safe range');
    }
    return value;
  },
  from: (value: string | number | bigint | null): number | null => {
    if (value === null || value === undefined) return null;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError('a stored amount lies beyond the safe range');
    return number;
  },
};

/** Primary key: a UUIDv7 from `newId()`. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: ID_LENGTH });
/** A natural text key as primary key. */
export const KeyColumn = (length: number): PropertyDecorator => PrimaryColumn({ type: 'varchar', length });
/** The id of another row. */
export const RefColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'varchar', length: ID_LENGTH, nullable: nullable(choice) });
/** Text of at most `length` characters. */
export const TextColumn = (length: number, choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'varchar', length, nullable: nullable(choice) });
export const LongTextColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'text', nullable: nullable(choice) });
export const IntegerColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'integer', nullable: nullable(choice) });
export const FlagColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'boolean', nullable: nullable(choice) });
/** Integer fen as a JS number; values beyond 2^53 are refused both ways. */
export const FenColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'bigint', nullable: nullable(choice), transformer: fenTransformer });
/** Primary key that counts, from our own counter row. */
export const SequenceColumn = (): PropertyDecorator => PrimaryColumn({ type: 'bigint', transformer: fenTransformer });
/** Exact text, `3/200` or `0.015`. */
export const RatioColumn = (choice?: ColumnChoice): PropertyDecorator => TextColumn(RATIO_LENGTH, choice);
/** `YYYY-MM-DD`. */
export const DayColumn = (choice?: ColumnChoice): PropertyDecorator => TextColumn(DAY_LENGTH, choice);
/** A Date, UTC, to the millisecond; the value comes from `Clock`. */
export const InstantColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'datetime', precision: 3, nullable: nullable(choice) });
/** Any JSON value, stored as text and never queried inside. */
export const JsonColumn = (choice?: ColumnChoice): PropertyDecorator =>
  Column({ type: 'simple-json', nullable: nullable(choice) });
/** TypeORM sets 1 on insert and adds 1 on every update. */
export const VersionColumn = (): PropertyDecorator => TypeormVersion({ type: 'integer' });
const secretColumns = new WeakMap<object, Set<string>>();

/**
 * Ciphertext of `CryptoProvider.seal`, bound to `<table>|<column>|<id>`. The mark is what the rotation of keys goes by: a sealed value in any
 * other column would be lost with its key.
 */
export const SecretColumn =
  (choice?: ColumnChoice): PropertyDecorator =>
  (prototype, property) => {
    const marked = secretColumns.get(prototype.constructor) ?? new Set();
    secretColumns.set(prototype.constructor, marked.add(String(property)));
    Column({ type: 'text', nullable: nullable(choice) })(prototype, property);
  };

/** Whether a property of an entity class is a `SecretColumn`. */
export const isSecretColumn = (entity: unknown, property: string): boolean =>
  typeof entity === 'function' && secretColumns.get(entity)?.has(property) === true;
/** Where a blind index comes from, so that it can be made again with another key. */
export interface BlindSource {
  /** the sealed column of the same row that holds the clear value */
  from: string;
  /** indexes of one kind have equal values for equal clear texts, whatever their table: `person.idNumber` */
  kind: string;
  /** @returns null where the clear value says nothing to be found by */
  blind(crypto: CryptoProvider, clear: string): Blind | null;
  /** true where rows may lack the sealed value */
  mayLack?: boolean;
}

const blindSources = new WeakMap<object, Map<string, BlindSource>>();

/**
 * Blind index of a sealed value, in two columns: this one, and one named `…2` beside it (a nullable `BlindColumn` with the same index), since
 * each of two keys has a column of its own while one takes the other's place. The mark is what the rotation of the key goes by.
 */
export const BlindIndexColumn =
  (source: BlindSource): PropertyDecorator =>
  (prototype, property) => {
    const marked = blindSources.get(prototype.constructor) ?? new Map();
    blindSources.set(prototype.constructor, marked.set(String(property), source));
    BlindColumn({ nullable: true })(prototype, property);
  };

/** How a property of an entity class that is a `BlindIndexColumn` is made. */
export const blindSourceOf = (entity: unknown, property: string): BlindSource | undefined =>
  typeof entity === 'function' ? blindSources.get(entity)?.get(property) : undefined;

/** A keyed hash or digest, 64 hex digits; one that rows are found by is a `BlindIndexColumn`. */
export const BlindColumn = (choice?: ColumnChoice): PropertyDecorator => TextColumn(BLIND_LENGTH, choice);
/** Upper-case state or code. */
export const StateColumn = (choice?: ColumnChoice): PropertyDecorator => TextColumn(STATE_LENGTH, choice);
/** 12-digit division code. */
export const DivisionColumn = (choice?: ColumnChoice): PropertyDecorator => TextColumn(DIVISION_LENGTH, choice);

/**
 * A foreign key on an id (or `key`) column, without a relation: rows are loaded by query, not by graph.
 *
 * @param table  the table that holds the column, for the constraint's name `fk_<table>_<column>`
 * @param target the entity pointed at
 * @param key    its primary column
 */
export const References =
  (table: string, target: () => ObjectType<object>, key = 'id'): PropertyDecorator =>
  (prototype, property) => {
    ForeignKey(target, key, {
      name: `fk_${table}_${String(property)}`,
      onDelete: 'RESTRICT',
      onUpdate: 'RESTRICT',
    })(prototype, property);
  };
