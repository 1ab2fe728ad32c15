import type { VNode } from 'preact';
import {
  Button,
  dayText,
  ErrorSummary,
  type FormState,
  type Frame,
  Page,
  PostForm,
  roleWords,
  TextInput,
} from '@tongxing/ui';
import type { DemoQuery } from '../../../gql/generated.js';

/** 演示账号: who can be tried, and today's date as the demonstration sees it. */
export function DemoPage(props: {
  frame: Frame;
  csrf: string;
  accounts: DemoQuery['demoAccounts'];
  today: string;
  form: FormState;
}): VNode {
  return (
    <Page frame={props.frame} title="演示账号" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <p>人名、单位和号码都是编的。选一个身份，看看能做什么。</p>
      <p>放款这类大事要再填一次动态码。它 30 秒换一个，刷新本页看新的。</p>
      <ul class="tasks">
        {props.accounts.map((account) => (
          <li key={account.account}>
            <span>
              {account.roles.map((role) => roleWords[role] ?? role).join('、')}
              <span class="hint"> {account.displayName}</span>
              {account.code && (
                <span class="hint">
                  ，动态码 <span class="code">{account.code}</span>
                </span>
              )}
            </span>
            <PostForm action="/demo/sign-in" csrf={props.csrf} hidden={{ account: account.account }}>
              <Button kind="second">用{account.displayName}登录</Button>
            </PostForm>
          </li>
        ))}
      </ul>
      <p>
        不发短信，该发的看<a href="/demo/sms">演示短信</a>。
      </p>
      <h2>演示日期</h2>
      <p>今天是{dayText(props.today)}。公示要等几个工作日，可以把日期往后拨。</p>
      <PostForm action="/demo/time" csrf={props.csrf}>
        <TextInput
          form={props.form}
          name="days"
          label="往后拨几天"
          hint="1 到 400，不能往回拨"
          mode="numeric"
          width="w4"
          suffix="天"
        />
        <Button kind="second">拨动日期</Button>
      </PostForm>
    </Page>
  );
}
