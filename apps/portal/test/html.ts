/** What is wrong with a rendered page by the rules every page keeps; empty when nothing. */
export function faultsOf(html: string): string[] {
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] as string);
  const ids = all(/ id="([^"]+)"/g);
  const faults: string[] = [];
  const headings = all(/<(h1)[ >]/g).length;
  if (headings !== 1) faults.push(`${headings} h1`);
  for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) faults.push(`id ${id} twice`);
  for (const target of all(/ for="([^"]+)"/g))
    if (!ids.includes(target)) faults.push(`label for ${target} has no control`);
  for (const list of all(/ aria-(?:describedby|labelledby)="([^"]+)"/g)) {
    for (const id of list.split(' ')) if (!ids.includes(id)) faults.push(`aria points at ${id}`);
  }
  for (const id of all(/ href="#([^"]+)"/g)) if (!ids.includes(id)) faults.push(`link to #${id} leads nowhere`);
  if (/ style=|<style|<script(?![^>]* src=)| on[a-z]+="/.test(html)) faults.push('inline style or script');
  if (/<b>|<script>|<i>x/.test(html)) faults.push('not escaped');
  if (/undefined|NaN|\[object/.test(html.replace(/<[^>]*>/g, ''))) faults.push('undefined on the page');
  return faults;
}
