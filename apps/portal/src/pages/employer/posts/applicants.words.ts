import { REFUSE_REASONS } from '@tongxing/rules';

/** What an employer can make of an application, and the page it is done on. */
export const MOVES = {
  INTERVIEW: { path: 'interview', text: '约面试', again: '改面试的时间' },
  OFFERED: { path: 'offer', text: '录用，说清条件', again: '改录用的条件' },
  ONBOARD: { path: 'start', text: '登记上岗', again: '登记上岗' },
  REFUSED: { path: 'refuse', text: '不录用', again: '不录用' },
} as const;
export type Move = keyof typeof MOVES;
export const isMove = (text: string): text is Move => Object.hasOwn(MOVES, text);
export const moveAt = (path: string): Move | undefined =>
  (Object.keys(MOVES) as Move[]).find((move) => MOVES[move].path === path);

export const DONE: Readonly<Record<Move, string>> = {
  INTERVIEW: '约好了，本人会收到消息',
  OFFERED: '说好了，本人会收到消息，等他答复',
  ONBOARD: '登记好了',
  REFUSED: '记下了，本人会收到消息',
};

export const INTERVIEW_WAYS = [
  { value: 'FACE', text: '当面' },
  { value: 'PHONE', text: '打电话' },
  { value: 'VIDEO', text: '视频' },
];

export const REASONS = Object.entries(REFUSE_REASONS).map(([value, text]) => ({
  value,
  text,
  ...(value === 'NONE' ? { hint: '残联推荐的公益性岗位，没有原因的会记次数' } : {}),
}));

/** How the applicant wants to be reached. */
export const CONTACT_WAYS: Readonly<Record<string, string>> = {
  CALL: '打电话',
  SMS: '发短信',
  WECHAT: '微信打字',
  HELPER: '联系帮他办事的人',
};
