import {
  SUPPORT_CANCELS,
  SUPPORT_DECLINES,
  SUPPORT_FAILURES,
  type SupportKind,
  SUPPORT_KINDS,
  type SupportState,
} from '@tongxing/rules';

/** 谁来提供 */
export const PROVIDER_KINDS = { ORGANISATION: '服务机构', STAFF: '残联自己的人' } as const;
export type ProviderKind = keyof typeof PROVIDER_KINDS;

/** Where it stands, as everybody reads it. */
export const STATE_WORDS: Readonly<Record<SupportState, string>> = {
  REQUESTED: '等安排',
  BOOKED: '约好了',
  REBOOK: '时间变了，要重新约',
  DELIVERED: '做完了',
  NOT_DELIVERED: '没有做成',
  DECLINED: '没有安排上',
  CANCELLED: '取消了',
};

const REASONS: Readonly<Partial<Record<SupportState, Readonly<Record<string, string>>>>> = {
  DECLINED: SUPPORT_DECLINES,
  CANCELLED: SUPPORT_CANCELS,
  NOT_DELIVERED: SUPPORT_FAILURES,
};
export const reasonWords = (state: SupportState, reason: string | null): string | null =>
  reason === null ? null : (REASONS[state]?.[reason] ?? null);

/** A phone is read over shoulders: it does not say what for, nor with whom. */
export const PHONE_SAYS = '【同行】您要的帮助有新消息，请登录看，或打 12385。';

const kindText = (kind: SupportKind): string => SUPPORT_KINDS[kind].text;

/** What the person is told, in the portal. */
export const TOLD = {
  REQUESTED: (kind: SupportKind, by: string) =>
    `${by}替您要了「${kindText(kind)}」。不需要，可以在「要人帮忙」里取消。`,
  BOOKED: (kind: SupportKind, when: string, who: string) => `「${kindText(kind)}」约好了：${when}，${who}。`,
  DECLINED: (kind: SupportKind, why: string) => `「${kindText(kind)}」没有安排上：${why}。可以问辅导员还有什么办法。`,
  CANCELLED: (kind: SupportKind, why: string) => `「${kindText(kind)}」取消了：${why}。`,
  REBOOK: (kind: SupportKind) => `面试时间变了，「${kindText(kind)}」要重新约。约好会告诉您。`,
  GONE: (kind: SupportKind) => `面试或上岗取消了，「${kindText(kind)}」不用来了，辅导员会办。`,
  DELIVERED: (kind: SupportKind, by: string) => `${by}记下「${kindText(kind)}」做完了。不是这样，请打 12385。`,
  NOT_DELIVERED: (kind: SupportKind, why: string) =>
    `辅导员记下「${kindText(kind)}」没有做成：${why}。不是这样，请打 12385。`,
} as const;

/** What the desk is told: that there is something, never of whom. */
export const TOLD_DESK = {
  REQUESTED: '有人要陪同、手语翻译这样的帮助，等您安排。请到「要人帮忙」里看。',
  CANCELLED: '本人取消了一次约好的帮助。请告诉来帮忙的人。',
  MOVED: '一次面试的时间变了，约好的帮助要重新约。请到「要人帮忙」里看。',
  GONE: '一次面试或上岗取消了，约好的帮助用不上了。请告诉来帮忙的人。',
} as const;

/** What an employer's people are told: the words stay when a yes is taken back, so they say neither who nor what. */
export const TOLD_EMPLOYER = (title: string): string => `岗位「${title}」的一位应聘人会有人一起来。请看这份应聘。`;
