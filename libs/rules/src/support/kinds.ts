/** One kind of 支持, as data: another kind is another row. */
export interface SupportKindRow {
  text: string;
  /** needs of a person's own list that ask for it */
  needs: readonly string[];
}

/** 支持的种类: who or what comes along so that somebody can take part. A new one is a new row; nothing else names them. */
export const SUPPORT_KINDS = {
  SIGN: { text: '手语翻译', needs: ['手语翻译', '面试有手语翻译'] },
  COMPANION: { text: '陪同', needs: ['陪同面试'] },
  TEXT: { text: '文字转写', needs: ['文字沟通', '文字联系'] },
  PLAIN: { text: '帮着讲慢、讲明白', needs: ['讲慢一点'] },
  TRAVEL: { text: '接送', needs: ['班车接送'] },
} as const satisfies Readonly<Record<string, SupportKindRow>>;
export type SupportKind = keyof typeof SUPPORT_KINDS;

const ROWS = Object.entries(SUPPORT_KINDS) as readonly (readonly [SupportKind, SupportKindRow])[];
export const SUPPORT_KIND_CODES = ROWS.map(([code]) => code);

/** What is offered first to somebody with these needs, in the order of the list. */
export const supportFor = (needs: readonly string[]): SupportKind[] =>
  ROWS.filter(([, row]) => row.needs.some((need) => needs.includes(need))).map(([code]) => code);

/** 什么时候用 */
export const SUPPORT_OCCASIONS = { INTERVIEW: '面试', TRAINING: '培训', STARTUP: '上岗头几天' } as const;
export type SupportOccasion = keyof typeof SUPPORT_OCCASIONS;
