import { Injectable } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { MatchCounter, UnitOfWork } from '@tongxing/database';

import { Clock, CSV_MARK, csvLine } from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Employer, Post } from '../employer.entity.js';
import { cellsOf, type Delivery, OPEN_POSTS_FORMAT, type OpenPost, openPostOf, SHARED_COLUMNS } from './open-post.js';

/** Posts read and written out at a time: others are served in between. */
const PAGE = 200;

/** 岗位开放数据: what a seeker may see of this house's own posts, for programs and other offices. Posts of other offices are theirs to give. */
@Injectable()
export class OpenPostsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
  ) {}

  /** Changes with every committed change of a post or an employer, and with the day. */
  async tag(): Promise<string> {
    const counter = await this.unitOfWork.manager.find(MatchCounter);
    return `W/"${OPEN_POSTS_FORMAT}-${this.clock.today()}-${counter.map(({ value }) => value).join('-')}"`;
  }

  async delivery(): Promise<Delivery> {
    const on = this.clock.today();
    const rows = await this.openPosts(on)
      .select('SUBSTR(post.divisionCode, 1, 6)', 'county')
      .addSelect('COUNT(*)', 'posts')
      .groupBy('SUBSTR(post.divisionCode, 1, 6)')
      .getRawMany<{ county: string; posts: string | number }>();
    return { on, counts: new Map(rows.map(({ county, posts }) => [county, Number(posts)])) };
  }

  /** The JSON text, in pieces. */
  async *json(): AsyncGenerator<string> {
    const delivery = await this.delivery();
    const offices = [...delivery.counts].map(([county, posts]) => ({
      code: `${county}000000`,
      name: this.divisions.nameOf(`${county}000000`),
      posts,
    }));
    const head = JSON.stringify({ format: OPEN_POSTS_FORMAT, deliveredOn: delivery.on, offices });
    yield `${head.slice(0, -1)},"posts":[`;
    let first = true;
    for await (const posts of this.pages(delivery)) {
      yield `${first ? '' : ','}\n${posts.map((post) => JSON.stringify(post)).join(',\n')}`;
      first = false;
    }
    yield '\n]}\n';
  }

  /** The CSV text, in pieces: the roster that other offices bring in. */
  async *csv(): AsyncGenerator<string> {
    const delivery = await this.delivery();
    yield CSV_MARK + csvLine(SHARED_COLUMNS.map(({ header }) => header));
    for await (const posts of this.pages(delivery)) yield posts.map((post) => csvLine(cellsOf(post))).join('');
  }

  private async *pages(delivery: Delivery): AsyncGenerator<OpenPost[]> {
    for (let afterId = ''; ; ) {
      const posts = await this.openPosts(delivery.on)
        .andWhere('post.id > :afterId', { afterId })
        .orderBy('post.id')
        .limit(PAGE)
        .getMany();
      const last = posts.at(-1);
      if (last === undefined) return;
      yield await this.shown(posts, delivery);
      afterId = last.id;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async shown(posts: readonly Post[], delivery: Delivery): Promise<OpenPost[]> {
    const employers = await this.unitOfWork.manager.find(Employer, {
      select: { id: true, name: true, creditCode: true, unitKind: true },
      where: { id: In([...new Set(posts.map(({ employerId }) => employerId))]) },
    });
    const byId = new Map(employers.map((employer) => [employer.id, employer]));
    return posts.flatMap((post) => {
      const employer = byId.get(post.employerId);
      return employer === undefined
        ? []
        : openPostOf(post, employer, this.divisions.nameOf(post.workDivisionCode), delivery);
    });
  }

  private openPosts(today: IsoDate): SelectQueryBuilder<Post> {
    return this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where(
        "post.state = 'OPEN' AND post.openings > 0 AND post.publishedOn <= :today AND post.closesOn >= :today AND post.sourceOffice IS NULL",
        { today },
      );
  }
}
