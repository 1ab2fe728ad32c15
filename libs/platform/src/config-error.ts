/** Why a start was refused: the variable, what is wrong with its value, and a value that would do. */
export class ConfigError extends Error {
  constructor(
    readonly code: 'CONFIG_INVALID' | 'CONFIG_UNKNOWN' | 'CONFIG_INSECURE',
    readonly variable: string,
    readonly problem: string,
    readonly example: string,
  ) {
    super(`${code} ${variable}: ${problem}. Example: ${example}`);
    this.name = 'ConfigError';
  }
}
