import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { DomainError, isStorableText } from '@tongxing/platform';
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

/**
 * Where in a value the first text stands that cannot be kept as it is.
 *
 * @param path of the value: '' for an input, whose fields are named as the other checks name them
 * @returns undefined where there is none
 */
export function unstorableAt(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorableText(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, field] of Object.entries(value)) {
    const found = unstorableAt(field, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const wrong = (field: string): DomainError =>
  new DomainError('VALIDATION', '有一项填得不对。', { field, hint: '请检查这一项后再提交。' });

/** GraphQL clients say "nothing" in two ways, null and leaving a field out; services know one. */
class InputPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Arguments of an operation are its body; a parent or a viewer is no input.
    if (metadata.type !== 'body') return super.transform(value, metadata);
    const field = unstorableAt(value, typeof value === 'string' ? (metadata.data ?? '') : '');
    if (field !== undefined) return Promise.reject(wrong(field));
    return super.transform(withoutNulls(value), metadata);
  }
}

/** Refuses unknown fields and wrong values before a service sees them. */
export const validationPipe = (): ValidationPipe =>
  new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => wrong(firstPath(errors)),
  });
