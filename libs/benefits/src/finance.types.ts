import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Paged } from '@tongxing/platform';

@ObjectType('Envelope', { description: '资金指标' })
export class EnvelopeNode {
  @Field(() => ID) id: string;
  @Field(() => String) schemeCode: string;
  @Field(() => String) schemeName: string;
  @Field(() => String) divisionName: string;
  @Field(() => Int) year: number;
  @Field(() => String) source: string;
  @Field(() => String) budgetItem: string;
  @Field(() => String) allottedYuan: string;
  @Field(() => String, { description: 'Approved, notice not closed' }) pledgedYuan: string;
  @Field(() => String, { description: 'Notice closed, not paid; what is under way too' }) reservedYuan: string;
  @Field(() => String) spentYuan: string;
  @Field(() => String) availableYuan: string;
  @Field(() => String, { description: 'OPEN or CLOSED' }) state: string;
}

@ObjectType('JournalRow', { description: '台账的一行' })
export class JournalRowNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) bookedOn: string;
  @Field(() => String) event: string;
  @Field(() => String) memo: string;
  @Field(() => String) debit: string;
  @Field(() => String) credit: string;
  @Field(() => String) amountYuan: string;
}

@ObjectType('JournalPage')
export class JournalPage extends Paged(JournalRowNode) {}

@ObjectType('Payout', { description: '发放' })
export class PayoutNode {
  @Field(() => ID) id: string;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => String, { description: 'Masked for those who only look on' }) payeeName: string;
  @Field(() => String, { description: 'Last four digits' }) maskedAccount: string;
  @Field(() => Boolean, { description: 'The viewer works on it and may look at the whole account' })
  accountInHand: boolean;
  @Field(() => String) amountYuan: string;
  @Field(() => String) schemeName: string;
  @Field(() => String, { nullable: true }) batchNumber: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) paidOn: string | null;
  @Field(() => String, { nullable: true, description: "The bank's reason" }) failure: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is held back' }) hold: string | null;
}

@ObjectType('PayoutPage')
export class PayoutPage extends Paged(PayoutNode) {}

@ObjectType('Batch', { description: '批次' })
export class BatchNode {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => Int, { description: 'How many payouts' }) lines: number;
  @Field(() => String) totalYuan: string;
  @Field(() => String, { description: '大写金额' }) totalInCapitals: string;
  @Field(() => String, { description: 'The sealed hash of the list' }) sha256: string;
  @Field(() => String, { nullable: true }) sealedBy: string | null;
  @Field(() => String, { nullable: true }) releasedBy: string | null;
  @Field(() => String, { description: 'YYYY-MM-DD' }) createdOn: string;
  @Field(() => ID, { nullable: true, description: 'The bank file, once it was exported' }) exportId: string | null;
}

@ObjectType('BatchPage')
export class BatchPage extends Paged(BatchNode) {}

@ObjectType('BankFile', { description: '银行文件; GET /exports/:exportId gives its bytes' })
export class BankFileNode {
  @Field(() => ID) exportId: string;
  @Field(() => String) fileName: string;
  @Field(() => String) sha256: string;
}

@ObjectType('BankReturn', { description: 'What taking a return file did' })
export class BankReturnNode {
  @Field(() => Int) paid: number;
  @Field(() => Int) failed: number;
  @Field(() => Int) unchanged: number;
  @Field(() => String, { description: 'Paid by its lines' }) totalYuan: string;
}

@ObjectType('BankConflict', { description: '银行通知 that does not fit our books; a person looks into it' })
export class BankConflictNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'UNMATCHED, AMOUNT_MISMATCH or STATE_CONFLICT' }) verdict: string;
  @Field(() => String) verdictText: string;
  @Field(() => String, { description: 'What the bank says: PAID or FAILED' }) result: string;
  @Field(() => String, { description: 'As the bank says' }) amountYuan: string;
  @Field(() => String, { description: 'Key of the attempt, as the bank names it' }) instructionKey: string;
  @Field(() => Date) receivedAt: Date;
}

@ObjectType('BankConflictPage')
export class BankConflictPage extends Paged(BankConflictNode) {}
