import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';
import type { VoucheeQuery } from '../../../gql/generated.js';

/** 做证登录: the code that the person reads out. */
export function VouchCodePage(props: { frame: Frame; form: FormState }): VNode {
  return (
    <Page frame={props.frame} title="做证登录" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <p>您负责的人没有手机，您可以做证，让对方登录。</p>
      <ol>
        <li>请对方打开登录页，选「请人做证登录」，填残疾人证号。</li>
        <li>看一眼残疾人证，是不是本人。</li>
        <li>把对方念的 6 位做证码填在这里。</li>
      </ol>
      <FilterForm action="/desk/vouch" label="填做证码">
        <TextInput
          form={props.form}
          name="code"
          label="做证码"
          hint="6 位数字"
          mode="numeric"
          autocomplete="off"
          width="w10"
        />
      </FilterForm>
    </Page>
  );
}

/** 做证登录: who it is, and the witness's word. */
export function VoucheePage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  vouchee: VoucheeQuery['vouchee'];
  code: string;
}): VNode {
  const { form, vouchee } = props;
  return (
    <Page
      frame={props.frame}
      title="是这个人吗？"
      service="做证登录"
      crumbs={[{ href: '/desk/vouch', text: '做证登录' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['姓名', vouchee.name],
          ['出生', `${vouchee.birthYear}年`],
          ['住在', vouchee.divisionName],
          ['残疾人证', vouchee.maskedCertificate],
          ['要做证码的时间', instantText(vouchee.askedAt)],
        ]}
      />
      <p>做证会记下您的名字，对方也会收到消息。替不在面前的人做证，要负责任。</p>
      <PostForm action="/desk/vouch" csrf={props.csrf} hidden={{ code: props.code }}>
        <Checkboxes
          form={form}
          name="present"
          label="请您确认"
          choices={[{ value: 'yes', text: '本人就在我面前，我看过残疾人证' }]}
        />
        <Actions>
          <Button>做证，让对方登录</Button>
          <LinkButton href="/desk/vouch" kind="second">
            不是这个人
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
