import { Injectable } from '@nestjs/common';

/** `late`: impaired, but requests can still be served; `down`: send none. */
export type ReadinessState = 'up' | 'late' | 'down';

export interface Readiness {
  state: ReadinessState;
  /** figures and codes for who reads `/readyz`; no values of configuration, nothing personal */
  facts?: Readonly<Record<string, string | number>>;
}

export type ReadinessCheck = () => Promise<Readiness>;

/** What has to be well before requests may come. Each lib adds its own in `onModuleInit`; `/readyz` asks them all. */
@Injectable()
export class ReadinessChecks {
  private readonly checks = new Map<string, ReadinessCheck>();

  /** @throws Error when the name is taken: our mistake, and it stops the start */
  register(name: string, check: ReadinessCheck): void {
    if (this.checks.has(name)) throw new Error(`the readiness check "${name}" is registered twice`);
    this.checks.set(name, check);
  }

  entries(): readonly (readonly [string, ReadinessCheck])[] {
    return [...this.checks];
  }
}
