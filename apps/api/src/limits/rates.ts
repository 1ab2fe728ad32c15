import type { Rate } from '@tongxing/platform';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** How often one actor may do what (security.md §5). Five wrong passwords lock the account itself, in `access`. */
export const RATES = {
  query: { name: 'query', limit: 300, windowS: MINUTE_S, whenDown: 'half' },
  mutation: { name: 'mutation', limit: 60, windowS: MINUTE_S, whenDown: 'half' },
  login: { name: 'login', limit: 10, windowS: MINUTE_S, whenDown: 'closed' },
  vouchWait: { name: 'vouch-wait', limit: 30, windowS: MINUTE_S, whenDown: 'closed' },
  vouch: { name: 'vouch', limit: 20, windowS: HOUR_S, whenDown: 'closed' },
  publicNotices: { name: 'public-notices', limit: 60, windowS: MINUTE_S, whenDown: 'half' },
  openData: { name: 'open-data', limit: 30, windowS: MINUTE_S, whenDown: 'half' },
  feedback: { name: 'feedback', limit: 20, windowS: HOUR_S, whenDown: 'half' },
  export: { name: 'export', limit: 5, windowS: HOUR_S, whenDown: 'half' },
  reveal: { name: 'reveal', limit: 30, windowS: HOUR_S, whenDown: 'half' },
  idSearch: { name: 'id-search', limit: 60, windowS: HOUR_S, whenDown: 'half' },
  lint: { name: 'lint', limit: 20, windowS: HOUR_S, whenDown: 'half' },
  shortlist: { name: 'shortlist', limit: 20, windowS: HOUR_S, whenDown: 'half' },
  upload: { name: 'upload', limit: 20, windowS: HOUR_S, whenDown: 'half' },
} as const satisfies Record<string, Rate>;

export type Rates = Readonly<Record<keyof typeof RATES, Rate>>;

/** Injection token of the {@link Rates} in force. */
export const RATE_TABLE = Symbol('RATE_TABLE');

/** Who a rate counts: the place a request comes from, the person behind any of her sessions, or the employer she works for. */
export type CountedBy = 'address' | 'visitor-address' | 'person' | 'employer';

/** Operations with a rate of their own, beside that of the session. */
export const OPERATION_RATES: Readonly<Record<string, { rate: keyof Rates; by: CountedBy }>> = {
  signIn: { rate: 'login', by: 'address' },
  requestCode: { rate: 'login', by: 'address' },
  verifyCode: { rate: 'login', by: 'address' },
  oidcFinish: { rate: 'login', by: 'address' },
  completeSetup: { rate: 'login', by: 'address' },
  requestVouch: { rate: 'login', by: 'address' },
  // Who waits for a witness asks again and again; what is asked with cannot be guessed.
  vouchSignIn: { rate: 'vouchWait', by: 'address' },
  vouch: { rate: 'vouch', by: 'person' },
  stepUp: { rate: 'login', by: 'person' },
  renewSecondFactor: { rate: 'login', by: 'person' },
  changePassword: { rate: 'login', by: 'person' },
  publicNotices: { rate: 'publicNotices', by: 'visitor-address' },
  publicNotice: { rate: 'publicNotices', by: 'visitor-address' },
  // A village shares one address; who is signed in is counted by the session.
  sendFeedback: { rate: 'feedback', by: 'visitor-address' },
  exportBatch: { rate: 'export', by: 'person' },
  requestMyData: { rate: 'export', by: 'person' },
  reveal: { rate: 'reveal', by: 'person' },
  requestPhoneCode: { rate: 'login', by: 'person' },
  changePhone: { rate: 'login', by: 'person' },
  // Many small changes of one post would single people out, whichever colleague makes them; the office is not counted.
  lintPost: { rate: 'lint', by: 'employer' },
  employerShortlist: { rate: 'shortlist', by: 'employer' },
  askForCandidate: { rate: 'shortlist', by: 'employer' },
  findPerson: { rate: 'idSearch', by: 'person' },
};
