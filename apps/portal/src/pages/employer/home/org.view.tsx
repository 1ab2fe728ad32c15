import type { VNode } from 'preact';
import { Actions, type Frame, LinkButton, Page, TaskList } from '@tongxing/ui';

/** 单位首页: the year's filing as a task list. */
export function OrgPage(props: {
  frame: Frame;
  employerName: string;
  year: number;
  hires: number;
  headcountKnown: boolean;
  assessed: boolean;
}): VNode {
  const { year } = props;
  return (
    <Page frame={props.frame} title={props.employerName || '单位首页'}>
      <h2>{year}年申报</h2>
      <TaskList
        tasks={[
          {
            href: `/org/quota/${year}/import`,
            text: '用表格导入残疾职工',
            status: props.hires > 0 ? `已有${props.hires}人` : '没填',
            tone: props.hires > 0 ? 'ok' : 'warn',
          },
          {
            text: '职工人数和工资总额',
            status: props.headcountKnown ? '已有' : '没有，请联系残联',
            tone: props.headcountKnown ? 'ok' : 'warn',
          },
          {
            href: '/org/compliance',
            text: '看达标情况',
            status: props.assessed ? '算好了' : '还没有',
            tone: props.assessed ? 'ok' : 'plain',
          },
        ]}
      />
      <Actions>
        <LinkButton href="/levy" kind="second">
          估算残保金
        </LinkButton>
      </Actions>
    </Page>
  );
}
