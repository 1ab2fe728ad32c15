import type { VNode } from 'preact';
import {
  Actions,
  Button,
  DataTable,
  ErrorSummary,
  FileInput,
  type FormState,
  type Frame,
  KpiList,
  LinkButton,
  type NavLink,
  Notice,
  Page,
  Pager,
  PostForm,
  TextInput,
} from '@tongxing/ui';

/** One finding of a check, as the API words it. */
export interface ImportProblem {
  row: number | null;
  column: string | null;
  code: string;
  severity: string;
  message: string;
  hint: string;
  /** What stands in the cell, masked where it is personal. */
  typed?: string | null;
}

/** 导入: one file between upload and commit. */
export interface ImportModel {
  id: string;
  /** 残疾职工 */
  kindText: string;
  fileName: string;
  state: string;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  wrong: number;
  warned: number;
  committed: number;
  problems: readonly ImportProblem[];
  /** Address of this import; its actions live below it. */
  base: string;
  /** Columns of the file that this roster does not have. */
  ignored: readonly string[];
  /** Where to look once it is committed. */
  after: NavLink;
  /** Where to try again. */
  uploadHref: string;
  next?: string;
  first?: string;
}

/** Words of the states a person may meet. */
const WORKING: Readonly<Record<string, string>> = {
  RECEIVED: '已收到表格，正在排队。',
  SCANNING: '正在检查文件。',
  READING: '正在读表格，一般不到 1 分钟。',
  COMMITTING: '正在写入，请等一等。',
};
const SUMMARY_LINKS = 10;
const GROUP_ABOVE = 20;

/** 用表格导入: the limits come before the choice. */
export function UploadPage(props: {
  frame: Frame;
  form: FormState;
  action: string;
  templateHref: string;
  kindText: string;
  crumbs: readonly NavLink[];
}): VNode {
  const { form } = props;
  return (
    <Page
      frame={props.frame}
      title={`用表格导入${props.kindText}`}
      wrong={form.problems.length > 0}
      crumbs={props.crumbs}
    >
      <ErrorSummary form={form} />
      <h2>第一步 下载模板</h2>
      <p>按模板填。号码列已设成文本，不会变样。</p>
      <Actions>
        <LinkButton href={props.templateHref} kind="second" download>
          下载模板
        </LinkButton>
      </Actions>
      <h2>第二步 上传</h2>
      <ul>
        <li>可以传 .xlsx 或 .csv。</li>
        <li>不超过 20 MB，不超过 20 万行。</li>
        <li>先检查，不会马上写入。</li>
      </ul>
      <form method="post" action={props.action} enctype="multipart/form-data">
        <FileInput form={form} name="file" label="选择表格" accept=".xlsx,.csv" />
        <Actions>
          <Button>上传并检查</Button>
        </Actions>
      </form>
    </Page>
  );
}

/** What became of a file: at work, checked, committed, or refused whole. */
export function ImportPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  job: ImportModel;
  crumbs: readonly NavLink[];
}): VNode {
  const { job } = props;
  const working = WORKING[job.state];
  const whole = job.problems.filter((problem) => problem.row === null && problem.severity === 'error');
  return (
    <Page frame={props.frame} title="上传结果" service={job.kindText} crumbs={props.crumbs} wrong={whole.length > 0}>
      <p class="muted">{job.fileName}</p>
      {working && (
        <Notice title={working} focus>
          <p>
            <a class="phone" href={job.base}>
              刷新看结果
            </a>
          </p>
        </Notice>
      )}
      {job.state === 'FAILED' && <Refused job={job} problems={whole} />}
      {job.state === 'DISCARDED' && (
        <Notice title="这次上传已经作废">
          <p>什么都没有写入。</p>
          <LinkButton href={job.uploadHref}>重新上传</LinkButton>
        </Notice>
      )}
      {job.state === 'COMMITTED' && (
        <Notice tone="ok" title={`写好了 ${job.committed} 行`} focus>
          <p>
            <LinkButton href={job.after.href}>{job.after.text}</LinkButton>
          </p>
        </Notice>
      )}
      {job.state === 'CHECKED' && <Checked {...props} />}
      {job.ignored.length > 0 && <p>这些列用不上，没有读：{job.ignored.join('、')}</p>}
    </Page>
  );
}

function Refused({ job, problems }: { job: ImportModel; problems: readonly ImportProblem[] }): VNode {
  return (
    <>
      {problems.map((problem) => (
        <Notice tone="err" title={problem.message} focus key={problem.code}>
          <p>{problem.hint}</p>
        </Notice>
      ))}
      {problems.length === 0 && (
        <Notice tone="err" title="表格没有读成" focus>
          <p>请再传一次；还不行请打 12385。</p>
        </Notice>
      )}
      <Actions>
        <LinkButton href={job.uploadHref}>重新上传</LinkButton>
      </Actions>
    </>
  );
}

function Checked({ job, csrf, once }: { job: ImportModel; csrf: string; once: string }): VNode {
  const good = job.rows - job.wrong;
  const errors = job.problems.filter((problem) => problem.row !== null && problem.severity === 'error');
  const others = job.problems.filter((problem) => problem.row !== null && problem.severity !== 'error');
  const ofFile = job.problems.filter((problem) => problem.row === null && problem.severity !== 'error');
  return (
    <>
      <Notice tone={job.wrong > 0 ? 'warn' : 'ok'} title={`${good} 行可以用，${job.wrong} 行要改`} focus>
        {errors.length > 0 && (
          <ul>
            {errors.slice(0, SUMMARY_LINKS).map((problem) => (
              <li key={`${problem.row}-${problem.column}-${problem.code}`}>
                <a class="phone" href={`#row-${problem.row}`}>
                  第{problem.row}行：{problem.column} {problem.message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
      {ofFile.map((problem) => (
        <Notice
          {...(problem.severity === 'warning' ? { tone: 'warn' } : {})}
          title={problem.message}
          key={problem.code}
        >
          <p>{problem.hint}</p>
        </Notice>
      ))}
      <KpiList
        items={[
          { name: '新增', value: `${job.added}行` },
          { name: '更新', value: `${job.changed}行` },
          { name: '不变', value: `${job.unchanged}行` },
          { name: '要改', value: `${job.wrong}行` },
          { name: '提醒', value: `${job.warned}行` },
        ]}
      />
      <Actions>
        {good > 0 && (
          <PostForm action={`${job.base}/commit`} csrf={csrf} once={once}>
            <Button>{job.wrong > 0 ? `先提交 ${good} 行` : `提交 ${good} 行`}</Button>
          </PostForm>
        )}
        {job.wrong + job.warned > 0 && (
          <LinkButton href={`${job.base}/workbook`} kind="second" download>
            下载标好错误的表格
          </LinkButton>
        )}
        <PostForm action={`${job.base}/discard`} csrf={csrf}>
          <Button kind="danger">全部不要</Button>
        </PostForm>
      </Actions>
      {errors.length > 0 && <ProblemTable title="要改的" problems={errors} base={job.base} />}
      {errors.length > GROUP_ABOVE && <Grouped problems={errors} />}
      {others.length > 0 && <ProblemTable title="提醒，可以不改" problems={others} base={job.base} />}
      <Pager label="翻页" next={job.next} first={job.first} />
    </>
  );
}

function ProblemTable({
  title,
  problems,
  base,
}: {
  title: string;
  problems: readonly ImportProblem[];
  base: string;
}): VNode {
  const firstOfRow = new Map<number, number>();
  problems.forEach((problem, index) => {
    if (!firstOfRow.has(problem.row ?? 0)) firstOfRow.set(problem.row ?? 0, index);
  });
  const error = problems[0]?.severity === 'error';
  const index = (problem: ImportProblem) => problems.indexOf(problem);
  return (
    <DataTable
      caption={`${title}，共 ${problems.length} 处`}
      rows={problems}
      // The first problem of a row carries the anchor that the summary links to.
      rowId={(problem) =>
        error && firstOfRow.get(problem.row ?? 0) === index(problem)
          ? `row-${problem.row}`
          : `${error ? 'e' : 'w'}-${index(problem)}`
      }
      columns={[
        { title: 'Excel 行', cell: (problem) => problem.row },
        { title: '列', cell: (problem) => problem.column ?? '整行' },
        { title: '您填的', cell: (problem) => problem.typed ?? '' },
        {
          title: '问题和改法',
          wide: true,
          cell: (problem) => (
            <>
              {problem.message}
              {problem.hint && <div class="hint">{problem.hint}</div>}
            </>
          ),
        },
        { title: '改', cell: (problem) => <a href={`${base}/rows/${problem.row}`}>改第{problem.row}行</a> },
      ]}
    />
  );
}

function Grouped({ problems }: { problems: readonly ImportProblem[] }): VNode {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(problem.message, (counts.get(problem.message) ?? 0) + 1);
  return (
    <details>
      <summary>按问题归类</summary>
      <ul>
        {[...counts].map(([message, count]) => (
          <li key={message}>
            {message}：{count}处
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One row of the file with its cells, to be mended in the page; the same checks run again. */
export function FixRowPage(props: {
  frame: Frame;
  csrf: string;
  row: number;
  base: string;
  form: FormState;
  cells: readonly { name: string; header: string }[];
  version: number;
  crumbs: readonly NavLink[];
}): VNode {
  return (
    <Page
      frame={props.frame}
      title={`改第${props.row}行`}
      service="上传结果"
      wrong={props.form.problems.length > 0}
      crumbs={props.crumbs}
    >
      <ErrorSummary form={props.form} />
      <PostForm
        action={`${props.base}/rows/${props.row}`}
        csrf={props.csrf}
        hidden={{ version: String(props.version) }}
      >
        {props.cells.map((cell) => (
          <TextInput key={cell.name} form={props.form} name={cell.name} label={cell.header} width="w20" />
        ))}
        <Actions>
          <Button>保存第{props.row}行</Button>
          <LinkButton href={props.base} kind="second">
            返回结果
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
