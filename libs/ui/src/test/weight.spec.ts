import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transformSync } from '@swc/core';
import { styleSheet } from '../index.js';

const KILOBYTE = 1024;

describe('what a cheap phone has to load', () => {
  it('is at most 12 KB of style', () => {
    expect(gzipSync(styleSheet(), { level: 9 }).length).toBeLessThanOrEqual(12 * KILOBYTE);
  });
  it('is at most 10 KB of script, in one module without imports', () => {
    const file = join(dirname(fileURLToPath(import.meta.url)), '../enhance/enhance.ts');
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    expect(code).not.toMatch(/^import /m);
    expect(code).not.toMatch(/innerHTML|eval\(|new Function/);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(10 * KILOBYTE);
  });
});
