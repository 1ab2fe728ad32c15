import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableIndex,
} from 'typeorm';

/** A table in our vocabulary. */
export interface TableSpec {
  columns: TableColumnOptions[];
  /** index name (`ux_…`) → columns */
  unique?: Record<string, string[]>;
  /** index name (`ix_…`) → columns */
  indices?: Record<string, string[]>;
  /** column → target table, or [target table, target column] where the key is not `id` */
  references?: Record<string, string | [string, string]>;
}

export type MigrationClass = new () => MigrationInterface;

/**
 * A migration that creates one table. MySQL cannot roll DDL back, so one table change a migration.
 *
 * @param name      PascalCase, unique
 * @param timestamp 13 digits, in the range of the room
 */
export function creates(name: string, timestamp: number, table: string, spec: TableSpec): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `Create${name}${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.createTable(
        new Table({
          name: table,
          columns: spec.columns,
          indices: [
            ...Object.entries(spec.unique ?? {}).map(([index, columnNames]) => ({
              name: index,
              columnNames,
              isUnique: true,
            })),
            ...Object.entries(spec.indices ?? {}).map(([index, columnNames]) => ({ name: index, columnNames })),
          ],
          foreignKeys: Object.entries(spec.references ?? {}).map(([column, target]) => ({
            name: `fk_${table}_${column}`,
            columnNames: [column],
            referencedTableName: typeof target === 'string' ? target : target[0],
            referencedColumnNames: [typeof target === 'string' ? 'id' : target[1]],
            onDelete: 'RESTRICT',
            onUpdate: 'RESTRICT',
          })),
        }),
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(table);
    }
  };
}

/**
 * A migration that adds one column to a table that may have rows. MySQL cannot roll DDL back, so each step is taken only where it is still
 * to do: a run that was killed goes on where it stopped.
 *
 * @param name      PascalCase, unique
 * @param timestamp 13 digits, the next of the room's range
 * @param fill      what the rows that are there get; needed for a column that is not nullable
 */
export function adds(
  name: string,
  timestamp: number,
  table: string,
  column: TableColumnOptions,
  fill?: string | number,
): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `Add${name}${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      const loose = new TableColumn({ ...column, isNullable: true });
      if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, loose);
      if (column.isNullable) return;
      const escaped = runner.connection.driver.escape(column.name);
      await runner.query(
        `UPDATE ${runner.connection.driver.escape(table)} SET ${escaped} = ? WHERE ${escaped} IS NULL`,
        [fill],
      );
      await runner.changeColumn(table, loose, new TableColumn(column));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropColumn(table, column.name);
    }
  };
}

/** What changes about a table. */
export interface TableChange {
  /** nullable ones only: rows that stand get no value */
  adds?: TableColumnOptions[];
  drops?: string[];
  /** columns that may be empty from now on, as they were made */
  loosens?: TableColumnOptions[];
  /** index name (`ux_…`) → columns */
  unique?: Record<string, string[]>;
  /** index name (`ix_…`) → columns */
  indices?: Record<string, string[]>;
}

/**
 * A migration that changes one table. MySQL commits each step of it at once, so every step first looks whether it was done:
 * a run that was cut off goes on.
 *
 * @param name      PascalCase, unique
 * @param timestamp 13 digits, in the range of the room
 */
export function alters(name: string, timestamp: number, table: string, change: TableChange): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `Alter${name}${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const column of change.adds ?? []) {
        if (column.isNullable !== true) throw new Error(`${table}.${column.name} has no value for rows that stand`);
        if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, new TableColumn(column));
      }
      for (const column of change.drops ?? [])
        if (await runner.hasColumn(table, column)) await runner.dropColumn(table, column);
      for (const column of change.loosens ?? []) {
        const before = (await runner.getTable(table))?.findColumnByName(column.name);
        // MySQL counts a column with a unique index of its own as unique, and would drop the index of one that is no more.
        const loose = () => new TableColumn({ ...column, isNullable: true, isUnique: before?.isUnique === true });
        if (before?.isNullable === false) await runner.changeColumn(table, before, loose());
      }
      const standing = (await runner.getTable(table))?.indices.map((index) => index.name) ?? [];
      const wanted = [
        ...Object.entries(change.unique ?? {}).map(([index, columnNames]) => ({
          name: index,
          columnNames,
          isUnique: true,
        })),
        ...Object.entries(change.indices ?? {}).map(([index, columnNames]) => ({ name: index, columnNames })),
      ];
      for (const index of wanted)
        if (!standing.includes(index.name)) await runner.createIndex(table, new TableIndex(index));
    }

    async down(): Promise<void> {
      throw new Error(`${this.name} cannot be undone: restore the backup`);
    }
  };
}

/** A column that takes what stands behind the first letter of another one. */
export interface ColumnSplit {
  table: string;
  /** the column that is filled where it is empty */
  set: string;
  from: string;
  /** one letter; only values that begin with it and have this length are taken */
  begins: string;
  length: number;
}

/** A migration that takes a part of a column's values into another column. Run again it finds nothing to do. */
export function splits(name: string, timestamp: number, split: ColumnSplit): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `Split${name}${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      const q = (word: string): string => runner.dataSource.driver.escape(word);
      const [table, set, from] = [q(split.table), q(split.set), q(split.from)];
      await runner.query(
        `UPDATE ${table} SET ${set} = SUBSTR(${from}, 2) WHERE ${set} IS NULL AND ${from} LIKE ? AND LENGTH(${from}) = ?`,
        [`${split.begins}%`, split.length],
      );
    }

    async down(): Promise<void> {
      // The value still stands where it was taken from.
    }
  };
}

/** A column that takes its value from another table's row. */
export interface ColumnFill {
  table: string;
  /** the column that is filled where it is empty */
  set: string;
  /** `by`: the column of `table` that holds the other row's id */
  from: { table: string; value: string; by: string };
}

/** A migration that fills a column of rows that stand. Run again it finds nothing to do. */
export function fills(name: string, timestamp: number, { table, set, from }: ColumnFill): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `Fill${name}${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      const q = (word: string): string => runner.dataSource.driver.escape(word);
      const value = `SELECT other.${q(from.value)} FROM ${q(from.table)} other WHERE other.${q('id')} = ${q(table)}.${q(from.by)}`;
      await runner.query(
        `UPDATE ${q(table)} SET ${q(set)} = (${value}) WHERE ${q(set)} IS NULL AND ${q(from.by)} IS NOT NULL`,
      );
    }

    async down(): Promise<void> {
      // What was filled in is right, with or without it.
    }
  };
}
