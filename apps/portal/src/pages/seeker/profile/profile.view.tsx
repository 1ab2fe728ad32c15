import type { VNode } from 'preact';
import { Actions, dayText, Empty, Facts, type Frame, LinkButton, Page, TaskList } from '@tongxing/ui';
import type { MyContactQuery, MyProfileQuery } from '../../../gql/generated.js';

type Requests = MyProfileQuery['myData']['requests'];

const NEVER = '没有申请过';

/** How far the newest request of a kind has come. */
const stateOf = (requests: Requests, kind: string): string =>
  requests.find((request) => request.kind === kind)?.stateText ?? NEVER;

/** Parts that people fill in themselves: where, and how they are called. */
const SECTIONS: Readonly<Record<string, readonly [href: string, text: string]>> = {
  SKILLS: ['/me/profile/skills', '会做的事'],
  LICENCES: ['/me/profile/licences', '我的证照'],
  WORK: ['/me/profile/work', '想做的工作'],
  PLACES: ['/me/profile/places', '能去的地方'],
  NEEDS: ['/me/access-needs', '需要什么帮助'],
};

/** 我的资料: what the office holds, and what can be done about it. */
export function ProfilePage(props: {
  frame: Frame;
  record: MyProfileQuery['myRecord'];
  sections: NonNullable<MyProfileQuery['ownProfile']>['sections'];
  consents: MyProfileQuery['myConsents']['purposes'];
  requests: Requests;
}): VNode {
  const { record, requests } = props;
  const open = props.consents.filter(({ state }) => state === 'NOT_ASKED').length;
  return (
    <Page frame={props.frame} title="我的资料">
      <TaskList
        tasks={[
          ...props.sections.flatMap(({ section, done }) => {
            const way = SECTIONS[section];
            if (way === undefined) return [];
            const [href, text] = way;
            return [{ href, text, status: done ? '完成' : '没填', tone: done ? ('ok' as const) : ('warn' as const) }];
          }),
          {
            href: '/me/profile/consents',
            text: '同意了什么',
            status: open > 0 ? `还有 ${open} 项没问过` : '完成',
            tone: open > 0 ? 'warn' : 'ok',
          },
          {
            href: '/me/profile/contact',
            text: '怎么联系我',
            status: record?.phone ? '完成' : '没填',
            tone: record?.phone ? 'ok' : 'warn',
          },
          { href: '/me/helpers', text: '帮我办事的人', status: '可以看' },
          { href: '/me/profile/data', text: '要一份我的资料', status: stateOf(requests, 'EXPORT') },
          { href: '/me/profile/data/delete', text: '删除我的资料', status: stateOf(requests, 'DELETION') },
        ]}
      />
      <h2>残联登记的信息</h2>
      {record === null || record === undefined ? (
        <Empty text="系统里没有您的登记。请带证件到残联，或找村里的专职委员。" />
      ) : (
        <>
          <Facts
            rows={[
              ['姓名', record.name],
              ['身份证号', record.idNumber],
              ['残疾人证号', record.certificate],
              ['证件有效期至', record.certificateExpiresOn ? dayText(record.certificateExpiresOn) : ''],
              ['手机号', record.phone],
              ['银行账号', record.account],
              ['户籍地', record.divisionName],
              ['现在住在', record.residenceName],
              [
                '想不想工作',
                record.wantsWork === null || record.wantsWork === undefined
                  ? '没问过'
                  : record.wantsWork
                    ? '想'
                    : '不想',
              ],
              ['会做的事', record.skills.join('、')],
            ]}
          />
          <p class="hint">号码只显示一部分，免得被旁人看到。要看全的，请要一份我的资料。</p>
          <p>哪里不对？请打 12385，或找村里的专职委员改。</p>
        </>
      )}
    </Page>
  );
}

/** 怎么联系我. */
export function ContactPage(props: { frame: Frame; record: MyContactQuery['myRecord']; smsWanted: boolean }): VNode {
  const { record, smsWanted } = props;
  return (
    <Page
      frame={props.frame}
      title="怎么联系我"
      service="我的资料"
      crumbs={[{ href: '/me/profile', text: '我的资料' }]}
      readable
    >
      <Facts
        rows={[
          ['手机号', record?.phone ?? '没有登记'],
          ['短信', smsWanted ? '有新消息发短信' : '不发短信，只在「消息」里看'],
          ['户籍地', record?.divisionName],
          ['现在住在', record?.residenceName],
        ]}
      />
      <Actions>
        <LinkButton href="/me/messages" kind="second">
          改收不收短信
        </LinkButton>
      </Actions>
      <h2>换了手机号？</h2>
      {record?.phone ? (
        <>
          <p>旧手机还能收短信的，可以在网上换。收不到的，请带证件到残联，或找村里的专职委员。</p>
          <Actions>
            <LinkButton href="/me/profile/phone" kind="second">
              换手机号
            </LinkButton>
          </Actions>
        </>
      ) : (
        <p>请带证件到残联登记，或找村里的专职委员。</p>
      )}
      <p>旧手机号丢了，请马上打 12385，先停用登录。</p>
    </Page>
  );
}
