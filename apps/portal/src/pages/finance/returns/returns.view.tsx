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
  Notice,
  Page,
  PostForm,
  yuan,
} from '@tongxing/ui';
import type { ImportJobQuery } from '../../../gql/generated.js';

const CRUMBS = [{ href: '/finance/returns', text: '回单' }];
const AT_WORK = new Set(['RECEIVED', 'SCANNING', 'READING', 'COMMITTING']);

/** 上传回单 */
export function ReturnsPage(props: { frame: Frame; form: FormState; action: string }): VNode {
  return (
    <Page frame={props.frame} title="银行回单" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <ul>
        <li>从网银下载回单，原样上传，不要改。</li>
        <li>先检查，再入账；有一行不对就都不入。</li>
        <li>同一份回单传两次，不会多记账。</li>
      </ul>
      <form method="post" action={props.action} enctype="multipart/form-data">
        <FileInput form={props.form} name="file" label="选择回单" accept=".txt,.csv,.xlsx" />
        <Actions>
          <Button>上传回单</Button>
        </Actions>
      </form>
    </Page>
  );
}

/** One return file between upload and booking. */
export function ReturnPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  job: ImportJobQuery['importJob'];
}): VNode {
  const { job } = props;
  const wrong = job.state === 'FAILED' || job.wrong > 0;
  return (
    <Page frame={props.frame} title="回单检查结果" crumbs={CRUMBS} wrong={wrong || props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <p class="muted">{job.fileName}</p>
      {AT_WORK.has(job.state) && (
        <Notice title="正在读回单，一般不到 1 分钟。" focus>
          <p>
            <a class="phone" href={`/finance/returns/${job.id}`}>
              刷新看结果
            </a>
          </p>
        </Notice>
      )}
      {wrong && (
        <Notice tone="err" title="这份回单不能入账" focus>
          <p>请对照批次检查，或请银行重新出一份。</p>
        </Notice>
      )}
      {!wrong && job.state === 'CHECKED' && (
        <>
          <Notice tone="ok" title={`读到 ${job.rows} 行，可以入账`} focus>
            <p>入账后，成功的显示到账，失败的等改账户。</p>
          </Notice>
          <PostForm action={`/finance/returns/${job.id}`} csrf={props.csrf} once={props.once}>
            <Actions>
              <Button>对账入账</Button>
            </Actions>
          </PostForm>
        </>
      )}
      {job.state === 'COMMITTED' && (
        <Notice tone="ok" title="这份回单已经入账">
          <LinkButton href="/finance/batches">看批次</LinkButton>
        </Notice>
      )}
      {job.problems.length > 0 && (
        <DataTable
          caption={`问题，共 ${job.problems.length} 处`}
          rows={job.problems}
          rowId={(problem) => `p-${job.problems.indexOf(problem)}`}
          columns={[
            { title: '行', cell: (problem) => problem.row ?? '整份' },
            { title: '列', cell: (problem) => problem.column ?? '整行' },
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
          ]}
        />
      )}
      {(wrong || job.state === 'DISCARDED') && (
        <Actions>
          <LinkButton href="/finance/returns">重新上传</LinkButton>
        </Actions>
      )}
    </Page>
  );
}

/** What the booking did. */
export function ReturnDonePage(props: {
  frame: Frame;
  paid: string;
  failed: string;
  unchanged: string;
  totalYuan: string;
}): VNode {
  return (
    <Page frame={props.frame} title="对账入账好了" crumbs={CRUMBS}>
      <KpiList
        items={[
          { name: '到账', value: `${props.paid}笔` },
          { name: '失败', value: `${props.failed}笔` },
          { name: '早已入账', value: `${props.unchanged}笔` },
          { name: '到账总额', value: yuan(props.totalYuan) },
        ]}
      />
      <Actions>
        <LinkButton href="/finance/batches">看批次</LinkButton>
        <LinkButton href="/finance/envelopes" kind="second">
          看资金指标
        </LinkButton>
      </Actions>
    </Page>
  );
}
