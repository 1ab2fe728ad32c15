import type { FormProblem } from '@tongxing/ui';
import type { MyRoundQuery } from '../../../gql/generated.js';
import type { Form } from '../../../http/form.js';

export type Round = MyRoundQuery['allocationRound'];
export type RoundPost = Round['posts'][number];

/** What a list is ranked from: a post and how it suits. */
export type RankedPost = Pick<RoundPost, 'title' | 'answer'>;

const FITS = new Set(['FITS', 'FITS_WITH']);
const WHOLE = /^[1-9]\d{0,2}$/;
/** 全角数字: a phone's keyboard may give them. */
const WIDE = /[０-９]/g;
const WIDE_ZERO = '０'.charCodeAt(0);

export const isFitting = ({ answer }: Pick<RoundPost, 'answer'>): boolean => answer !== null && FITS.has(answer);

/** The field that says on which place a post stands, by the post's place in the round. */
export const rankName = (index: number): string => `rank-${index}`;

const typed = (form: Form, index: number): string =>
  form.text(rankName(index)).replace(WIDE, (digit) => String(digit.charCodeAt(0) - WIDE_ZERO));

/**
 * The list as it was typed: each fitting post with a number, the smaller first; gaps count for nothing.
 *
 * @returns places of the posts in the round
 */
export function rankedOf(form: Form, posts: readonly RankedPost[]): { order: number[]; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const ranks: { index: number; rank: number }[] = [];
  const seen = new Map<number, string>();
  posts.forEach((post, index) => {
    const text = isFitting(post) ? typed(form, index) : '';
    if (text === '') return;
    const field = rankName(index);
    const rank = Number(text);
    const twin = seen.get(rank);
    if (!WHOLE.test(text)) problems.push({ field, message: `「${post.title}」要填 1、2、3 这样的数字` });
    else if (twin !== undefined)
      problems.push({ field, message: `「${post.title}」和「${twin}」都填了 ${rank}，请改一个` });
    else ranks.push({ index, rank });
    seen.set(rank, post.title);
  });
  ranks.sort((one, other) => one.rank - other.rank);
  return { order: ranks.map(({ index }) => index), problems };
}

/** The order as text for the draft: places of the posts in the round. */
export const orderText = (order: readonly number[]): string => order.join(',');

/** Read back; what is no place of a fitting post is left out. */
export function orderOf(text: unknown, posts: readonly RoundPost[]): number[] {
  if (typeof text !== 'string') return [];
  const places = text.split(',').filter(Boolean).map(Number);
  return [...new Set(places)].filter((place) => {
    const post = posts[place];
    return post !== undefined && isFitting(post);
  });
}

/** The order after 上移, 下移 or 去掉 was pressed for a place in the list. */
export function moved(order: readonly number[], press: string): number[] {
  const [, what, text] = /^(up|down|out)-(\d{1,3})$/.exec(press) ?? [];
  const at = Number(text);
  const list = [...order];
  const one = list[at];
  if (what === undefined || one === undefined) return list;
  list.splice(at, 1);
  if (what === 'up') list.splice(Math.max(at - 1, 0), 0, one);
  if (what === 'down') list.splice(at + 1, 0, one);
  return list;
}
