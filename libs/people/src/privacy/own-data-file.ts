import type { PartSection, Shown } from '@tongxing/access';

/** What a person's own file says of itself. */
export interface OwnDataFacts {
  name: string;
  /** ISO instant */
  madeAt: string;
  /** 2026-11-29 */
  expiresOn: string;
  sections: readonly PartSection[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An instant as a clock in China shows it; programs get it as it stands. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const clockText = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  });

function textOf(value: Shown): string {
  if (value === null || value === '') return '没有';
  if (typeof value === 'string' && INSTANT.test(value)) return clockText(value);
  if (value === true) return '是';
  if (value === false) return '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value.join('、') || '没有';
}

const record = (row: Readonly<Record<string, Shown>>): string =>
  `<dl>${Object.entries(row)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(textOf(value))}</dd>`)
    .join('')}</dl>`;

function section({ title, rows }: PartSection): string {
  const heading = `<h2>${escaped(title)}</h2>`;
  if (rows.length === 0) return `${heading}<p>没有。</p>`;
  if (rows.length === 1) return heading + record(rows[0] as PartSection['rows'][number]);
  const list = rows.map((row) => `<li>${record(row)}</li>`).join('');
  return `${heading}<p>一共 ${rows.length} 条。</p><ol>${list}</ol>`;
}

/** Large print, one column, the name above its value: read on a phone, or printed. */
const STYLE =
  'body{font:1.15rem/1.75 system-ui,sans-serif;margin:1rem auto;max-width:36em;padding:0 1rem}dt{font-weight:700}dd{margin:0 0 .5em;overflow-wrap:anywhere}li{margin-bottom:1em}';

/**
 * 我的资料: everything of a person in one file that opens on any phone: headings and lists for the reader, and the same as JSON for another
 * system, in a block that a browser does not show. No address, no script, no picture: it works without a network and asks nobody anything.
 */
export function ownDataFile({ name, madeAt, expiresOn, sections }: OwnDataFacts): Buffer {
  // A "<" inside the block would end it.
  const json = JSON.stringify({ madeAt, sections }).replaceAll('<', '\\u003c');
  return Buffer.from(
    `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${STYLE}</style>
<title>${escaped(name)}：我的资料</title>
</head>
<body>
<h1>${escaped(name)}：我的资料</h1>
<p>这是残联就业系统里关于您的全部记录，${escaped(clockText(madeAt))}导出。号码都是全的，请收好，不要发给别人。</p>
<p>给别的系统用的同样内容，在本文件的 own-data 一段里，格式是 JSON。下载截止 ${escaped(expiresOn)}。</p>
${sections.map(section).join('\n')}
<script type="application/json" id="own-data">${json}</script>
</body>
</html>
`,
    'utf8',
  );
}
