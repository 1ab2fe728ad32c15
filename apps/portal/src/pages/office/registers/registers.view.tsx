import {
  CLOSE_REASONS,
  diallable,
  REGISTER_KINDS,
  REGISTER_STATES,
  type RegisterField,
  type RegisterKind,
} from '@tongxing/rules';
import {
  Actions,
  Button,
  Checkboxes,
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
  Notice,
  Page,
  Pager,
  PostForm,
  PrintSheet,
  Radios,
  Select,
  shortDay,
  StatusTag,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  CoverageFragment,
  NewRegisterEntryQuery,
  RegisterFileFragment,
  RegisterGapListQuery,
  RegisterRowFragment,
} from '../../../gql/generated.js';
import { HOME, townOf } from './registers.form.js';

type Place = NewRegisterEntryQuery['registerPlaces'][number];
type Gap = RegisterGapListQuery['registerGaps']['edges'][number]['node'];

/** Longest text of a field of one line. */
const SHORT = 40;
const DEFAULT_MAX = 60;

const crumbsOf = (kind: RegisterKind) => [
  { href: HOME, text: '台账' },
  { href: `${HOME}/${kind.path}`, text: kind.title },
];
const asChoices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
const placeChoicesOf = (places: readonly Place[]) =>
  places.map(({ code, name, level }) => ({ value: code, text: level === 'COUNTY' ? `${name}（不分乡镇）` : name }));

/** 台账: which register. */
export function RegistersPage({ frame }: { frame: Frame }): VNode {
  return (
    <Page frame={frame} title="台账">
      <ul class="tasks">
        {Object.values(REGISTER_KINDS).map(({ path, title }) => (
          <li key={path}>
            <a href={`${HOME}/${path}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** One register: who has none, what stands, filters with an address. */
export function RegisterPage(props: {
  frame: Frame;
  kind: RegisterKind;
  filter: FormState;
  places: readonly Place[];
  coverage: CoverageFragment;
  total: number;
  rows: readonly RegisterRowFragment[];
  writes: boolean;
  imports: boolean;
  fileHref: string;
  next?: string;
  first?: string;
}): VNode {
  const { kind, coverage, rows } = props;
  const here = `${HOME}/${kind.path}`;
  const category = kind.fields.find(({ key }) => key === kind.category.key);
  return (
    <Page frame={props.frame} title={kind.title} crumbs={[{ href: HOME, text: '台账' }]}>
      <Actions>
        {props.writes && <LinkButton href={`${here}/new`}>登记{kind.one}</LinkButton>}
        {props.imports && (
          <LinkButton href={`/office/rosters/${kind.path}`} kind="second">
            导入名单
          </LinkButton>
        )}
      </Actions>
      <h2>还没有{kind.one}的村</h2>
      <CoverageBlock kind={kind} coverage={coverage} people={props.writes} />
      <h2>找{kind.one}</h2>
      <FilterForm action={here} label={`找${kind.one}`}>
        <Select
          form={props.filter}
          name="town"
          label="乡镇"
          empty="全部"
          choices={props.places
            .filter(({ level, mine }) => level === 'TOWNSHIP' && mine)
            .map(({ code, name }) => ({ value: code, text: name }))}
        />
        <Select
          form={props.filter}
          name="category"
          label={category?.label ?? '类别'}
          empty="全部"
          choices={asChoices(category?.words ?? {})}
        />
        <Select
          form={props.filter}
          name="state"
          label="状态"
          choices={[...asChoices(REGISTER_STATES), { value: 'ALL', text: '全部' }]}
        />
      </FilterForm>
      <h2>找到 {props.total} 个</h2>
      {rows.length === 0 ? (
        <Empty text={`没有找到${kind.one}。请换个条件，或者登记一个。`} />
      ) : (
        <DataTable
          caption={kind.title}
          rows={rows}
          rowId={({ id }) => `e-${id}`}
          columns={[
            { title: '名称', cell: ({ id, name }) => <a href={`${here}/${id}`}>{name}</a> },
            { title: category?.label ?? '类别', cell: ({ categoryText }) => categoryText },
            { title: '在哪里', cell: ({ divisionName }) => divisionName },
            { title: '电话', cell: ({ phone }) => phone ?? '没有填', whole: true },
            { title: '状态', cell: (row) => stateText(row) },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
      <p>
        <a class="phone" href={props.fileHref}>
          下载这张名单（CSV）
        </a>
      </p>
    </Page>
  );
}

const stateText = ({
  state,
  stateText: text,
  closedOn,
}: {
  state: string;
  stateText: string;
  closedOn: string | null;
}) => (closedOn === null ? text : state === 'CLOSED' ? `${closedOn} ${text}` : `${text}，到 ${closedOn}`);

/** How many villages have none, in one sentence and by town. A figure leads to its list. */
function CoverageBlock(props: {
  kind: RegisterKind;
  coverage: CoverageFragment;
  /** the viewer may see how many people it is about */
  people: boolean;
  paper?: boolean;
}): VNode {
  const { kind, coverage, people } = props;
  const here = `${HOME}/${kind.path}`;
  if (coverage.villages === 0) return <p>区划表里没有本地的村，算不出来。</p>;
  const counted = people && coverage.holders !== null;
  return (
    <>
      <Notice tone={coverage.missing === 0 ? 'ok' : 'warn'}>
        <p>
          一共 {coverage.villages} 个村和社区，
          {coverage.missing === 0 ? '都有了。' : `${coverage.missing} 个还没有。`}
        </p>
        {counted && coverage.missing > 0 && <p>这些村住着 {coverage.holders} 名劳动年龄的持证人。</p>}
        {people && coverage.holders === null && <p>劳动年龄没有录入，人数算不出。</p>}
      </Notice>
      <p class="muted">{dayText(coverage.day)}。村里有，或者有一个写明服务这个村，才算有。</p>
      <DataTable
        caption="按乡镇看"
        rows={coverage.towns}
        rowId={({ divisionCode }) => `t-${divisionCode}`}
        columns={[
          { title: '乡镇', cell: ({ name }) => name },
          {
            title: '还没有的',
            cell: ({ divisionCode, name, missing }) =>
              missing === 0 || props.paper ? (
                missing
              ) : (
                <a
                  class="phone"
                  href={`${here}/gaps?town=${divisionCode}`}
                  aria-label={`${name}还没有的 ${missing} 个`}
                >
                  {missing} 个
                </a>
              ),
            number: true,
          },
          { title: '村和社区', cell: ({ villages }) => villages, number: true },
          ...(counted
            ? [
                {
                  title: '劳动年龄的持证人',
                  cell: ({ holders }: CoverageFragment['towns'][number]) => holders ?? '—',
                  number: true,
                },
              ]
            : []),
        ]}
      />
      {!props.paper && (
        <Actions>
          {coverage.missing > 0 && (
            <LinkButton href={`${here}/gaps`} kind="second">
              看这 {coverage.missing} 个村
            </LinkButton>
          )}
          <LinkButton href={`${here}/print`} kind="second">
            打印
          </LinkButton>
        </Actions>
      )}
    </>
  );
}

const gapColumns = (rows: readonly Gap[]) => [
  { title: '村和社区', cell: ({ name }: Gap) => name },
  { title: '乡镇', cell: ({ townName }: Gap) => townName },
  ...(rows.some(({ holders }) => holders !== null)
    ? [{ title: '劳动年龄的持证人', cell: ({ holders }: Gap) => holders ?? '—', number: true }]
    : []),
];

/** Every village that has none. */
export function GapsPage(props: {
  frame: Frame;
  kind: RegisterKind;
  filter: FormState;
  places: readonly Place[];
  total: number;
  rows: readonly Gap[];
  writes: boolean;
  next?: string;
  first?: string;
}): VNode {
  const { kind, rows } = props;
  const here = `${HOME}/${kind.path}`;
  const register = {
    title: '登记',
    cell: ({ divisionCode, name }: Gap) => (
      <a
        class="phone"
        href={`${here}/new?town=${townOf(divisionCode)}&place=${divisionCode}`}
        aria-label={`登记${name}的${kind.one}`}
      >
        登记一个
      </a>
    ),
  };
  return (
    <Page frame={props.frame} title={`还没有${kind.one}的村`} service={kind.title} crumbs={crumbsOf(kind)}>
      <FilterForm action={`${here}/gaps`} label="选乡镇">
        <Select
          form={props.filter}
          name="town"
          label="乡镇"
          empty="全部"
          choices={props.places
            .filter(({ level, mine }) => level === 'TOWNSHIP' && mine)
            .map(({ code, name }) => ({ value: code, text: name }))}
        />
      </FilterForm>
      <h2>一共 {props.total} 个</h2>
      {rows.length === 0 ? (
        <Empty text="这里每个村都有了。" />
      ) : (
        <DataTable
          caption={`还没有${kind.one}的村`}
          rows={rows}
          rowId={({ divisionCode }) => `v-${divisionCode}`}
          columns={[...gapColumns(rows), ...(props.writes ? [register] : [])]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** The same on paper, for who goes there. */
export function RegisterSheetPage(props: {
  frame: Frame;
  kind: RegisterKind;
  coverage: CoverageFragment;
  rows: readonly Gap[];
}): VNode {
  const { kind, coverage, rows } = props;
  return (
    <Page frame={props.frame} title={`${kind.title}覆盖情况`} service={kind.title} crumbs={crumbsOf(kind)}>
      <PrintSheet title={`${kind.title}覆盖情况表`} sign={['填表人', '审核人', '单位（盖章）']}>
        <CoverageBlock kind={kind} coverage={coverage} people={coverage.holders !== null} paper />
        {rows.length > 0 && (
          <DataTable
            caption={`还没有${kind.one}的村，共 ${rows.length} 个`}
            rows={rows}
            rowId={({ divisionCode }) => `v-${divisionCode}`}
            columns={[...gapColumns(rows), { title: '打算怎么办', cell: () => '' }]}
          />
        )}
      </PrintSheet>
    </Page>
  );
}

/** A new one: first, where. */
export function WherePage(props: { frame: Frame; kind: RegisterKind; places: readonly Place[] }): VNode {
  const { kind } = props;
  return (
    <Page frame={props.frame} title={`登记${kind.one}`} service={kind.title} crumbs={crumbsOf(kind)}>
      <FilterForm action={`${HOME}/${kind.path}/new`} label="选乡镇">
        <Select
          form={{ values: {}, problems: [] }}
          name="town"
          label="在哪个乡镇"
          choices={placeChoicesOf(props.places.filter(({ mine }) => mine))}
        />
      </FilterForm>
    </Page>
  );
}

/** A new entry, or one that stands. */
export function EntryFormPage(props: {
  frame: Frame;
  csrf: string;
  kind: RegisterKind;
  form: FormState;
  places: readonly Place[];
  action: string;
  entry: RegisterFileFragment | null;
  towns?: readonly Place[];
}): VNode {
  const { kind, form, entry, towns = [] } = props;
  const version = form.values.version;
  const here = `${HOME}/${kind.path}`;
  return (
    <Page
      frame={props.frame}
      title={entry ? `改：${entry.name}` : `登记${kind.one}`}
      service={kind.title}
      crumbs={entry ? [...crumbsOf(kind), { href: `${here}/${entry.id}`, text: entry.name }] : crumbsOf(kind)}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <PostForm
        action={props.action}
        csrf={props.csrf}
        hidden={typeof version === 'string' && version !== '' ? { version } : {}}
      >
        <TextInput form={form} name="name" label="名称" width="w20" maxLength={60} />
        <Select form={form} name="divisionCode" label="在哪里" empty="请选" choices={placeChoicesOf(props.places)} />
        {kind.fields.map((field) => (
          <FieldBox key={field.key} form={form} field={field} />
        ))}
        <DateInput form={form} name="openedOn" label="从哪天开" />
        <Actions>
          <Button>存好</Button>
        </Actions>
      </PostForm>
      {towns.length > 1 && entry && (
        <>
          <h2>乡镇登记错了</h2>
          <FilterForm action={`${here}/${entry.id}/edit`} label="换乡镇">
            <Select
              form={{ values: { town: townOf(entry.divisionCode) ?? entry.divisionCode }, problems: [] }}
              name="town"
              label="换到哪个乡镇"
              choices={placeChoicesOf(towns)}
            />
          </FilterForm>
        </>
      )}
    </Page>
  );
}

/** A field of any kind, by its type. */
function FieldBox({ form, field }: { form: FormState; field: RegisterField }): VNode {
  const { key: name, label, hint, required, words, max } = field;
  const shared = { form, name, label, ...(hint ? { hint } : {}), ...(required ? {} : { optional: true }) };
  if (field.type === 'CHOICE') return <Radios {...shared} choices={asChoices(words ?? {})} />;
  if (field.type === 'CHOICES') return <Checkboxes {...shared} choices={asChoices(words ?? {})} />;
  if (field.type === 'PHONE') return <TextInput {...shared} type="tel" width="w20" maxLength={40} />;
  // A line that is longer than its box would be cut off for who reads with wide letters.
  if (max === undefined || max > SHORT) return <Textarea {...shared} limit={max ?? DEFAULT_MAX} rows={2} />;
  return <TextInput {...shared} width="w20" maxLength={max} />;
}

/** One entry with what may be done to it. */
export function EntryPage(props: {
  frame: Frame;
  csrf: string;
  kind: RegisterKind;
  form: FormState;
  entry: RegisterFileFragment;
}): VNode {
  const { kind, form, entry } = props;
  const here = `${HOME}/${kind.path}/${entry.id}`;
  const shown = entry.fields.filter(({ key }) => key !== kind.category.key);
  const isClosed = entry.state === 'CLOSED';
  return (
    <Page
      frame={props.frame}
      title={entry.name}
      service={kind.title}
      crumbs={crumbsOf(kind)}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        {entry.categoryText} <StatusTag text={entry.stateText} tone={isClosed ? 'warn' : 'ok'} />
      </p>
      <Facts
        rows={[
          ['在哪里', entry.divisionName],
          ...shown.map(
            ({ label, text, type }) =>
              [
                label,
                text === '' ? (
                  '还没有填'
                ) : type === 'PHONE' ? (
                  <a class="phone" href={`tel:${diallable(text)}`}>
                    {text}
                  </a>
                ) : (
                  text
                ),
              ] as const,
          ),
          ['从哪天开', dayText(entry.openedOn)],
          ['最后一天', entry.closedOn && dayText(entry.closedOn)],
          ['为什么关', entry.closeReasonText],
        ]}
      />
      {entry.mayChange && !isClosed && (
        <Actions>
          <LinkButton href={`${here}/edit`}>改这个{kind.one}</LinkButton>
          <LinkButton href={`${here}/close`} kind="second">
            {entry.closedOn ? '改最后一天' : '登记关闭'}
          </LinkButton>
        </Actions>
      )}
      {kind.servesVillages && (
        <>
          <h2>还服务哪些村</h2>
          {entry.serves.length === 0 ? (
            <p>没有写。它所在的村不用写。</p>
          ) : (
            <ul>
              {entry.serves.map(({ code, name }) => (
                <li key={code}>{name}</li>
              ))}
            </ul>
          )}
          {entry.mayChange && !isClosed && (
            <Actions>
              <LinkButton href={`${here}/villages`} kind="second">
                选服务的村
              </LinkButton>
            </Actions>
          )}
        </>
      )}
      {entry.mayChange && entry.closedOn && (
        <>
          <h2>关错了</h2>
          <p>撤销以后，它又是开着的。</p>
          <PostForm action={`${here}/reopen`} csrf={props.csrf} hidden={{ version: String(entry.version) }}>
            <Button kind="second">撤销关闭</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}

/** 选服务的村: one town a page; what is served elsewhere stays. */
export function EntryVillagesPage(props: {
  frame: Frame;
  csrf: string;
  kind: RegisterKind;
  form: FormState;
  entry: RegisterFileFragment;
  /** null: none is chosen yet */
  town: string | null;
  towns: readonly Place[];
  villages: readonly Place[];
}): VNode {
  const { kind, form, entry, town, villages } = props;
  const back = `${HOME}/${kind.path}/${entry.id}`;
  const here = `${back}/villages`;
  return (
    <Page
      frame={props.frame}
      title="选服务的村"
      service={entry.name}
      crumbs={[...crumbsOf(kind), { href: back, text: entry.name }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <FilterForm action={here} label="选乡镇">
        <Select
          form={{ values: { town: town ?? '' }, problems: [] }}
          name="town"
          label="哪个乡镇的村"
          choices={props.towns.map(({ code, name }) => ({ value: code, text: name }))}
        />
      </FilterForm>
      {town === null ? (
        <Empty text="先选一个乡镇，再选它的村。" />
      ) : (
        <PostForm
          action={`${here}?town=${town}`}
          csrf={props.csrf}
          hidden={{ town, version: String(form.values.version ?? entry.version) }}
        >
          <Checkboxes
            form={form}
            name="serves"
            label={`服务${props.towns.find(({ code }) => code === town)?.name ?? ''}的哪些村`}
            hint="别的乡镇已经选的不变"
            choices={villages.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <Actions>
            <Button>存好</Button>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}

/** 登记关闭: the last day, and why. */
export function CloseEntryPage(props: {
  frame: Frame;
  csrf: string;
  kind: RegisterKind;
  form: FormState;
  entry: RegisterFileFragment;
}): VNode {
  const { kind, form, entry } = props;
  const back = `${HOME}/${kind.path}/${entry.id}`;
  return (
    <Page
      frame={props.frame}
      title="登记关闭"
      service={entry.name}
      crumbs={[...crumbsOf(kind), { href: back, text: entry.name }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>最后一天还办事，第二天起就不在公开的名单里。</p>
      {entry.serves.length > 0 && <p>它服务的 {entry.serves.length} 个村，要看有没有别处接着办。</p>}
      <PostForm
        action={`${back}/close`}
        csrf={props.csrf}
        hidden={{ version: String(form.values.version ?? entry.version) }}
      >
        <DateInput form={form} name="closedOn" label="最后一天" hint={`${shortDay(entry.openedOn)}开的，不能比它早`} />
        <Radios form={form} name="closeReason" label="为什么关" choices={asChoices(CLOSE_REASONS)} />
        <Actions>
          <Button kind="danger">登记关闭</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}
