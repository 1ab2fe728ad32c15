/** What the person said about one application. */
export interface Release {
  /** null: nothing about this one */
  said: 'YES' | 'NO' | null;
  saidAt: Date | null;
  referred: boolean;
}

/** The newest word about 应聘时把电话给单位. */
export interface StandingRelease {
  given: boolean;
  at: Date;
}

/**
 * Whether an employer may see who it is. A word about this application counts, until a later no to all of them. Without one the standing yes covers
 * what the person asked for himself; somebody who was referred is asked each time.
 *
 * @source 个人信息保护法 art. 23: separate consent before data go to another handler (text to be confirmed)
 */
export function isReleased({ said, saidAt, referred }: Release, standing: StandingRelease | undefined): boolean {
  if (said === 'NO') return false;
  if (said === 'YES') return standing === undefined || standing.given || (saidAt !== null && standing.at <= saidAt);
  return !referred && standing?.given === true;
}
