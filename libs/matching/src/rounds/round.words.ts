import type { PublicPostNode } from '@tongxing/employers';
import type { RoundState } from '@tongxing/rules';

/** What a state is called. */
export const ROUND_STATE_WORDS: Readonly<Record<RoundState, string>> = {
  ANNOUNCED: '已公告',
  FROZEN: '名册已冻结',
  DRAWN: '已摇号，可以填志愿',
  CHOOSING: '正在填志愿',
  CLOSED: '志愿已截止',
  RUN: '已分配，还没公布',
  PUBLISHED: '已公布',
};

/** What a round is called where none is found. */
export const ROUND = '这一轮分配';

/** What each post of a round is called: by its title, and by its employer and place where another one has the same. */
export function namesOf(posts: readonly PublicPostNode[]): Map<string, string> {
  const ways: ((post: PublicPostNode) => string)[] = [
    ({ title }) => title,
    ({ title, employerName }) => `${title}（${employerName}）`,
    ({ title, employerName, divisionName }) => `${title}（${employerName}，${divisionName}）`,
  ];
  return new Map(
    posts.map((post) => {
      const alone = ways.find((way) => posts.filter((other) => way(other) === way(post)).length === 1);
      return [post.id, (alone ?? (ways.at(-1) as (typeof ways)[number]))(post)];
    }),
  );
}
