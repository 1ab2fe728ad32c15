import { Actions, Button, Empty, ErrorSummary, type FormState, type Frame, Page, PostForm } from '@tongxing/ui';
import type { VNode } from 'preact';
import type { EmployerAccountsQuery } from '../../../gql/generated.js';
import { MemberTable, NewMemberFields } from '../../employer/members/members.view.js';

/** 一个单位: who of it can come in, and its first account. */
export function EmployerPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  unit: EmployerAccountsQuery['employerAccounts'];
}): VNode {
  const { form, unit } = props;
  const waiting = unit.members.filter(({ role, state }) => role === 'EMPLOYER_ADMIN' && state === 'WAITING');
  return (
    <Page
      frame={props.frame}
      title={unit.employerName}
      service="单位账号"
      crumbs={[{ href: `/office/compliance/${unit.employerId}`, text: '达标情况' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>{unit.divisionName}</p>
      <h2>单位的账号</h2>
      {unit.members.length === 0 ? (
        <Empty text="这个单位还没有账号，自己填不了申报。" />
      ) : (
        <MemberTable members={unit.members} />
      )}
      {waiting.map((member) => (
        <PostForm
          key={member.id}
          action={`/office/employers/${unit.employerId}`}
          csrf={props.csrf}
          hidden={{ login: member.login, displayName: member.displayName }}
        >
          <p>{member.displayName}还没有设置账号。链接丢了或过期了，可以重发，原来的就作废。</p>
          <Button kind="second">给{member.displayName}重发链接</Button>
        </PostForm>
      ))}
      {unit.canOpen ? (
        <>
          <h2>开第一个账号</h2>
          <p>开给单位管理员，以后由他自己加同事。请先核对单位的介绍信或授权书。</p>
          <PostForm action={`/office/employers/${unit.employerId}`} csrf={props.csrf}>
            <NewMemberFields form={form} />
            <Actions>
              <Button>开账号</Button>
            </Actions>
          </PostForm>
        </>
      ) : (
        <p>单位管理员自己加同事、停用账号。管理员进不来了，请安全管理员重新设置他的账号。</p>
      )}
    </Page>
  );
}
