/** What may be done with a batch in its state; the API has the last word. */
export const canRelease = (state: string): boolean => state === 'SEALED';
export const canExport = (state: string): boolean =>
  ['RELEASED', 'EXPORTED', 'SUBMITTED', 'PARTLY_RETURNED'].includes(state);
