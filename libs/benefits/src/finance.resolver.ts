import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { AllotEnvelopeInput, LedgerArgs, PayoutArgs, ReleaseBatchInput, SealBatchInput } from './benefits.inputs.js';
import { FinanceDesk } from './finance-desk.service.js';
import {
  BankConflictPage,
  BankFileNode,
  BankReturnNode,
  BatchNode,
  BatchPage,
  EnvelopeNode,
  JournalPage,
  PayoutNode,
  PayoutPage,
} from './finance.types.js';

@Resolver(() => BatchNode)
export class FinanceResolver {
  constructor(private readonly desk: FinanceDesk) {}

  @Allow('money.read')
  @Query(() => [EnvelopeNode])
  envelopes(@Viewer() viewer: SignedIn): Promise<EnvelopeNode[]> {
    return this.desk.envelopes(viewer);
  }

  @Allow('money.read')
  @Query(() => JournalPage, { description: 'Every posting of an envelope, oldest first' })
  ledger(@Args() args: LedgerArgs, @Viewer() viewer: SignedIn): Promise<JournalPage> {
    return this.desk.ledger(viewer, args.envelopeId, args);
  }

  @Allow('money.read')
  @Query(() => PayoutPage)
  payouts(@Args() args: PayoutArgs, @Viewer() viewer: SignedIn): Promise<PayoutPage> {
    return this.desk.payouts(viewer, args.state ?? undefined, args);
  }

  @Allow('money.read')
  @Query(() => BatchPage)
  batches(@Args() page: PageArgs, @Viewer() viewer: SignedIn): Promise<BatchPage> {
    return this.desk.batches(viewer, page);
  }

  @Allow('money.read')
  @Query(() => BatchNode)
  batch(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<BatchNode> {
    return this.desk.batch(viewer, id);
  }

  @Allow('money.read')
  @ResolveField(() => [PayoutNode], { name: 'payouts', description: 'In the order of its lines' })
  batchPayouts(@Parent() batch: BatchNode, @Viewer() viewer: SignedIn): Promise<PayoutNode[]> {
    return this.desk.batchPayouts(viewer, batch.id);
  }

  @Allow('money.read')
  @Query(() => BankConflictPage, { description: 'Messages of banks that do not fit our books, newest first' })
  bankConflicts(@Args() page: PageArgs, @Viewer() viewer: SignedIn): Promise<BankConflictPage> {
    return this.desk.bankConflicts(viewer, page);
  }

  @Allow('envelope.allot')
  @Mutation(() => EnvelopeNode, { description: 'An allotment or adjustment with its document' })
  allotEnvelope(@Args('input') input: AllotEnvelopeInput, @Viewer() viewer: SignedIn): Promise<EnvelopeNode> {
    return this.desk.allot(viewer, input);
  }

  @Allow('batch.seal')
  @Mutation(() => BatchNode, { description: 'Puts everything that is ready in an envelope into one sealed batch' })
  sealBatch(@Args('input') input: SealBatchInput, @Viewer() viewer: SignedIn): Promise<BatchNode> {
    return this.desk.seal(viewer, input);
  }

  @Allow('batch.release')
  @Mutation(() => BatchNode)
  releaseBatch(@Args('input') input: ReleaseBatchInput, @Viewer() viewer: SignedIn): Promise<BatchNode> {
    return this.desk.release(viewer, input);
  }

  @Allow('batch.export')
  @Mutation(() => BankFileNode, { description: 'The bank file; the same bytes however often it is asked for' })
  exportBatch(
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
    @Args('profile', { type: () => String, nullable: true }) profile: string | undefined,
    @Viewer() viewer: SignedIn,
  ): Promise<BankFileNode> {
    return this.desk.export(viewer, id, idempotencyKey, profile ?? undefined);
  }

  @Allow('batch.export')
  @Mutation(() => BatchNode, { description: 'Hands a released batch to the line to the bank, where there is one' })
  submitBatch(
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
    @Viewer() viewer: SignedIn,
  ): Promise<BatchNode> {
    return this.desk.submit(viewer, id, idempotencyKey);
  }

  @Allow('sandboxBank.run')
  @Mutation(() => BankFileNode, { description: 'Demo: the sandbox bank pays an exported batch; its return file' })
  sandboxBankRun(
    @Args('batchId', { type: () => ID }) batchId: string,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
    @Viewer() viewer: SignedIn,
  ): Promise<BankFileNode> {
    return this.desk.sandboxRun(viewer, batchId, idempotencyKey);
  }

  @Allow('bankReturn.import')
  @Mutation(() => BankReturnNode, { description: 'Takes an uploaded return file, whole or not at all' })
  importBankReturn(
    @Args('importId', { type: () => ID }) importId: string,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
    @Viewer() viewer: SignedIn,
  ): Promise<BankReturnNode> {
    return this.desk.importReturn(viewer, importId, idempotencyKey);
  }
}
