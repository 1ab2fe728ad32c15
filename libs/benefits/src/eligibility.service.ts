import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService, type Person } from '@tongxing/people';
import { Clock, notFound } from '@tongxing/platform';
import {
  type BenefitJudgement,
  type IsoDate,
  judgeBenefit,
  type Law,
  schemeByCode,
  type SchemeRow,
  yearOf,
} from '@tongxing/rules';
import { In, IsNull, Not } from 'typeorm';
import { BenefitApplication, GrantTotal, RightClaim } from './application.entity.js';

/** What an applicant says of the course. */
export interface Answers {
  object: string;
  hours: number;
  feeFen: number;
  certificateObtained: boolean;
  periodStart: IsoDate;
  periodEnd: IsoDate;
}

/** Loads what the rules of a scheme ask for, and asks them. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
  ) {}

  /**
   * @param countyCode    the county that pays, from 6 digits on
   * @param applicationId left out of rights, when it is judged again
   * @throws RuleRefusal LAW_UNKNOWN naming the parameter that has no value
   */
  async judge(
    scheme: SchemeRow,
    person: Person,
    answers: Answers,
    countyCode: string,
    applicationId?: string,
  ): Promise<BenefitJudgement> {
    return this.judgeUnder(await this.parameters.lawOf(countyCode.slice(0, 6)), scheme, person, answers, applicationId);
  }

  /** The same under a given law: a trial asks with one that does not hold yet. */
  async judgeUnder(
    law: Law,
    scheme: SchemeRow,
    person: Person,
    answers: Answers,
    applicationId?: string,
  ): Promise<BenefitJudgement> {
    const claims = await this.unitOfWork.manager.findBy(RightClaim, {
      personId: person.id,
      live: Not(IsNull()),
      ...(applicationId === undefined ? {} : { applicationId: Not(applicationId) }),
    });
    const grantedThisYearFen = await this.granted(person.id, scheme.code);
    return this.ask(
      scheme,
      person,
      answers,
      law,
      claims.map((claim) => claim.rightKey),
      grantedThisYearFen,
    );
  }

  /**
   * Judges approved applications again, before money moves: a person may have died or lost the certificate since.
   * The right and the year's amount are their own by now.
   *
   * @returns application id → what no longer holds; those that stand are not in it
   */
  async changes(applicationIds: readonly string[]): Promise<Map<string, string[]>> {
    const { manager } = this.unitOfWork;
    const applications = await manager.findBy(BenefitApplication, { id: In([...applicationIds]) });
    const people = new Map(
      (await this.people.byIds(applications.map((one) => one.personId))).map((one) => [one.id, one]),
    );
    const laws = new Map<string, Law>();
    const found = new Map<string, string[]>();
    for (const application of applications) {
      const county = application.divisionCode.slice(0, 6);
      const law = laws.get(county) ?? (await this.parameters.lawOf(county));
      laws.set(county, law);
      const person = people.get(application.personId);
      if (person === undefined) throw notFound('这个人');
      const { eligible, reasons } = this.ask(schemeOf(application.schemeCode), person, application, law, [], 0);
      if (!eligible)
        found.set(
          application.id,
          reasons.filter((reason) => !reason.passed).map((reason) => reason.message),
        );
    }
    return found;
  }

  /** Approved for this person under this scheme in the present year. */
  async granted(personId: string, schemeCode: string): Promise<number> {
    const grantKey = this.grantKey(personId, schemeCode);
    return (await this.unitOfWork.manager.findOneBy(GrantTotal, { grantKey }))?.grantedFen ?? 0;
  }

  grantKey(personId: string, schemeCode: string): string {
    return `${personId}|${schemeCode}|${yearOf(this.clock.today())}`;
  }

  private ask(
    scheme: SchemeRow,
    person: Person,
    answers: Answers,
    law: Law,
    liveRights: readonly string[],
    grantedThisYearFen: number,
  ): BenefitJudgement {
    const secrets = this.people.secretsOf(person);
    const isVeteranOnly = secrets.certificate === undefined && secrets.veteran !== undefined;
    return judgeBenefit(
      scheme,
      {
        on: this.clock.today(),
        subjectId: person.id,
        person: {
          birthOn: person.birthOn,
          // Somebody deleted holds no certificate here any more.
          state: person.state === 'ERASED' || person.state === 'MEMBER' ? 'CANCELLED' : person.state,
          divisionCode: person.divisionCode,
          certificateKind: isVeteranOnly ? 'DISABLED_VETERAN' : 'DISABLED_PERSON',
          certificateExpiresOn: person.certificateExpiresOn,
        },
        course: {
          name: answers.object,
          hours: answers.hours,
          feeFen: answers.feeFen,
          certificateObtained: answers.certificateObtained,
        },
        period: { startsOn: answers.periodStart, endsOn: answers.periodEnd },
        liveRights,
        grantedThisYearFen,
      },
      law,
    );
  }
}

/** @throws Error for a code that an application can only have from the catalogue */
export function schemeOf(code: string): SchemeRow {
  const scheme = schemeByCode(code);
  if (scheme === undefined) throw new Error(`no scheme ${code} in the catalogue`);
  return scheme;
}
