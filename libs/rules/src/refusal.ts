/**
 * A rule's answer when it cannot answer: no law for the day, impossible facts. Never a crash, never a guess.
 *
 * `code` is public (`LAW_UNKNOWN`, `DIVISION_UNKNOWN`, `LEVY_INPUT`, `VALIDATION`, `STATE_CONFLICT` …); `subject` names the parameter,
 * field or transition; `on` the day asked about. The message is Chinese and holds no personal data.
 */
export class RuleRefusal extends Error {
  constructor(
    readonly code: string,
    readonly subject: string,
    readonly on?: string,
    message?: string,
    /** LAW_UNKNOWN: the place, six digits or fewer, and the qualifier that had no value */
    readonly missing?: { scope: string; qualifier: string },
  ) {
    super(message ?? `${code}：${subject}${on === undefined ? '' : `（${on}）`}`);
    this.name = 'RuleRefusal';
  }
}
