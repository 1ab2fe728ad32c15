import type { VNode } from 'preact';
import { type Frame, LinkButton, Page, words } from '@tongxing/ui';
import type { ApiError } from '../gql/api-error.js';

type Words = { status: number; title: string; text: string };

/** Status, title and next step of each family of failures. */
export function kindOfError(code: string): Words {
  const { errors } = words;
  switch (code) {
    case 'NOT_FOUND':
    case 'CURSOR_INVALID':
      return { status: 404, title: errors.notFound, text: errors.notFoundHint };
    case 'DELEGATION_ENDED':
      return { status: 403, title: errors.helperEnded, text: errors.helperEndedHint };
    case 'FORBIDDEN_ACTING':
    case 'FORBIDDEN_SCOPE':
      return { status: 403, title: errors.helperScope, text: errors.helperScopeHint };
    case 'FORBIDDEN':
      return { status: 403, title: errors.forbidden, text: errors.forbiddenHint };
    case 'CSRF_BLOCKED':
      return { status: 403, title: errors.csrf, text: errors.csrfHint };
    case 'STATE_CONFLICT':
    case 'VERSION_CONFLICT':
      return { status: 409, title: errors.conflict, text: errors.conflictHint };
    case 'RATE_LIMITED':
      return { status: 429, title: errors.tooMany, text: errors.tooManyHint };
    case 'FORM_TOO_LARGE':
      return { status: 413, title: '内容太多', text: '请返回，写短一点再提交。' };
    case 'API_SLOW':
      return { status: 504, title: errors.slow, text: errors.brokenHint };
    case 'API_UNREACHABLE':
      return { status: 503, title: errors.broken, text: errors.brokenHint };
    case 'INTERNAL':
      return { status: 500, title: errors.broken, text: errors.brokenHint };
    default:
      return { status: 400, title: '没有办成', text: '请返回检查后再试。' };
  }
}

/** What went wrong, what to do, whom to call; a number to quote when it was our fault. */
export function ErrorPage(props: { frame: Frame; error: ApiError; traceId: string }): VNode {
  const { status, title, text } = kindOfError(props.error.code);
  const { message } = props.error;
  const hint = props.error.details.hint;
  return (
    <Page frame={props.frame} title={title} wrong>
      {message && status !== 404 && status < 500 && <p>{message}</p>}
      <p>{hint && status < 500 ? hint : text}</p>
      {status >= 500 && (
        <p>
          {words.errors.trace}：<code>{props.traceId}</code>
        </p>
      )}
      <div class="acts">
        {props.frame.acting ? (
          <LinkButton href="/helper">看能办的事</LinkButton>
        ) : (
          <LinkButton href="/">回首页</LinkButton>
        )}
        <LinkButton href="/help" kind="second">
          找人帮忙
        </LinkButton>
      </div>
    </Page>
  );
}
