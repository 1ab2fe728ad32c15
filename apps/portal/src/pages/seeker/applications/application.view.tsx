import { DECLINE_REASONS } from '@tongxing/rules';
import {
  Actions,
  Button,
  dayText,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  momentText,
  Notice,
  Page,
  PostForm,
  Radios,
  StatusTag,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { ApplicationContactQuery, MyApplicationQuery } from '../../../gql/generated.js';
import { InterviewSupport } from '../support/support.view.js';
import { NeedFields, withSaid } from './needs.parts.js';

type One = MyApplicationQuery['myApplication'];
interface Shared {
  frame: Frame;
  csrf: string;
  one: One;
}
type Contact = ApplicationContactQuery;

const LIST = { href: '/me/applications', text: '我的申请' };
const hrefOf = ({ id }: Pick<One, 'id'>): string => `/me/applications/${id}`;
export const MAX_REASON = 200;
const REASONS = Object.entries(DECLINE_REASONS).map(([value, text]) => ({ value, text }));
const WAYS = [
  { value: 'CALL', text: '打电话' },
  { value: 'SMS', text: '发短信', hint: '打字交流，适合听不清的人' },
  { value: 'WECHAT', text: '微信打字' },
  { value: 'HELPER', text: '联系帮我办事的人' },
];
/** One application: where it stands in a sentence, whose turn it is, and what can be said. */
export function ApplicationPage({
  frame,
  csrf,
  once,
  one,
  offers,
}: Shared & { once: string; offers: MyApplicationQuery['supportOffers'] }): VNode {
  const { offer, interview } = one;
  const waits = one.state === 'OFFERED' && offer?.acceptedOn === null;
  return (
    <Page frame={frame} title={one.post.title} service="我的申请" crumbs={[LIST]}>
      <p>
        <StatusTag text={one.stateText} />
      </p>
      <Notice>
        <p>下一步：{one.nextStep ?? '没有要办的了。'}</p>
        <p>谁来做：{one.nextBy}</p>
      </Notice>
      <Facts
        rows={[
          ['单位', one.post.employerName],
          ['怎么来的', one.referred ? '残联给您推荐的' : '您自己申请的'],
          ['日期', dayText(one.appliedOn)],
          ['辅导员的话', one.referralNote && <span class="lines">{one.referralNote}</span>],
          ['面试时间', interview && momentText(interview.at)],
          ['面试地点', interview?.place],
          ['怎么面试', interview?.way],
          ['月薪', offer && `${offer.monthlyWageYuan}元`],
          ['哪天上岗', offer && dayText(offer.startsOn)],
          ['请您答复', offer && `${dayText(offer.replyBy)}前`],
          ['您答应', offer?.acceptedOn && dayText(offer.acceptedOn)],
          ['您没有去的原因', one.declineReason],
        ]}
      />
      {waits && (
        <>
          <h2>去不去</h2>
          <p>没想好可以先不答复，不算拒绝。</p>
          <PostForm action={`${hrefOf(one)}/accept`} csrf={csrf}>
            <Button>答应去</Button>
          </PostForm>
        </>
      )}
      <InterviewSupport csrf={csrf} once={once} applicationId={one.id} offers={offers} />
      {one.releasable && (
        <>
          <h2>单位能不能看到您是谁</h2>
          <p>
            {one.released
              ? `看得到您的姓名和电话。需要的帮助${one.sharedNeeds.length > 0 ? `看得到：${one.sharedNeeds.join('、')}` : '看不到'}。`
              : '看不到。单位只看到一个编号。'}
            残疾类别和等级从来看不到。
          </p>
          <Actions>
            <LinkButton href={`${hrefOf(one)}/contact`} kind={one.released || waits ? 'second' : 'first'}>
              {one.released ? '改给单位看的内容' : '让单位看到我'}
            </LinkButton>
          </Actions>
          {one.released && (
            <PostForm action={`${hrefOf(one)}/withhold`} csrf={csrf}>
              <Button kind="second">不让单位再看</Button>
            </PostForm>
          )}
        </>
      )}
      {one.declinable && (
        <Actions>
          <LinkButton href={`${hrefOf(one)}/decline`} kind="second">
            我不去
          </LinkButton>
        </Actions>
      )}
      {one.withdrawable && (
        <PostForm action={`${hrefOf(one)}/withdraw`} csrf={csrf}>
          <Button kind="second">撤回这个申请</Button>
        </PostForm>
      )}
      <p>
        <a class="phone" href={`/me/jobs/${one.post.id}`}>
          看这个岗位
        </a>
      </p>
    </Page>
  );
}

/** 我不去: with a reason; those that are never counted are named first. */
export function DeclinePage({ frame, csrf, one, form }: Shared & { form: FormState }): VNode {
  return (
    <Page
      frame={frame}
      title="我不去"
      service={one.post.title}
      wrong={form.problems.length > 0}
      crumbs={[LIST, { href: hrefOf(one), text: one.post.title }]}
    >
      <ErrorSummary form={form} />
      <p>原因只有残联看得到，单位看不到。</p>
      {one.referred && <p>前五种原因不算拒绝。别的原因，公益性岗位可能要记次数。</p>}
      <PostForm action={`${hrefOf(one)}/decline`} csrf={csrf}>
        <Radios form={form} name="reason" label="为什么不去" choices={REASONS} />
        <Textarea form={form} name="reasonText" label="想多说几句" limit={MAX_REASON} optional />
        <Actions>
          <Button kind="danger">告诉单位我不去</Button>
          <LinkButton href={hrefOf(one)} kind="second">
            再想想
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 让单位看到我: name and phone, and of the needs what the person wants. */
export function ContactPage({
  frame,
  csrf,
  one,
  form,
  needs,
}: Omit<Shared, 'one'> & {
  one: Contact['myApplication'];
  needs: Contact['applicationNeeds'];
  form: FormState;
}): VNode {
  return (
    <Page
      frame={frame}
      title="让单位看到我"
      service={one.post.title}
      wrong={form.problems.length > 0}
      crumbs={[LIST, { href: hrefOf(one), text: one.post.title }]}
    >
      <ErrorSummary form={form} />
      <p>单位会看到您的姓名和这个电话。随时可以收回。</p>
      <PostForm action={`${hrefOf(one)}/contact`} csrf={csrf}>
        <TextInput
          form={form}
          name="contactPhone"
          label="手机号"
          type="tel"
          mode="tel"
          autocomplete="tel"
          width="w10"
          maxLength={11}
        />
        <Radios form={form} name="contactWay" label="单位怎么联系您" choices={WAYS} />
        <h2>需要什么帮助</h2>
        <p>
          每一样都由您定。资料里选了给单位看的，约了面试，单位也看得到；在这里选「只给辅导员看」，这个单位就看不到。
        </p>
        <NeedFields form={form} choices={withSaid(needs, one)} />
        <Actions>
          <Button>同意让单位看到</Button>
          <LinkButton href={hrefOf(one)} kind="second">
            先不
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
