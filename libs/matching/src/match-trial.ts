import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Trial, TrialFinding, TrialQuestion } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Clock } from '@tongxing/platform';
import {
  type IsoDate,
  judge,
  MATCH_PARAMETERS,
  type MatchAnswer,
  type ParameterRow,
  WELFARE_PARAMETERS,
} from '@tongxing/rules';
import { personOf } from './match-facts.js';
import { DayLaws } from './feed-index.js';
import { MatchIndex } from './match-index.js';
import { MatchPeople, type PersonFacts } from './match-people.js';

/** People judged at most: every so-manieth of a larger region, which the sentence says. */
const MOST_PEOPLE = 2_000;
const BATCH = 500;
const ANSWERS: Readonly<Record<MatchAnswer, string>> = {
  FITS: '合适',
  FITS_WITH: '有便利就合适',
  UNKNOWN: '还说不清',
  NO: '不合适',
};
const CODES: ReadonlySet<string> = new Set([
  ...Object.values(MATCH_PARAMETERS),
  WELFARE_PARAMETERS.maxMonths,
  WELFARE_PARAMETERS.nearRetirementYears,
  WELFARE_PARAMETERS.relaxedMonths,
]);

/** 推荐岗位 under other rows: how many people × posts get another answer. */
@Injectable()
export class MatchTrial implements Trial {
  readonly name = 'matching';

  constructor(
    private readonly index: MatchIndex,
    private readonly people: PeopleService,
    private readonly facts: MatchPeople,
    private readonly clock: Clock,
  ) {}

  concerns(code: string): boolean {
    return CODES.has(code);
  }

  async run({ before, after, tried, scope, onProgress }: TrialQuestion): Promise<TrialFinding> {
    const day = dayOf(
      tried.filter(({ code }) => this.concerns(code)),
      this.clock.today(),
    );
    const { engine } = await this.index.upToDate();
    const posts = [...engine.rows()].map(({ post }) => post).filter(({ open }) => open);
    const [old, fresh] = [new DayLaws(day, before), new DayLaws(day, after)];
    const { sample, population } = await this.sampleOf(scope);
    const changes = new Map<string, number>();
    let [pairs, people] = [0, 0];
    for (const [index, facts] of sample.entries()) {
      const one = personOf(facts, old.of(facts.divisionCode).law, day);
      const other = personOf(facts, fresh.of(facts.divisionCode).law, day);
      let moved = 0;
      for (const post of posts) {
        const was = judge(one, post, day, old.of(post.divisionCode).match).answer;
        const is = judge(other, post, day, fresh.of(post.divisionCode).match).answer;
        if (was === is) continue;
        moved += 1;
        const key = `${was}|${is}`;
        changes.set(key, (changes.get(key) ?? 0) + 1);
      }
      pairs += moved;
      people += moved > 0 ? 1 : 0;
      if (index % 20 === 0) {
        await breath();
        await onProgress(index, sample.length);
      }
    }
    const sampled = sample.length < population ? `从${population}人里均匀抽${sample.length}人，` : '';
    return {
      name: this.name,
      title: '推荐岗位',
      sentence: `按${day}，${sampled}${sample.length}人和${posts.length}个岗位里，${people}人的${pairs}个推荐会变。`,
      checked: sample.length,
      population,
      changed: people,
      beforeYuan: null,
      afterYuan: null,
      lines: [...changes]
        .sort(([, a], [, b]) => b - a)
        .map(([key, count]) => {
          const [was, is] = key.split('|') as [MatchAnswer, MatchAnswer];
          return { name: `${count}个推荐`, what: '人和岗位', before: ANSWERS[was], after: ANSWERS[is] };
        }),
    };
  }

  private async sampleOf(scope: string): Promise<{ sample: PersonFacts[]; population: number }> {
    const ids = await this.people.idsInRegion(scope);
    const step = Math.max(1, Math.ceil(ids.length / MOST_PEOPLE));
    const chosen = ids.filter((_, index) => index % step === 0);
    const sample: PersonFacts[] = [];
    for (let at = 0; at < chosen.length; at += BATCH)
      sample.push(...(await this.facts.facts({ ids: chosen.slice(at, at + BATCH) })));
    return { sample, population: ids.length };
  }
}

/** Today where the rows speak for it, else the first day on which one does. */
function dayOf(rows: readonly ParameterRow[], today: IsoDate): IsoDate {
  if (rows.some(({ from, to }) => from <= today && (to === null || today <= to))) return today;
  return rows.map(({ from }) => from).sort()[0] ?? today;
}
