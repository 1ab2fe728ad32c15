import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { DomainError } from '@tongxing/platform';
import type { ValidationError } from 'class-validator';

/** The path of the first thing wrong, `input.hires.0.grade`. */
function firstPath(errors: readonly ValidationError[], prefix = ''): string {
  const [error] = errors;
  if (!error) return prefix;
  const path = prefix ? `${prefix}.${error.property}` : error.property;
  return error.children?.length ? firstPath(error.children, path) : path;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** A copy in which a field that was sent as null is a field that was left out. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([name, field]) => [name, withoutNulls(field)]),
  );
}

/** GraphQL clients say "nothing" in two ways, null and leaving a field out; services know one. */
class InputPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Arguments of an operation are its body; a parent or a viewer is no input.
    return super.transform(metadata.type === 'body' ? withoutNulls(value) : value, metadata);
  }
}

/** Refuses unknown fields and wrong values before a service sees them. */
export const validationPipe = (): ValidationPipe =>
  new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) =>
      new DomainError('VALIDATION', '有一项填得不对。', { field: firstPath(errors), hint: '请检查这一项后再提交。' }),
  });
