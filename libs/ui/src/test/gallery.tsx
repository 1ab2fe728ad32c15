import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  CheckAnswers,
  Checkboxes,
  DataTable,
  DateInput,
  Empty,
  ErrorSummary,
  FileInput,
  FilterForm,
  freshForm,
  JobCard,
  KpiList,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  Pager,
  PostForm,
  PrintSheet,
  Radios,
  Receipt,
  Select,
  StatusTag,
  TaskList,
  Textarea,
  TextInput,
  Timeline,
  TraceTree,
  WhyBox,
  type FormState,
  type Frame,
} from '../index.js';

export const frame: Frame = {
  county: '同心县',
  countyPhone: '0953-0000000',
  path: '/me/jobs',
  reading: { size: 'large', theme: 'contrast' },
  nav: [
    { href: '/me', text: '我的事' },
    { href: '/me/jobs', text: '推荐岗位' },
  ],
  viewer: { name: '马小兰', role: '求职者' },
  csrf: 'token',
  styles: '/assets/app.css',
  script: '/assets/enhance.js',
  demo: {},
  flash: '已保存',
};

/** A form with every kind of field, and an error on each. */
export const wrongForm: FormState = {
  values: {
    name: '<b>马</b>',
    about: '会用"读屏"</textarea><script>',
    way: 'sms',
    needs: ['ramp'],
    'born-year': '1990',
  },
  problems: [
    ...['name', 'wage', 'born', 'kind', 'way', 'needs', 'about', 'file'].map((field) => ({
      field,
      message: `请填 ${field} <i>`,
    })),
    { message: '这个岗位刚刚招满了', hint: '可以投给相近的岗位' },
  ],
};

const choices = [
  { value: 'sms', text: '发短信', hint: '一天内' },
  { value: 'call', text: '打电话' },
];

/** Every component once, with awkward text. */
export function Gallery({ form }: { form: FormState }): VNode {
  return (
    <Page
      frame={frame}
      title="核对 & 提交"
      service="申请"
      wrong={form.problems.length > 0}
      crumbs={[{ href: '/', text: '首页' }]}
    >
      <ErrorSummary form={form} />
      <PostForm action="/x" csrf="token" once="once" hidden={{ a: '"1"' }}>
        <TextInput form={form} name="name" label="姓名" hint="和证件一样" autocomplete="name" />
        <MoneyInput form={form} name="wage" label="工资" />
        <DateInput form={form} name="born" label="出生日期" hint="例如 1990 3 1" />
        <Select form={form} name="kind" label="类型" choices={choices} empty="请选" />
        <Radios form={form} name="way" label="怎么联系您" choices={choices} />
        <Checkboxes
          form={form}
          name="needs"
          label="需要什么帮助"
          choices={[{ value: 'ramp', text: '坡道' }]}
          optional
        />
        <Textarea form={form} name="about" label="说说自己" limit={200} optional />
        <FileInput form={form} name="file" label="选择表格" hint="不超过 20 MB" accept=".xlsx,.csv" />
        <Actions>
          <Button>提交申请</Button>
          <LinkButton href="/me" kind="second">
            返回
          </LinkButton>
        </Actions>
      </PostForm>
      <FilterForm action="/jobs" label="找岗位">
        <TextInput form={freshForm()} name="text" label="岗位名称" />
      </FilterForm>
      <CardList>
        <JobCard
          href="/jobs/1"
          title="社区<电话>客服"
          employer="融媒体中心"
          place="豫海镇"
          wage="每月2600元"
          closes="3月1日截止"
        >
          <WhyBox
            level={3}
            reasons={['您会用手机打字']}
            cautions={['每周六要上班']}
            answer="很合适"
            editHref="/me/profile"
          />
        </JobCard>
        <Card title="没有链接" level={3} tag={{ text: '已提交', tone: 'ok' }} />
      </CardList>
      <DataTable
        caption="职工"
        rows={[{ id: 'r1', name: '马*兰' }]}
        rowId={(row) => row.id}
        columns={[
          { title: '姓名', cell: (row) => row.name },
          { title: '月数', cell: () => '12', number: true },
        ]}
      />
      <CheckAnswers rows={[{ name: '手机号', value: '138****0000', href: '/x#phone' }]} />
      <TaskList tasks={[{ href: '/a', text: '填资料', status: '没填', tone: 'warn' }]} />
      <KpiList items={[{ name: '已认定', value: '7人', note: '今年' }]} />
      <Timeline
        steps={[
          { text: '已提交', state: 'done' },
          { text: '审核', state: 'now' },
          { text: '到账', state: 'later', note: '大约3天' },
        ]}
      />
      <TraceTree
        trace={[
          {
            step: 'a',
            label: '应安排',
            value: '1.8',
            source: '财税〔2015〕72号',
            children: [{ step: 'b', label: '人数', value: '120' }],
          },
        ]}
      />
      <Notice tone="warn" title="注意" focus>
        <p>这是估算</p>
      </Notice>
      <Empty text="还没有内容。" />
      <StatusTag text="审核中" />
      <Receipt title="已收到" number="A-1" next={['等电话']} rows={[['岗位', '客服']]} />
      <PrintSheet title="承诺书" sign={['单位']}>
        <p>正文</p>
      </PrintSheet>
      <Pager label="翻页" next="?after=x" first="?" />
    </Page>
  );
}
