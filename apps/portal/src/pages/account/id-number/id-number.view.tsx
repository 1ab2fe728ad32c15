import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  TextInput,
} from '@tongxing/ui';

const CRUMBS = [{ href: '/account/sessions', text: '登录与会话' }];

/** 补填身份证号. */
export function IdNumberPage(props: { frame: Frame; csrf: string; form: FormState; due: boolean }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="补填身份证号" crumbs={CRUMBS} wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      {props.due ? (
        <>
          <p>您的账号建得早，没有存身份证号。填一次就好，加密保存。</p>
          <p>它只用来保证一个人只有一个账号。</p>
          <PostForm action="/account/id-number" csrf={props.csrf}>
            <TextInput
              form={form}
              name="idNumber"
              label="您自己的身份证号"
              hint="18 位，要和建账号时的一样"
              autocomplete="off"
              width="w20"
            />
            <Actions>
              <Button>保存</Button>
              <LinkButton href="/account/sessions" kind="second">
                先不填
              </LinkButton>
            </Actions>
          </PostForm>
        </>
      ) : (
        <Empty text="您的身份证号已经登记好了，不用再填。">
          <LinkButton href="/account/sessions" kind="second">
            回登录与会话
          </LinkButton>
        </Empty>
      )}
    </Page>
  );
}
