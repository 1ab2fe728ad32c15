import { Policy, type SignedIn } from '@tongxing/access';
import { type CryptoProvider, maskName } from '@tongxing/platform';

/** Where the money goes, as the applicant gave it. */
export interface PayeeAccount {
  accountName: string;
  accountNumber: string;
}

type Table = 'benefit_application' | 'payout';

const boundTo = (table: Table, id: string): string => `${table}|secrets|${id}`;

export const sealAccount = (crypto: CryptoProvider, table: Table, id: string, account: PayeeAccount): string =>
  crypto.seal(JSON.stringify(account), boundTo(table, id));

export const openAccount = (crypto: CryptoProvider, table: Table, row: { id: string; secrets: string }): PayeeAccount =>
  JSON.parse(crypto.open(row.secrets, boundTo(table, row.id))) as PayeeAccount;

const ACCOUNT_PURPOSE = 'payout.account';
const accountText = ({ accountName, accountNumber }: PayeeAccount): string =>
  JSON.stringify([accountName, accountNumber]);

/**
 * Name and number as one keyed digest. A payout takes it over from its application, and an instruction from its payout: equal where they name
 * the same account, whichever key was in use when the application was made.
 */
export const blindAccount = (crypto: CryptoProvider, account: PayeeAccount): string =>
  crypto.digest(ACCOUNT_PURPOSE, accountText(account));

/**
 * The account as it can be read now, where the row's own blind value agrees with it.
 *
 * @returns undefined when it cannot be opened, or names another account than the blind value: the row was changed behind the services
 */
export function accountAt(
  crypto: CryptoProvider,
  table: Table,
  row: { id: string; secrets: string; accountBlind: string },
): PayeeAccount | undefined {
  let account: PayeeAccount;
  try {
    account = openAccount(crypto, table, row);
  } catch {
    return undefined;
  }
  return crypto.isDigest(ACCOUNT_PURPOSE, accountText(account), row.accountBlind) ? account : undefined;
}

/** 姓名 of an applicant or payee as the policy lets this viewer see it: whole, or 张*明. */
export const nameFor = (viewer: SignedIn, name: string): string =>
  Policy.can(viewer, 'payee.name') ? name : maskName(name);
