import type { VNode } from 'preact';
import { Actions, Button, Empty, type Frame, instantText, Page, Pager, PostForm, StatusTag, words } from '@tongxing/ui';
import type { OwnMessagesQuery } from '../../../gql/generated.js';

/** 消息. */
export function MessagesPage(props: {
  frame: Frame;
  csrf: string;
  /** a seeker's: of applications and supports, and by text message too */
  ownMatters: boolean;
  smsWanted: boolean;
  total: number;
  unread: number;
  /** the newest message of the list; absent on its further pages */
  newest?: string | undefined;
  messages: readonly OwnMessagesQuery['messages']['edges'][number]['node'][];
  next?: string;
  first?: string;
}): VNode {
  const { smsWanted, ownMatters } = props;
  return (
    <Page frame={props.frame} title="消息" readable>
      {props.messages.length === 0 ? (
        <Empty text={ownMatters ? '还没有消息。申请办到哪一步，在「申请」和「补贴」里看。' : '还没有消息。'} />
      ) : (
        <>
          <p>
            {words.list.total(props.total)}，{props.unread > 0 && `${props.unread} 条没看过，`}最新的在前。
          </p>
          {props.unread > 0 && props.newest && <Seen csrf={props.csrf} newest={props.newest} />}
          <ul class="plain">
            {props.messages.map((message) => (
              <li class="card" key={message.id}>
                <p>
                  {message.unread && <StatusTag text="新" tone="warn" />} {message.text}
                </p>
                <p class="hint">
                  {instantText(message.createdAt)}
                  {ownMatters && `，${message.smsText}`}
                </p>
              </li>
            ))}
          </ul>
          <Pager label="翻页" next={props.next} first={props.first} />
        </>
      )}
      {ownMatters && <TextMessages csrf={props.csrf} smsWanted={smsWanted} />}
    </Page>
  );
}

/** Opening a page changes nothing: who has read presses once, and the count is gone. */
function Seen({ csrf, newest }: { csrf: string; newest: string }): VNode {
  return (
    <PostForm action="/messages/seen" csrf={csrf} hidden={{ upTo: newest }}>
      <Actions>
        <Button kind="second">都看过了</Button>
      </Actions>
    </PostForm>
  );
}

function TextMessages({ csrf, smsWanted }: { csrf: string; smsWanted: boolean }): VNode {
  return (
    <>
      <h2>短信</h2>
      <p>
        {smsWanted
          ? '消息也会发短信给您，晚上 9 点到早上 8 点不发。'
          : '您选了不收短信，消息只在这一页。登录码还是会发。'}
      </p>
      <PostForm action="/me/messages/sms" csrf={csrf} hidden={{ wanted: smsWanted ? 'no' : 'yes' }}>
        <Button kind="second">{smsWanted ? '不收短信' : '重新收短信'}</Button>
      </PostForm>
    </>
  );
}
