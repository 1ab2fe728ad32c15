export function readSources(folder?: string): Map<string, string>;
export function violations(sources: Map<string, string>): string[];
