import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@tongxing/access';
import { type LintPostInput, type PostContent, PostDeskService } from '@tongxing/employers';
import {
  DemandLinter,
  type IsoDate,
  type MatchPost,
  type PeopleLint,
  steppedLint,
  type TextLint,
} from '@tongxing/rules';
import { personOf, postOf } from './match-facts.js';
import { MatchIndex } from './match-index.js';
import { MatchPeople } from './match-people.js';

const BATCH = 500;
export type PostLint = TextLint & PeopleLint & { exact: boolean };

/** 岗位把关: what of a post keeps people out who could do the work. */
@Injectable()
export class LintService {
  constructor(
    private readonly desk: PostDeskService,
    private readonly people: MatchPeople,
    private readonly index: MatchIndex,
  ) {}

  /**
   * The refusals of a post as written, and each demand against the people of the employer's county who look for work and have not said
   * no to being matched. Exact for the office; for employers in steps of five, so often an hour (the api's rate `lint`).
   *
   * @throws DomainError NOT_FOUND, VALIDATION, DIVISION_UNKNOWN
   */
  async lint(viewer: SignedIn, input: LintPostInput): Promise<PostLint> {
    const { employer, content } = await this.desk.written(viewer, input);
    const text = await this.desk.lint(content);
    const exact = viewer.employerId === undefined;
    const people = await this.peopleLint(content, employer.divisionCode);
    return { ...text, ...(exact ? people : steppedLint(people)), exact };
  }

  private async peopleLint(content: PostContent, divisionCode: string): Promise<PeopleLint> {
    const { laws, asOf } = await this.index.upToDate();
    const linter = new DemandLinter(lintedOf(content, divisionCode, asOf.day), asOf.day, laws.of(divisionCode).match);
    const divisionScope = divisionCode.slice(0, 6);
    for (let afterId = ''; ; ) {
      const batch = await this.people.facts({ afterId, limit: BATCH, divisionScope });
      const found = batch.map((facts) => personOf(facts, laws.of(facts.divisionCode).law, asOf.day));
      linter.add(found.filter(({ active, seeksWork }) => active && seeksWork !== false));
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) return linter.result();
      afterId = last.id;
    }
  }
}

const lintedOf = (content: PostContent, divisionCode: string, publishedOn: IsoDate): MatchPost =>
  postOf({
    ...content,
    id: '',
    employerId: '',
    divisionCode,
    longitude: null,
    latitude: null,
    publishedOn,
    state: 'OPEN',
    barredUntil: null,
    version: 1,
  });
