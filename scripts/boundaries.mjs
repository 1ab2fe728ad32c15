// The dependency rule of the house, over the import graph of apps/ and libs/ (type-only imports too).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/project.mjs';

/** A feature may import the ones after it in this list. */
const FEATURES = [
  'indicators',
  'campaigns',
  'petitions',
  'benefits',
  'training',
  'registers',
  'quota',
  'matching',
  'employers',
  'people',
];
const FLOOR = ['jobs', 'database', 'platform', 'rules'];
/** room → the libs it may import */
const ALLOWED = {
  rules: [],
  platform: ['rules'],
  database: ['platform', 'rules'],
  jobs: ['database', 'platform', 'rules'],
  access: FLOOR,
  parameters: ['access', ...FLOOR],
  imports: ['parameters', 'access', ...FLOOR],
  notices: ['parameters', 'access', ...FLOOR],
  ui: ['platform', 'rules'],
  ...Object.fromEntries(
    FEATURES.map((feature, index) => [
      feature,
      [...FEATURES.slice(index + 1), 'imports', 'notices', 'parameters', 'access', ...FLOOR],
    ]),
  ),
};
const LIBS = Object.keys(ALLOWED);
const APPS = {
  api: LIBS.filter((lib) => lib !== 'ui'),
  worker: LIBS.filter((lib) => lib !== 'ui'),
  standalone: LIBS,
  portal: ['ui', 'platform', 'rules'],
};

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Every source below a folder: path from the root → text. */
export function readSources(folder = root) {
  const sources = new Map();
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
        sources.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  };
  for (const top of ['apps', 'libs']) walk(join(folder, top));
  return sources;
}

const roomOf = (file) => {
  const [top, name] = file.split('/');
  return { top, name };
};
/** Reads the machine's time. */
export const CLOCK = /\bnew Date\(\)|Date\.now|CURRENT_TIMESTAMP|CURRENT_DATE/;
const isTest = (file) => /\.(?:spec|db-spec|e2e-spec)\.tsx?$/.test(file) || /\/(?:test|testing)\//.test(file);

function findCycles(graph) {
  const cycles = [];
  const state = new Map();
  const visit = (node, path) => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') {
      cycles.push([...path.slice(path.indexOf(node)), node].join(' → '));
      return;
    }
    state.set(node, 'open');
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    state.set(node, 'done');
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}

/** @returns one sentence a violation; empty when the house stands */
export function violations(sources) {
  const found = [];
  const graph = new Map();
  for (const [file, text] of sources) {
    const { top, name } = roomOf(file);
    const code = text.replace(COMMENTS, '');
    const allowed = top === 'libs' ? ALLOWED[name] : APPS[name];
    if (!allowed) {
      found.push(`${file}: no room "${name}" in the plan of the house`);
      continue;
    }
    const say = (what) => found.push(`${file}: ${what}`);
    for (const [, plain, dynamic] of code.matchAll(IMPORT)) {
      const target = plain ?? dynamic;
      if (target.startsWith('@tongxing/')) {
        const [lib, ...deeper] = target.slice('@tongxing/'.length).split('/');
        if (deeper.length > 0 && !(lib === 'database' && deeper.join('/') === 'testing' && isTest(file)))
          say(`enters ${lib} past its index.ts (${target})`);
        if (lib !== name || top === 'apps') {
          if (!allowed.includes(lib)) say(`${name} may not import ${lib}`);
          if (top === 'libs' && !isTest(file)) graph.set(name, new Set([...(graph.get(name) ?? []), lib]));
        }
      } else if (target.startsWith('.')) {
        const path = normalize(join(dirname(file), target))
          .split(sep)
          .join('/');
        const to = roomOf(path);
        if (to.top !== top || to.name !== name) {
          const composes = top === 'apps' && name === 'standalone' && to.top === 'apps';
          if (!composes) say(`reaches into ${to.top}/${to.name} by path (${target})`);
        }
      } else if (name === 'rules' && top === 'libs' && !isTest(file) && target !== 'fraction.js')
        say(`rules may not import ${target}`);
    }
    // Their suites are not run on later days, so they may not read one either.
    if (name === 'rules' && top === 'libs' && isTest(file) && CLOCK.test(code)) say('specs of rules know no clock');
    if (isTest(file)) continue;
    if (top === 'libs' && name !== 'database' && /\.query\(/.test(code)) say('raw .query( is for libs/database only');
    if (top === 'apps' && /(?:dataSource|manager|runner)\.query\(/i.test(code))
      say('raw .query( is for libs/database only');
    if (/process\.env\b/.test(code) && !file.startsWith('libs/platform/'))
      say('only libs/platform reads the environment');
    // Whoever is handed a clock can be asked about any day; suites that hand out a fixed one are left out on later days (test-later.mjs).
    if (CLOCK.test(code) && !file.startsWith('libs/platform/') && !file.startsWith('apps/standalone/src/cli/'))
      say('only libs/platform reads the clock');
    if (name === 'rules' && top === 'libs' && /Math\.random|\basync\b/.test(code))
      say('rules know no chance and nothing async');
  }
  return [...found, ...findCycles(graph).map((cycle) => `cycle: ${cycle}`)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = violations(readSources());
  for (const line of found) process.stderr.write(`${line}\n`);
  process.stdout.write(found.length === 0 ? 'The dependency rule holds.\n' : `${found.length} violations\n`);
  process.exit(found.length === 0 ? 0 : 1);
}
