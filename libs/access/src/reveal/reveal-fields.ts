import { Injectable } from '@nestjs/common';
import { DomainError } from '@tongxing/platform';
import { Policy } from '../policy.js';
import { POLICY } from '../policy.table.js';
import { ROLES } from '../roles.js';
import type { Viewer } from '../viewer.js';

const PREFIX = 'reveal.';

/** A thing that a viewer has in hand, whose clear values may be looked at. */
export interface RevealedThing<Thing> {
  thing: Thing;
  /** 马小兰（豫海镇，1990年生）: tells the viewer whose value it will be */
  whose: string;
  /** 12-digit code: the chain that the look is written into */
  divisionCode: string;
}

/** Clear values of one kind of thing. The feature that seals them says what they are and who has the thing in hand. */
export interface RevealKind<Thing> {
  /** kebab-case name of the thing, as the audit chain has it: `person` */
  target: string;
  /** @throws DomainError NOT_FOUND for a thing that is outside the viewer's region, caseload or step; SELF_APPROVAL */
  find(viewer: Viewer, id: string): Promise<RevealedThing<Thing>>;
  fields: readonly RevealField<Thing>[];
}

/** One clear value. Its row in the policy table says which roles may look. */
export interface RevealField<Thing> {
  /** of the policy table: `reveal.personPhone`; clients call it `personPhone` */
  action: string;
  /** 手机号 */
  title: string;
  /** undefined: nobody has entered one */
  value(thing: Thing): string | undefined;
}

interface Known {
  kind: RevealKind<unknown>;
  field: RevealField<unknown>;
}

/** Every clear value that can be looked at. The features above register theirs at start; what is not here cannot be seen by anybody. */
@Injectable()
export class RevealFields {
  private readonly known = new Map<string, Known>();

  /** @throws Error for a field that stands already, or has no row in the policy table: our mistake, and it stops the start */
  register<Thing>(kind: RevealKind<Thing>): void {
    for (const field of kind.fields) {
      const name = field.action.slice(PREFIX.length);
      if (this.known.has(name)) throw new Error(`the clear value ${name} is registered twice`);
      if (Policy.sentenceOf(field.action) === null) throw new Error(`no policy row for the action "${field.action}"`);
      this.known.set(name, { kind: kind as RevealKind<unknown>, field: field as RevealField<unknown> });
    }
  }

  names(): string[] {
    return [...this.known.keys()];
  }

  /** @throws DomainError VALIDATION for no such field; FORBIDDEN_FIELD, saying which roles may look at it */
  for(viewer: Viewer, name: string): Known {
    const known = this.known.get(name);
    if (!known) throw new DomainError('VALIDATION', '没有这一项。', { field: 'field', hint: '请从页面上的链接进来。' });
    const { action } = known.field;
    if (!Policy.can(viewer, action)) {
      const roles = POLICY.find((row) => row.action === action)?.roles ?? [];
      throw new DomainError('FORBIDDEN_FIELD', '您的角色不能看这一项。', {
        field: 'field',
        hint: `可以看的人：${roles.map((role) => ROLES[role]).join('、')}。`,
      });
    }
    return known;
  }
}
