import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { ProjectService } from './project.service.js';
import {
  ProjectChoiceNode,
  PublicProjectPage,
  SaveProjectInput,
  WorkProjectNode,
  WorkProjectPage,
  WorkProjectsArgs,
} from './project.types.js';

@Resolver()
export class ProjectResolver {
  constructor(private readonly projects: ProjectService) {}

  @Public()
  @Query(() => PublicProjectPage, { description: '还有名额的灵活就业项目, the newest first' })
  publicProjects(@Args() page: PageArgs): Promise<PublicProjectPage> {
    return this.projects.publicProjects(page);
  }

  @Allow('project.read')
  @Query(() => WorkProjectPage, { description: '灵活就业项目 of the region, the newest first' })
  workProjects(@Args() { closed, ...page }: WorkProjectsArgs, @Viewer() viewer: SignedIn): Promise<WorkProjectPage> {
    return this.projects.list(viewer, page, closed === true);
  }

  @Allow('project.read')
  @Query(() => WorkProjectNode, { description: 'One project of the region' })
  workProject(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<WorkProjectNode> {
    return this.projects.one(viewer, id);
  }

  @Allow('post.save')
  @Query(() => [ProjectChoiceNode], { description: 'Projects that a post of the employer can belong to, at most 100' })
  projectChoices(
    @Viewer() viewer: SignedIn,
    @Args('employerId', { type: () => ID, nullable: true }) employerId?: string,
  ): Promise<ProjectChoiceNode[]> {
    return this.projects.choices(viewer, employerId);
  }

  @Allow('project.save')
  @Mutation(() => WorkProjectNode, { description: 'Writes a new project, or changes one' })
  saveProject(@Args('input') input: SaveProjectInput, @Viewer() viewer: SignedIn): Promise<WorkProjectNode> {
    return this.projects.save(viewer, input);
  }

  @Allow('project.save')
  @Mutation(() => WorkProjectNode, { description: 'Puts a post of the region into the project' })
  async addProjectPost(
    @Args('id', { type: () => ID }) id: string,
    @Args('postId', { type: () => ID }) postId: string,
    @Viewer() viewer: SignedIn,
  ): Promise<WorkProjectNode> {
    await this.projects.place(viewer, postId, id);
    return this.projects.one(viewer, id);
  }

  @Allow('project.save')
  @Mutation(() => WorkProjectNode, { description: 'The project takes nobody any more' })
  closeProject(
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Viewer() viewer: SignedIn,
  ): Promise<WorkProjectNode> {
    return this.projects.close(viewer, id, version);
  }
}
