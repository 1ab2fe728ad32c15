import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { POLICY, type PolicyRow, type Role } from '@tongxing/access';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { addDays, isoDate } from '@tongxing/rules';
import type { Things } from './world.js';

/** How deep an answer is asked for: an entity and what hangs on it. */
const DEPTH = 4;
const schema = buildSchema(readFileSync(join('apps', 'api', 'schema.graphql'), 'utf8'));

/** One root field of the committed schema, ready to be asked. */
export interface Operation {
  name: string;
  isMutation: boolean;
  document: string;
  /** variables that the schema and the api accept, about the things given */
  variables(things: Things, role: Role | null): Record<string, unknown>;
  /** the input types as they stand in the schema */
  args: readonly GraphQLArgument[];
}

/** A day so many after one that nothing in the demonstration has reached. */
const laterThan = ({ soon }: Things, days: number): string => addDays(isoDate(soon), days);

/**
 * What a leaf is filled with, by `InputType.field` or `operation.argument`; `*.name` fits every place of that name. A leaf of the schema
 * without a line here fails the suites: whoever adds a field says what a right value is.
 */
const SEEDS: Readonly<Record<string, unknown>> = {
  '*.first': 10,
  '*.after': null,
  '*.idempotencyKey': (_: Things, role: Role | null) => `seed-${role ?? 'visitor'}-0001`,
  '*.personId': (things: Things) => things.personId,
  '*.employerId': (things: Things) => things.employerId,
  '*.postId': (things: Things) => things.postId,
  '*.noticeId': (things: Things) => things.noticeId,
  '*.envelopeId': (things: Things) => things.envelopeId,
  '*.importId': (things: Things) => things.importId,
  '*.divisionCode': '640324000000',
  '*.year': 2026,
  '*.schemeCode': 'TRAIN',
  '*.day': null,
  '*.text': null,
  'addProjectPost.id': (things: Things) => things.envelopeId,
  'closeProject.id': (things: Things) => things.envelopeId,
  'closeProject.version': 1,
  'EndPlacementInput.endedOn': '2026-01-02',
  'EndPlacementInput.id': (things: Things) => things.envelopeId,
  'EndPlacementInput.reason': 'RESIGNED',
  'LintPostInput.internMonths': null,
  'LintPostInput.payBasis': null,
  'LintPostInput.projectId': null,
  'LintPostInput.unitName': null,
  'placement.id': (things: Things) => things.placementId,
  'placementFigures.year': 2026,
  'PlacementFilter.keptIn': null,
  'PlacementFilter.kind': null,
  'PlacementFilter.live': null,
  'PlacementFilter.personId': null,
  'PlacementFilter.postId': null,
  'PlacementFilter.projectId': null,
  'PlacementFilter.year': null,
  'projectMonths.projectId': (things: Things) => things.projectId,
  'PublicPostFilter.noSight': null,
  'PublicPostFilter.partTime': null,
  'PublicPostFilter.projectId': null,
  'RecordOutcomeInput.fact': 'CONTRACT',
  'RecordOutcomeInput.month': null,
  'RecordOutcomeInput.on': '2026-01-02',
  'RecordOutcomeInput.placementId': (things: Things) => things.placementId,
  'RecordOutcomeInput.text': null,
  'RecordOutcomeInput.until': null,
  'RecordOutcomeInput.word': 'LABOUR_CONTRACT',
  'RecordOutcomeInput.yuan': null,
  'RecordPlacementInput.endsOn': null,
  'RecordPlacementInput.startedOn': '2026-01-02',
  'SavePostInput.internMonths': null,
  'SavePostInput.payBasis': null,
  'SavePostInput.projectId': null,
  'SavePostInput.unitName': null,
  'SaveProjectInput.description': null,
  'SaveProjectInput.hostCreditCode': null,
  'SaveProjectInput.hostName': '示例合作社',
  'SaveProjectInput.id': null,
  'SaveProjectInput.kind': 'CLOUD_SERVICE',
  'SaveProjectInput.places': 3,
  'SaveProjectInput.startedOn': '2026-01-02',
  'SaveProjectInput.title': (_: Things, role: Role | null) => `云客服${role ?? ''}`,
  'SaveProjectInput.version': null,
  'workProject.id': (things: Things) => things.projectId,
  'workProjects.closed': null,
  'AnswerFeedbackInput.answer': '已经改好',
  'AnswerFeedbackInput.id': (things: Things) => things.feedbackId,
  '*.state': null,
  '*.roundId': (things: Things) => things.roundId,
  'allocationRound.id': (things: Things) => things.roundId,
  'AllocationRoundFilter.published': null,
  'publishedRound.id': (things: Things) => things.roundId,
  'publishedRound.ticket': null,
  'freezeRoster.id': (things: Things) => things.roundId,
  'OpenRoundInput.title': '示例轮次',
  'OpenRoundInput.frozenOn': (things: Things) => laterThan(things, 1),
  'OpenRoundInput.drawnOn': (things: Things) => laterThan(things, 2),
  'OpenRoundInput.choicesUntil': (things: Things) => laterThan(things, 3),
  'OpenRoundInput.contractsFrom': (things: Things) => laterThan(things, 4),
  'OpenRoundInput.source': '示例公开摇奖',
  'OpenRoundInput.fallback': '示例公开摇奖下一期',
  'publishRound.id': (things: Things) => things.roundId,
  'RevealDrawInput.id': (things: Things) => things.roundId,
  'RevealDrawInput.value': '03 11 17',
  'RevealDrawInput.valueFrom': 'SOURCE',
  'RoundFloorInput.basis': '示例规划',
  'RoundFloorInput.countedOn': (things: Things) => laterThan(things, 0),
  'RoundFloorInput.seats': 1,
  'RoundFloorInput.share': '1/10',
  'RoundFloorInput.status': 'DISABLED',
  'RoundLocalInput.basis': '示例办法',
  'RoundPostInput.seats': 1,
  'RoundReserveInput.basis': '示例办法',
  'RoundReserveInput.seats': 1,
  'RoundReserveInput.status': 'DISABLED',
  'RoundTierInput.basis': '示例办法',
  'RoundTierInput.status': 'ZERO_EMPLOYMENT',
  'runAllocationRound.id': (things: Things) => things.roundId,
  'simulateAllocation.id': (things: Things) => things.roundId,
  'SubmitChoicesInput.postIds': (things: Things) => [things.postId],
  'appealRefusals.id': (things: Things) => things.envelopeId,
  'appealRefusals.text': '那天在住院',
  'applicant.id': (things: Things) => things.jobApplicationId,
  'DecideRefusalsInput.id': (things: Things) => things.envelopeId,
  'DecideRefusalsInput.version': 1,
  'DecideRefusalsInput.uphold': false,
  'DecideRefusalsInput.reason': '有原因',
  'DeclineReferralInput.id': (things: Things) => things.envelopeId,
  'DeclineReferralInput.reason': 'CARE',
  'DeclineReferralInput.reasonText': null,
  'InterviewInput.at': '2099-12-01 09:30',
  'InterviewInput.place': '示例路1号',
  'InterviewInput.way': 'FACE',
  'MoveApplicationInput.id': (things: Things) => things.jobApplicationId,
  'MoveApplicationInput.version': 1,
  'MoveApplicationInput.to': 'INTERVIEW',
  'MoveApplicationInput.reason': null,
  'MoveApplicationInput.startedOn': null,
  'myApplication.id': (things: Things) => things.jobApplicationId,
  'OfferInput.wageYuan': '2200',
  'OfferInput.startsOn': '2099-12-10',
  'OfferInput.replyBy': '2099-12-05',
  'postApplicants.states': null,
  'RecordRetentionInput.applicationId': (things: Things) => things.jobApplicationId,
  'RecordRetentionInput.month': 1,
  'RecordRetentionInput.stillThere': true,
  'RecordRetentionInput.leftOn': null,
  'RecordRetentionInput.leftBecause': null,
  'RecordRetentionInput.note': null,
  'referral.id': (things: Things) => things.jobApplicationId,
  'ReferralFilter.dueOnly': null,
  'ReferralFilter.states': null,
  'ReferralFilter.referred': null,
  'ReferralFilter.postId': null,
  'OfficePostFilter.stand': null,
  'OfficePostFilter.kind': null,
  'officePost.id': (things: Things) => things.postId,
  'ReferToPostInput.note': null,
  'refusalCase.id': (things: Things) => things.envelopeId,
  'ReleaseApplicationInput.id': (things: Things) => things.jobApplicationId,
  'ReleaseApplicationInput.release': false,
  'ReleaseApplicationInput.contactPhone': null,
  'ReleaseApplicationInput.contactWay': null,
  'ReleaseApplicationInput.needs': null,
  'ReleaseApplicationInput.shareNeeds': false,
  'RespondToOfferInput.id': (things: Things) => things.envelopeId,
  'RespondToOfferInput.accept': true,
  'RespondToOfferInput.reason': null,
  'RespondToOfferInput.reasonText': null,
  'account.id': (things: Things) => things.accountId,
  'accountSetup.token': 'a-token-of-nobody',
  'advanceDemoTime.days': 1,
  'AllotEnvelopeInput.amountYuan': '100.00',
  'AllotEnvelopeInput.budgetItem': null,
  'AllotEnvelopeInput.document': (_: Things, role: Role | null) => `文〔2026〕${role ?? ''}号`,
  'AllotEnvelopeInput.source': '县',
  'ApplyForSchemeInput.accountName': '甲乙',
  'ApplyForSchemeInput.accountNumber': '6217000000000000004',
  'ApplyForSchemeInput.applicationId': null,
  'ApplyForSchemeInput.certificateObtained': true,
  'ApplyForSchemeInput.course': '面点',
  'ApplyForSchemeInput.courseHours': 40,
  'ApplyForSchemeInput.feeYuan': '500.00',
  'ApplyForSchemeInput.periodStart': '2026-03-02',
  'ApplyForSchemeInput.periodEnd': '2026-03-20',
  'ApplyForSchemeInput.provider': '示例培训学校',
  'AttendanceRowInput.daysDue': 20,
  'AttendanceRowInput.daysPresent': 20,
  'AttendanceRowInput.placementId': (things: Things) => things.envelopeId,
  'attendanceSheet.month': null,
  'BeginWelfareExitInput.answerBy': null,
  'BeginWelfareExitInput.basis': '找到了别的工作',
  'BeginWelfareExitInput.lastDay': '2026-03-02',
  'BeginWelfareExitInput.placementId': (things: Things) => things.envelopeId,
  'BeginWelfareExitInput.reason': 'OTHER_JOB',
  'BeginWelfareExitInput.reopen': false,
  'closeAttendance.month': '2026-01',
  'confirmAttendance.entryId': (things: Things) => things.envelopeId,
  'DecideWelfareExitInput.answer': null,
  'DecideWelfareExitInput.decision': '属实',
  'DecideWelfareExitInput.id': (things: Things) => things.envelopeId,
  'DecideWelfareExitInput.lastDay': '2026-03-02',
  'DecideWelfareExitInput.outcome': 'END',
  'DecideWelfareExitInput.reopen': false,
  'DecideWelfareExitInput.version': 1,
  'DecideWelfareProposalInput.fundDocument': null,
  'DecideWelfareProposalInput.fundSource': null,
  'DecideWelfareProposalInput.id': (things: Things) => things.envelopeId,
  'DecideWelfareProposalInput.outcome': 'RETURN',
  'DecideWelfareProposalInput.reason': '写清地点',
  'DecideWelfareProposalInput.version': 1,
  'ProposeWelfarePostInput.id': null,
  'ProposeWelfarePostInput.reason': '村道没人看护',
  'ProposeWelfarePostInput.version': null,
  'RecordAttendanceInput.month': '2026-01',
  'RecordAttendanceInput.reason': null,
  'SeatsInUseInput.inUse': 3,
  'SeatsInUseInput.onDay': '2026-03-02',
  'SeatsInUseInput.source': '示例花名册',
  'WelfareFilter.welfareKind': null,
  'welfarePerson.placementId': (things: Things) => things.envelopeId,
  'welfareProposal.id': (things: Things) => things.envelopeId,
  'ApplyToPostInput.contactPhone': '13800000000',
  'ApplyToPostInput.contactWay': 'CALL',
  'ApplyToPostInput.needs': [],
  'ApplyToPostInput.note': '会缝纫',
  'ApplyToPostInput.shareNeeds': false,
  'applicationQueue.step': (_: Things, role: Role | null) => (role === 'APPROVER' ? 'APPROVE' : 'REVIEW'),
  'applicationCase.id': (things: Things) => things.applicationId,
  'auditAnchors.day': '2026-03-02',
  'auditTrail.action': null,
  'auditTrail.actorId': null,
  'auditTrail.from': null,
  'auditTrail.to': null,
  'auditTrail.targetId': null,
  'batch.id': (things: Things) => things.envelopeId,
  'ChangePasswordInput.current': 'not-the-password',
  'ChangePasswordInput.password': 'a-long-and-odd-password',
  'closeNotice.id': (things: Things) => things.noticeId,
  'commitImport.id': (things: Things) => things.importId,
  'commitImport.mode': 'ALL',
  'CompleteSetupInput.password': 'a-long-and-odd-password',
  'CompleteSetupInput.token': 'a-token-of-nobody',
  'CompleteSetupInput.totp': '000000',
  'confirmParameter.id': (things: Things) => things.envelopeId,
  'confirmParameter.version': 1,
  'CreateAccountInput.displayName': '示例干部',
  'CreateAccountInput.idNumber': '640324199001010014',
  'CreateAccountInput.login': 'made.by.test',
  'CreateAccountInput.roles': ['COUNSELLOR'],
  'DecideApplicationInput.id': (things: Things) => things.applicationId,
  'DecideApplicationInput.outcome': 'RETURN',
  'DecideApplicationInput.reason': '材料不全',
  'DecideApplicationInput.step': (_: Things, role: Role | null) => (role === 'APPROVER' ? 'APPROVE' : 'REVIEW'),
  'DecideApplicationInput.version': 1,
  'dataRequest.id': (things: Things) => things.dataRequestId,
  'dataRequests.waiting': null,
  'DecideDataRequestInput.approve': true,
  'DecideDataRequestInput.id': (things: Things) => things.dataRequestId,
  'DecideDataRequestInput.reason': null,
  'DecideDataRequestInput.version': 1,
  'DecideObjectionInput.id': (things: Things) => things.noticeId,
  'DecideObjectionInput.outcome': 'DISMISSED',
  'DecideObjectionInput.reason': '查无此事',
  'decideRoles.approve': false,
  'decideRoles.changeId': (things: Things) => things.envelopeId,
  'DelegationTermsInput.helperId': null,
  'DelegationTermsInput.helperName': 'nobody.at.all',
  'DelegationTermsInput.kind': 'FAMILY',
  'DelegationTermsInput.scopes': ['POSTS'],
  'DelegationTermsInput.until': (things: Things) => things.soon,
  'discardImport.id': (things: Things) => things.envelopeId,
  'EnterParameterInput.act': '某县最低工资通知',
  'EnterParameterInput.article': '第1条',
  'EnterParameterInput.code': 'quota.ratio',
  'EnterParameterInput.from': '2027-01-01',
  'EnterParameterInput.number': '〔2026〕1号',
  'EnterParameterInput.qualifier': '',
  'EnterParameterInput.scope': '640324',
  'EnterParameterInput.status': 'UNCONFIRMED',
  'EnterParameterInput.supersedes': null,
  'EnterParameterInput.to': null,
  'EnterParameterInput.unit': 'share of employees',
  'EnterParameterInput.value': '1.6%',
  'exportBatch.id': (things: Things) => things.envelopeId,
  'exportBatch.profile': null,
  'changePhone.code': '000000',
  'findPerson.number': '64032419900101001443',
  'feedback.id': (things: Things) => things.feedbackId,
  'feedbackDesk.closed': null,
  'FixImportRowInput.cells': null,
  'FixImportRowInput.row': 3,
  'FixImportRowInput.version': 1,
  'GrantDelegationInput.code': '000000',
  'GrantDelegationInput.consent': 'SMS',
  'GrantDelegationInput.helperId': null,
  'GrantDelegationInput.helperName': 'nobody.at.all',
  'GrantDelegationInput.kind': 'FAMILY',
  'GrantDelegationInput.note': null,
  'GrantDelegationInput.scopes': ['POSTS'],
  'GrantDelegationInput.until': (things: Things) => things.soon,
  'ImportCellInput.key': 'name',
  'ImportCellInput.value': '甲丁',
  'importJob.id': (things: Things) => things.importId,
  'importRow.row': 3,
  'LegalHoldInput.on': true,
  'LegalHoldInput.reason': '审计',
  'LegalHoldInput.requestId': (things: Things) => things.dataRequestId,
  'LevyArrearsInput.daysOverdue': 1,
  'LevyArrearsInput.finalNoticeMissed': true,
  'LevyEstimateInput.averageWageYuan': '60000',
  'LevyEstimateInput.countedHires': '0',
  'LevyEstimateInput.employees': '100',
  'LevyEstimateInput.id': null,
  'LevyEstimateInput.monthlyHeadcount': null,
  'LevyEstimateInput.payrollYuan': null,
  'LevyEstimateInput.quotaRatio': null,
  'LevyEstimateInput.socialAverageWageYuan': null,
  'LevyEstimateInput.unitKind': 'ENTERPRISE',
  'LevyHireInput.certificate': 'DISABLED_PERSON',
  'LevyHireInput.grade': 1,
  'LevyHireInput.months': [1, 2],
  'LintPostInput.closesOn': '2099-12-31',
  'LintPostInput.description': '折纸盒',
  'LintPostInput.kind': 'PROPORTIONAL',
  'LintPostInput.legalBasis': null,
  'LintPostInput.licences': [],
  'LintPostInput.minEducation': null,
  'LintPostInput.nightShift': null,
  'LintPostInput.openings': 2,
  'LintPostInput.provisions': ['可提供搬运帮手'],
  'LintPostInput.remote': false,
  'LintPostInput.skills': ['包装'],
  'LintPostInput.title': '包装工',
  'LintPostInput.wageHighYuan': '2600.00',
  'LintPostInput.wageLowYuan': '2200.00',
  'LintPostInput.weeklyHours': 40,
  'LintPostInput.welfareKind': null,
  'LintPostInput.workDivisionCode': '640324100000',
  'SavePostInput.closesOn': '2099-12-31',
  'SavePostInput.description': '折纸盒',
  'SavePostInput.id': null,
  'SavePostInput.kind': 'PROPORTIONAL',
  'SavePostInput.legalBasis': null,
  'SavePostInput.licences': [],
  'SavePostInput.minEducation': null,
  'SavePostInput.nightShift': null,
  'SavePostInput.openings': 2,
  'SavePostInput.provisions': ['可提供搬运帮手'],
  'SavePostInput.remote': false,
  'SavePostInput.skills': ['包装'],
  'SavePostInput.title': (_: Things, role: Role | null) => `包装工${role ?? ''}`,
  'SavePostInput.version': null,
  'SavePostInput.wageHighYuan': '2600.00',
  'SavePostInput.wageLowYuan': '2200.00',
  'SavePostInput.weeklyHours': 40,
  'SavePostInput.welfareKind': null,
  'SavePostInput.workDivisionCode': '640324100000',
  'PostDemandInput.item': 'LIFT',
  'PostDemandInput.level': 2,
  'PostDemandInput.task': '搬纸箱',
  'employerPost.id': (things: Things) => things.postId,
  'askForCandidate.candidateRef': '000-000-000',
  'dropCandidateAsk.id': (things: Things) => things.envelopeId,
  'dropCandidateAsk.version': 1,
  'employerShortlist.postId': (things: Things) => things.postId,
  'shortlist.postId': (things: Things) => things.postId,
  'shortlist.unknown': null,
  'submitPost.id': (things: Things) => things.postId,
  'submitPost.version': 1,
  'withdrawPost.id': (things: Things) => things.envelopeId,
  'withdrawPost.version': 1,
  'LodgeObjectionInput.contact': '13800000000',
  'LodgeObjectionInput.lineId': null,
  'LodgeObjectionInput.text': '名单里的人已经就业',
  'markMessagesSeen.upTo': (things: Things) => things.envelopeId,
  'dismissMatch.note': null,
  'dismissMatch.reason': 'TOO_FAR',
  'MatchFilterInput.answers': ['FITS'],
  'MatchFilterInput.includeDismissed': null,
  'MatchFilterInput.kinds': null,
  'MatchFilterInput.remote': null,
  'MatchFilterInput.wageFromYuan': '1000',
  'MatchFilterInput.within': null,
  'OidcFinishInput.answer': 'code=a&state=b',
  'OidcFinishInput.state': 'a-state-of-nobody',
  'OpenEmployerAccountInput.displayName': '示例管理员',
  'OpenEmployerAccountInput.login': 'opened.by.test',
  'ParameterFilter.code': null,
  'ParameterFilter.scope': null,
  'parameterRow.id': (things: Things) => things.envelopeId,
  'parameterTrial.id': (things: Things) => things.envelopeId,
  'policyParameters.on': '2026-01-01',
  'ProofInput.code': null,
  'ProofInput.password': null,
  'ProofInput.recoveryCode': null,
  'ProofInput.totp': '000000',
  'PublicPostFilter.kind': null,
  'PublicPostFilter.onDay': null,
  'PublicPostFilter.remote': null,
  'keepOwnIdNumber.idNumber': '640324199001010014',
  'publicNotice.id': (things: Things) => things.noticeId,
  'publicNotices.mine': null,
  'publicPost.id': (things: Things) => things.postId,
  'PublishNoticeInput.schemeCode': 'TRAIN',
  'QuotaReturnInput.dispatched': 0,
  'QuotaReturnInput.monthlyHeadcount': [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9],
  'QuotaReturnInput.payrollYuan': '500000.00',
  'QuotaReturnInput.seasonalMonths': null,
  'QuotaReturnInput.seasonalWorkers': null,
  'QuotaReturnInput.version': null,
  'RecordConsentInput.channel': 'CALL',
  'RecordConsentInput.evidenceId': null,
  'RecordConsentInput.given': true,
  'RecordConsentInput.guardianBasis': null,
  'RecordConsentInput.purpose': 'MATCHING',
  'RecordConsentInput.saidBy': 'SELF',
  'RecordVisitInput.id': '01900000-0000-7000-8000-000000000001',
  'RecordVisitInput.met': 'SELF',
  'RecordVisitInput.needs': [],
  'RecordVisitInput.nextOn': null,
  'RecordVisitInput.nextStep': '送岗位信息',
  'RecordVisitInput.note': '都好',
  'RecordVisitInput.situation': null,
  'RecordVisitInput.smsConsent': null,
  'RecordVisitInput.visitedOn': '2026-03-02',
  'RecordVisitInput.wantsWork': null,
  'ReleaseBatchInput.id': (things: Things) => things.envelopeId,
  'renewSecondFactor.password': 'not-the-password',
  'requestPhoneCode.phone': '13800000001',
  'RequestCodeInput.phone': '13800000000',
  'requestMyData.kind': 'EXPORT',
  'RequestVouchInput.certificate': '64032419900101001443',
  'RevealInput.field': (_: Things, role: Role | null) => clearValueOf(role).field,
  'RevealInput.note': '约本人来签字',
  'RevealInput.reason': 'CONTACT',
  'RevealInput.subjectId': (things: Things, role: Role | null) => things[clearValueOf(role).of],
  'revealSubject.field': (_: Things, role: Role | null) => clearValueOf(role).field,
  'revealSubject.subjectId': (things: Things, role: Role | null) => things[clearValueOf(role).of],
  'resetAccount.id': (things: Things) => things.envelopeId,
  'revokeDelegation.id': (things: Things) => things.envelopeId,
  'revokeSession.id': (things: Things) => things.envelopeId,
  'AssessedItemInput.item': 'LIFT',
  'AssessedItemInput.level': 2,
  'SaveFunctionalProfileInput.assessedOn': '2026-03-02',
  'SaveFunctionalProfileInput.assessor': '示例评估人',
  'SaveFunctionalProfileInput.id': null,
  'SaveFunctionalProfileInput.ownAids': ['眼镜'],
  'SaveFunctionalProfileInput.validUntil': null,
  'SaveFunctionalProfileInput.version': null,
  'OwnNeedInput.need': '坡道电梯',
  'OwnNeedInput.shared': false,
  'SaveProfileSectionInput.commuteKm': 30,
  'SaveProfileSectionInput.section': 'PLACES',
  'SaveProfileSectionInput.skills': ['包装'],
  'SaveProfileSectionInput.version': 1,
  'SaveProfileSectionInput.wantedKinds': [],
  'SaveProfileSectionInput.wantedWageYuan': '2500',
  'SaveProfileSectionInput.wantsWork': true,
  'SealBatchInput.paymentDate': null,
  'SendFeedbackInput.kind': 'OPINION',
  'SendFeedbackInput.page': '/jobs',
  'SendFeedbackInput.phone': '13800000000',
  'SendFeedbackInput.text': '字太小，看不清',
  'SignInInput.account': 'nobody.at.all',
  'setConsent.given': true,
  'setConsent.purpose': 'MATCHING',
  'setAccountDisabled.disabled': false,
  'setAccountDisabled.id': (things: Things) => things.envelopeId,
  'SetMemberInput.disabled': null,
  'SetMemberInput.displayName': '示例同事',
  'SetMemberInput.id': null,
  'SetMemberInput.login': (_: Things, role: Role | null) =>
    `member.${(role ?? 'x').toLowerCase().replaceAll('_', '-')}`,
  'SetMemberInput.newLink': null,
  'SetMemberInput.role': 'EMPLOYER_CLERK',
  'setRoles.id': (things: Things) => things.envelopeId,
  'setRoles.roles': ['COUNSELLOR'],
  'setSmsWanted.wanted': true,
  'SignInInput.recoveryCode': null,
  'SignInInput.password': 'not-the-password',
  'SignInInput.totp': null,
  'sandboxBankRun.batchId': (things: Things) => things.envelopeId,
  'tryParameter.id': (things: Things) => things.envelopeId,
  'VerifyCodeInput.code': '000000',
  'VerifyCodeInput.phone': '13800000000',
  'vouch.code': '000000',
  'vouchee.code': '000000',
  'VouchSignInInput.ticket': 'a-ticket-of-nobody',
  'withdrawParameter.id': (things: Things) => things.envelopeId,
  'withdrawParameter.version': 1,
  'submitBatch.id': (things: Things) => things.envelopeId,
  'withdrawMyDataRequest.id': (things: Things) => things.dataRequestId,
  'withdrawApplication.id': (things: Things) => things.jobApplicationId,
};

/** A clear value that the role may look at, and the thing it belongs to. */
function clearValueOf(role: Role | null): { field: string; of: 'personId' | 'applicationId' | 'payoutId' } {
  if (role === 'REVIEWER' || role === 'APPROVER') return { field: 'applicantPhone', of: 'applicationId' };
  if (role === 'FINANCE' || role === 'RELEASER' || role === 'RECONCILER')
    return { field: 'payoutAccount', of: 'payoutId' };
  return { field: role === 'OFFICER' ? 'personPhone' : 'casePhone', of: 'personId' };
}

/** The leaf's right value. @throws Error naming the leaf that has none */
function seedOf(place: string, things: Things, role: Role | null): unknown {
  const name = place.slice(place.indexOf('.') + 1);
  const key = Object.hasOwn(SEEDS, place) ? place : `*.${name}`;
  if (!Object.hasOwn(SEEDS, key)) throw new Error(`no seed for ${place}: add a line to SEEDS`);
  const seed = SEEDS[key];
  return typeof seed === 'function' ? (seed as (things: Things, role: Role | null) => unknown)(things, role) : seed;
}

function valueOf(place: string, type: GraphQLInputType, things: Things, role: Role | null): unknown {
  if (isNonNullType(type)) {
    const value = valueOf(place, type.ofType, things, role);
    return value === null && isListType(type.ofType) ? [valueOf(place, type.ofType.ofType, things, role)] : value;
  }
  if (isListType(type)) {
    const inner = isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType;
    return isInputObjectType(inner) ? [valueOf(place, inner, things, role)] : seedOf(place, things, role);
  }
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        valueOf(`${type.name}.${field.name}`, field.type, things, role),
      ]),
    );
  if (isEnumType(type) || isLeafType(type)) return seedOf(place, things, role);
  throw new Error(`unknown input ${String(type)}`);
}

/** Everything of a type that needs no arguments, down to a depth. */
function selection(type: GraphQLOutputType, depth: number): string {
  if (isNonNullType(type) || isListType(type)) return selection(type.ofType as GraphQLOutputType, depth);
  // A type may hold itself.
  if (!isObjectType(type) || depth <= 0) return '';
  const fields = Object.values(type.getFields())
    .filter((field) => field.args.every((arg) => !isNonNullType(arg.type)))
    .map((field) => {
      const named = selection(field.type, depth - 1);
      const object = named !== '' || isLeaf(field.type);
      return object ? `${field.name}${named}` : '';
    })
    .filter((text) => text !== '');
  return ` { ${fields.join(' ')} }`;
}

const isLeaf = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) || isListType(type) ? isLeaf(type.ofType as GraphQLOutputType) : !isObjectType(type);

function operationOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Operation {
  const { name, args } = field;
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const document = `${kind} ${name}${declared && `(${declared})`} { ${name}${passed && `(${passed})`}${selection(field.type, DEPTH)} }`;
  return {
    name,
    isMutation: kind === 'mutation',
    document,
    args,
    variables: (things, role) =>
      Object.fromEntries(args.map((arg) => [arg.name, valueOf(`${name}.${arg.name}`, arg.type, things, role)])),
  };
}

/** Every query and mutation of the schema. */
export const OPERATIONS: readonly Operation[] = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => operationOf('query', field)),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => operationOf('mutation', field)),
];

/** The policy row of each root field, as its handler's tag says; null: open to everybody; undefined: nobody's. */
export function rulesOf(app: NestExpressApplication): Map<string, PolicyRow | null | undefined> {
  const found = new Map<string, PolicyRow | null | undefined>();
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.providers.values()) {
      const { prototype } = (metatype ?? {}) as { prototype?: object };
      for (const name of prototype ? Object.getOwnPropertyNames(prototype) : []) {
        const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
        if (typeof handler !== 'function') continue;
        const type = Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined;
        if (type !== 'Query' && type !== 'Mutation') continue;
        const action = Reflect.getMetadata('tongxing:action', handler) as string | undefined;
        const open = Reflect.getMetadata('tongxing:public', handler) === true;
        const field = (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? name;
        found.set(field, open ? null : POLICY.find((row) => row.action === action));
      }
    }
  return found;
}

/** Who may call a root field: roles, or everybody. */
export const mayCall = (app: NestExpressApplication): Map<string, readonly Role[] | 'EVERYBODY'> =>
  new Map([...rulesOf(app)].map(([field, row]) => [field, row === null ? 'EVERYBODY' : (row?.roles ?? [])]));
