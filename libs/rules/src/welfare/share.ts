import Fraction from 'fraction.js';
import { type IsoDate, isoDate, yearOf } from '../calendar.js';

/** One public-welfare post on the report day. */
export interface PostInUse {
  id: string;
  /** 12-digit code of the town, or of the county where the work has no town */
  town: string;
  /** 公益性岗位类别; '' where the post names none */
  kind: string;
  /** seats that somebody works on, as the office reported them; null: never reported */
  reported: number | null;
  /** people of the register at work there, whose certificate is good on the day */
  disabled: number;
  /** people of the register at work there whose certificate is not */
  lapsed: number;
  /** household members at work there, who have no certificate: a seat in use, never a disabled person placed */
  members: number;
}

export interface ShareRow {
  town: string;
  kind: string;
  inUse: number;
  disabled: number;
}

export interface WelfareShare {
  rows: ShareRow[];
  inUse: number;
  disabled: number;
  /** exact fraction `1/10`; null: no post in use */
  share: string | null;
  /** null: nothing in use, or no minimum entered */
  meets: boolean | null;
  /** how many more disabled people the posts in use would need; 0: met; null: as `meets` */
  missing: number | null;
}

/** Seats of a post in use: what was reported, and never fewer than the people known to be there. */
export const seatsInUse = ({ reported, disabled, lapsed, members }: PostInUse): number =>
  Math.max(reported ?? 0, disabled + lapsed + members);

/**
 * Disabled people placed ÷ public-welfare posts in use, per town and kind and for all of them; the minimum itself is met.
 *
 * @param minimum exact fraction text, `1/10`; null: none entered
 * @source rulebook.md §5, 10% test: 10% included; S1 同心县规划（征求意见稿）
 */
export function welfareShare(posts: readonly PostInUse[], minimum: string | null): WelfareShare {
  const rows = new Map<string, ShareRow>();
  for (const post of posts) {
    const inUse = seatsInUse(post);
    if (inUse === 0) continue;
    const key = `${post.town}|${post.kind}`;
    const row = rows.get(key) ?? { town: post.town, kind: post.kind, inUse: 0, disabled: 0 };
    rows.set(key, { ...row, inUse: row.inUse + inUse, disabled: row.disabled + post.disabled });
  }
  const sorted = [...rows.keys()].toSorted().map((key) => rows.get(key) as ShareRow);
  const inUse = sorted.reduce((sum, row) => sum + row.inUse, 0);
  const disabled = sorted.reduce((sum, row) => sum + row.disabled, 0);
  const share = inUse === 0 ? null : new Fraction(disabled, inUse);
  const judged = share !== null && minimum !== null;
  const needed = judged ? Number(new Fraction(minimum).mul(inUse).ceil().n) : 0;
  return {
    rows: sorted,
    inUse,
    disabled,
    share: share === null ? null : share.toFraction(),
    meets: judged ? share.compare(minimum) >= 0 : null,
    missing: judged ? Math.max(0, needed - disabled) : null,
  };
}

/** The day the share is counted on, for a report of `day`. @param setting REPORT_DAY, LAST_YEAR_END; null: nobody entered one, the day itself */
export const shareDayOf = (day: IsoDate, setting: string | null): IsoDate =>
  setting === 'LAST_YEAR_END' ? isoDate(`${yearOf(day) - 1}-12-31`) : day;
