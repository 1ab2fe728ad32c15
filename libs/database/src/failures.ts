interface DriverError {
  code?: string;
  errno?: number;
  rawCode?: number;
}

/** The driver's own error under TypeORM's `QueryFailedError`, or the error itself. */
const driverError = (error: unknown): DriverError =>
  ((error as { driverError?: DriverError })?.driverError ?? error ?? {}) as DriverError;

const MYSQL_DUPLICATE = 1062;
const MYSQL_FOREIGN_KEY = new Set([1451, 1452]);
/** Lock wait, deadlock, and MariaDB's "record has changed since last read": the whole unit may be tried again. */
const MYSQL_RETRY = new Set([1205, 1213, 1020]);

/** A unique key already holds this value. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return errno === MYSQL_DUPLICATE || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** A row pointed at does not exist, or one that is pointed at was to be deleted. */
export function isForeignKeyViolation(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return MYSQL_FOREIGN_KEY.has(errno ?? 0) || code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}

/** The engine gave up for reasons of concurrency; nothing is wrong with the work itself. */
export const isRetryable = (error: unknown): boolean => MYSQL_RETRY.has(driverError(error).errno ?? 0);
