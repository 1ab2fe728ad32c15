import type { RevealKind } from '@tongxing/access';
import { certificateOf, type PersonSecrets } from '@tongxing/people';
import type { CaseloadService } from './caseload.service.js';

/** Clear values of the people in a counsellor's own caseload. */
export const caseReveals = (caseload: CaseloadService): RevealKind<PersonSecrets> => ({
  target: 'person',
  find: (viewer, id) => caseload.secretsOf(viewer, id),
  fields: [
    { action: 'reveal.caseIdNumber', title: '身份证号', value: ({ idNumber }) => idNumber },
    { action: 'reveal.caseCertificate', title: '残疾人证号', value: certificateOf },
    { action: 'reveal.casePhone', title: '手机号', value: ({ phone }) => phone },
  ],
});
