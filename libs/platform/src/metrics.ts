import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

let ofProcess: Metrics | undefined;

/** Figures of this process, in Prometheus' text form. One a process: two applications behind one server share it. */
export class Metrics {
  readonly registry = new Registry();
  readonly httpSeconds: Histogram<'method' | 'route' | 'status'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.httpSeconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Duration of requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS_SECONDS,
      registers: [this.registry],
    });
  }

  static ofProcess(): Metrics {
    ofProcess ??= new Metrics();
    return ofProcess;
  }

  /**
   * A figure that is read whenever the metrics are.
   *
   * @param read value, or values by label; a failure leaves the figure out, and the others are still told
   */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: () => Promise<{ labels?: Partial<Record<Label, string>>; value: number }[]>,
  ): void {
    this.registry.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        this.reset();
        const rows = await read().catch(() => []);
        for (const { labels, value } of rows)
          this.set((labels ?? {}) as Partial<Record<Label, string | number>>, value);
      },
    });
  }
}
