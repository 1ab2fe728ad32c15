import { DomainError } from '@tongxing/platform';
import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';

/** The moment by which one request has its answer. */
export class Deadline {
  private readonly timer: NodeJS.Timeout;
  private readonly passed: Promise<never>;

  constructor(ms: number) {
    let fail: (error: Error) => void;
    this.passed = new Promise((_, reject) => {
      fail = reject;
    });
    this.passed.catch(() => undefined);
    this.timer = setTimeout(() => fail(tooSlow()), ms).unref();
  }

  /** The outcome, or QUERY_TIMEOUT when it does not come in time; the work itself is not undone. */
  within<Result>(outcome: Result | Promise<Result>): Result | Promise<Result> {
    return outcome instanceof Promise ? Promise.race([outcome, this.passed]) : outcome;
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}

const tooSlow = (): DomainError =>
  new DomainError('QUERY_TIMEOUT', '等得太久，先停下了。', { hint: '如果是提交，请先刷新，看看是不是已经办成了。' });

/** Holds every resolver of a schema to the `deadline` of its request's context. */
export function withDeadline(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (source, args, context: { deadline?: Deadline }, info) => {
        const outcome: unknown = resolve(source, args, context, info);
        return context.deadline ? context.deadline.within(outcome) : outcome;
      };
    }
  }
  return schema;
}
