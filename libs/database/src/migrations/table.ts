import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

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
