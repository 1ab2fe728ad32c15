import { Injectable } from '@nestjs/common';
import { isMonth } from '@tongxing/rules';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import {
  attendanceSheetDocument,
  closeAttendanceDocument,
  confirmAttendanceDocument,
  recordAttendanceDocument,
} from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import type { Form } from '../../http/form.js';
import { FormRefused, Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { AttendancePage, AttendancePaper } from './attendance.view.js';
import { dueName, presentName } from './welfare.words.js';

/** Where the sheets hang: the town's desk or the office. */
export interface AttendancePlace {
  /** `/desk/welfare/posts` */
  base: string;
  crumb: { href: string; text: string };
}

/** 考勤表: the same pages for the town and for the office. */
@Injectable()
export class AttendancePages {
  constructor(private readonly portal: Portal) {}

  show(request: Request, response: Response, place: AttendancePlace): Promise<void> {
    return this.portal.show(request, response, (visit) => this.sheetPage(visit, place, []));
  }

  print(request: Request, response: Response, place: AttendancePlace): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, attendanceSheet } = await this.ask(visit);
      return page(AttendancePaper({ frame: visit.frame(viewer), place, sheet: attendanceSheet }));
    });
  }

  submit(request: Request, response: Response, place: AttendancePlace): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => this.work(visit, place, form),
      again: (visit, form, problems) => this.sheetPage(visit, place, problems, form),
    });
  }

  private async work(visit: Visit, place: AttendancePlace, form: Form): Promise<Answer> {
    const postId = visit.param('id');
    const month = form.text('month');
    const here = `${place.base}/${postId}/attendance?month=${encodeURIComponent(month)}`;
    if (form.text('do') === 'close') {
      await visit.ask(closeAttendanceDocument, { postId, month });
      return go(here, '办结了，确认了每一行');
    }
    if (form.text('do') === 'confirm') {
      await visit.ask(confirmAttendanceDocument, { entryId: form.text('entry') });
      return go(here, '确认了这次更正');
    }
    const { attendanceSheet } = await this.ask(visit, month);
    // Boxes that were left empty are entered another day.
    const rows = attendanceSheet.rows.filter(
      ({ placementId }) => form.text(dueName(placementId)) !== '' || form.text(presentName(placementId)) !== '',
    );
    const problems = rows.flatMap(({ placementId, name }) =>
      [dueName(placementId), presentName(placementId)]
        .filter((field) => !/^\d{1,2}$/.test(form.text(field)))
        .map((field) => ({ field, message: `${name}：天数要填整数` })),
    );
    refuseIf(rows.length === 0 ? [{ message: '还没有填天数', field: 'sheet' }] : problems);
    const input = {
      postId,
      month,
      rows: rows.map(({ placementId }) => ({
        placementId,
        daysDue: Number(form.text(dueName(placementId))),
        daysPresent: Number(form.text(presentName(placementId))),
      })),
      reason: form.maybe('reason') ?? null,
      idempotencyKey: form.text('once'),
    };
    try {
      await visit.ask(recordAttendanceDocument, { input });
    } catch (error) {
      throw atTheRow(error, rows);
    }
    return go(here, '存好了');
  }

  private ask(visit: Visit, month = visit.query('month') ?? '') {
    return visit.ask(attendanceSheetDocument, { postId: visit.param('id'), month: isMonth(month) ? month : null });
  }

  private async sheetPage(
    visit: Visit,
    place: AttendancePlace,
    problems: readonly FormProblem[],
    typed?: Form,
  ): Promise<Answer> {
    const { viewer, attendanceSheet } = await this.ask(visit, typed?.text('month'));
    const standing = Object.fromEntries(
      attendanceSheet.rows.flatMap(({ placementId, entries: [newest] }) =>
        newest === undefined
          ? []
          : [
              [dueName(placementId), String(newest.daysDue)],
              [presentName(placementId), String(newest.daysPresent)],
            ],
      ),
    );
    const isEntry = typed?.text('do') === 'save';
    return page(
      AttendancePage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: typed?.maybe('once') ?? visit.once(),
        place,
        sheet: attendanceSheet,
        form: isEntry && typed ? typed.state(problems) : { values: standing, problems },
      }),
    );
  }
}

/** `rows.3.daysDue` → the box of the fourth person that was sent. */
function atTheRow(error: unknown, rows: readonly { placementId: string; name: string }[]): unknown {
  const [, index, field] =
    error instanceof ApiError ? (/rows\.(\d+)\.(\w+)$/.exec(error.details.field ?? '') ?? []) : [];
  const row = index === undefined ? undefined : rows[Number(index)];
  if (row === undefined || !(error instanceof ApiError)) return error;
  const name = field === 'daysDue' ? dueName(row.placementId) : presentName(row.placementId);
  return new FormRefused([{ field: name, message: `${row.name}：${error.message}` }]);
}
