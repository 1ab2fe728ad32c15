import { type Config, ConfigError } from './config.js';
import { errorFacts } from './logging.js';
import { redact } from './masking.js';
import { StartError } from './start-error.js';

export { StartError };

/**
 * The embedded database is one file for one process: several processes need a server.
 *
 * @throws StartError DATABASE_EMBEDDED
 */
export function requireServerDatabase(config: Config): void {
  if (config.database.engine !== 'sqlite') return;
  throw new StartError(
    'DATABASE_EMBEDDED',
    'the embedded database serves one process only',
    'Set DATABASE_URL=mysql://user:password@127.0.0.1:3306/tongxing, or run everything in one process: npm start',
  );
}

/** The one line an operator reads when a process does not start. */
export function startProblem(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof StartError) return `${error.code}: ${error.message}. ${error.hint}`;
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `PORT_BUSY: port ${port ?? ''} is in use by another process. Choose another one: PORT=3001 npm start`;
  }
  if (code === 'EACCES')
    return 'PORT_FORBIDDEN: this user may not listen on that port. Choose one above 1024: PORT=3000';
  if (
    code === 'ECONNREFUSED' ||
    code === 'ER_ACCESS_DENIED_ERROR' ||
    code === 'ER_BAD_DB_ERROR' ||
    code === 'ENOTFOUND'
  ) {
    return `DATABASE_UNREACHABLE: the server named by DATABASE_URL refused (${code}). Start it, create the database (utf8mb4_bin), or leave DATABASE_URL empty for the embedded one`;
  }
  return `START_FAILED: ${redact(String(message ?? error))}. TONGXING_LOG_LEVEL=debug shows where`;
}

/** Runs a process's main function; a failure ends it with one line on stderr and exit code 1. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${startProblem(error)}\n`);
    const { stack } = errorFacts(error);
    if (process.env.TONGXING_LOG_LEVEL === 'debug' && stack) process.stderr.write(`${stack}\n`);
    process.exit(1);
  });
}
