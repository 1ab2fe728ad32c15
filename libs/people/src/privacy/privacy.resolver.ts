import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Divisions, type SignedIn, Viewer } from '@tongxing/access';
import { maskId, pageOf } from '@tongxing/platform';
import { parameterKind, yearOf } from '@tongxing/rules';
import { PeopleService } from '../people.service.js';
import { purposeOf, STATUTORY_PURPOSES } from './consent.purposes.js';
import { ConsentService, type ConsentView, type SaidConsent } from './consent.service.js';
import { CHANNEL_WORDS, sayerOf } from './consent.words.js';
import { DataDesk, type DeskRow } from './data-desk.service.js';
import type { DataRequest, DataRequestKind, DataRequestState } from './privacy.entity.js';
import {
  type ConsentNode,
  DataRequestCaseNode,
  DataRequestNode,
  DataRequestPage,
  DataRequestsArgs,
  DecideDataRequestInput,
  LegalHoldInput,
  MyConsents,
  MyData,
  OwnDataRequestNode,
  PersonConsents,
  RecordConsentInput,
  RetentionRunNode,
  type SaidConsentNode,
} from './privacy.types.js';
import { RetentionService } from './retention.service.js';

const STATE_WORDS: Readonly<Record<DataRequestKind, Partial<Record<DataRequestState, string>>>> = {
  EXPORT: {
    WAITING: '正在准备',
    READY: '可以下载',
    TAKEN: '已下载',
    EXPIRED: '已过期',
    FAILED: '没有办成',
  },
  DELETION: {
    REQUESTED: '等残联决定',
    APPROVED: '已同意，还可以撤回',
    EXECUTED: '已删除',
    REFUSED: '没有同意',
    WITHDRAWN: '已撤回',
  },
};

const stateText = ({ kind, state }: DataRequest): string => STATE_WORDS[kind][state] ?? state;

const standing = ({ code, title, data, why, without, given, at, saidBy, evidenceId }: ConsentView): ConsentNode => ({
  purpose: code,
  title,
  data,
  why,
  without,
  state: given === null ? 'NOT_ASKED' : given ? 'GIVEN' : 'DECLINED',
  at,
  byGuardian: saidBy === 'GUARDIAN',
  evidenceId,
});

const said = ({ row, recorder }: SaidConsent): SaidConsentNode => ({
  id: row.id,
  purpose: row.purpose,
  title: purposeOf(row.purpose).title,
  given: row.given,
  at: row.at,
  channelText: CHANNEL_WORDS[row.channel],
  saidByText: sayerOf(row),
  recordedByName: recorder,
  evidenceId: row.evidenceId,
});

/** 同意, 我的资料, and the office's desk for them. */
@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly consents: ConsentService,
    private readonly desk: DataDesk,
    private readonly retention: RetentionService,
    private readonly people: PeopleService,
    private readonly divisions: Divisions,
  ) {}

  @Allow('consent.own')
  @Query(() => MyConsents, { description: 'What the viewer has said yes or no to, and what needs no yes' })
  async myConsents(@Viewer() viewer: SignedIn): Promise<MyConsents> {
    return { purposes: (await this.consents.mine(viewer)).map(standing), statutory: [...STATUTORY_PURPOSES] };
  }

  @Allow('consent.set')
  @Mutation(() => MyConsents, { description: 'Yes or no to one purpose; again it changes nothing' })
  async setConsent(
    @Viewer() viewer: SignedIn,
    @Args('purpose', { type: () => String }) purpose: string,
    @Args('given', { type: () => Boolean }) given: boolean,
  ): Promise<MyConsents> {
    await this.consents.set(viewer, purpose, given);
    return this.myConsents(viewer);
  }

  @Allow('consent.read')
  @Query(() => PersonConsents, { description: 'For who writes down what was said off line' })
  async personConsents(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<PersonConsents> {
    const { person, purposes, history } = await this.consents.ofPerson(viewer, personId);
    return {
      personId,
      name: person.name,
      birthYear: yearOf(person.birthOn),
      divisionName: this.divisions.pathOf(person.residenceDivisionCode ?? person.divisionCode),
      purposes: purposes.map(({ newest, ...view }) => ({ ...standing(view), newest: newest && said(newest) })),
      history: history.map(said),
    };
  }

  @Allow('consent.record')
  @Mutation(() => Boolean, { description: 'Writes down what one of the viewer’s people, or the guardian, said' })
  async recordConsent(@Viewer() viewer: SignedIn, @Args('input') input: RecordConsentInput): Promise<boolean> {
    await this.consents.record(viewer, input);
    return true;
  }

  @Allow('data.own')
  @Query(() => MyData, { description: '我的资料申请' })
  async myData(@Viewer() viewer: SignedIn): Promise<MyData> {
    const { requests, ...rest } = await this.desk.mine(viewer);
    return { ...rest, requests: requests.map((row) => this.own(row)) };
  }

  @Allow('data.request')
  @Mutation(() => OwnDataRequestNode, { description: 'A copy of everything (EXPORT), or its deletion (DELETION)' })
  async requestMyData(
    @Viewer() viewer: SignedIn,
    @Args('kind', { type: () => String }) kind: string,
  ): Promise<OwnDataRequestNode> {
    return this.own(await this.desk.request(viewer, kind));
  }

  @Allow('data.own')
  @Mutation(() => OwnDataRequestNode, { description: 'Takes an own deletion back, until it is executed' })
  async withdrawMyDataRequest(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OwnDataRequestNode> {
    return this.own(await this.desk.withdraw(viewer, id));
  }

  @Allow('data.list')
  @Query(() => DataRequestPage, { description: 'Deletions of the viewer’s region, newest first' })
  async dataRequests(
    @Viewer() viewer: SignedIn,
    @Args() { waiting, ...page }: DataRequestsArgs,
  ): Promise<DataRequestPage> {
    const { rows, totalCount } = await this.desk.page(viewer, page, waiting === true);
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => this.desk.cursorFor(row),
      (row) => this.row(row),
    );
  }

  @Allow('data.list')
  @Query(() => DataRequestCaseNode)
  async dataRequest(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DataRequestCaseNode> {
    const { open, kept, hold, ...row } = await this.desk.one(viewer, id);
    return { ...this.row(row), open, kept, hold, answer: this.desk.answerOf(row.request) };
  }

  @Allow('data.decide')
  @Mutation(() => DataRequestCaseNode, { description: 'Approved, it is executed after the days of grace' })
  async decideDataRequest(
    @Viewer() viewer: SignedIn,
    @Args('input') input: DecideDataRequestInput,
  ): Promise<DataRequestCaseNode> {
    await this.desk.decide(viewer, input);
    return this.dataRequest(viewer, input.id);
  }

  @Allow('data.hold')
  @Mutation(() => DataRequestCaseNode, { description: '保全: while it stands nothing of the person is deleted' })
  async setLegalHold(
    @Viewer() viewer: SignedIn,
    @Args('input') { requestId, on, reason }: LegalHoldInput,
  ): Promise<DataRequestCaseNode> {
    await this.desk.hold(viewer, requestId, on, reason ?? null);
    return this.dataRequest(viewer, requestId);
  }

  @Allow('data.list')
  @Query(() => RetentionRunNode, { nullable: true, description: 'What the last night took away' })
  async retentionRun(): Promise<RetentionRunNode | null> {
    const run = await this.retention.last();
    if (run === null) return null;
    const words = parameterKind('retention.days')?.qualifiers ?? {};
    const lines = Object.entries(run.gone).map(([what, gone]) => ({ what: words[what] ?? what, gone }));
    return { startedAt: run.startedAt, finishedAt: run.finishedAt, lines, held: run.held };
  }

  private own(row: DataRequest): OwnDataRequestNode {
    const { id, kind, state, requestedAt, dueAt } = row;
    const withdrawable = state === 'REQUESTED' || state === 'APPROVED';
    const answer = this.desk.answerOf(row);
    return { id, kind, state, stateText: stateText(row), requestedAt, dueAt, answer, withdrawable };
  }

  private row({ request, person }: DeskRow): DataRequestNode {
    const { id, state, requestedAt, dueAt, version } = request;
    const { idNumber } = this.people.secretsOf(person);
    return {
      id,
      personId: person.id,
      personName: person.name,
      idNumber: idNumber === '' ? '' : maskId(idNumber),
      divisionName: this.divisions.pathOf(person.divisionCode),
      state,
      stateText: stateText(request),
      requestedAt,
      dueAt,
      version,
    };
  }
}
