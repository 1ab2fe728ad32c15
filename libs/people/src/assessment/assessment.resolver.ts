import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { Clock } from '@tongxing/platform';
import { ABILITY_CODES, type IsoDate } from '@tongxing/rules';
import type { FunctionalProfile, ProfileLevels } from '../person.entity.js';
import { AssessmentService, type PersonAssessments } from './assessment.service.js';
import { type AssessedItemNode, PersonAssessmentsNode, SaveFunctionalProfileInput } from './assessment.types.js';

const itemsOf = (levels: ProfileLevels): AssessedItemNode[] =>
  ABILITY_CODES.map((item) => ({ item, level: levels[item] ?? null }));

const stateOf = ({ validUntil }: FunctionalProfile, index: number, today: IsoDate): string => {
  if (index > 0) return 'REPLACED';
  return validUntil === null || today <= validUntil ? 'VALID' : 'EXPIRED';
};

/** 能力评估. */
@Resolver()
export class AssessmentResolver {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly clock: Clock,
  ) {}

  @Allow('profile.read')
  @Query(() => PersonAssessmentsNode)
  async personAssessments(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<PersonAssessmentsNode> {
    return this.node(await this.assessments.ofPerson(viewer, personId));
  }

  @Allow('profile.save')
  @Mutation(() => PersonAssessmentsNode, { description: 'Writes an assessment down, or puts one right' })
  async saveFunctionalProfile(
    @Viewer() viewer: SignedIn,
    @Args('input') input: SaveFunctionalProfileInput,
  ): Promise<PersonAssessmentsNode> {
    return this.node(await this.assessments.save(viewer, input));
  }

  private node({ person, mayAssess, profiles, corrected }: PersonAssessments): PersonAssessmentsNode {
    const today = this.clock.today();
    return {
      personId: person.id,
      name: person.name,
      mayAssess,
      profiles: profiles.map((profile, index) => ({
        ...profile,
        state: stateOf(profile, index, today),
        items: itemsOf(profile.levels),
      })),
      corrected: corrected.map((past) => ({ ...past, items: itemsOf(past.levels) })),
    };
  }
}
