import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { EmployerService, type Post, PostService, WELFARE_KINDS } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { Person } from '@tongxing/people';
import { Clock, cursorOf, DomainError, newId, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import {
  alertOn,
  type IsoDate,
  type PostInUse,
  seatsInUse,
  shareDayOf,
  shownValue,
  sourceOf,
  WELFARE_EXIT_CODES,
  WELFARE_EXITS,
  WELFARE_PARAMETERS,
  welfareShare,
} from '@tongxing/rules';
import { In, LessThanOrEqual } from 'typeorm';
import type { Placement } from '../placements/placement.entity.js';
import { PLACEMENT_ENDS } from '../placements/placement.words.js';
import { WelfareExitService } from './exit.service.js';
import { type PlacedPerson, townOf, WelfareBook } from './welfare-book.js';
import { WelfareSeats } from './welfare.entity.js';
import type {
  SeatsInUseInput,
  WelfareListArgs,
  WelfarePersonCaseNode,
  WelfarePersonNode,
  WelfarePostNode,
  WelfareShareNode,
} from './welfare.types.js';

const SHARE: Parameters<typeof shownValue>[0] = { kind: 'FRACTION', max: '1' };
const AT_ONCE = 500;
const DAY_WORDS = { REPORT_DAY: '看的当天', LAST_YEAR_END: '上年最后一天' } as const;
const NO_KIND = 'NONE';
const NOBODY = { disabled: 0, lapsed: 0, members: 0 };

const kindWord = (code: string): string =>
  code === NO_KIND ? '没写类别' : (Object.entries(WELFARE_KINDS).find(([, value]) => value === code)?.[0] ?? code);

/** An exact fraction as a percentage; cut off after two places, never rounded up to a minimum that it does not reach. */
const shareText = (share: string): string => {
  const [over = 0, under = 1] = share.split('/').map(Number);
  const hundredths = Math.floor((over * 10_000) / under);
  return hundredths * under === over * 10_000 ? `${hundredths / 100}%` : `约${(hundredths / 100).toFixed(2)}%`;
};

/** 公益性岗位: posts, who works there, terms that end, and the share of disabled people with both lists behind it. */
@Injectable()
export class WelfareDeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly parameters: ParameterService,
    private readonly employers: EmployerService,
    private readonly publicPosts: PostService,
    private readonly exits: WelfareExitService,
    private readonly book: WelfareBook,
  ) {}

  /** Posts of the viewer's region as on a day, the newest first. @throws DomainError VALIDATION, DIVISION_UNKNOWN, CURSOR_INVALID */
  async posts(viewer: SignedIn, { first, after, filter }: WelfareListArgs): Promise<Page<WelfarePostNode>> {
    const day = this.book.dayOf(filter?.day, 'filter.day');
    const query = this.book.narrow(this.book.postsOf(viewer), filter ?? {});
    const totalCount = await query.getCount();
    if (after) query.andWhere('post.id < :after', { after: String(readCursor(after, 1)[0]) });
    const posts = await query
      .orderBy('post.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const inUse = new Map((await this.inUse(viewer, posts, day)).map((one) => [one.id, one]));
    const seats = await this.seatsOf(posts, day);
    const employers = new Map(
      (await this.employers.byIds(posts.map(({ employerId }) => employerId))).map((one) => [one.id, one.name]),
    );
    return pageOf(
      posts,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      (post) => {
        const use = inUse.get(post.id) as PostInUse;
        const report = seats.get(post.id);
        return {
          id: post.id,
          title: post.title,
          employerName: employers.get(post.employerId) ?? '',
          townName: this.divisions.nameOf(townOf(post.workDivisionCode)),
          kindText: post.welfareKind === null ? null : kindWord(post.welfareKind),
          openings: post.openings,
          placed: use.disabled + use.lapsed + use.members,
          disabled: use.disabled,
          members: use.members,
          inUse: seatsInUse(use),
          reported: use.reported,
          reportedOn: report?.onDay ?? null,
          source: report?.source ?? null,
        };
      },
    );
  }

  /** Who works at public-welfare posts of the region on a day, in the order they came. @throws DomainError VALIDATION, DIVISION_UNKNOWN */
  async people(viewer: SignedIn, { first, after, filter }: WelfareListArgs): Promise<Page<WelfarePersonNode>> {
    const day = this.book.dayOf(filter?.day, 'filter.day');
    const query = this.book.narrow(this.book.placementsOf(viewer, day), filter ?? {});
    const totalCount = await query.getCount();
    if (after) {
      const [startedOn, id] = readCursor(after, 2);
      query.andWhere(
        '(placement.startedOn > :startedOn OR (placement.startedOn = :startedOn AND placement.id > :id))',
        {
          startedOn: String(startedOn),
          id: String(id),
        },
      );
    }
    const rows = await query
      .orderBy('placement.startedOn')
      .addOrderBy('placement.id')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(await this.book.described(rows, day), day);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ startedOn, id }) => cursorOf(startedOn, id),
      ({ id }) => nodes.get(id) as WelfarePersonNode,
    );
  }

  /** Terms of the region that end within ninety days, the soonest first. @throws DomainError CURSOR_INVALID */
  async alerts(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<WelfarePersonNode>> {
    const today = this.clock.today();
    const rows = await this.book.placementsOf(viewer, today).andWhere('placement.live = 1').getMany();
    const ending = (await this.book.described(rows, today))
      .filter(({ term }) => alertOn(term.endsOn, today) !== null)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const from = after ? ending.findIndex((one) => keyOf(one) > readCursor(after, 2).map(String).join('|')) : 0;
    const shown = from < 0 ? [] : ending.slice(from, from + first + 1);
    const nodes = await this.nodes(shown, today);
    return pageOf(
      shown,
      first,
      ending.length,
      ({ term, placement }) => cursorOf(String(term.endsOn), placement.id),
      ({ placement }) => nodes.get(placement.id) as WelfarePersonNode,
    );
  }

  /** One person with the exits. @throws DomainError NOT_FOUND */
  async person(viewer: SignedIn, placementId: string): Promise<WelfarePersonCaseNode> {
    const { post: _, ...placed } = await this.book.placed(viewer, placementId);
    const node = (await this.nodes([placed], this.clock.today())).get(placementId) as WelfarePersonNode;
    const exits = (await this.exits.of(viewer, [placementId])).get(placementId) ?? [];
    return { ...node, exits, reasons: WELFARE_EXIT_CODES.map((code) => ({ code, ...WELFARE_EXITS[code] })) };
  }

  /** The share on the day that the county counts. @throws DomainError VALIDATION */
  async share(viewer: SignedIn, asked?: string | null): Promise<WelfareShareNode> {
    const reportDay = this.book.dayOf(asked, 'day');
    const law = await this.parameters.lawOf(viewer.divisionCode);
    const setting = law.find(WELFARE_PARAMETERS.shareDay, reportDay);
    const day = shareDayOf(reportDay, setting?.row.value ?? null);
    const minimum = law.find(WELFARE_PARAMETERS.shareMinimum, day);
    const posts = await this.book.postsOf(viewer).getMany();
    const inUse = await this.inUse(viewer, posts, day);
    const { rows, share, meets, missing, ...sums } = welfareShare(inUse, minimum?.row.value ?? null);
    const unreported = inUse.filter((post) => post.reported === null).length;
    // Posts whose seats nobody told are missing below the line: a share without them is no verdict.
    const isWhole = unreported === 0;
    const chosen = setting?.row.value as keyof typeof DAY_WORDS | undefined;
    return {
      day,
      dayBasis:
        chosen === undefined || setting === undefined
          ? '按哪一天算没有录入规定，先按看的当天。'
          : `按${DAY_WORDS[chosen]}算（${sourceOf(setting)}）。`,
      ...sums,
      meets: isWhole ? meets : null,
      missing: isWhole ? missing : null,
      share,
      shareText: share === null ? null : shareText(share),
      minimumText: minimum ? shownValue(SHARE, minimum.row.value) : null,
      minimumSource: minimum ? sourceOf(minimum) : null,
      unreported,
      rows: rows.map(({ town, kind, ...figures }) => ({
        divisionCode: town,
        townName: this.divisions.nameOf(town),
        welfareKind: kind,
        kindText: kindWord(kind),
        ...figures,
      })),
    };
  }

  /**
   * 在用岗位数 of a post for a day; said again for the same day it replaces what stood.
   *
   * @throws DomainError NOT_FOUND; VALIDATION for a day after today
   */
  async recordSeats(viewer: SignedIn, input: SeatsInUseInput): Promise<WelfarePostNode> {
    const { postId, inUse } = input;
    const onDay = this.book.dayOf(input.onDay || 'none', 'onDay');
    if (onDay > this.clock.today())
      throw new DomainError('VALIDATION', '还没到这一天。', { field: 'onDay', hint: '请填今天或以前。' });
    await this.unitOfWork.run(async () => {
      const post = await this.book.post(viewer, postId);
      const { manager } = this.unitOfWork;
      const facts = { inUse, source: input.source.trim(), recordedById: viewer.id, recordedAt: this.clock.now() };
      const standing = await manager.findOneBy(WelfareSeats, { postId, onDay });
      if (standing === null) await insertRows(manager, WelfareSeats, [{ id: newId(), postId, onDay, ...facts }]);
      else if (!(await guardedUpdate(manager, WelfareSeats, { id: standing.id, version: standing.version }, facts)))
        throw new DomainError('VERSION_CONFLICT', '这一天的数刚被改过。', { hint: '请刷新后再看。' });
      noteAudit(this.unitOfWork, {
        target: 'welfare-seats',
        id: postId,
        divisionCode: post.divisionCode,
        ...(standing === null ? {} : { before: { inUse: standing.inUse, source: standing.source } }),
        after: { onDay, inUse, source: facts.source },
      });
    });
    const page = await this.posts(viewer, { first: 1, filter: { postId, day: null } });
    return (page.edges[0] as { node: WelfarePostNode }).node;
  }

  private async inUse(viewer: SignedIn, posts: readonly Post[], day: IsoDate): Promise<PostInUse[]> {
    const seats = await this.seatsOf(posts, day);
    const counts = new Map<string, Omit<PostInUse, 'id' | 'town' | 'kind' | 'reported'>>();
    const query = this.book
      .placementsOf(viewer, day)
      .innerJoin(Person, 'person', 'person.id = placement.personId')
      .select('placement.postId', 'postId')
      .addSelect('person.state', 'state')
      .addSelect('person.certificateExpiresOn', 'expiresOn');
    const [only] = posts;
    if (posts.length === 1 && only !== undefined) query.andWhere('placement.postId = :only', { only: only.id });
    const placed = await query.getRawMany<{ postId: string; state: string; expiresOn: string | null }>();
    for (const { postId, state, expiresOn } of placed) {
      const count = counts.get(postId) ?? NOBODY;
      const as = state === 'MEMBER' ? 'members' : isGood(state, expiresOn, day) ? 'disabled' : 'lapsed';
      counts.set(postId, { ...count, [as]: count[as] + 1 });
    }
    return posts.map((post) => ({
      id: post.id,
      town: townOf(post.workDivisionCode),
      kind: post.welfareKind ?? NO_KIND,
      reported: seats.get(post.id)?.inUse ?? null,
      ...(counts.get(post.id) ?? NOBODY),
    }));
  }

  /** The newest report of each post up to a day. */
  private async seatsOf(posts: readonly Post[], day: IsoDate): Promise<Map<string, WelfareSeats>> {
    const newest = new Map<string, WelfareSeats>();
    for (let from = 0; from < posts.length; from += AT_ONCE) {
      const rows = await this.unitOfWork.manager.find(WelfareSeats, {
        where: { postId: In(posts.slice(from, from + AT_ONCE).map(({ id }) => id)), onDay: LessThanOrEqual(day) },
        order: { onDay: 'ASC' },
      });
      for (const row of rows) newest.set(row.postId, row);
    }
    return newest;
  }

  private async nodes(placed: readonly PlacedPerson[], day: IsoDate): Promise<Map<string, WelfarePersonNode>> {
    const posts = await this.publicPosts.byIds(placed.map(({ placement }) => placement.postId));
    const titles = new Map(posts.map(({ id, title }) => [id, title]));
    return new Map(
      placed.map(({ placement, person, term, served }) => [
        placement.id,
        {
          id: placement.id,
          name: person.name,
          divisionName: this.divisions.nameOf(person.residenceDivisionCode ?? person.divisionCode),
          postId: placement.postId,
          postTitle: titles.get(placement.postId) ?? '',
          startedOn: placement.startedOn,
          endedOn: placement.endedOn,
          endReason: placement.endReason === null ? null : PLACEMENT_ENDS[placement.endReason],
          served: `${served.months}个月${served.days > 0 ? `零${served.days}天` : ''}`,
          termEndsOn: term.endsOn,
          termReasons: term.reasons,
          alert: placement.live === null ? null : alertOn(term.endsOn, day),
          counted: isGood(person.state, person.certificateExpiresOn, day),
          isMember: person.state === 'MEMBER',
        },
      ]),
    );
  }
}

const keyOf = ({ term, placement }: { term: PlacedPerson['term']; placement: Placement }): string =>
  `${term.endsOn}|${placement.id}`;

/** A lapsed certificate ends the preference, so it is not counted; one without a last day has not lapsed. @source rulebook.md §5 */
const isGood = (state: string, expiresOn: string | null, day: IsoDate): boolean =>
  state === 'ACTIVE' && (expiresOn === null || day <= expiresOn);
