import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ModulesContainer } from '@nestjs/core';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { POLICY } from '@tongxing/access';
import { loadConfig } from '@tongxing/platform';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';

const ACTION = 'tongxing:action';
const PUBLIC = 'tongxing:public';

interface Handler {
  name: string;
  action: string | undefined;
  open: boolean;
}

/** Everything a request can reach: GraphQL operations and HTTP routes. */
function handlersOf(app: NestExpressApplication): Handler[] {
  const found: Handler[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of [...module.providers.values(), ...module.controllers.values()]) {
      const { prototype } = (metatype ?? {}) as { prototype?: Record<string, unknown> };
      if (prototype === undefined || prototype === null) continue;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
        if (typeof handler !== 'function') continue;
        const type = Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined;
        const isRoot = type === 'Query' || type === 'Mutation' || type === 'Subscription';
        const isRoute =
          Reflect.getMetadata('method', handler) !== undefined && Reflect.getMetadata('path', handler) !== undefined;
        if (!isRoot && !isRoute) continue;
        const of = (key: string): unknown =>
          Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype as object);
        found.push({
          name: `${(metatype as { name: string }).name}.${name}`,
          action: of(ACTION) as string | undefined,
          open: of(PUBLIC) === true,
        });
      }
    }
  }
  return found;
}

describe('the door of the api', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-access-'));
  let app: NestExpressApplication;

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    app = await createApi(config, { runJobs: false });
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has an access tag on every operation: an action of the table, or open to all', () => {
    const handlers = handlersOf(app);
    expect(handlers.length).toBeGreaterThan(5);
    const actions = new Set(POLICY.map(({ action }) => action));
    const untagged = handlers.filter(({ action, open }) => !open && (action === undefined || !actions.has(action)));
    expect(untagged).toEqual([]);
  });

  it('has no row in the policy table that guards nothing', () => {
    const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('test') && !name.endsWith('policy.table.ts'))
      .map((name) => readFileSync(join('libs', name), 'utf8'))
      .join('\n');
    expect(POLICY.map(({ action }) => action).filter((action) => !sources.includes(`'${action}'`))).toEqual([]);
  });
});
