import { Injectable } from '@nestjs/common';
import { Divisions, IdempotencyService, Policy, type SignedIn } from '@tongxing/access';
import { noticeNode, type PublicNoticeNode } from '@tongxing/notices';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Clock, CryptoProvider, DomainError, maskAccount, type Page, type PageArgs, pageOf } from '@tongxing/platform';
import {
  APPLICANT_WAY,
  APPLICATION_MACHINE,
  applicantWords,
  schemeAmountText,
  SHIPPED_SCHEMES,
  traceRows,
  yuanText,
} from '@tongxing/rules';
import type { Approval, BenefitApplication } from './application.entity.js';
import { ApplicationService, QUEUE_STATES, type QueueStep } from './application.service.js';
import type {
  ApplicationCaseNode,
  BenefitApplicationNode,
  BenefitStepNode,
  NoticeCandidatesNode,
  SchemeNode,
} from './application.types.js';
import { BenefitNoticeService } from './benefit-notice.service.js';
import type { ApplyForSchemeInput, DecideApplicationInput, PublishNoticeInput } from './benefits.inputs.js';
import { DECIDE_ACTIONS, DecisionService } from './decision.service.js';
import { ownPeople } from './duty.js';
import { schemeOf } from './eligibility.service.js';
import { nameFor, openAccount } from './payee.js';
import type { Payout } from './payout.entity.js';
import { naturalPersonOf } from './state.js';

const QUEUE_STEPS = Object.keys(QUEUE_STATES) as QueueStep[];

/** What applicants and office ask of benefits, in the shapes they read. */
@Injectable()
export class BenefitDesk {
  constructor(
    private readonly applications: ApplicationService,
    private readonly decisions: DecisionService,
    private readonly notices: BenefitNoticeService,
    private readonly idempotency: IdempotencyService,
    private readonly people: PeopleService,
    private readonly parameters: ParameterService,
    private readonly divisions: Divisions,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
  ) {}

  /** The catalogue, with amounts of the county that judges: of the person, else the viewer's, else the only one served. */
  async schemes(viewer: SignedIn | null): Promise<SchemeNode[]> {
    const personId = viewer?.onBehalfOf?.personId ?? viewer?.personId;
    const person = personId === undefined ? null : await this.people.byId(personId);
    const code = person?.divisionCode ?? viewer?.divisionCode ?? this.divisions.served()[0]?.code ?? '';
    const law = await this.parameters.lawOf(code);
    return SHIPPED_SCHEMES.map((scheme) => {
      const { text, known } = schemeAmountText(scheme, law, this.clock.today());
      const { name, summary, objectLabel } = scheme;
      return {
        code: scheme.code,
        name,
        summary,
        objectLabel,
        whoCan: [...scheme.whoCan],
        papers: [...scheme.papers],
        amountText: text,
        open: known,
      };
    });
  }

  async apply(viewer: SignedIn, { idempotencyKey, ...input }: ApplyForSchemeInput): Promise<BenefitApplicationNode> {
    // One key of a helper is one request for one person.
    const request = { ...input, personId: Policy.personFor(viewer, 'benefit.own') };
    return this.idempotency.once(viewer.id, idempotencyKey, 'applyForScheme', request, async () =>
      this.benefitNode(await this.applications.apply(viewer, input), null, []),
    );
  }

  async mine(viewer: SignedIn): Promise<BenefitApplicationNode[]> {
    const rows = await this.applications.mine(viewer);
    const decisions = await this.applications.decisions(rows.map(({ application }) => application.id));
    return rows.map(({ application, payout }) =>
      this.benefitNode(application, payout, decisions.get(application.id) ?? []),
    );
  }

  async queue(viewer: SignedIn, step: string, page: PageArgs): Promise<Page<ApplicationCaseNode>> {
    const known = QUEUE_STEPS.find((one) => one === step);
    if (known === undefined) throw new DomainError('VALIDATION', '步骤只能是 REVIEW 或 APPROVE。', { field: 'step' });
    const { rows, totalCount } = await this.applications.queue(viewer, known, page);
    const nodes = await this.caseNodes(viewer, rows);
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => this.applications.cursorFor(row),
      (row) => nodes.get(row.id) as ApplicationCaseNode,
    );
  }

  async case(viewer: SignedIn, id: string): Promise<ApplicationCaseNode> {
    const application = await this.applications.byId(viewer, id);
    return (await this.caseNodes(viewer, [application])).get(id) as ApplicationCaseNode;
  }

  decide(viewer: SignedIn, { idempotencyKey, ...input }: DecideApplicationInput): Promise<ApplicationCaseNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'decideApplication', input, async () => {
      const application = await this.decisions.decide(viewer, input);
      return (await this.caseNodes(viewer, [application])).get(application.id) as ApplicationCaseNode;
    });
  }

  async candidates(viewer: SignedIn, schemeCode: string): Promise<NoticeCandidatesNode> {
    const payouts = await this.notices.candidates(viewer, schemeCode);
    const totalFen = payouts.reduce((sum, payout) => sum + payout.amountFen, 0);
    return { count: payouts.length, totalYuan: yuanText(totalFen) };
  }

  publish(viewer: SignedIn, { idempotencyKey, schemeCode }: PublishNoticeInput): Promise<PublicNoticeNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'publishNotice', { schemeCode }, async () =>
      noticeNode(await this.notices.publish(viewer, schemeCode), this.clock.today()),
    );
  }

  close(viewer: SignedIn, id: string, idempotencyKey: string): Promise<PublicNoticeNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'closeNotice', { id }, async () =>
      noticeNode(await this.notices.close(viewer, id), this.clock.today()),
    );
  }

  private benefitNode(
    application: BenefitApplication,
    payout: Payout | null,
    decisions: readonly Approval[],
  ): BenefitApplicationNode {
    const words = applicantWords(application.state, payout?.state ?? null);
    const told = words.step === 'TO_FIX' || words.step === 'REFUSED';
    return {
      id: application.id,
      schemeCode: application.schemeCode,
      schemeName: schemeOf(application.schemeCode).name,
      object: application.object,
      state: words.step,
      stateText: words.text,
      nextStep: words.next,
      reason: told ? (decisions.findLast((row) => row.reason !== null)?.reason ?? null) : null,
      steps: stepsTo(words.step),
      amountYuan: yuanText(application.amountFen),
      appliedOn: application.submittedOn,
      paidOn: payout?.paidOn ?? null,
    };
  }

  private async caseNodes(
    viewer: SignedIn,
    rows: readonly BenefitApplication[],
  ): Promise<Map<string, ApplicationCaseNode>> {
    const names = new Map((await this.people.byIds(rows.map((row) => row.personId))).map((one) => [one.id, one.name]));
    const decisions = await this.applications.decisions(rows.map((row) => row.id));
    const own = await ownPeople(this.people, viewer);
    return new Map(
      rows.map((row) => {
        const done = decisions.get(row.id) ?? [];
        const { eligible, reasons, trace } = row.eligibility;
        const step = QUEUE_STEPS.find((one) => QUEUE_STATES[one] === row.state) ?? null;
        const node: ApplicationCaseNode = {
          id: row.id,
          version: row.version,
          schemeName: schemeOf(row.schemeCode).name,
          personId: Policy.can(viewer, 'reveal.personIdNumber') ? row.personId : null,
          applicantName: nameFor(viewer, names.get(row.personId) ?? ''),
          divisionName: this.divisions.nameOf(row.divisionCode),
          object: row.object,
          periodText: `${row.periodStart} 至 ${row.periodEnd}`,
          hours: row.hours,
          feeYuan: yuanText(row.feeFen),
          amountYuan: yuanText(row.amountFen),
          maskedAccount: maskAccount(openAccount(this.crypto, 'benefit_application', row).accountNumber),
          state: row.state,
          stateText: APPLICATION_MACHINE.words[row.state],
          step,
          blocked: step === null ? null : (wrongRole(viewer, step) ?? blockedBy(own.has(row.personId), done, viewer)),
          submittedOn: row.submittedOn,
          eligibility: {
            eligible,
            reasons,
            trace: traceRows(trace).map(({ depth, node: { step: name, label, value, source, note } }) => ({
              depth,
              step: name,
              label,
              value,
              source: source ?? null,
              note: note ?? null,
            })),
          },
          decisions: done.map((one) => ({
            step: one.step,
            // Who files is the applicant, or somebody who helps him.
            by: one.step === 'FILE' ? nameFor(viewer, one.accountName) : one.accountName,
            at: one.decidedAt.toISOString(),
            outcome: one.outcome,
            reason: one.reason,
          })),
        };
        return [row.id, node];
      }),
    );
  }
}

/** Who only looks on is told whose step it is. */
const wrongRole = (viewer: SignedIn, step: QueueStep): string | null => {
  if (Policy.can(viewer, DECIDE_ACTIONS[step])) return null;
  return step === 'REVIEW' ? '这一步由审核人办理。' : '这一步由审批人办理。';
};

function blockedBy(isOwn: boolean, decisions: readonly Approval[], viewer: SignedIn): string | null {
  if (isOwn) return '这是您本人或您家人的申请，请换一位同事办理。';
  const me = naturalPersonOf(viewer);
  const mine = decisions.some((one) => one.live === 1 && (one.naturalPersonId === me || one.accountId === viewer.id));
  return mine ? '这份申请您已经办过一步，请换一位同事办理。' : null;
}

function stepsTo(step: string): BenefitStepNode[] {
  const at = APPLICANT_WAY.findIndex((one) => one.step === step);
  return APPLICANT_WAY.map(({ text }, index) => ({
    text,
    state: index < at || (index === at && step === 'PAID') ? 'done' : index === at ? 'now' : 'later',
  }));
}
