import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableColumnOptions } from 'typeorm';

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
