import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { Clock } from '@tongxing/platform';
import { licenceState } from '@tongxing/rules';
import type { PersonLicence } from './licence.entity.js';
import { LicenceService, type LicencesOf } from './licence.service.js';
import { LicenceInput, type LicenceNode, PersonLicencesNode } from './licence.types.js';

const TAIL = 4;
/** A shorter number would be told whole by its end. */
const SHOWN_FROM = 8;
const masked = (number: string): string => (number.length < SHOWN_FROM ? '****' : `****${number.slice(-TAIL)}`);

/** 证照. */
@Resolver()
export class LicenceResolver {
  constructor(
    private readonly service: LicenceService,
    private readonly clock: Clock,
  ) {}

  @Allow('profile.own')
  @Query(() => PersonLicencesNode, { nullable: true, description: 'Null: nobody of the register' })
  async ownLicences(@Viewer() viewer: SignedIn): Promise<PersonLicencesNode | null> {
    const mine = await this.service.mine(viewer);
    return mine && this.node(mine);
  }

  @Allow('profile.own')
  @Mutation(() => PersonLicencesNode, { description: 'Adds a licence by the own word, or puts one right' })
  async saveOwnLicence(@Viewer() viewer: SignedIn, @Args('input') input: LicenceInput): Promise<PersonLicencesNode> {
    return this.node(await this.service.saveOwn(viewer, input));
  }

  @Allow('profile.own')
  @Mutation(() => PersonLicencesNode)
  async removeOwnLicence(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PersonLicencesNode> {
    return this.node(await this.service.removeOwn(viewer, id, version));
  }

  @Allow('profile.own')
  @Mutation(() => PersonLicencesNode, { description: 'Says that there are no others' })
  async sayOwnLicences(@Viewer() viewer: SignedIn): Promise<PersonLicencesNode> {
    return this.node(await this.service.sayAllOwn(viewer));
  }

  @Allow('profile.read')
  @Query(() => PersonLicencesNode)
  async personLicences(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<PersonLicencesNode> {
    return this.node(await this.service.ofPerson(viewer, personId));
  }

  @Allow('licence.save')
  @Mutation(() => PersonLicencesNode, { description: 'Adds a licence of somebody, or puts one right' })
  async savePersonLicence(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('seen', { type: () => Boolean, description: 'The viewer looked at the paper' }) seen: boolean,
    @Args('input') input: LicenceInput,
  ): Promise<PersonLicencesNode> {
    return this.node(await this.service.saveFor(viewer, personId, input, seen));
  }

  @Allow('licence.save')
  @Mutation(() => PersonLicencesNode, { description: 'Says that the paper is what stands here' })
  async seeLicence(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PersonLicencesNode> {
    return this.node(await this.service.see(viewer, personId, id, version));
  }

  @Allow('licence.save')
  @Mutation(() => PersonLicencesNode)
  async removePersonLicence(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PersonLicencesNode> {
    return this.node(await this.service.removeFor(viewer, personId, id, version));
  }

  @Allow('licence.save')
  @Mutation(() => PersonLicencesNode, { description: 'The person was asked, and has no others' })
  async sayPersonLicences(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<PersonLicencesNode> {
    return this.node(await this.service.sayAllFor(viewer, personId));
  }

  private node({ person, all, mayWrite, licences }: LicencesOf): PersonLicencesNode {
    const { id: personId, name } = person;
    return { personId, name, all, mayWrite, licences: licences.map((one) => this.licence(one)) };
  }

  private licence(row: PersonLicence): LicenceNode {
    const number = this.service.numberOf(row);
    const held = [{ kind: row.kind, until: row.validUntil, seen: row.seenAt !== null }];
    const state = licenceState({ all: true, held }, row.kind, this.clock.today());
    return { ...row, maskedNumber: number && masked(number), state };
  }
}
