import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = (file: string): string => readFileSync(join(process.cwd(), 'apps', file), 'utf8');
/** Names of feature modules in a list of imports. */
const modulesOf = (file: string): string[] => [...source(file).matchAll(/^ +(\w+Module),$/gm)].map(([, name]) => String(name));
/** What stands in `entities`. */
const entitiesOf = (file: string): string[] =>
  (/EntityClass\[\] = \[([^\]]*)\]/.exec(source(file))?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
/** Doors, which a worker has not. */
const DOORS = new Set(['OperationsModule']);

describe('the worker', () => {
  it('has every feature of the api: a job of a feature it lacks would wait for ever', () => {
    const features = modulesOf('api/src/api.module.ts').filter((name) => !DOORS.has(name));
    expect(features.length).toBeGreaterThan(5);
    expect(modulesOf('worker/src/worker.module.ts').sort()).toEqual(features.sort());
  });

  it('knows every table of the api', () => {
    expect(entitiesOf('api/src/entities.ts').length).toBeGreaterThan(5);
    expect(entitiesOf('worker/src/entities.ts').sort()).toEqual(entitiesOf('api/src/entities.ts').sort());
  });
});
