import type { RuleRowFragment } from '../../../gql/generated.js';

/** 2026-01-01 起，长期有效. */
export const periodText = ({ from, to }: { from: string; to: string | null }): string =>
  `${from} 起，${to === null ? '长期有效' : `到 ${to}`}`;

/** 1950.00元 元/月 reads twice: a sum has its unit already. */
export const valueText = ({ shown, unitText }: Pick<RuleRowFragment, 'shown' | 'unitText'>): string =>
  shown.endsWith('元') ? `${shown.slice(0, -1)} ${unitText}` : /^\d+$/.test(shown) ? `${shown} ${unitText}` : shown;

/** 月最低工资（二类地区） */
export const titleOf = ({ name, qualifierText }: Pick<RuleRowFragment, 'name' | 'qualifierText'>): string =>
  qualifierText ? `${name}（${qualifierText}）` : name;

/** The address of a row; shipped rows have ids that are no UUID. */
export const addressOf = (id: string): string => `/office/rules/${encodeURIComponent(id)}`;
