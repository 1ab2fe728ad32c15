import DataLoader from 'dataloader';

const loaders = new WeakMap<object, Map<string, DataLoader<string, unknown>>>();

/**
 * The batch loader of this request: made at its first use, gone with the request, so nobody sees what another asked for.
 *
 * @param request the GraphQL context object
 * @param name    unique per loader
 * @param load    rows for these ids, in any order; missing ones give null
 */
export function loaderOf<Row extends { id: string }>(
  request: object,
  name: string,
  load: (ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row | null> {
  let mine = loaders.get(request);
  if (!mine) {
    mine = new Map();
    loaders.set(request, mine);
  }
  let loader = mine.get(name) as DataLoader<string, Row | null> | undefined;
  if (!loader) {
    loader = new DataLoader<string, Row | null>(async (ids) => {
      const byId = new Map((await load(ids)).map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    mine.set(name, loader as DataLoader<string, unknown>);
  }
  return loader;
}
