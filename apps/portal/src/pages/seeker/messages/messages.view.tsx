import type { VNode } from 'preact';
import { Button, Empty, type Frame, instantText, Page, Pager, PostForm, words } from '@tongxing/ui';
import type { OwnMessagesQuery } from '../../../gql/generated.js';

/** 消息. */
export function MessagesPage(props: {
  frame: Frame;
  csrf: string;
  /** a seeker's: of applications and supports, and by text message too */
  ownMatters: boolean;
  smsWanted: boolean;
  total: number;
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
          <p>{words.list.total(props.total)}，最新的在前。</p>
          <ul class="plain">
            {props.messages.map((message) => (
              <li class="card" key={message.id}>
                <p>{message.text}</p>
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
