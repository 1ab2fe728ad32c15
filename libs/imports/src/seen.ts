import { chinaDay } from '@tongxing/platform';
import { type EntityManager, In, Like } from 'typeorm';
import type { ImportScope } from './context.js';
import { ImportJob } from './import-job.entity.js';
import { type Problem, wordsOf } from './problems.js';

/** The newest earlier import of the same bytes for the same kind, as far as this uploader may know of it. */
export function earlierImport(
  manager: EntityManager,
  kind: string,
  sha256: string,
  scope: ImportScope,
): Promise<ImportJob | null> {
  return manager.findOne(ImportJob, {
    where: {
      sha256,
      kind,
      state: In(['CHECKED', 'COMMITTING', 'COMMITTED']),
      divisionScope: Like(`${scope.divisionScope}%`),
      ...(scope.employerId === undefined ? {} : { employerId: scope.employerId }),
    },
    order: { createdAt: 'DESC' },
  });
}

/** FILE_SEEN: says when, and leads to that import. */
export function seenProblem(earlier: ImportJob): Problem {
  const [, month, day] = chinaDay(earlier.createdAt).split('-').map(Number);
  const { severity, message, hint } = wordsOf('FILE_SEEN', { on: `${month}月${day}日` });
  return { row: null, column: null, code: 'FILE_SEEN', severity, message, hint };
}
