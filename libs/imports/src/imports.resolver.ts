import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { DomainError } from '@tongxing/platform';
import type { ImportJob } from './import-job.entity.js';
import { ImportService } from './import.service.js';
import {
  FixImportRowInput,
  ImportCommitMode,
  ImportJobNode,
  ImportProblemNode,
  ImportRowNode,
} from './imports.types.js';
import { PROBLEM_WORDS, type ProblemCode } from './problems.js';

const MAX_PROBLEMS_PAGE = 100;
const entityOf = new WeakMap<ImportJobNode, ImportJob>();

@Resolver(() => ImportJobNode)
export class ImportsResolver {
  constructor(private readonly imports: ImportService) {}

  @Allow('import.use')
  @Query(() => ImportJobNode, { description: 'State, counts and problems of an upload' })
  async importJob(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<ImportJobNode> {
    return this.node(await this.imports.job(viewer, id));
  }

  @Allow('import.use')
  @ResolveField(() => [ImportProblemNode], { description: 'In the order of rows; those of one row stay together' })
  problems(
    @Parent() node: ImportJobNode,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100' }) first: number,
    @Args('afterRow', { type: () => Int, defaultValue: 0 }) afterRow: number,
  ): Promise<ImportProblemNode[]> {
    if (first < 1 || first > MAX_PROBLEMS_PAGE)
      throw new DomainError('VALIDATION', `一次看 1 到 ${MAX_PROBLEMS_PAGE} 处。`, { field: 'first' });
    return this.imports.problems(entityOf.get(node) as ImportJob, first, afterRow);
  }

  @Allow('import.use')
  @Query(() => ImportRowNode, { description: 'One staged row with what was typed' })
  importRow(
    @Args('importId', { type: () => ID }) importId: string,
    @Args('row', { type: () => Int }) row: number,
    @Viewer() viewer: SignedIn,
  ): Promise<ImportRowNode> {
    return this.imports.row(viewer, importId, row);
  }

  @Allow('import.use')
  @Mutation(() => ImportRowNode)
  fixImportRow(@Args('input') input: FixImportRowInput, @Viewer() viewer: SignedIn): Promise<ImportRowNode> {
    return this.imports.fixRow(viewer, input.importId, input.row, input.version, input.cells);
  }

  @Allow('import.use')
  @Mutation(() => ImportJobNode)
  async commitImport(
    @Args('id', { type: () => ID }) id: string,
    @Args('mode', { type: () => ImportCommitMode, defaultValue: ImportCommitMode.GOOD }) mode: ImportCommitMode,
    @Viewer() viewer: SignedIn,
  ): Promise<ImportJobNode> {
    return this.node(await this.imports.commit(viewer, id, mode));
  }

  @Allow('import.use')
  @Mutation(() => ImportJobNode)
  async discardImport(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<ImportJobNode> {
    return this.node(await this.imports.discard(viewer, id));
  }

  private node(job: ImportJob): ImportJobNode {
    const node: ImportJobNode = {
      id: job.id,
      kind: job.kind,
      kindTitle: this.imports.kinds.get(job.kind).title,
      fileName: job.fileName,
      state: job.state,
      format: job.format,
      encoding: job.encoding,
      rows: job.rowCount,
      new: job.newCount,
      changed: job.changedCount,
      unchanged: job.unchangedCount,
      wrong: job.wrongCount,
      warned: job.warnedCount,
      committed: job.state === 'COMMITTED',
      committedRows: job.committedCount,
      codes: Object.entries(job.codes).map(([code, count]) => ({
        code,
        count,
        severity: PROBLEM_WORDS[code as ProblemCode]?.severity ?? 'error',
      })),
      unknownColumns: job.unknownColumns,
      createdAt: job.createdAt,
      finishedAt: job.finishedAt,
    };
    entityOf.set(node, job);
    return node;
  }
}
