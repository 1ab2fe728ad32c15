import { DomainError } from '@tongxing/platform';

/** The helper's page was open when the delegation ended. */
export const delegationEnded = (): DomainError =>
  new DomainError('DELEGATION_ENDED', '已停止代办，刚才填的没有保存。', {
    hint: '到期了，或者本人停止了。要再代办，请本人重新登记。',
  });
