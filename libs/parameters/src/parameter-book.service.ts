import { Injectable } from '@nestjs/common';
import { Account, Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
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
import {
  inEffect,
  isTypedDay,
  type IsoDate,
  isoDate,
  Law,
  noteOf,
  type ParameterKind,
  type ParameterRow,
  PARAMETER_KINDS,
  parameterKind,
  shownValue,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { EnteredParameter, MissingParameter } from './entered-parameter.entity.js';
import { ruleRow } from './entry.js';
import { ParameterDesk } from './parameter-desk.service.js';
import { ParameterService, supersedingRow } from './parameter.service.js';
import type { MissingParameterNode, ParameterRowNode } from './parameter.types.js';

const STATES = ['ENTERED', 'COUNTS', 'SUPERSEDED', 'WITHDRAWN'] as const;
type ShownState = (typeof STATES)[number];
const STATE_TEXTS: Readonly<Record<ShownState, string>> = {
  ENTERED: '等第二个人确认',
  COUNTS: '生效',
  SUPERSEDED: '已被替换',
  WITHDRAWN: '已作废',
};

export interface RowFilter {
  code?: string | null;
  scope?: string | null;
  state?: string | null;
  day?: string | null;
}

/** A row with what became of it. */
interface Known {
  row: ParameterRow;
  state: ShownState;
  /** last day on which it really holds; null: open, undefined: never */
  until: IsoDate | null | undefined;
  entered?: EnteredParameter;
}

const ORDER = new Map(PARAMETER_KINDS.map(({ code }, index) => [code, String(index).padStart(4, '0')]));
/** The catalogue's order, then the widest place first, then by time. */
const placeOf = ({ row }: Known): string =>
  [ORDER.get(row.code) ?? '9999', row.code, row.scope === 'CN' ? '0' : row.scope, row.qualifier, row.from, row.id].join(
    '|',
  );

const holdsOn = ({ row, state, until }: Known, day: IsoDate): boolean =>
  row.from <= day &&
  (state === 'ENTERED' ? row.to === null || day <= row.to : until !== undefined && (until === null || day <= until));

/** 规则台账: every row that concerns a viewer's region, what waits, what is missing. */
@Injectable()
export class ParameterBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly parameters: ParameterService,
    private readonly desk: ParameterDesk,
  ) {}

  /**
   * Rows that hold in the viewer's region or a part of it, in the catalogue's order.
   *
   * @throws DomainError VALIDATION for a filter that cannot be; CURSOR_INVALID
   */
  async page(viewer: SignedIn, filter: RowFilter, { first, after }: PageArgs): Promise<Page<ParameterRowNode>> {
    const { code, scope, state, day } = filter;
    if (state && !STATES.includes(state as ShownState))
      throw new DomainError('VALIDATION', '状态只能是 ENTERED、COUNTS、SUPERSEDED、WITHDRAWN。', { field: 'state' });
    if (day && !isTypedDay(day)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field: 'day' });
    const known = (await this.known(viewer))
      .filter(({ row }) => (!code || row.code === code) && (!scope || row.scope === scope))
      .filter((one) => (!state || one.state === state) && (!day || holdsOn(one, isoDate(day))))
      .map((one) => ({ one, place: placeOf(one) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1));
    const mark = after ? String(readCursor(after, 1)[0]) : '';
    const rest = known.filter(({ place }) => place > mark).slice(0, first + 1);
    const names = await this.names(rest.map(({ one }) => one));
    return pageOf(
      rest,
      first,
      known.length,
      ({ place }) => cursorOf(place),
      ({ one }) => this.node(viewer, one, names),
    );
  }

  /** One row. @throws DomainError NOT_FOUND for another region's */
  async one(viewer: SignedIn, id: string): Promise<ParameterRowNode> {
    const found = (await this.known(viewer)).find(({ row }) => row.id === id);
    if (found === undefined) throw notFound('这条参数');
    return this.node(viewer, found, await this.names([found]));
  }

  /** Every row of the same code, place and qualifier, newest period first; among equal ones the last entered. */
  async history(viewer: SignedIn, id: string): Promise<ParameterRowNode[]> {
    const known = await this.known(viewer);
    const row = known.find((one) => one.row.id === id)?.row;
    if (row === undefined) throw notFound('这条参数');
    const group = known
      .filter(
        ({ row: { code, scope, qualifier } }) =>
          code === row.code && scope === row.scope && qualifier === row.qualifier,
      )
      .sort((a, b) => (a.row.from + a.row.id < b.row.from + b.row.id ? 1 : -1));
    const names = await this.names(group);
    return group.map((one) => this.node(viewer, one, names));
  }

  /** The value that holds where and when a waiting row begins, as long as that row does not count: what it would change. */
  async standing(viewer: SignedIn, id: string): Promise<ParameterRowNode | null> {
    const known = await this.known(viewer);
    const found = known.find(({ row }) => row.id === id);
    if (found === undefined) throw notFound('这条参数');
    const { code, scope, qualifier, from } = found.row;
    const rows = (await this.parameters.rows()).filter((row) => row.id !== id);
    const now = new Law(rows, scope === 'CN' ? Policy.divisionScope(viewer) : scope).find(code, from, { qualifier });
    const standing = known.find(({ row }) => row.id === now?.row.id);
    return standing ? this.node(viewer, standing, await this.names([standing])) : null;
  }

  /** What computations asked for in vain, and what they will ask for today, by county of the viewer's region. */
  async missing(viewer: SignedIn): Promise<MissingParameterNode[]> {
    const prefix = Policy.divisionScope(viewer).slice(0, 6);
    const today = this.clock.today();
    const rows = await this.parameters.rows();
    const laws = new Map<string, Law>();
    const lawOf = (county: string): Law => {
      const law = laws.get(county) ?? new Law(rows, county);
      laws.set(county, law);
      return law;
    };
    const asked = await this.unitOfWork.manager.find(MissingParameter, { order: { year: 'ASC', code: 'ASC' } });
    const found = asked
      .filter(({ scope }) => scope.startsWith(prefix))
      .filter(({ code, qualifier, scope, askedFor }) => lawOf(scope).find(code, askedFor, { qualifier }) === undefined)
      .flatMap(({ code, qualifier, scope, askedFor }) => this.missingNode(code, qualifier, scope, askedFor, true));
    const counties = prefix.length === 6 ? [prefix] : this.divisions.served().map(({ code }) => code.slice(0, 6));
    for (const county of counties.filter((code) => code.startsWith(prefix))) {
      const law = lawOf(county);
      for (const kind of PARAMETER_KINDS.filter(({ needed }) => needed))
        for (const qualifier of neededQualifiers(kind, law, today))
          if (law.find(kind.code, today, { qualifier }) === undefined)
            found.push(...this.missingNode(kind.code, qualifier, county, today, false));
    }
    // What was asked for in vain stands first; the same without a question is said once.
    const once = new Map(
      found.reverse().map((one) => [`${one.scope}|${one.code}|${one.qualifier}|${one.day.slice(0, 4)}`, one]),
    );
    return [...once.values()].reverse();
  }

  private missingNode(
    code: string,
    qualifier: string,
    scope: string,
    day: IsoDate,
    asked: boolean,
  ): MissingParameterNode[] {
    const kind = parameterKind(code);
    if (kind === undefined) return [];
    return [
      {
        code,
        name: kind.name,
        decides: kind.decides,
        qualifier,
        qualifierText: qualifierText(kind, qualifier),
        scope,
        scopeName: this.placeName(scope),
        day,
        asked,
      },
    ];
  }

  /** Every row that the viewer may see: of the country, of places his region lies in, and of places in it. */
  private async known(viewer: SignedIn): Promise<Known[]> {
    const prefix = Policy.divisionScope(viewer);
    const entered = await this.unitOfWork.manager.find(EnteredParameter, { order: { id: 'ASC' } });
    const confirmed = entered.filter(({ state }) => state === 'CONFIRMED');
    const ends = new Map(inEffect(confirmed.map(supersedingRow)).map((row) => [row.id, row.to]));
    const others = (await this.parameters.rows()).filter((row) => !ends.has(row.id));
    const visible = (scope: string): boolean => scope === 'CN' || prefix.startsWith(scope) || scope.startsWith(prefix);
    return [
      ...others.map((row): Known => ({ row, state: 'COUNTS', until: row.to })),
      ...entered.map((one): Known => {
        const row = ruleRow(one.id, one);
        if (one.state !== 'CONFIRMED') return { row, state: one.state, until: undefined, entered: one };
        const until = ends.get(one.id);
        return { row, state: ends.has(one.id) ? 'COUNTS' : 'SUPERSEDED', until, entered: one };
      }),
    ].filter(({ row }) => visible(row.scope));
  }

  private async names(rows: readonly Known[]): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ entered }) =>
      [entered?.enteredById, entered?.confirmedById, entered?.withdrawnById].filter((id) => typeof id === 'string'),
    );
    if (ids.length === 0) return new Map();
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true, displayName: true },
      where: { id: In([...new Set(ids)]) },
    });
    return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  }

  private placeName(scope: string): string {
    return scope === 'CN' ? '全国' : this.divisions.pathOf(scope.padEnd(12, '0')) || scope;
  }

  private node(
    viewer: SignedIn,
    { row, state, until, entered }: Known,
    names: ReadonlyMap<string, string>,
  ): ParameterRowNode {
    const kind = parameterKind(row.code);
    const who = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? '已停用的账号') : null);
    const own = entered !== undefined && this.desk.decides(viewer, row.scope);
    const waits = entered?.state === 'ENTERED';
    return {
      id: row.id,
      code: row.code,
      name: kind?.name ?? row.code,
      scope: row.scope,
      scopeName: this.placeName(row.scope),
      qualifier: row.qualifier,
      qualifierText: kind ? qualifierText(kind, row.qualifier) : row.qualifier,
      unit: row.unit,
      unitText: kind?.units[row.unit] ?? row.unit,
      value: row.value,
      shown: kind ? shownValue(kind.grammar, row.value) : row.value,
      from: row.from,
      to: row.to,
      until: until ?? null,
      source: row.source,
      act: entered?.act ?? row.source,
      number: entered?.number ?? '',
      article: entered?.article ?? '',
      status: row.status,
      origin: row.origin,
      mark: noteOf({ answer: 'known', row }) ?? null,
      state,
      stateText: STATE_TEXTS[state],
      supersedesId: entered?.supersedesId ?? null,
      enteredBy: who(entered?.enteredById),
      enteredAt: entered?.enteredAt ?? null,
      confirmedBy: who(entered?.confirmedById),
      confirmedAt: entered?.confirmedAt ?? null,
      withdrawnBy: who(entered?.withdrawnById),
      withdrawnAt: entered?.withdrawnAt ?? null,
      version: entered?.version ?? 0,
      mine: entered?.enteredById === viewer.id,
      mayConfirm: own && waits && entered.enteredById !== viewer.id,
      mayWithdraw: own && waits,
      maySupersede: own && state === 'COUNTS',
    };
  }
}

const qualifierText = (kind: ParameterKind, qualifier: string): string =>
  qualifier === '' ? '' : (kind.qualifiers[qualifier] ?? qualifier);

/** Which rows of a code a place needs: of each sort where all are asked for; of the own wage class; else the one without. */
function neededQualifiers(kind: ParameterKind, law: Law, day: IsoDate): string[] {
  if (kind.code === 'count.minimumWage') return [law.find('setting.wageClass', day)?.row.value ?? ''];
  return Object.hasOwn(kind.qualifiers, '') ? [''] : Object.keys(kind.qualifiers);
}
