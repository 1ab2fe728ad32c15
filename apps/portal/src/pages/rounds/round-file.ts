import type { Answer } from '../../http/answer.js';

/** The certificate as the verifier reads it. */
export const fileOf = (id: string, { kind, file }: { kind: string; file: string }): Answer => ({
  kind: 'file',
  body: Buffer.from(file, 'utf8'),
  contentType: 'application/json; charset=utf-8',
  name: `${kind === 'AUDITOR' ? '分配核对' : '分配证书'}-${id.slice(-8)}.json`,
});
