/** Where the pager's links lead: the next page by its cursor, and back to the first. */
export function pagerLinks(
  path: string,
  filter: Readonly<Record<string, string | readonly string[] | undefined>>,
  after: string | undefined,
  info: { endCursor: string | null; hasNextPage: boolean },
): { next?: string; first?: string } {
  const address = (cursor?: string): string => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(filter))
      for (const one of [value ?? []].flat()) if (one) search.append(name, one);
    if (cursor) search.set('after', cursor);
    const text = search.toString();
    return text ? `${path}?${text}` : path;
  };
  return {
    ...(info.hasNextPage && info.endCursor ? { next: address(info.endCursor) } : {}),
    ...(after ? { first: address() } : {}),
  };
}
