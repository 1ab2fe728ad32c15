import type { VNode } from 'preact';
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
  Pager,
  PostForm,
  StatusTag,
  yuan,
} from '@tongxing/ui';
import type { BatchesQuery, BatchQuery, BatchRowFragment, EnvelopeRowFragment } from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import { canExport, canRelease } from '../finance.words.js';

type Batch = BatchQuery['batch'];

interface Shared {
  frame: Frame;
  csrf: string;
  once: () => string;
  form: FormState;
}

/** 批次: what stands, and sealing what is ready. */
export function BatchesPage(
  props: Shared & {
    ready: BatchesQuery['ready']['totalCount'];
    envelopes: readonly EnvelopeRowFragment[];
    batches: readonly BatchRowFragment[];
    next?: string;
    first?: string;
  },
): VNode {
  return (
    <Page frame={props.frame} title="发放批次" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <h2>可以封批的</h2>
      {props.ready === 0 || props.envelopes.length === 0 ? (
        <p>现在没有等着封批的钱。</p>
      ) : (
        <>
          <p>有 {props.ready} 笔公示完了，可以封成一批。</p>
          {props.envelopes.map((envelope) => (
            <PostForm
              key={envelope.id}
              action="/finance/batches"
              csrf={props.csrf}
              once={props.once()}
              hidden={{ envelope: envelope.id }}
            >
              <Actions>
                <Button>
                  封成一批：{envelope.schemeName} {envelope.year}年 {envelope.source}
                </Button>
              </Actions>
            </PostForm>
          ))}
        </>
      )}
      <h2>全部批次</h2>
      {props.batches.length === 0 ? (
        <Empty text="还没有批次。" />
      ) : (
        <DataTable
          caption="批次，新的在前"
          rows={props.batches}
          rowId={(batch) => `b-${batch.id}`}
          columns={[
            { title: '批次号', cell: (batch) => <a href={`/finance/batches/${batch.id}`}>{batch.number}</a> },
            { title: '状态', cell: (batch) => <StatusTag text={batch.stateText} /> },
            { title: '建立', cell: (batch) => dayText(batch.createdOn) },
            { title: '笔数', cell: (batch) => batch.lines, number: true },
            { title: '总额', cell: (batch) => yuan(batch.totalYuan), number: true },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** 批次单: totals in digits and capitals, the sealed hash, the lines, release by another person, the bank file. */
export function BatchPage(props: Shared & { batch: Batch; demo: boolean }): VNode {
  const { batch } = props;
  return (
    <Page
      frame={props.frame}
      title={`批次 ${batch.number}`}
      wrong={props.form.problems.length > 0}
      crumbs={[{ href: '/finance/batches', text: '批次' }]}
    >
      <ErrorSummary form={props.form} />
      <p>
        <StatusTag text={batch.stateText} />
      </p>
      <Facts
        rows={[
          ['笔数', String(batch.lines)],
          ['总额', <span class="num">{yuan(batch.totalYuan)}</span>],
          ['大写', batch.totalInCapitals],
          ['封批人', batch.sealedBy],
          ['放款人', batch.releasedBy],
          ['封批指纹', <code>{batch.sha256}</code>],
        ]}
      />
      <BatchActs {...props} />
      <DataTable
        caption={`明细，共 ${batch.payouts.length} 笔`}
        rows={batch.payouts}
        rowId={(line) => `l-${line.id}`}
        columns={[
          { title: '姓名', cell: (line) => line.payeeName },
          {
            title: '账号',
            cell: (line) => (
              <>
                {line.maskedAccount}
                {line.accountInHand && (
                  <div>
                    <RevealLink
                      field="payoutAccount"
                      subject={line.id}
                      what="收款账号"
                      whose={line.payeeName}
                      back={`/finance/batches/${batch.id}`}
                    />
                  </div>
                )}
              </>
            ),
          },
          {
            title: '状态',
            cell: (line) => (
              <>
                <StatusTag text={line.stateText} />
                {line.failure && <div class="hint">{line.failure}</div>}
              </>
            ),
          },
          { title: '到账', cell: (line) => (line.paidOn ? dayText(line.paidOn) : '—') },
          { title: '金额', cell: (line) => yuan(line.amountYuan), number: true },
        ]}
      />
    </Page>
  );
}

function BatchActs({
  batch,
  csrf,
  once,
  demo,
}: {
  batch: Batch;
  csrf: string;
  once: () => string;
  demo: boolean;
}): VNode {
  const base = `/finance/batches/${batch.id}`;
  return (
    <>
      {canRelease(batch.state) && (
        <Notice>
          <p>放款的人不能是封批、审核和审批的人。</p>
        </Notice>
      )}
      <Actions>
        {canRelease(batch.state) && (
          <PostForm action={`${base}/release`} csrf={csrf} once={once()}>
            <Button>放款这一批</Button>
          </PostForm>
        )}
        {canExport(batch.state) && (
          <PostForm action={`${base}/file`} csrf={csrf} once={once()}>
            <Button>下载银行文件</Button>
          </PostForm>
        )}
        {batch.exportId && demo && (
          <PostForm action={`${base}/sandbox`} csrf={csrf} once={once()}>
            <Button kind="second">演示：请沙箱银行办，下载回单</Button>
          </PostForm>
        )}
        {batch.exportId && (
          <LinkButton href="/finance/returns" kind="second">
            上传回单
          </LinkButton>
        )}
      </Actions>
    </>
  );
}
