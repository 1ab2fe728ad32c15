import type { VNode } from 'preact';
import {
  Actions,
  Button,
  DataTable,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Page,
  Pager,
  PostForm,
  postKinds,
  Radios,
  Select,
  StatusTag,
  SubNav,
  TextInput,
  yuan,
} from '@tongxing/ui';
import type {
  PlacementFileQuery,
  PlacementPersonQuery,
  PlacementRowFragment,
  PlacementsQuery,
} from '../../gql/generated.js';
import { LIST, type PlacementPlace } from './placements.place.js';
import { CONVERSIONS, DAY_LABELS, ENDS, monthText, plainDay, SOURCES } from './placements.words.js';

type Figures = PlacementsQuery['placementFigures'];
type File = PlacementFileQuery['placement'];
type Person = PlacementPersonQuery['placementPerson'];

const INTERNSHIP = 'INTERNSHIP';
export const WELFARE = 'PUBLIC_WELFARE';
const kindText = (kind: string): string => postKinds[kind] ?? kind;
/** 未报 is not 0. */
const told = (amount: string | null): string => (amount === null ? '未报' : yuan(amount));
const kindsList = Object.entries(postKinds).map(([value, text]) => ({ value, text }));

/** The pages of this room, side by side. */
export const WorkNav = ({ current }: { current: 'PLACEMENTS' | 'INTERNSHIPS' | 'PROJECTS' }): VNode => (
  <SubNav
    label="看哪些"
    links={[
      { href: LIST, text: '上岗', current: current === 'PLACEMENTS' },
      { href: `${LIST}?kind=${INTERNSHIP}`, text: '见习', current: current === 'INTERNSHIPS' },
      { href: '/office/projects', text: '灵活就业项目', current: current === 'PROJECTS' },
    ]}
  />
);

const until = ({ endedOn, endsOn }: PlacementRowFragment): VNode => {
  if (endedOn) return <>{plainDay(endedOn)}离岗</>;
  return endsOn ? <>约定到{plainDay(endsOn)}</> : <StatusTag text="在岗" tone="ok" />;
};

/** People at work, for the list and for a project. */
export function PlacementTable(props: { caption: string; rows: readonly PlacementRowFragment[] }): VNode {
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowId={(row) => `p-${row.id}`}
      columns={[
        { title: '姓名', cell: (row) => <a href={`${LIST}/${row.id}`}>{row.personName}</a>, whole: true },
        { title: '岗位', cell: (row) => row.title },
        { title: '单位', cell: (row) => row.employerName },
        { title: '类型', cell: (row) => kindText(row.kind), whole: true },
        { title: '从', cell: (row) => plainDay(row.startedOn), whole: true },
        { title: '到', cell: until, whole: true },
      ]}
    />
  );
}

/** 见习: who learns where, and what came of it. */
const InternTable = ({ rows }: { rows: readonly PlacementRowFragment[] }): VNode => (
  <DataTable
    caption="见习的学生"
    rows={rows}
    rowId={(row) => `p-${row.id}`}
    columns={[
      { title: '姓名', cell: (row) => <a href={`${LIST}/${row.id}`}>{row.personName}</a>, whole: true },
      { title: '学校', cell: (row) => row.school ?? '没填' },
      { title: '见习单位', cell: (row) => row.employerName },
      { title: '从', cell: (row) => plainDay(row.startedOn), whole: true },
      { title: '到', cell: until, whole: true },
      { title: '上月补贴', cell: (row) => told(row.months[1]?.yuan ?? null), whole: true },
      { title: '结果', cell: (row) => CONVERSIONS[row.conversion ?? ''] ?? '还没定', whole: true },
    ]}
  />
);

/** The numbers, each a link to exactly the rows it counts. */
function FiguresBlock({ year, begun, live, kept, kinds }: Figures): VNode {
  return (
    <>
      <h2>{year} 年</h2>
      <p>
        今年上岗 <a href={`${LIST}?year=${year}`}>{begun} 次</a>，现在在岗 <a href={`${LIST}?live=yes`}>{live} 次</a>
        ，见习留用 <a href={`${LIST}?keptIn=${year}`}>{kept} 人</a>。
      </p>
      <ul>
        {kinds.map((one) => (
          <li key={one.kind}>
            {kindText(one.kind)}：<a href={`${LIST}?year=${year}&kind=${one.kind}`}>{one.begun} 次</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 上岗台账. */
export function PlacementsPage(props: {
  frame: Frame;
  filter: FormState;
  figures: Figures;
  total: number;
  rows: readonly PlacementRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { filter, figures, rows } = props;
  const { kind, year, keptIn } = filter.values;
  const interns = kind === INTERNSHIP || Boolean(keptIn);
  return (
    <Page frame={props.frame} title={interns ? '见习' : '上岗台账'} crumbs={[{ href: '/office', text: '工作台' }]}>
      <WorkNav current={interns ? 'INTERNSHIPS' : 'PLACEMENTS'} />
      <FiguresBlock {...figures} />
      <Actions>
        <LinkButton href={`${LIST}/new`}>登记上岗</LinkButton>
      </Actions>
      <FilterForm action={LIST} label="找上岗">
        <Select form={filter} name="kind" label="岗位类型" empty="全部" choices={kindsList} />
        <Select
          form={filter}
          name="live"
          label="在不在岗"
          empty="全部"
          choices={[
            { value: 'yes', text: '在岗' },
            { value: 'no', text: '离岗了' },
          ]}
        />
        <TextInput form={filter} name="year" label="哪年上岗" mode="numeric" width="w4" maxLength={4} suffix="年" />
      </FilterForm>
      <h2>
        {keptIn
          ? `${String(keptIn)} 年留用 ${props.total} 人`
          : `${year ? `${String(year)} 年上岗` : '一共'} ${props.total} 次`}
      </h2>
      {rows.length === 0 ? (
        <Empty text="没有这样的上岗。可以换个条件，或登记一个。" />
      ) : interns ? (
        <InternTable rows={rows} />
      ) : (
        <PlacementTable caption="上岗的人" rows={rows} />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** 登记上岗, first: whose. */
export function FindForPlacementPage(props: { frame: Frame; csrf: string; form: FormState }): VNode {
  const { form } = props;
  return (
    <Page
      frame={props.frame}
      title="登记上岗"
      service="上岗台账"
      crumbs={[{ href: LIST, text: '上岗台账' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>不是在这里应聘、分配到的，在这里登记。</p>
      <PostForm action={`${LIST}/new`} csrf={props.csrf}>
        <TextInput
          form={form}
          name="number"
          label="身份证号或残疾人证号"
          hint="要填完整的号"
          autocomplete="off"
          width="w20"
          maxLength={40}
        />
        <Actions>
          <Button>找这个人</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 登记上岗, then: where and from when. */
export function RecordPlacementPage(props: {
  frame: Frame;
  place: PlacementPlace;
  csrf: string;
  once: string;
  form: FormState;
  person: Person;
  text?: string;
}): VNode {
  const { form, person, place, text } = props;
  const here = place.record(person.personId);
  return (
    <Page
      frame={props.frame}
      title={`登记上岗：${person.personName}`}
      service="上岗"
      crumbs={place.crumbs(person)}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        {person.personPlace}，{person.birthYear}年生
      </p>
      {person.placements.length > 0 && (
        <>
          <h2>以前的上岗</h2>
          <ul>
            {person.placements.map((one) => (
              <li key={one.id}>
                <a href={place.file(one.id)}>{one.title}</a>，{one.employerName}，{dayText(one.startedOn)}起
                {one.endedOn ? `，${dayText(one.endedOn)}离岗` : '，还在岗'}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>在哪里上岗</h2>
      <FilterForm action={here} label="找岗位">
        <TextInput form={{ values: { text }, problems: [] }} name="text" label="岗位或单位名称" maxLength={30} />
      </FilterForm>
      {text === undefined ? null : person.posts.length === 0 ? (
        <Empty text="没有找到还有名额的岗位。请换一个词。" />
      ) : (
        <PostForm action={here} csrf={props.csrf} once={props.once} hidden={{ text }}>
          <Radios
            form={form}
            name="postId"
            label="哪个岗位"
            choices={person.posts.map((post) => ({
              value: post.id,
              text: `${post.title}，${post.employerName}`,
              hint: `${kindText(post.kind)}，${post.divisionName}，还招 ${post.openings} 人`,
            }))}
          />
          <DateInput form={form} name="startedOn" label="从哪天上岗" hint="今天或以前" />
          <DateInput form={form} name="endsOn" label="约定到哪天" hint="没有约定就空着" optional />
          <Actions>
            <Button>登记上岗</Button>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}

/** One person's work at one post: what is known, what can be told. */
export function PlacementPage(props: { frame: Frame; place: PlacementPlace; file: File }): VNode {
  const { place, file } = props;
  const { placement: row, outcomes } = file;
  const here = place.file(row.id);
  return (
    <Page frame={props.frame} title={row.personName} service="上岗" crumbs={place.crumbs(row)}>
      <p>
        {row.live ? <StatusTag text="在岗" tone="ok" /> : <StatusTag text="离岗了" />}{' '}
        {row.conversion && <StatusTag text={CONVERSIONS[row.conversion] ?? row.conversion} />}
      </p>
      <Facts
        rows={[
          ['住在', row.personPlace],
          ['出生', `${row.birthYear}年`],
          ['岗位', row.title],
          ['单位', row.employerName],
          ['地点', row.divisionName],
          ['类型', kindText(row.kind)],
          [
            '项目',
            row.project && place.crumbs(row)[0]?.href === LIST ? (
              <a class="phone" href={`/office/projects/${row.project.id}`}>
                {row.project.title}
              </a>
            ) : (
              row.project?.title
            ),
          ],
          ['学校', row.school],
          ['上岗', dayText(row.startedOn)],
          ['约定到', row.endsOn && dayText(row.endsOn)],
          ['离岗', row.endedOn && `${dayText(row.endedOn)}，${row.endText}`],
          ['怎么来的', SOURCES[row.source] ?? row.source],
          ['合同', row.contractText ?? '没记'],
          ['参保', row.kind === INTERNSHIP ? null : row.insuredSince ? `${dayText(row.insuredSince)}起` : '没记'],
        ]}
      />
      <h2>近三个月的收入</h2>
      <ul>
        {row.months.map(({ month, yuan: amount }) => (
          <li key={month}>
            {monthText(month)}：{told(amount)}
          </li>
        ))}
      </ul>
      <h2>记一项</h2>
      <p>同一项再记一次，就是改正。</p>
      <Actions>
        {file.facts.map(({ fact, factText }) => (
          <LinkButton key={fact} href={`${here}/tell/${fact}`} kind="second">
            记{factText}
          </LinkButton>
        ))}
      </Actions>
      <h2>记过的</h2>
      {outcomes.length === 0 ? (
        <p>还没有记过。</p>
      ) : (
        <DataTable
          caption="记过的就业结果"
          rows={outcomes}
          rowId={(one) => `o-${one.id}`}
          columns={[
            { title: '哪一项', cell: (one) => one.factText, whole: true },
            {
              title: '什么时候',
              cell: (one) => (one.month ? monthText(one.month) : one.on ? span(one.on, one.until) : ''),
            },
            { title: '内容', cell: (one) => one.text ?? one.wordText ?? '' },
            { title: '金额', cell: (one) => (one.yuan === null ? '' : yuan(one.yuan)), whole: true, number: true },
          ]}
        />
      )}
      {row.live && (
        <>
          <h2>离岗</h2>
          {row.kind !== WELFARE ? (
            <Actions>
              <LinkButton href={`${here}/end`} kind="second">
                登记离岗
              </LinkButton>
            </Actions>
          ) : place.crumbs(row)[0]?.href === LIST ? (
            <Actions>
              <LinkButton href={`/office/welfare/people/${row.id}`} kind="second">
                办退出
              </LinkButton>
            </Actions>
          ) : (
            <p>公益性岗位离岗，由县残联办退出。</p>
          )}
        </>
      )}
    </Page>
  );
}

const span = (on: string, last: string | null): string =>
  last ? `${dayText(on)}到${dayText(last)}` : `${dayText(on)}起`;

interface OfFile {
  frame: Frame;
  place: PlacementPlace;
  csrf: string;
  form: FormState;
  file: File;
}

/** Telling one fact: only the boxes that it has. */
export function TellOutcomePage(props: OfFile & { fact: File['facts'][number] }): VNode {
  const { form, file, place, fact } = props;
  const { placement: row } = file;
  const day = DAY_LABELS[fact.fact];
  return (
    <Page
      frame={props.frame}
      title={`记${fact.factText}`}
      service={row.personName}
      crumbs={[...place.crumbs(row), { href: place.file(row.id), text: row.title }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        {row.personName}，{row.title}，{dayText(row.startedOn)}起
      </p>
      <PostForm action={`${place.file(row.id)}/tell/${fact.fact}`} csrf={props.csrf}>
        {fact.fact === 'INCOME' && (
          <TextInput form={form} name="month" label="哪个月" hint="写成 2026-10 这样" width="w10" maxLength={7} />
        )}
        {fact.words.length > 0 && (
          <Radios
            form={form}
            name="word"
            label={fact.fact === 'CONTRACT' ? '合同种类' : fact.fact === 'INCOME' ? '怎么算的' : '结果'}
            choices={fact.words.map(({ code, text }) => ({ value: code, text }))}
          />
        )}
        {fact.fact === 'INCOME' && <MoneyInput form={form} name="yuan" label="金额" hint="这个月没有收入填 0" />}
        {fact.fact === 'SCHOOL' && <TextInput form={form} name="text" label="学校名称" maxLength={60} />}
        {day && <DateInput form={form} name="on" label={day.label} hint={day.hint ?? '今天或以前'} />}
        {fact.fact === 'CONTRACT' && (
          <DateInput form={form} name="until" label="合同最后一天" hint="没有约定就空着" optional />
        )}
        <Actions>
          <Button>记下</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 离岗. */
export function EndPlacementPage({ frame, place, csrf, once, form, file }: OfFile & { once: string }): VNode {
  const { placement: row } = file;
  return (
    <Page
      frame={frame}
      title="登记离岗"
      service={row.personName}
      crumbs={[...place.crumbs(row), { href: place.file(row.id), text: row.title }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        {row.personName}，{row.title}，{dayText(row.startedOn)}起
      </p>
      <p>没有别的岗位的，登记以后就是未就业。名额不会自己加回来。</p>
      <PostForm action={`${place.file(row.id)}/end`} csrf={csrf} once={once}>
        <DateInput form={form} name="endedOn" label="最后一天" hint="上岗以后，今天或以前" />
        <Radios form={form} name="reason" label="为什么离岗" choices={ENDS} />
        <Actions>
          <Button>登记离岗</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}
