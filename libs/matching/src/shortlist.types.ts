import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, Paged } from '@tongxing/platform';
import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { countText } from './lint.types.js';
import { ListAsOfNode, listAsOf, MatchAccommodationNode } from './match.types.js';
import type { ShortlistCandidate, EmployerShortlist, Shortlist } from './shortlist.service.js';

const MAX_DAY = 10;

/** Arguments of the office's list. */
@ArgsType()
export class ShortlistArgs extends PageArgs {
  @Field(() => ID)
  @IsUUID()
  postId: string;

  @Field(() => String, { nullable: true, description: 'Judged on this day; absent: today' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  day?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those of whom it is not known yet, fewest open questions first',
  })
  @IsOptional()
  @IsBoolean()
  unknown?: boolean | null;
}

@ObjectType('ListedPerson', { description: 'Somebody on the list of a post, for the office' })
export class ListedPersonNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String, { description: 'Where the person lives' }) divisionName: string;
  @Field(() => Boolean, { description: "True: in the viewer's caseload" }) mine: boolean;
  @Field(() => String, {
    nullable: true,
    description: "Under what the post's employer sees the person; null: on no employer's list",
  })
  candidateRef: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where a referral or an application to this post stands; null: there is none',
  })
  runningText: string | null;
  @Field(() => String, { description: 'FITS, FITS_WITH or UNKNOWN' }) answer: string;
  @Field(() => Int, { description: '0–1000; orders the list' }) score: number;
  @Field(() => [String], { description: 'At most four' }) reasons: string[];
  @Field(() => [String], { description: 'At most two' }) cautions: string[];
  @Field(() => [MatchAccommodationNode]) accommodations: MatchAccommodationNode[];
  @Field(() => [String], { description: 'What is to be found out first' }) toAssess: string[];
}

@ObjectType('ShortlistPage')
export class ShortlistPage extends Paged(ListedPersonNode) {
  @Field(() => Boolean, { description: 'False: nobody can apply, so the list is empty' }) open: boolean;
  @Field(() => ListAsOfNode) asOf: ListAsOfNode;
}

@ObjectType('ShortlistCandidate', {
  description: 'Somebody who might suit a post, for its employer: nothing that tells who it is',
})
export class ShortlistCandidateNode {
  @Field(() => String, { description: 'Another one for every post, and after every change of it: 123-456-789' })
  candidateRef: string;
  @Field(() => Boolean, { description: 'Does what the post asks as things stand' }) meets: boolean;
  @Field(() => [String], { description: 'Does it with these accommodations, which the post promises itself' })
  meetsWith: string[];
  @Field(() => String, { description: 'HOME, TOWNSHIP, COUNTY, PREFECTURE or FAR' }) travelBand: string;
  @Field(() => String, { description: 'The same in words' }) travelText: string;
  @Field(() => Boolean, { description: 'The office was asked to ask; what came of it is not told here' })
  asked: boolean;
}

@ObjectType('EmployerShortlist', { description: '可能合适的人' })
export class EmployerShortlistNode {
  @Field(() => Boolean, { description: 'False: nobody can apply, so the list is empty' }) open: boolean;
  @Field(() => Int, { description: 'At least so many; 0 may be up to four' }) atLeast: number;
  @Field(() => String, { description: '15人以上, 少于5人' }) text: string;
  @Field(() => [ShortlistCandidateNode], { description: 'At most twenty; nobody where there are fewer than five' })
  candidates: ShortlistCandidateNode[];
  @Field(() => ListAsOfNode) asOf: ListAsOfNode;
}

const BAND_TEXTS: Readonly<Record<ShortlistCandidate['travel'], string>> = {
  HOME: '在家工作',
  TOWNSHIP: '同一乡镇',
  COUNTY: '本县',
  PREFECTURE: '本市',
  FAR: '外地',
};

/** Words written to the person, as the office reads them. */
const ofThem = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll('您', '本人'));

/** A page of the office's list. */
export const shortlistPage = ({ edges, asOf, ...page }: Shortlist): ShortlistPage => ({
  ...page,
  asOf: listAsOf(asOf),
  edges: edges.map(({ cursor, node: { explanation, ...person } }) => ({
    cursor,
    node: {
      ...person,
      answer: explanation.answer,
      score: explanation.score,
      reasons: ofThem(explanation.reasons),
      cautions: ofThem(explanation.cautions),
      accommodations: explanation.accommodations,
      toAssess: ofThem(explanation.findings.filter(({ answer }) => answer === 'UNKNOWN').map(({ message }) => message)),
    },
  })),
});

/** The employer's list. */
export const employerShortlistNode = ({
  open,
  atLeast,
  candidates,
  asOf,
}: EmployerShortlist): EmployerShortlistNode => ({
  open,
  atLeast,
  text: countText(atLeast, false),
  candidates: candidates.map(({ travel, ...one }) => ({ ...one, travelBand: travel, travelText: BAND_TEXTS[travel] })),
  asOf: listAsOf(asOf),
});
