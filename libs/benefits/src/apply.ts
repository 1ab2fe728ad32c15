import type { CryptoProvider } from '@tongxing/platform';
import { DomainError, newId } from '@tongxing/platform';
import { type BenefitJudgement, isTypedDay, normaliseCode, parseYuan, readAccount, RuleRefusal } from '@tongxing/rules';
import { blindAccount, type PayeeAccount, sealAccount } from './payee.js';
import type { Answers } from './eligibility.service.js';

/** What the form sends. Amounts as decimal text, days as text. */
export interface ApplyInput {
  schemeCode: string;
  /** set when a returned application is filed again */
  applicationId?: string;
  course: string;
  courseHours: number;
  feeYuan: string;
  periodStart: string;
  periodEnd: string;
  accountName: string;
  /** left out: the account the office holds of the person */
  accountNumber?: string | null;
  /** the applicant's statement; the reviewer looks at the paper */
  certificateObtained?: boolean;
}

/** Above it a course fee is a slip of the finger. */
const MAX_FEE_FEN = 200_000_00;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;

const invalid = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });

/** @throws DomainError AMOUNT_INVALID with the field */
export function feeOf(text: string, field: string, maxFen = MAX_FEE_FEN): number {
  try {
    const fen = parseYuan(text.trim());
    if (fen > 0 && fen <= maxFen) return fen;
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
  }
  throw new DomainError('AMOUNT_INVALID', '金额不对。', {
    field,
    hint: `写成 1500 或 1500.50 这样，大于 0，不超过 ${maxFen / 100} 元。`,
  });
}

/** Reads the form. @throws DomainError VALIDATION or AMOUNT_INVALID naming the field */
export function answersOf(input: ApplyInput): Answers {
  const object = input.course.normalize('NFC').trim();
  if (object === '' || HIDDEN.test(object)) throw invalid('course', '请写清培训课程的名称，不要带看不见的字符。');
  const { periodStart, periodEnd } = input;
  if (!isTypedDay(periodStart)) throw invalid('periodStart', '开课日期要写成 2026-03-01 这样。');
  if (!isTypedDay(periodEnd)) throw invalid('periodEnd', '结业日期要写成 2026-03-01 这样。');
  if (periodEnd < periodStart) throw invalid('periodEnd', '结业日期早于开课日期。');
  return {
    object,
    hours: input.courseHours,
    feeFen: feeOf(input.feeYuan, 'feeYuan'),
    certificateObtained: input.certificateObtained ?? true,
    periodStart,
    periodEnd,
  };
}

/**
 * Where the money shall go: the account of the form, or the registered one where the form names none.
 *
 * @param holder name of the person the money is for
 * @param registered number that the office holds of the person
 * @throws DomainError ACCOUNT_INVALID, NAME_MISMATCH
 */
export function payeeOf(input: ApplyInput, holder: string, registered: string | undefined): PayeeAccount {
  const number = input.accountNumber ?? registered;
  if (number === undefined)
    throw new DomainError('ACCOUNT_INVALID', '请填银行卡号或一卡通号。', {
      field: 'accountNumber',
      hint: '残联还没有您的账户，照着银行卡填一次。',
    });
  const read = readAccount(number);
  if (!read.ok || !read.checked)
    throw new DomainError('ACCOUNT_INVALID', '银行账号不对，可能少了或错了一位。', {
      field: 'accountNumber',
      hint: '请照着银行卡再填一次；存折或旧卡请到残联办理。',
    });
  const accountName = input.accountName.normalize('NFC').trim();
  if (accountName !== holder.normalize('NFC').trim())
    throw new DomainError('NAME_MISMATCH', '户名和登记的姓名不一样。', {
      field: 'accountName',
      hint: '要是本人的账户；改过名字请先到残联更正登记。',
    });
  return { accountName, accountNumber: read.value };
}

/**
 * A helper sends money where the person has said, or nowhere: another account is the person's to give.
 *
 * @param known the number that the person gave before
 * @throws DomainError FORBIDDEN_FIELD
 */
export function requireKnownAccount({ accountNumber }: ApplyInput, known: string | undefined): void {
  if (known !== undefined && normaliseCode(accountNumber ?? known) === normaliseCode(known)) return;
  throw new DomainError('FORBIDDEN_FIELD', '代办人不能填收款账户。', {
    field: 'accountNumber',
    hint:
      known === undefined
        ? '残联还没有本人的账户，请本人自己来填一次。'
        : '请空着，钱发到本人登记的账户。要换账户，请本人来办。',
  });
}

/** @throws DomainError DUPLICATE_APPLICATION or NOT_ELIGIBLE, with the rule that failed */
export function requireEligible(judgement: BenefitJudgement): void {
  const failed = judgement.reasons.filter((reason) => !reason.passed);
  const [first] = failed;
  if (first === undefined) return;
  if (failed.some((reason) => reason.rule === 'NO_LIVE_RIGHT')) throw duplicateApplication();
  throw new DomainError('NOT_ELIGIBLE', failed.map((reason) => reason.message).join(''), {
    field: first.rule,
    hint: '觉得不对请打 12385，或到县残联核对登记信息。',
  });
}

export const duplicateApplication = (): DomainError =>
  new DomainError('DUPLICATE_APPLICATION', '这门课程同一年已经申请过，不能重复申请。', {
    hint: '请在「我的补贴」里看那一次办到哪一步。',
  });

/** The columns of an application that the form and the rules decide. */
export const frozenColumns = (
  crypto: CryptoProvider,
  id: string,
  answers: Answers,
  payee: PayeeAccount,
  { eligible, amountFen, reasons, trace, parameters }: BenefitJudgement,
) => ({
  ...answers,
  amountFen,
  eligibility: { eligible, amountFen, reasons, trace, parameters },
  secrets: sealAccount(crypto, 'benefit_application', id, payee),
  accountBlind: blindAccount(crypto, payee),
});

export const claimRow = (applicationId: string, personId: string, rightKey: string, claimedAt: Date) => ({
  id: newId(),
  rightKey,
  applicationId,
  personId,
  live: 1 as const,
  claimedAt,
});
