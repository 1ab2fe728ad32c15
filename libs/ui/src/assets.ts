import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A static file ready to send: its address holds a hash of its bytes, so it may be kept for a year. */
export interface Asset {
  path: string;
  contentType: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** The portal's two static files. No script: a build without it, where pages work all the same. */
export interface Assets {
  css: Asset;
  script?: Asset;
}

const HASH_LENGTH = 12;
const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds package.json: compiled code finds the style sheets beside their sources. */
function packageRoot(): string {
  let folder = here;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${here}`);
    folder = parent;
  }
  return folder;
}

const style = (name: string): string => readFileSync(join(packageRoot(), 'libs/ui/src/styles', name), 'utf8');

/** Drops comments and needless white space. Our own style sheets only: no strings with braces or double spaces. */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

/** tokens.css as written. Exported for the contrast test. */
export const tokensCss = (): string => style('tokens.css');

/**
 * The one style sheet: tokens, the dark theme again for systems set to dark, the components, print.
 * The dark block is written once in tokens.css and repeated here under the media query.
 */
export function styleSheet(): string {
  const tokens = tokensCss();
  const dark = /:root\[data-theme='dark'\] \{([^}]*)\}/.exec(tokens)?.[1];
  if (dark === undefined) throw new Error('tokens.css has no dark theme');
  return minifyCss(
    [
      tokens,
      `@media (prefers-color-scheme: dark) { :root:not([data-theme]) {${dark}} }`,
      style('app.css'),
      `@media print {${style('print.css')}}`,
    ].join('\n'),
  );
}

function asset(name: string, extension: string, contentType: string, text: string): Asset {
  const body = Buffer.from(text, 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, HASH_LENGTH);
  return {
    path: `/assets/${name}.${hash}.${extension}`,
    contentType,
    body,
    gzip: gzipSync(body, { level: 9 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

/** The compiled enhancement script; undefined where sources run uncompiled. */
function compiledScript(): string | undefined {
  const file = join(here, 'enhance/enhance.js');
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '') : undefined;
}

/**
 * Reads, joins, compresses and names the static files; done once at start.
 *
 * @param script the enhancement script; left out: as it was built
 */
export function loadAssets(script = compiledScript()): Assets {
  const css = asset('app', 'css', 'text/css; charset=utf-8', styleSheet());
  if (script === undefined) return { css };
  return { css, script: asset('enhance', 'js', 'text/javascript; charset=utf-8', script) };
}
