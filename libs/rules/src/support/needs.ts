/** What an employer's knowing of needs depends on. */
export interface NeedsSaid {
  /** the employer may see who it is */
  released: boolean;
  /** an interview was planned */
  interview: boolean;
  /** needs named in this application */
  named: readonly string[];
  /** those of them that this employer may know */
  told: readonly string[];
  /** needs that the person lets every unit know, as it stands now */
  shared: readonly string[];
}

/**
 * Needs that one employer reads. Before the person agreed: none. Then those told to this employer; from the interview on also those that the
 * person opened to every unit, but for one that he kept from this employer: the word about one stands above the word about all.
 */
export function needsForEmployer({ released, interview, named, told, shared }: NeedsSaid): string[] {
  if (!released) return [];
  const kept = new Set(named.filter((need) => !told.includes(need)));
  const open = interview ? shared.filter((need) => !kept.has(need)) : [];
  return [...new Set([...told, ...open])];
}
