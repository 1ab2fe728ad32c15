export interface Child {
  readonly pid: number | undefined;
  readonly ended: Promise<{ status: number | null; signal: string | null }>;
  readonly stdout: string;
  readonly stderr: string;
  signal(name: NodeJS.Signals): boolean;
  says(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  stop(name?: NodeJS.Signals, withinMs?: number): Promise<number>;
}
export function freePort(): Promise<number>;
export function startChild(
  command: string,
  args: readonly string[],
  options?: { cwd?: string; env?: Readonly<Record<string, string>>; uid?: number; gid?: number },
): Child;
export function statusOf(end: { status: number | null; signal: string | null }): number;
