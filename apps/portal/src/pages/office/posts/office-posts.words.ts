import type { Tone } from '@tongxing/ui';

/** How a post stands for whoever looks for one. */
export const STANDS: Readonly<Record<string, { text: string; tone: Tone }>> = {
  OPEN: { text: '在招', tone: 'ok' },
  DRAFT: { text: '草稿', tone: 'warn' },
  PAUSED: { text: '暂停，等确认', tone: 'err' },
  ENDED: { text: '已截止', tone: 'plain' },
  CLOSED: { text: '已撤下', tone: 'plain' },
};

/** Where applications stand, as the office looks for them. */
export const STAGES: Readonly<Record<string, { text: string; states: readonly string[] }>> = {
  new: { text: '刚推荐、刚申请', states: ['APPLIED', 'REFERRED'] },
  interview: { text: '等面试', states: ['INTERVIEW'] },
  offered: { text: '要录用，等上岗', states: ['OFFERED'] },
  work: { text: '在岗', states: ['ONBOARD', 'KEPT_1', 'KEPT_3', 'KEPT_6', 'KEPT_12'] },
  left: { text: '上过岗，离开了', states: ['LEFT'] },
  refused: { text: '单位没有录用', states: ['REFUSED'] },
  gone: { text: '本人没有去、撤回了', states: ['DECLINED', 'WITHDRAWN'] },
};
