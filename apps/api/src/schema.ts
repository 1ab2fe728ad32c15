import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { loadConfig } from '@tongxing/platform';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createApi } from './create-api.js';
import { entities } from './entities.js';

/** The schema as text, from the api itself started on an empty database. */
export async function schemaText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-schema-'));
  try {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    const app = await createApi(config, { runJobs: false });
    await app.init();
    const { schema } = app.get(GraphQLSchemaHost);
    await app.close();
    return `# Made by scripts/schema.mjs from the api. Do not edit.\n${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
