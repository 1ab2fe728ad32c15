export function scratchFolder(name: string): { folder: string; remove(): void };
export function writeKeys(file: string): string;
export function scratchDatabase(): Promise<{ url: string; engine: string; remove(): Promise<void> } | undefined>;
