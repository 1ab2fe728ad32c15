import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ConsentService, type HouseholdMember, PeopleService, type Person, RELATIONS } from '@tongxing/people';
import {
  Clock,
  cursorOf,
  DomainError,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { memberLacks, type MemberLack, memberLackText, workingAgeUntil, yearOf } from '@tongxing/rules';
import { MatchIndex } from '../match-index.js';
import { MatchPeople } from '../match-people.js';
import { holdersOf, lacksOf, membersLawOn } from './member-standing.js';
import type { EnterMemberInput, HouseholdMemberNode } from './members.types.js';

const MEMBER = '这位家庭成员';

interface Line {
  member: HouseholdMember;
  holder: Person | undefined;
  record: Person | undefined;
  lacks: MemberLack[];
  node: HouseholdMemberNode;
}

const relationText = (code: string): string =>
  Object.entries(RELATIONS).find(([, known]) => known === code)?.[0] ?? code;

/** 残疾人家庭成员: who of the household lists could stand for public-welfare posts after the disabled people, and stands. */
@Injectable()
export class MembersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly index: MatchIndex,
    private readonly people: PeopleService,
    private readonly facts: MatchPeople,
    private readonly consents: ConsentService,
  ) {}

  /** Members of the region's households who have no work and want some, each with what is lacking. @throws DomainError CURSOR_INVALID */
  async page(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<HouseholdMemberNode>> {
    Policy.require(viewer, 'welfare.members');
    const from = after ? { after: String(readCursor(after, 1)[0]) } : {};
    const { rows, total } = await this.people.seekingMembers(Policy.divisionScope(viewer), {
      first: first + 1,
      ...from,
    });
    const nodes = new Map((await this.lines(viewer, rows)).map(({ node }) => [node.id, node]));
    return pageOf(
      rows,
      first,
      total,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as HouseholdMemberNode,
    );
  }

  /** @throws DomainError NOT_FOUND outside the region */
  async one(viewer: SignedIn, id: string): Promise<HouseholdMemberNode> {
    Policy.require(viewer, 'welfare.members');
    return (await this.line(viewer, id)).node;
  }

  /**
   * Gives a member a record with the consent that was heard, so that the next roster holds it. Entered again it only writes down what was heard;
   * through the list of another household the record moves there.
   *
   * @throws DomainError NOT_FOUND; MEMBER_MAY_NOT_STAND with everything that is lacking; VALIDATION, GUARDIAN_REQUIRED as for every consent
   */
  async enter(viewer: SignedIn, input: EnterMemberInput): Promise<HouseholdMemberNode> {
    Policy.require(viewer, 'welfare.members');
    const work = () =>
      this.unitOfWork.run(async () => {
        const { member, holder, record, lacks } = await this.line(viewer, input.memberId);
        const [lack, ...more] = lacks.filter((one) => one !== 'NO_CONSENT');
        if (lack !== undefined || holder === undefined)
          throw new DomainError('MEMBER_MAY_NOT_STAND', `现在不能登记：${memberLackText(lack ?? 'NO_HOLDER')}。`, {
            field: 'memberId',
            hint: [...more.map((one) => `还有：${memberLackText(one)}。`), '改好名册或录入依据以后再登记。'].join(''),
          });
        const personId = record?.id ?? (await this.people.enterMember(member, holder, this.clock.now()));
        if (record !== undefined && record.householdId !== member.householdId)
          await this.people.moveMember(record.id, member, holder);
        await this.consents.record(viewer, { ...input, personId, purpose: 'MATCHING', given: true });
        const { divisionCode } = holder;
        noteAudit(this.unitOfWork, {
          target: 'household-member',
          id: personId,
          divisionCode,
          after: { entered: true },
        });
      });
    await work().catch((error: unknown) => {
      // Entered twice at once: the second finds the first one's record.
      if (!isDuplicateKey(error)) throw error;
      return work();
    });
    return this.one(viewer, input.memberId);
  }

  private async line(viewer: SignedIn, id: string): Promise<Line> {
    const member = await this.people.memberById(id, Policy.divisionScope(viewer));
    if (member === null) throw notFound(MEMBER);
    return (await this.lines(viewer, [member]))[0] as Line;
  }

  private async lines(viewer: SignedIn, members: readonly HouseholdMember[]): Promise<Line[]> {
    const { laws, asOf } = await this.index.upToDate();
    const { day } = asOf;
    const holders = await this.people.holdersIn(members.map(({ householdId }) => householdId));
    const records = await this.people.recordsOf(members);
    const entered = [...records.values()].filter(({ state }) => state === 'MEMBER').map(({ id }) => id);
    const facts = await this.facts.facts({ ids: entered, evenWithheld: true });
    const standing = await lacksOf(facts, { people: this.people, consents: this.consents }, laws, day);
    return members.map((member) => {
      const home = holders.get(member.householdId);
      const holder = home?.find(({ divisionCode }) => Policy.covers(viewer, divisionCode));
      const record = records.get(member.id);
      const place = holder?.divisionCode ?? viewer.divisionCode;
      const { law, match } = laws.of(place);
      const isEntered = record?.state === 'MEMBER';
      const lacks = memberLacks(
        {
          hasOwnRecord: record !== undefined && !isEntered,
          birthOn: member.birthOn,
          workingAgeUntil: workingAgeUntil(member.birthOn, member.sex, law, day),
          unemployed: member.employmentStatus === 'UNEMPLOYED',
          wantsWork: member.wantsWork,
          consent: null,
          holders: holdersOf(home),
        },
        membersLawOn(law, day),
        match,
        day,
      );
      const shown = isEntered ? (standing.get(record.id) ?? lacks) : lacks;
      return {
        member,
        holder,
        record,
        lacks,
        node: {
          id: member.id,
          name: member.name,
          birthYear: yearOf(member.birthOn),
          relationText: relationText(member.relation),
          divisionName: this.divisions.nameOf(holder?.residenceDivisionCode ?? place),
          holders: (home ?? []).map(({ name }) => name),
          personId: isEntered ? record.id : null,
          lacks: shown.map(memberLackText),
          mayEnter: lacks.every((lack) => lack === 'NO_CONSENT') && (!isEntered || shown.length > 0),
        },
      };
    });
  }
}
