import { ValidationPipe } from '@nestjs/common';
import { DomainError } from '@tongxing/platform';
import type { ValidationError } from 'class-validator';

/** The path of the first thing wrong, `input.hires.0.grade`. */
function firstPath(errors: readonly ValidationError[], prefix = ''): string {
  const [error] = errors;
  if (!error) return prefix;
  const path = prefix ? `${prefix}.${error.property}` : error.property;
  return error.children?.length ? firstPath(error.children, path) : path;
}

/** Refuses unknown fields and wrong values before a service sees them. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) =>
      new DomainError('VALIDATION', '有一项填得不对。', { field: firstPath(errors), hint: '请检查这一项后再提交。' }),
  });
