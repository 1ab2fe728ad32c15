import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Divisions, Policy, type SignedIn, Viewer } from '@tongxing/access';
import { maskAccount, maskCertificate, maskId, maskPhone } from '@tongxing/platform';
import { yearOf } from '@tongxing/rules';
import { PeopleService } from './people.service.js';

/** A person's own record as shown to that person: numbers masked, since phones and screens are shared. */
@ObjectType('OwnRecord', { description: '我的登记信息; numbers are masked' })
export class OwnRecordNode {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Masked' }) idNumber: string;
  @Field(() => String, { nullable: true, description: 'Masked; never the tail, which holds category and grade' })
  certificate: string | null;
  @Field(() => String, { nullable: true }) certificateExpiresOn: string | null;
  @Field(() => String, { nullable: true, description: 'Masked' }) phone: string | null;
  @Field(() => String, { nullable: true, description: 'Masked' }) account: string | null;
  @Field(() => String) divisionName: string;
  @Field(() => String, { nullable: true }) residenceName: string | null;
  @Field(() => String) employmentStatus: string;
  @Field(() => Boolean, { nullable: true }) wantsWork: boolean | null;
  @Field(() => [String]) skills: string[];
}

@ObjectType({ description: 'Somebody of the register, told apart from others of the name' })
export class FoundPerson {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String) divisionName: string;
}

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly divisions: Divisions,
  ) {}

  @Allow('person.own')
  @Query(() => OwnRecordNode, {
    nullable: true,
    description: 'What the office holds of the signed-in seeker, or of the person helped',
  })
  async myRecord(@Viewer() viewer: SignedIn): Promise<OwnRecordNode | null> {
    const personId = Policy.personFor(viewer, 'person.own');
    const person = personId === undefined ? null : await this.people.byId(personId);
    if (person === null) return null;
    const secrets = this.people.secretsOf(person);
    return {
      id: person.id,
      name: person.name,
      idNumber: maskId(secrets.idNumber),
      certificate: secrets.certificate === undefined ? null : maskCertificate(secrets.certificate),
      certificateExpiresOn: person.certificateExpiresOn,
      phone: secrets.phone === undefined ? null : maskPhone(secrets.phone),
      account: secrets.accountNumber === undefined ? null : maskAccount(secrets.accountNumber),
      divisionName: this.divisions.pathOf(person.divisionCode),
      residenceName: person.residenceDivisionCode === null ? null : this.divisions.pathOf(person.residenceDivisionCode),
      employmentStatus: person.employmentStatus,
      wantsWork: person.wantsWork,
      skills: person.skills,
    };
  }

  @Allow('person.find')
  @Query(() => FoundPerson, {
    nullable: true,
    description: 'By the whole number of an ID card or certificate; null alike for nobody and outside the region',
  })
  async findPerson(
    @Viewer() viewer: SignedIn,
    @Args('number', { type: () => String }) number: string,
  ): Promise<FoundPerson | null> {
    const person = await this.people.findByNumber(number);
    if (person === null || person.state === 'ERASED' || !Policy.covers(viewer, person.divisionCode)) return null;
    const { id, name, birthOn, divisionCode } = person;
    return { id, name, birthYear: yearOf(birthOn), divisionName: this.divisions.pathOf(divisionCode) };
  }
}
