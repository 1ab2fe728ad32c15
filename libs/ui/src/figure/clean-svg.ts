/** Words that name the drawing to a screen reader. */
export interface SvgNames {
  /** Prefix of every id, so that two figures on one page never clash. */
  figureId: string;
  /** Ids of the elements that name the picture: title and sentence. */
  labelledBy: string;
}

const DROPPED_PROPERTIES = new Set(['pointer-events', 'user-select', '-webkit-user-select', 'position', 'cursor']);

/** `style="fill:none;stroke:#000"` → attributes, minus what only matters to a mouse. */
function declarations(text: string): string {
  return text
    .split(';')
    .map((pair) => pair.split(':').map((part) => part.trim()) as [string, string?])
    .filter(([name, value]) => name && value && !DROPPED_PROPERTIES.has(name))
    .map(([name, value]) => ` ${name}="${(value ?? '').replaceAll('"', '')}"`)
    .join('');
}

/**
 * Makes the chart library's SVG fit a page with a strict content policy and more than one figure: style declarations
 * become attributes, `<style>`, classes and bookkeeping go, ids get the figure's prefix, pattern ink follows the theme.
 * Same input, same bytes.
 */
export function cleanSvg(svg: string, names: SvgNames): string {
  const ids = new Map<string, string>();
  // The library numbers ids by a counter of the process; numbering by first appearance makes the bytes stable.
  const renamed = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `${names.figureId}-${ids.size + 1}`);
    return ids.get(id) as string;
  };
  return svg
    .replace(/<\?xml[^>]*\?>/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, text: string) => declarations(text))
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|xml:space|xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${renamed(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${renamed(id)})`)
    .replace(/ xlink:href="#([^"]+)"/g, (_, id: string) => ` href="#${renamed(id)}"`)
    .replace(/^[\s\S]*?<svg ([^>]*)>/, (_, attributes: string) => {
      const size = /width="([\d.]+)" height="([\d.]+)"/.exec(attributes);
      const view = /viewBox="[^"]*"/.exec(attributes)?.[0] ?? `viewBox="0 0 ${size?.[1] ?? 0} ${size?.[2] ?? 0}"`;
      return `<svg xmlns="http://www.w3.org/2000/svg" ${view} role="img" aria-labelledby="${names.labelledBy}">`;
    });
}
