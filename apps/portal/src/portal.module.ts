import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ErrorPageFilter } from './http/error.filter.js';
import { Portal } from './http/portal.service.js';
import { AssetsController } from './pages/assets.controller.js';
import { AuditController } from './pages/audit/audit.controller.js';
import { IdNumberController } from './pages/account/id-number/id-number.controller.js';
import { PasswordController } from './pages/account/password/password.controller.js';
import { SessionsController } from './pages/account/sessions/sessions.controller.js';
import { SetupController } from './pages/account/setup/setup.controller.js';
import { PersonConsentsController } from './pages/consents/consents.controller.js';
import { GapsController } from './pages/counsellor/gaps/gaps.controller.js';
import { DeskSeatsController } from './pages/counsellor/seats/seats.controller.js';
import { ReferralsController } from './pages/counsellor/referrals/referrals.controller.js';
import { DeskController } from './pages/counsellor/desk/desk.controller.js';
import { DeskVouchController } from './pages/counsellor/vouch/vouch.controller.js';
import { PostPeopleController } from './pages/counsellor/post-people/post-people.controller.js';
import { CaseHelpersController } from './pages/counsellor/helpers/case-helpers.controller.js';
import { CaseJobsController } from './pages/counsellor/jobs/case-jobs.controller.js';
import { ProfileAssessController } from './pages/counsellor/profile/profile.controller.js';
import { SupportDeskController } from './pages/counsellor/support/support-desk.controller.js';
import { OfficeSupportController } from './pages/office/support/office-support.controller.js';
import { SupportController } from './pages/seeker/support/support.controller.js';
import { WelfareTownController } from './pages/counsellor/welfare/welfare-desk.controller.js';
import { VisitController } from './pages/counsellor/visit/visit.controller.js';
import { ComplianceController } from './pages/employer/compliance/compliance.controller.js';
import { OrgController } from './pages/employer/home/org.controller.js';
import { EmployerImportsController } from './pages/employer/imports/imports.controller.js';
import { BatchesController } from './pages/finance/batches/batches.controller.js';
import { EnvelopesController } from './pages/finance/envelopes/envelopes.controller.js';
import { ReturnsController } from './pages/finance/returns/returns.controller.js';
import { HealthController } from './pages/health.controller.js';
import { HelperController } from './pages/helper/helper.controller.js';
import { ImportPages } from './pages/imports/imports.pages.js';
import { MissingController } from './pages/missing.controller.js';
import { BenefitsController } from './pages/office/benefits/benefits.controller.js';
import { OpenDataController } from './pages/public/open/open.controller.js';
import { ProjectsController } from './pages/office/projects/projects.controller.js';
import { PlacementsController } from './pages/placements/placements.controller.js';
import { PublicProjectsController } from './pages/public/projects/projects.controller.js';
import { FeedbackDeskController } from './pages/office/feedback/feedback-desk.controller.js';
import { DataRequestsController } from './pages/office/data-requests/data-requests.controller.js';
import { BoardController } from './pages/office/compliance/board.controller.js';
import { OfficeController } from './pages/office/home/office.controller.js';
import { OfficeNoticesController } from './pages/office/notices/notices.controller.js';
import { PostsSharingController } from './pages/office/posts-sharing/sharing.controller.js';
import { RostersController } from './pages/office/rosters/rosters.controller.js';
import { OfficeSeatsController } from './pages/office/seats/seats.controller.js';
import { RegistersController } from './pages/office/registers/registers.controller.js';
import { OfficeMembersController } from './pages/office/members/members.controller.js';
import { OfficeRoundsController } from './pages/office/rounds/rounds.controller.js';
import { RulesController } from './pages/office/rules/rules.controller.js';
import { EmployerController } from './pages/office/employers/employer.controller.js';
import { OfficeWelfareController } from './pages/office/welfare/welfare.controller.js';
import { UsersController } from './pages/office/users/users.controller.js';
import { MembersController } from './pages/employer/members/members.controller.js';
import { ApplicantsController } from './pages/employer/posts/applicants.controller.js';
import { PostsController } from './pages/employer/posts/posts.controller.js';
import { DemoController } from './pages/public/demo/demo.controller.js';
import { FeedbackController } from './pages/public/feedback/feedback.controller.js';
import { HelpController } from './pages/public/help/help.controller.js';
import { HomeController } from './pages/public/home/home.controller.js';
import { JobsController } from './pages/public/jobs/jobs.controller.js';
import { LevyController } from './pages/public/levy/levy.controller.js';
import { NoticesController } from './pages/public/notices/notices.controller.js';
import { ReadingController } from './pages/public/reading/reading.controller.js';
import { PublicRoundsController } from './pages/public/rounds/rounds.controller.js';
import { CodeController } from './pages/public/code/code.controller.js';
import { PlatformController } from './pages/public/platform/platform.controller.js';
import { ServicePointsController } from './pages/public/service-points/service-points.controller.js';
import { SessionController } from './pages/public/session/session.controller.js';
import { VouchController } from './pages/public/vouch/vouch.controller.js';
import { WhoMayController } from './pages/public/who-may/who-may.controller.js';
import { OfficePostsController } from './pages/office/posts/office-posts.controller.js';
import { RefusalsController } from './pages/refusals/refusals.controller.js';
import { RevealController } from './pages/reveal/reveal.controller.js';
import { ApplicationController } from './pages/seeker/applications/application.controller.js';
import { AttendancePages } from './pages/welfare/attendance.pages.js';
import { ApplicationsController } from './pages/seeker/applications/applications.controller.js';
import { ApplyController } from './pages/seeker/apply/apply.controller.js';
import { GrantsController } from './pages/seeker/grants/grants.controller.js';
import { HelpersController } from './pages/seeker/helpers/helpers.controller.js';
import { MeController } from './pages/seeker/home/me.controller.js';
import { MessagesController } from './pages/seeker/messages/messages.controller.js';
import { MatchedController } from './pages/seeker/jobs/matched.controller.js';
import { MySeatController } from './pages/seeker/rounds/seat.controller.js';
import { MyRoundsController } from './pages/seeker/rounds/rounds.controller.js';
import { PhoneController } from './pages/seeker/profile/phone.controller.js';
import { OwnLicencesController } from './pages/licences/own-licences.controller.js';
import { PersonLicencesController } from './pages/licences/person-licences.controller.js';
import { OwnProfileController } from './pages/seeker/profile/own.controller.js';
import { ProfileController } from './pages/seeker/profile/profile.controller.js';

const PUBLIC = [
  HealthController,
  AssetsController,
  HomeController,
  JobsController,
  OpenDataController,
  NoticesController,
  PublicRoundsController,
  LevyController,
  SessionController,
  CodeController,
  PlatformController,
  VouchController,
  SetupController,
  SessionsController,
  PasswordController,
  IdNumberController,
  DemoController,
  ReadingController,
  FeedbackController,
  HelpController,
  WhoMayController,
  PublicProjectsController,
  ServicePointsController,
];
const SEEKER = [
  MeController,
  ApplyController,
  MatchedController,
  ApplicationsController,
  MyRoundsController,
  MySeatController,
  ApplicationController,
  GrantsController,
  MessagesController,
  ProfileController,
  OwnProfileController,
  OwnLicencesController,
  PersonLicencesController,
  PhoneController,
  HelpersController,
  HelperController,
  SupportController,
];
const EMPLOYER = [ApplicantsController, OrgController, ComplianceController, EmployerImportsController];
const COUNSELLOR = [
  ReferralsController,
  DeskSeatsController,
  DeskController,
  GapsController,
  PostPeopleController,
  CaseHelpersController,
  ProfileAssessController,
  CaseJobsController,
  VisitController,
  DeskVouchController,
  WelfareTownController,
  SupportDeskController,
];
const OFFICE = [
  OfficeController,
  BenefitsController,
  OfficeNoticesController,
  BoardController,
  PostsSharingController,
  RostersController,
  OfficeRoundsController,
  OfficeSeatsController,
  RulesController,
  DataRequestsController,
  FeedbackDeskController,
  UsersController,
  MembersController,
  PostsController,
  EmployerController,
  ProjectsController,
  OfficeMembersController,
  OfficeWelfareController,
  OfficeSupportController,
];
/** Its `:id` would take the words that others put below `/office/posts/`: it comes last. */
const LAST = [OfficePostsController];
const FINANCE = [EnvelopesController, BatchesController, ReturnsController];
const AUDIT = [AuditController];
/** Reached from pages of several roles. */
const SHARED = [
  RegistersController,
  RefusalsController,
  RevealController,
  PersonConsentsController,
  PlacementsController,
];

/** The pages. Needs `PlatformModule` beside it. The last controller answers every address that no other knows. */
@Module({
  controllers: [
    ...PUBLIC,
    ...SEEKER,
    ...EMPLOYER,
    ...COUNSELLOR,
    ...OFFICE,
    ...FINANCE,
    ...AUDIT,
    ...SHARED,
    ...LAST,
    MissingController,
  ],
  providers: [Portal, ImportPages, AttendancePages, { provide: APP_FILTER, useClass: ErrorPageFilter }],
})
export class PortalModule {}
