import type { TableColumnOptions } from 'typeorm';

/** The column vocabulary of migrations. Every type in it means the same on SQLite, MySQL and MariaDB; nothing else is used. */
const column = (name: string, type: string, options: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type,
  isNullable: false,
  ...options,
});

/** Lengths shared by migrations and entities. */
export const ID_LENGTH = 36;
export const DAY_LENGTH = 10;
export const RATIO_LENGTH = 64;
export const BLIND_LENGTH = 64;
export const DIVISION_LENGTH = 12;
export const STATE_LENGTH = 32;

const varchar = (name: string, length: number): TableColumnOptions =>
  column(name, 'varchar', { length: String(length) });

export const columns = {
  /** Primary key: a UUIDv7 made by us. */
  id: (name = 'id') => ({ ...varchar(name, ID_LENGTH), isPrimary: true }),
  /** Points at another row's id. */
  ref: (name: string) => varchar(name, ID_LENGTH),
  /** Text of at most `length` characters; code checks the length, SQLite would not. */
  text: (name: string, length: number) => varchar(name, length),
  /** A natural text key as primary key, such as a division code. */
  key: (name: string, length: number) => ({ ...varchar(name, length), isPrimary: true }),
  longText: (name: string) => column(name, 'text'),
  integer: (name: string) => column(name, 'integer'),
  flag: (name: string) => column(name, 'boolean'),
  /** Money, integer fen; also other whole numbers beyond 2^31. */
  fen: (name: string) => column(name, 'bigint'),
  /** Exact text, `3/200` or `0.015`. */
  ratio: (name: string) => varchar(name, RATIO_LENGTH),
  /** `YYYY-MM-DD`; validity is checked in code. */
  day: (name: string) => varchar(name, DAY_LENGTH),
  /** UTC, milliseconds. */
  instant: (name: string) => column(name, 'datetime', { precision: 3 }),
  /** Never queried inside. */
  json: (name: string) => column(name, 'text'),
  /** Counts the guarded updates of a row. */
  version: (name = 'version') => column(name, 'integer'),
  /** Ciphertext. */
  secret: (name: string) => column(name, 'text'),
  /** Blind index of a secret value. */
  blind: (name: string) => varchar(name, BLIND_LENGTH),
  /** Upper-case state or code. */
  state: (name: string) => varchar(name, STATE_LENGTH),
  /** 12-digit division code. */
  division: (name: string) => varchar(name, DIVISION_LENGTH),
  nullable: (definition: TableColumnOptions): TableColumnOptions => ({ ...definition, isNullable: true }),
};
