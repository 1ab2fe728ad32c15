import {
  Actions,
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  Radios,
  Textarea,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { MatchDismissalQuery } from '../../../gql/generated.js';

const MOST = 100;

/** 不合适: why, or what was said and the way back. */
export function DismissPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  postId: string;
  title: string;
  reasons: MatchDismissalQuery['dismissReasons'];
  said: MatchDismissalQuery['matchDismissal'];
}): VNode {
  const { form, said } = props;
  const home = `/me/jobs/${props.postId}`;
  const standing = said && !said.changed ? said : null;
  return (
    <Page
      frame={props.frame}
      title={standing ? '您说过这个岗位不合适' : '这个岗位不合适'}
      service={props.title}
      wrong={form.problems.length > 0}
      crumbs={[
        { href: '/me/jobs', text: '推荐岗位' },
        { href: home, text: props.title },
      ]}
    >
      <ErrorSummary form={form} />
      {standing ? (
        <>
          <p>原因：{standing.reasonText}。</p>
          {standing.note && <p>您写的：{standing.note}</p>}
          {standing.undoable ? (
            <>
              <p>推荐里不再出现。{instantText(standing.undoUntil)}前可以撤回。</p>
              <PostForm action={`${home}/no/undo`} csrf={props.csrf}>
                <Button>撤回，还给我推荐</Button>
              </PostForm>
            </>
          ) : (
            <p>过了一天，不能撤回。还想做，仍然可以申请。</p>
          )}
          <Actions>
            <LinkButton href="/me/jobs" kind="second">
              回推荐岗位
            </LinkButton>
          </Actions>
        </>
      ) : (
        <PostForm action={`${home}/no`} csrf={props.csrf}>
          {said?.changed && <p>您以前说过不合适。现在工资或地点变了，又给您看一次。</p>}
          <p>说了以后，推荐里不再出现。一天内可以撤回。单位看不到。</p>
          <Radios
            form={form}
            name="reason"
            label="为什么不合适"
            choices={props.reasons.map(({ code, text }) => ({ value: code, text }))}
          />
          <Textarea form={form} name="note" label="想多说一句" limit={MOST} rows={2} optional />
          <Actions>
            <Button>不再给我推荐</Button>
            <LinkButton href={home} kind="second">
              再想想
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}
