import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Notice,
  Page,
  PostForm,
  QrCode,
  TextInput,
} from '@tongxing/ui';
import { NewPassword } from '../new-password.js';
import type { AccountSetupQuery } from '../../../gql/generated.js';

/** Four letters a group: read out, or typed by somebody else. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** 设置账号: password and authenticator, or a new authenticator alone. */
export function SetupPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  link: string;
  setup: AccountSetupQuery['accountSetup'];
}): VNode {
  const { form, setup } = props;
  const isNew = setup.purpose === 'ACCOUNT';
  return (
    <Page frame={props.frame} title={isNew ? '设置您的账号' : '设置动态码'} wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <p>
        {setup.displayName}，您的账号名是 <strong>{setup.login}</strong>。这个链接{instantText(setup.expiresAt)}
        前有效，只能用一次。
      </p>
      <h2>一、在手机上装验证器</h2>
      <p>手机应用商店里搜「验证器」，装任何一个支持 TOTP 的。</p>
      <h2>二、把账号加进验证器</h2>
      <p>用验证器扫这个图，或者选「手动输入」，填下面的密钥。</p>
      <QrCode text={setup.totpUri} label="验证器扫的二维码，内容就是下面的密钥" />
      <p>
        密钥：<code class="code">{inGroups(setup.totpSecret)}</code>
      </p>
      <h2>三、{isNew ? '定密码，填动态码' : '填动态码'}</h2>
      <PostForm action="/setup" csrf={props.csrf} hidden={{ link: props.link, purpose: setup.purpose }}>
        {isNew && <NewPassword form={form} />}
        <TextInput
          form={form}
          name="totp"
          label="动态码"
          hint="验证器里「同行」下面的 6 位数字"
          mode="numeric"
          autocomplete="one-time-code"
          width="w10"
        />
        <Actions>
          <Button>完成设置</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 备用码: shown once. */
export function RecoveryCodesPage(props: { frame: Frame; codes: readonly string[] }): VNode {
  return (
    <Page frame={props.frame} title="设置好了，请抄下备用码">
      <Notice tone="warn">
        <p>手机丢了或不在身边时，用备用码登录，每个用一次。这一页只出现这一次，请打印或抄在纸上收好。</p>
      </Notice>
      <ol>
        {props.codes.map((code) => (
          <li key={code}>
            <code class="code">{code}</code>
          </li>
        ))}
      </ol>
      <Actions>
        <LinkButton href="/login/staff">抄好了，去登录</LinkButton>
      </Actions>
    </Page>
  );
}
