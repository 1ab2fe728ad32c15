import {
  Actions,
  Button,
  DataTable,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PostForm,
  PrintSheet,
  shortDay,
  SubNav,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { AttendanceSheetTextFragment } from '../../gql/generated.js';
import type { AttendancePlace } from './attendance.pages.js';
import { COUNTS_TEXT, dueName, monthsLater, monthText, presentName } from './welfare.words.js';

type Sheet = AttendanceSheetTextFragment;
type Row = Sheet['rows'][number];

const spanText = ({ from, to, servedDays }: Row): string =>
  `${dayText(from)}上岗${to ? `，${dayText(to)}离岗` : ''}。这个月在岗 ${servedDays} 天。`;

/** 考勤: one post, one month. Entered by the town, closed by an officer. */
export function AttendancePage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  place: AttendancePlace;
  sheet: Sheet;
  form: FormState;
}): VNode {
  const { sheet, form, place, csrf } = props;
  const here = `${place.base}/${sheet.postId}/attendance`;
  const month = monthText(sheet.month);
  const waiting = sheet.rows.flatMap((row) =>
    row.entries.filter(({ mayConfirm }) => mayConfirm).map((entry) => ({ row, entry })),
  );
  return (
    <Page
      frame={props.frame}
      title={`${month}考勤`}
      service={sheet.postTitle}
      crumbs={[place.crumb]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <SubNav
        label="换月份"
        links={[
          {
            href: `${here}?month=${monthsLater(sheet.month, -1)}`,
            text: monthText(monthsLater(sheet.month, -1)),
            current: false,
          },
          { href: `${here}?month=${sheet.month}`, text: month, current: true },
          {
            href: `${here}?month=${monthsLater(sheet.month, 1)}`,
            text: monthText(monthsLater(sheet.month, 1)),
            current: false,
          },
        ]}
      />
      <Facts
        rows={[
          ['岗位', sheet.postTitle],
          ['单位', sheet.employerName],
          ['乡镇', sheet.townName],
          ['办结', sheet.closedOn ? `${shortDay(sheet.closedOn)}，${sheet.closedBy ?? ''}` : '还没有办结'],
        ]}
      />
      {sheet.rows.length === 0 ? (
        <Empty text="这个月没有人在这个岗位上。可以看别的月份。" />
      ) : (
        <>
          {waiting.length > 0 && (
            <>
              <h2>等您确认的更正</h2>
              {waiting.map(({ row, entry }) => (
                <Notice tone="warn" key={entry.id}>
                  <p>
                    {row.name}：应出勤 {entry.daysDue} 天，出勤 {entry.daysPresent} 天。
                  </p>
                  <p>
                    原因：{entry.reason}（{entry.enteredBy}填）
                  </p>
                  <PostForm action={here} csrf={csrf} hidden={{ month: sheet.month, entry: entry.id }}>
                    <Button name="do" value="confirm" kind="second">
                      确认{row.name}的更正
                    </Button>
                  </PostForm>
                </Notice>
              ))}
            </>
          )}
          <h2>{sheet.closedOn ? '更正天数' : '填天数'}</h2>
          {sheet.closedOn && <p>这个月办结了。改数要写原因，由另一位干部确认。</p>}
          <PostForm action={here} csrf={csrf} once={props.once} hidden={{ month: sheet.month }}>
            <div id="sheet">
              {sheet.rows.map((row) => (
                <section key={row.placementId}>
                  <h3>{row.name}</h3>
                  <p class="muted">{spanText(row)}</p>
                  <TextInput
                    form={form}
                    name={dueName(row.placementId)}
                    label={`${row.name}应出勤`}
                    mode="numeric"
                    width="w4"
                    maxLength={2}
                    suffix="天"
                  />
                  <TextInput
                    form={form}
                    name={presentName(row.placementId)}
                    label={`${row.name}出勤`}
                    mode="numeric"
                    width="w4"
                    maxLength={2}
                    suffix="天"
                  />
                </section>
              ))}
            </div>
            {sheet.closedOn && <TextInput form={form} name="reason" label="为什么改" maxLength={200} />}
            <Actions>
              <Button name="do" value="save">
                保存天数
              </Button>
              <LinkButton href={`${here}/print?month=${sheet.month}`} kind="second">
                打印考勤表
              </LinkButton>
            </Actions>
          </PostForm>
          <h2>填过的</h2>
          <History rows={sheet.rows} />
          {sheet.mayClose && (
            <>
              <h2>办结</h2>
              <p>办结就是确认每一行。只办一次，以后改数要写原因。</p>
              <PostForm action={here} csrf={csrf} hidden={{ month: sheet.month }}>
                <Button name="do" value="close">
                  确认并办结{month}
                </Button>
              </PostForm>
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** Everything that was entered, and whether the month counts. */
function History({ rows }: { rows: readonly Row[] }): VNode {
  const lines = rows.flatMap((row) =>
    row.entries.map((entry, index) => ({ ...entry, name: row.name, counts: index === 0 ? row : null })),
  );
  if (lines.length === 0) return <p>还没有人填过。</p>;
  return (
    <DataTable
      caption="填过的天数，新的在前"
      rows={lines}
      rowId={({ id }) => `e-${id}`}
      columns={[
        { title: '姓名', cell: ({ name, serial }) => (serial === 1 ? name : `${name}（第 ${serial} 次）`) },
        { title: '应出勤', cell: ({ daysDue }) => daysDue, number: true },
        { title: '出勤', cell: ({ daysPresent }) => daysPresent, number: true },
        { title: '谁填的', cell: ({ enteredBy, enteredOn }) => `${enteredBy}，${shortDay(enteredOn)}` },
        { title: '谁确认的', cell: ({ confirmedBy }) => confirmedBy ?? '还没有确认' },
        {
          title: '算不算岗位补贴',
          cell: ({ counts }) => (counts ? `${COUNTS_TEXT[counts.counts] ?? ''}：${counts.countsText}` : ''),
          wide: true,
        },
        { title: '更正原因', cell: ({ reason }) => reason ?? '', wide: true },
      ]}
    />
  );
}

/** 考勤表 on paper: what stands, and room to sign. */
export function AttendancePaper({
  frame,
  place,
  sheet,
}: {
  frame: Frame;
  place: AttendancePlace;
  sheet: Sheet;
}): VNode {
  const here = `${place.base}/${sheet.postId}/attendance?month=${sheet.month}`;
  return (
    <Page
      frame={frame}
      title="考勤表"
      service={sheet.postTitle}
      crumbs={[place.crumb, { href: here, text: `${monthText(sheet.month)}考勤` }]}
    >
      <PrintSheet
        title={`${sheet.townName}公益性岗位考勤表 ${monthText(sheet.month)}`}
        sign={['填表人', '单位（盖章）', '乡镇（盖章）', '残联确认人']}
      >
        <Facts
          rows={[
            ['岗位', sheet.postTitle],
            ['单位', sheet.employerName],
            ['办结', sheet.closedOn ? `${sheet.closedOn} ${sheet.closedBy ?? ''}` : '还没有办结'],
          ]}
        />
        <DataTable
          caption="考勤"
          rows={sheet.rows}
          rowId={({ placementId }) => `r-${placementId}`}
          columns={[
            { title: '姓名', cell: ({ name }) => name },
            { title: '上岗', cell: ({ from }) => from, whole: true },
            { title: '离岗', cell: ({ to }) => to ?? '', whole: true },
            { title: '应出勤', cell: ({ entries }) => entries[0]?.daysDue ?? '', number: true },
            { title: '出勤', cell: ({ entries }) => entries[0]?.daysPresent ?? '', number: true },
            { title: '本人签字', cell: () => '' },
          ]}
        />
      </PrintSheet>
    </Page>
  );
}
