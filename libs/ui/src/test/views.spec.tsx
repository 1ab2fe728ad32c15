import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshForm, minifyCss, Page, renderPage, styleSheet } from '../index.js';
import { Gallery, frame, wrongForm } from './gallery.js';

const html = renderPage(<Gallery form={wrongForm} />);
const all = (pattern: RegExp, text = html): string[] => [...text.matchAll(pattern)].map((match) => match[1] as string);
const ids = all(/ id="([^"]+)"/g);

describe('every component, with errors and awkward text', () => {
  it('2.4.6: has exactly one h1', () => {
    expect(all(/<(h1)[ >]/g)).toEqual(['h1']);
  });
  it('4.1.1: repeats no id', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  it('1.3.1: ties each label to a control that is there', () => {
    const targets = all(/<label for="([^"]+)"/g);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(html).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${target}"`));
  });
  it('1.3.1: names each visible control by a label', () => {
    const controls = [...html.matchAll(/<(?:input|select|textarea)([^>]*)>/g)].map((match) => match[1] as string);
    for (const control of controls.filter((attributes) => !attributes.includes('type="hidden"'))) {
      const id = / id="([^"]+)"/.exec(control)?.[1];
      expect(html).toContain(`for="${id}"`);
    }
  });
  it('3.3.1: links each error of the summary to a field, and ties the message to it', () => {
    const summary = html.slice(html.indexOf('class="summary"'), html.indexOf('<form method="post" action="/x"'));
    const links = all(/href="#([^"]+)"/g, summary);
    expect(links).toEqual(wrongForm.problems.flatMap((problem) => problem.field ?? []));
    for (const link of links) {
      expect(ids).toContain(link);
      expect(ids).toContain(`${link}-problem`);
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${link}-problem`));
    }
  });
  it('points every aria reference at an id that is there', () => {
    const references = [...html.matchAll(/ aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap((match) =>
      (match[1] as string).split(' '),
    );
    for (const reference of references) expect(ids).toContain(reference);
  });
  it('escapes what people typed', () => {
    expect(html).not.toMatch(/<b>马|<i>|<script>|<电话>/);
    expect(html).toContain('&lt;b>马&lt;/b>');
  });
  it('has no style attribute, style block or inline script', () => {
    expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+=/);
  });
  it('3.3.1: says in the title that something is wrong', () => {
    expect(/<title>([^<]*)/.exec(html)?.[1]).toBe('有错误：核对 &amp; 提交 - 申请 - 同心县残疾人就业服务');
    expect(renderPage(<Gallery form={freshForm()} />)).not.toContain('有错误：');
  });
  it('2.4.1 and 3.2.6: has a skip link, landmarks, the two hotlines and the county phone', () => {
    for (const part of [
      'href="#main"',
      '<main id="main"',
      '<header',
      '<footer',
      'role="status"',
      'tel:12385',
      'tel:12345',
      'tel:09530000000',
    ]) {
      expect(html).toContain(part);
    }
  });
  it('2.4.8: marks the closest link of the navigation only', () => {
    expect(all(/<a href="([^"]+)" aria-current="page"/g)).toEqual(['/me/jobs']);
  });
  it('puts the reading settings on the root, and nothing where the browser decides', () => {
    expect(html).toContain('<html lang="zh-CN" data-size="large" data-theme="contrast">');
    const plain = renderPage(
      <Page frame={{ ...frame, reading: { size: 'normal', theme: 'auto' } }} title="首页">
        <p>正文</p>
      </Page>,
    );
    expect(plain).toContain('<html lang="zh-CN">');
  });
});

describe('the style sheet', () => {
  it('gives systems set to dark the dark theme unless the person chose otherwise', () => {
    expect(styleSheet()).toContain('@media (prefers-color-scheme:dark){:root:not([data-theme]){');
  });
  it('is print too', () => {
    expect(styleSheet()).toContain('@media print{');
  });
  it('loses comments and white space only', () => {
    expect(minifyCss('/* x */ a , b {\n  color: red;\n}')).toBe('a,b{color:red}');
  });
});

describe('raw markup', () => {
  it('enters pages in one file: the figure', () => {
    const root = join(dirname(fileURLToPath(import.meta.url)), '..');
    const users = (readdirSync(root, { recursive: true }) as string[])
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('test'))
      .filter((name) => readFileSync(join(root, name), 'utf8').includes('dangerouslySetInnerHTML'));
    expect(users).toEqual(['figure/figure.tsx']);
  });
});
