import type { VNode } from 'preact';
import {
  Actions,
  Button,
  dayText,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  PostForm,
  StatusTag,
} from '@tongxing/ui';
import type { MyDataQuery, OwnRequestFragment } from '../../../gql/generated.js';

type Data = MyDataQuery['myData'];

const CRUMBS = [{ href: '/me/profile', text: '我的资料' }];
const newest = (requests: readonly OwnRequestFragment[], kind: string): OwnRequestFragment | undefined =>
  requests.find((request) => request.kind === kind);

function ExportState(props: { csrf: string; request: OwnRequestFragment | undefined; days: number }): VNode {
  const { request } = props;
  if (request?.state === 'WAITING')
    return (
      <Notice title="正在准备">
        <p>一般不到一分钟。准备好了会发消息给您。</p>
        <Actions>
          <LinkButton href="/me/profile/data" kind="second">
            刷新看好了没有
          </LinkButton>
        </Actions>
      </Notice>
    );
  if (request?.state === 'READY')
    return (
      <Notice tone="ok" title="可以下载了">
        <p>{request.dueAt && `${instantText(request.dueAt)}前有效。`}只能下载一次，请存好，不要发给别人。</p>
        <PostForm action="/me/profile/data/file" csrf={props.csrf} hidden={{ id: request.id }}>
          <Button>下载我的资料</Button>
        </PostForm>
      </Notice>
    );
  return (
    <PostForm action="/me/profile/data/export" csrf={props.csrf}>
      <Button>要一份我的资料</Button>
    </PostForm>
  );
}

/** 要一份我的资料. */
export function DataPage(props: { frame: Frame; csrf: string; form: FormState; data: Data }): VNode {
  const { data } = props;
  const past = data.requests.filter(({ state }) => state !== 'WAITING' && state !== 'READY');
  return (
    <Page
      frame={props.frame}
      title="要一份我的资料"
      service="我的资料"
      crumbs={CRUMBS}
      wrong={props.form.problems.length > 0}
      readable
    >
      <ErrorSummary form={props.form} />
      <p>您可以要一份系统里关于您的全部记录：登记、家庭、评估、应聘、补贴、消息、走访、谁看过。</p>
      <p>是一个文件，手机能打开。里面的号码是全的，所以要再验证一次是您本人。</p>
      <ExportState csrf={props.csrf} request={newest(data.requests, 'EXPORT')} days={data.exportDays} />
      <p class="hint">文件保留 {data.exportDays} 天，过期自动删掉，可以再要。</p>
      {past.length > 0 && (
        <>
          <h2>以前的申请</h2>
          <ul class="tasks">
            {past.map((request) => (
              <li key={request.id}>
                <span>
                  {instantText(request.requestedAt)}
                  {request.kind === 'EXPORT' ? '要了一份资料' : '申请删除'}
                  {request.answer && <span class="hint">：{request.answer}</span>}
                </span>
                <StatusTag text={request.stateText} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>不想再用了？</h2>
      <Actions>
        <LinkButton href="/me/profile/data/delete" kind="second">
          看看怎样删除我的资料
        </LinkButton>
      </Actions>
    </Page>
  );
}

function DeletionState(props: { csrf: string; request: OwnRequestFragment; graceDays: number }): VNode {
  const { request } = props;
  return (
    <Notice tone="warn" title={request.stateText}>
      <p>{instantText(request.requestedAt)}申请的。</p>
      {request.state === 'APPROVED' && request.dueAt && (
        <p>{instantText(request.dueAt)}以后删除。在这以前改主意，按下面的按钮。</p>
      )}
      <PostForm action="/me/profile/data/withdraw" csrf={props.csrf} hidden={{ id: request.id }}>
        <Button>撤回，不删除了</Button>
      </PostForm>
    </Notice>
  );
}

/** What stays, by which law, and until when. */
export function Kept({ kept }: { kept: Data['kept'] }): VNode {
  if (kept.length === 0) return <p>没有必须保存的记录。</p>;
  return (
    <Facts rows={kept.map(({ what, until, source }) => [what, `保存到${dayText(until)}（${source}）`] as const)} />
  );
}

/** 删除我的资料: what goes, what stays, what must end first; then the one button. */
export function DeletePage(props: { frame: Frame; csrf: string; form: FormState; data: Data }): VNode {
  const { data } = props;
  const request = newest(data.requests, 'DELETION');
  const running = request?.withdrawable === true ? request : undefined;
  return (
    <Page
      frame={props.frame}
      title="删除我的资料"
      service="我的资料"
      crumbs={CRUMBS}
      wrong={props.form.problems.length > 0}
      readable
    >
      <ErrorSummary form={props.form} />
      {running && <DeletionState csrf={props.csrf} request={running} graceDays={data.graceDays} />}
      {request?.state === 'REFUSED' && request.answer && (
        <Notice title="上次没有同意">
          <p>{request.answer}</p>
        </Notice>
      )}
      <h2>会删掉什么</h2>
      <p>姓名、号码、电话、住址、评估、消息、走访内容，还有您的账号。删了以后不能登录。</p>
      <p>残疾人证不受影响。名册再导入时，残联会重新登记您的证件。</p>
      <h2>依法要留下什么</h2>
      <Kept kept={data.kept} />
      <h2>怎么办</h2>
      <ol>
        <li>您申请，残联干部决定。</li>
        <li>同意以后有 {data.graceDays} 天，这几天可以撤回。</li>
        <li>到期删除，删了找不回来。</li>
      </ol>
      {data.open.length > 0 && (
        <Notice tone="warn" title="这些办完才能删除">
          <ul>
            {data.open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!running && (
        <PostForm action="/me/profile/data/deletion" csrf={props.csrf}>
          <p>要再验证一次是您本人。</p>
          <Actions>
            <Button kind="danger">申请删除我的资料</Button>
            <LinkButton href="/me/profile" kind="second">
              不删，返回
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}
