import { type Divisions, Policy, type RevealKind } from '@tongxing/access';
import type { UnitOfWork } from '@tongxing/database';
import { Employer } from '@tongxing/employers';
import { whoIs } from '@tongxing/people';
import { type CryptoProvider, notFound } from '@tongxing/platform';
import { type HireSecrets, openHire } from './hire.secrets.js';
import { CountedHire } from './quota.entity.js';

/** Clear values of declared employees, for the office of the employer's region. The employer has its own roster. */
export const hireReveals = (
  unitOfWork: UnitOfWork,
  divisions: Divisions,
  crypto: CryptoProvider,
): RevealKind<HireSecrets> => ({
  target: 'counted-hire',
  find: async (viewer, id) => {
    const { manager } = unitOfWork;
    const hire = await manager.findOneBy(CountedHire, { id });
    const employer = hire && (await manager.findOneBy(Employer, { id: hire.employerId }));
    if (hire === null || employer === null || !Policy.covers(viewer, employer.divisionCode)) throw notFound('这名职工');
    const { divisionCode } = employer;
    return { thing: openHire(crypto, hire), whose: whoIs(hire, divisions.nameOf(divisionCode)), divisionCode };
  },
  fields: [
    { action: 'reveal.hireIdNumber', title: '身份证号', value: ({ idNumber }) => idNumber },
    {
      action: 'reveal.hireCertificate',
      title: '残疾人证号',
      value: ({ certificate, veteran }) => certificate ?? veteran,
    },
  ],
});
