import {
  Args,
  ArgsType,
  Context,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { Paged, PageArgs, pageOf } from '@tongxing/platform';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Allow, type ApiRequest, Viewer } from '../access.guard.js';
import { SignInResult } from '../access.resolver.js';
import { clientOf } from '../client.js';
import { Divisions } from '../divisions.js';
import { PersonDirectory } from '../person-directory.js';
import { SessionService } from '../session.service.js';
import type { Viewer as ViewerValue } from '../viewer.js';
import { ActingService } from './acting.service.js';
import { type DelegationView, DelegationService } from './delegation.service.js';
import { type Consent, CONSENTS, HELPER_KINDS, type Scope, SCOPES } from './delegation.words.js';
import { HelperLog } from './helper-log.service.js';

const ID_LENGTH = 36;
const NAME_LENGTH = 60;
const NOTE_LENGTH = 200;
const CODE_LENGTH = 20;
const DAY_LENGTH = 10;

@InputType()
export class DelegationTermsInput {
  @Field(() => ID, { nullable: true, description: 'Left out: the viewer’s own; staff name somebody of their people' })
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH)
  personId?: string;

  @Field(() => String, { description: 'FAMILY, COMMISSIONER or COUNSELLOR' })
  @IsIn(Object.keys(HELPER_KINDS))
  kind: string;

  @Field(() => ID, { nullable: true, description: 'Of helperChoices, for staff' })
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH)
  helperId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Account name or phone, for FAMILY; the answer never tells whose',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  helperName?: string;

  @Field(() => [String], { description: 'POSTS 看岗位, PROFILE 填资料, APPLY 提交申请, PAPERS 交补贴材料' })
  @IsArray()
  @ArrayMaxSize(Object.keys(SCOPES).length)
  @IsIn(Object.keys(SCOPES), { each: true })
  scopes: string[];

  @Field(() => String, { description: 'Last day, YYYY-MM-DD, within a year' })
  @IsString()
  @MaxLength(DAY_LENGTH)
  until: string;
}

@InputType()
export class GrantDelegationInput extends DelegationTermsInput {
  @Field(() => String, { description: 'SMS; PAPER or VOICE before a witness' })
  @IsIn(Object.keys(CONSENTS))
  consent: string;

  @Field(() => String, { nullable: true, description: 'Six digits of the text message, for SMS' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  code?: string;

  @Field(() => String, { nullable: true, description: 'Where the paper lies, or when and what was said on the phone' })
  @IsOptional()
  @IsString()
  @MaxLength(NOTE_LENGTH)
  note?: string;
}

@ArgsType()
export class DelegationLogArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Left out: what was done for the viewer' })
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH)
  personId?: string;
}

@ObjectType('DelegationScope')
export class ScopeNode {
  @Field(() => String) code: string;
  @Field(() => String) text: string;
}

@ObjectType('Delegation', { description: '代办委托' })
export class DelegationNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Staff by name; family as it was typed, until they have begun' })
  helperName: string;
  @Field(() => String) kindText: string;
  @Field(() => [ScopeNode]) scopes: ScopeNode[];
  @Field(() => String) from: string;
  @Field(() => String, { description: 'Last day' }) until: string;
  @Field(() => String, { description: 'How the person said yes, and before whom' }) consentText: string;
  @Field(() => String, { description: 'GOOD, WAITING (not begun), OVER (run out), ENDED' }) state: string;
  @Field(() => String) stateText: string;
}

@ObjectType('HelpedPerson', { description: 'Somebody who asked the viewer for help' })
export class HelpedPersonNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Township and village, to tell same names apart' }) placeName: string;
  @Field(() => Int) birthYear: number;
  @Field(() => [ScopeNode]) scopes: ScopeNode[];
  @Field(() => String) until: string;
  @Field(() => Boolean, { description: 'The session acts for this one' }) acting: boolean;
}

@ObjectType('HelperChoice')
export class HelperChoiceNode {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) kind: string;
  @Field(() => String) kindText: string;
}

@ObjectType()
export class DelegationPeriod {
  @Field(() => String) until: string;
  @Field(() => String) text: string;
}

@ObjectType('HelperChoices')
export class HelperChoicesNode {
  @Field(() => String) personName: string;
  @Field(() => [HelperChoiceNode], { description: 'Staff of the person’s caseload, village and township' })
  staff: HelperChoiceNode[];
  @Field(() => [DelegationPeriod]) periods: DelegationPeriod[];
  @Field(() => String, { nullable: true, description: 'Where a code goes, masked; null without a phone' })
  maskedPhone: string | null;
}

@ObjectType()
export class DelegationLogNode {
  @Field(() => ID) id: string;
  @Field(() => GraphQLISODateTime) at: Date;
  @Field(() => String) actorName: string;
  @Field(() => String, { description: 'For whom' }) personName: string;
  @Field(() => String, { description: 'In plain words' }) text: string;
}

@ObjectType()
export class DelegationLogPage extends Paged(DelegationLogNode) {}

const STATE_WORDS: Readonly<Record<DelegationView['state'], string>> = {
  GOOD: '正在代办',
  WAITING: '还没开始',
  OVER: '已到期',
  ENDED: '已停止',
};

const scopesOf = (scopes: readonly Scope[]): ScopeNode[] => scopes.map((code) => ({ code, text: SCOPES[code] }));

const consentText = (consent: Consent, witness: string | null): string =>
  witness === null ? CONSENTS[consent] : `${CONSENTS[consent]}，${witness}${consent === 'SMS' ? '登记' : '见证'}`;

const nodeOf = ({ row, helperName, witnessName, state }: DelegationView): DelegationNode => ({
  id: row.id,
  helperName,
  kindText: HELPER_KINDS[row.kind],
  scopes: scopesOf(row.scopes),
  from: row.from,
  until: row.until,
  consentText: consentText(row.consent, witnessName),
  state,
  stateText: row.endedBy === 'REPLACED' ? '换成了新的' : STATE_WORDS[state],
});

/** 代办: giving it, seeing it, ending it, and doing it. */
@Resolver()
export class DelegationResolver {
  constructor(
    private readonly delegations: DelegationService,
    private readonly acting: ActingService,
    private readonly log: HelperLog,
    private readonly people: PersonDirectory,
    private readonly divisions: Divisions,
    private readonly sessions: SessionService,
  ) {}

  @Allow('delegation.read')
  @Query(() => [DelegationNode], { name: 'delegations', description: 'Who helps a person, newest first' })
  async delegationsOf(
    @Viewer() viewer: ViewerValue,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string,
  ): Promise<DelegationNode[]> {
    return (await this.delegations.list(viewer, personId ?? undefined)).map(nodeOf);
  }

  @Allow('delegation.read')
  @Query(() => DelegationLogPage, { description: 'What was done for a person, in plain words, newest first' })
  async delegationLog(
    @Args() { personId, ...page }: DelegationLogArgs,
    @Viewer() viewer: ViewerValue,
  ): Promise<DelegationLogPage> {
    const person = await this.delegations.personOf(viewer, personId ?? undefined);
    return this.logPage({ personId: person.personId }, page);
  }

  @Allow('delegation.grant')
  @Query(() => HelperChoicesNode, { description: 'Whom a person can name from a list, and until when' })
  async helperChoices(
    @Viewer() viewer: ViewerValue,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string,
  ): Promise<HelperChoicesNode> {
    const { staff, ...choices } = await this.delegations.choices(viewer, personId ?? undefined);
    return { ...choices, staff: staff.map((one) => ({ ...one, kindText: HELPER_KINDS[one.kind] })) };
  }

  @Allow('delegation.grant')
  @Mutation(() => Boolean, { description: 'Sends the person a code that says yes to these very terms' })
  async requestDelegationCode(
    @Args('input') input: DelegationTermsInput,
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.delegations.requestCode(viewer, input);
    return true;
  }

  @Allow('delegation.grant')
  @Mutation(() => DelegationNode, { description: 'The same answer whether anybody has the account name or phone' })
  async grantDelegation(
    @Args('input') input: GrantDelegationInput,
    @Viewer() viewer: ViewerValue,
  ): Promise<DelegationNode> {
    return nodeOf(await this.delegations.grant(viewer, input));
  }

  @Allow('delegation.revoke')
  @Mutation(() => DelegationNode, { description: 'Ends it at once; a second call does nothing' })
  async revokeDelegation(
    @Args('id', { type: () => ID }) id: string,
    @Viewer() viewer: ViewerValue,
  ): Promise<DelegationNode> {
    return nodeOf(await this.delegations.revoke(viewer, id));
  }

  @Allow('helper.own')
  @Query(() => [HelpedPersonNode], { description: 'Who asked the viewer for help, as it is good today' })
  async peopleIHelp(@Viewer() viewer: ViewerValue): Promise<HelpedPersonNode[]> {
    return (await this.delegations.helping(viewer)).map(({ row, person }) => ({
      personId: person.personId,
      name: person.name,
      placeName: this.placeOf(person.residenceDivisionCode ?? person.divisionCode),
      birthYear: person.birthYear,
      scopes: scopesOf(row.scopes),
      until: row.until,
      acting: viewer.onBehalfOf?.delegationId === row.id,
    }));
  }

  @Allow('helper.own')
  @Query(() => DelegationLogPage, { description: 'What the viewer did for others, newest first' })
  helpLog(@Args() page: PageArgs, @Viewer() viewer: ViewerValue): Promise<DelegationLogPage> {
    return this.logPage({ helperId: viewer.id }, page);
  }

  @Allow('helper.own')
  @Mutation(() => SignInResult, {
    description: 'The session acts for this person from now on; the new token takes the place of the old one',
  })
  async startActing(
    @Args('personId', { type: () => ID }) personId: string,
    @Viewer() viewer: ViewerValue,
    @Context('req') request: ApiRequest,
  ): Promise<SignInResult> {
    return { token: await this.acting.start(viewer, personId, this.client(request)) };
  }

  @Allow('helper.own')
  @Mutation(() => SignInResult, {
    description: 'The session is the viewer’s own again; the new token takes the place of the old one',
  })
  async stopActing(@Viewer() viewer: ViewerValue, @Context('req') request: ApiRequest): Promise<SignInResult> {
    return { token: await this.acting.stop(viewer, this.client(request)) };
  }

  private async logPage(of: { personId: string } | { helperId: string }, page: PageArgs): Promise<DelegationLogPage> {
    const { rows, totalCount } = await this.log.page(of, page);
    const names = await this.log.namesOf(rows.map(({ actorId }) => actorId));
    const people = new Map(
      (await this.people.findAll([...new Set(rows.map(({ personId }) => personId))])).map((one) => [
        one.personId,
        one.name,
      ]),
    );
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => this.log.cursorFor(row),
      ({ id, at, actorId, personId, text }) => ({
        id,
        at,
        text,
        actorName: names.get(actorId) ?? '',
        personName: people.get(personId) ?? '',
      }),
    );
  }

  private placeOf(code: string): string {
    const { parentCode, level } = this.divisions.byCode(code) ?? {};
    return level === 'VILLAGE' && parentCode
      ? `${this.divisions.nameOf(parentCode)}${this.divisions.nameOf(code)}`
      : this.divisions.nameOf(code);
  }

  private client(request: ApiRequest) {
    return clientOf(request, (key) => this.sessions.isPortal(key));
  }
}
