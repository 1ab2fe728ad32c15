import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { OwnProfileService } from './own-profile.service.js';
import { OwnProfileNode, SaveProfileSectionInput } from './own-profile.types.js';

/** 我的资料 in the person's own words. */
@Resolver()
export class OwnProfileResolver {
  constructor(private readonly profiles: OwnProfileService) {}

  @Allow('profile.own')
  @Query(() => OwnProfileNode, { nullable: true, description: 'Null: nobody of the register' })
  ownProfile(@Viewer() viewer: SignedIn): Promise<OwnProfileNode | null> {
    return this.profiles.mine(viewer);
  }

  @Allow('profile.own')
  @Mutation(() => OwnProfileNode, { description: 'Saves one part of the own profile as a whole' })
  saveProfileSection(
    @Viewer() viewer: SignedIn,
    @Args('input') input: SaveProfileSectionInput,
  ): Promise<OwnProfileNode> {
    return this.profiles.save(viewer, input);
  }
}
