import { Actions, DataTable, type Frame, LinkButton, Page } from '@tongxing/ui';
import type { VNode } from 'preact';

/** JSON name, CSV column, meaning. */
const FIELDS: readonly (readonly [string, string, string])[] = [
  ['sourceOffice', '来源区划', '岗位归哪个县的残联，12 位区划代码'],
  ['sourceId', '来源编号', '岗位在来源机构的编号，一直不变'],
  ['version', '版本', '岗位改一次，数字就变大'],
  ['deliveredOn', '数据日期', '做这份数据的日子'],
  ['deliveredPosts', '本次总数', '这个来源这次一共几个岗位'],
  ['confirmedOn', '最近确认日期', '单位最近一次说还在招的日子'],
  ['title', '岗位名称', ''],
  ['kind', '岗位类型', '公益性岗位、按比例就业等六种'],
  ['welfareKind', '公益性岗位类别', '公益性岗位才有'],
  ['unitName', '车间或机构', '集中就业、辅助性就业才有'],
  ['payBasis', '计酬方式', '辅助性就业、灵活就业才有'],
  ['internMonths', '见习月数', '见习才有'],
  ['employerName', '单位名称', '公开的名称'],
  ['employerCreditCode', '统一社会信用代码', ''],
  ['employerKind', '单位性质', ''],
  ['divisionCode', '工作地点区划', '12 位代码；JSON 另有名称 divisionName'],
  ['remote', '居家办公', ''],
  ['monthlyWageYuan', '月薪下限、月薪上限', '元，JSON 里是 low 和 high'],
  ['weeklyHours', '每周工时', '空着是没有说明'],
  ['nightShift', '夜班', '空着是没有说明'],
  ['openings', '招聘人数', '还招几个人'],
  ['minEducation', '最低学历', ''],
  ['skills', '技能要求', ''],
  ['licences', '证照要求', ''],
  ['demands', '岗位要求、要求对应的工作', '哪一项、几级（0 到 4）、因为哪件事；没有写的就是没有说明'],
  ['accommodations', '提供的便利', ''],
  ['legalBasis', '依据', '有年龄、性别、健康限制的才有'],
  ['publishedOn', '发布日期', ''],
  ['closesOn', '截止日期', '最后一天可以报名'],
];

/** What the files hold, in plain words. */
export function OpenPostsPage({ frame }: { frame: Frame }): VNode {
  return (
    <Page frame={frame} title="岗位开放数据" crumbs={[{ href: '/jobs', text: '全部岗位' }]}>
      <p>正在招的岗位都在这里，谁都可以下载、使用。</p>
      <p>里面没有任何人的姓名、电话，也没有多少人报名。</p>
      <Actions>
        <LinkButton href="/open/posts.csv" download>
          下载表格（CSV）
        </LinkButton>
        <LinkButton href="/open/posts.json" kind="second" download>
          下载程序用的（JSON）
        </LinkButton>
      </Actions>
      <h2>怎么取</h2>
      <ul>
        <li>一份就是全部在招的岗位，不分页。只含本系统自己的岗位，不含别处共享来的。</li>
        <li>程序请带上次的 ETag：没有变化就回 304，不用再下载。</li>
        <li>一个地址一分钟最多取 30 次。</li>
        <li>表格用 Excel 打开不乱码；像公式的文字前面加了一个撇号。</li>
      </ul>
      <h2>别的残联怎么合并</h2>
      <ol>
        <li>来源区划和来源编号都一样，就是同一个岗位。</li>
        <li>版本变大才替换；一样或更小的不动。同一份再导入一次，什么也不变。</li>
        <li>每一份数据就是来源说一次“还在招”。数据日期早于上一份的，不收。</li>
        <li>收齐了一整份（条数和“本次总数”相同），不在里面的岗位算没有再确认，撤下，不删除。没有收齐就一个也不撤。</li>
        <li>内容只由来源机构改。接收的残联只能隐藏，要写原因。</li>
        <li>自己的岗位转一圈又回来，不收。</li>
        <li>像同一个的岗位只提醒，由工作人员定，不自动合并。</li>
        <li>写了要求的岗位照常推荐，写明来自哪里。单位在本地登记过的，在本地报名；没有的，请联系来源机构。</li>
      </ol>
      <h2>有哪些内容</h2>
      <DataTable
        caption="岗位开放数据的内容"
        rows={FIELDS}
        rowId={([name]) => `f-${name}`}
        columns={[
          { title: '表格里的列', cell: ([, column]) => column },
          { title: 'JSON 里的名称', cell: ([name]) => <code>{name}</code> },
          { title: '说明', cell: ([, , meaning]) => meaning, wide: true },
        ]}
      />
    </Page>
  );
}
