import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Args, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { UnitOfWork } from '@tongxing/database';
import { CONFIG, type Config, Clock, DemoClock, DomainError } from '@tongxing/platform';
import { Public } from './access.guard.js';
import { Account, DemoTime } from './account.entity.js';
import { SecondFactorService } from './second-factor.service.js';

/** The password of every demo account, published in the README and on `/demo`. */
export const DEMO_PASSWORD = 'tongxing-demo';

const ROW = 'demo';
const FOLLOW_MS = 1_000;
/** A step beyond a year is a slip of the finger. */
const MAX_STEP_DAYS = 400;

/** 演示时间: lets a demonstration pass the end of a public notice. Kept in one row so that api, portal's data and worker agree. */
@Injectable()
export class DemoTimeService implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!(this.clock instanceof DemoClock)) return;
    await this.follow();
    this.timer = setInterval(() => void this.follow().catch(() => undefined), FOLLOW_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Today's date as the demonstration sees it. */
  today(): string {
    return this.clock.today();
  }

  /**
   * Moves the clock of every process forward.
   *
   * @param days 1 to 400
   * @throws DomainError FORBIDDEN outside demo mode, VALIDATION for another number
   */
  async advance(days: number): Promise<string> {
    if (!this.config.demo || !(this.clock instanceof DemoClock))
      throw new DomainError('FORBIDDEN', '只有演示环境能调时间。');
    if (days < 1 || days > MAX_STEP_DAYS) {
      throw new DomainError('VALIDATION', `一次可以前进 1 到 ${MAX_STEP_DAYS} 天。`, { field: 'days' });
    }
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const { affected } = await manager.increment(DemoTime, { name: ROW }, 'daysAhead', days);
      if (affected === 0) await manager.insert(DemoTime, { name: ROW, daysAhead: days });
    });
    await this.follow();
    return this.today();
  }

  private async follow(): Promise<void> {
    const row = await this.unitOfWork.manager.findOneBy(DemoTime, { name: ROW });
    const clock = this.clock as DemoClock;
    if (row && row.daysAhead > clock.daysAhead) clock.setDaysAhead(row.daysAhead);
  }
}

@ObjectType()
export class DemoAccount {
  @Field(() => String) account: string;
  @Field(() => String) password: string;
  @Field(() => String) displayName: string;
  @Field(() => [String]) roles: string[];
  @Field(() => String, { nullable: true, description: '动态码 that works now; null until the next one begins' })
  code: string | null;
}

@Resolver()
export class DemoResolver {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
    private readonly time: DemoTimeService,
    private readonly factors: SecondFactorService,
  ) {}

  @Public()
  @Query(() => [DemoAccount], { description: 'One account per role; empty outside demo mode' })
  async demoAccounts(): Promise<DemoAccount[]> {
    if (!this.config.demo) return [];
    const accounts = await this.unitOfWork.manager.find(Account, {
      where: { demo: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const shown: DemoAccount[] = [];
    for (const account of accounts) {
      const { login, displayName, roles } = account;
      const code = await this.factors.demoCode(account);
      shown.push({ account: login, password: DEMO_PASSWORD, displayName, roles, code });
    }
    return shown;
  }

  @Public()
  @Query(() => String, { nullable: true, description: 'Today as the demonstration sees it; null outside demo mode' })
  demoToday(): string | null {
    return this.config.demo ? this.time.today() : null;
  }

  @Public()
  @Mutation(() => String, { description: 'Moves demo time forward by so many days; gives the new day' })
  advanceDemoTime(@Args('days', { type: () => Int }) days: number): Promise<string> {
    return this.time.advance(days);
  }
}
