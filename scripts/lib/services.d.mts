export function chromiumPath(): string | undefined;
export function databaseServerUrl(): string;
export function redisUrl(): string;
export function serverAnswers(): Promise<boolean>;
export function redisAnswers(): Promise<boolean>;
export function describeServices(): Promise<string[]>;
