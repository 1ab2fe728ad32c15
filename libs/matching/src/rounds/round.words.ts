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
