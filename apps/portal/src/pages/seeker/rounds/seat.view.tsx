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
  Notice,
  Page,
  PostForm,
  Radios,
  Textarea,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { MySeatViewFragment } from '../../../gql/generated.js';

type Offer = NonNullable<MySeatViewFragment['offer']>;

const LIST = '/me/rounds';
const MAX_REASON = 200;
const REASONS = Object.entries(DECLINE_REASONS).map(([value, text]) => ({ value, text }));

/** 我的名额: what is offered, until when, and where one waits. */
export function SeatSection({ roundId, seat }: { roundId: string; seat: MySeatViewFragment }): VNode {
  const { offer, queues, left, canLeave } = seat;
  const here = `${LIST}/${roundId}`;
  return (
    <section aria-labelledby="seat">
      <h2 id="seat">我的名额</h2>
      {offer !== null && <OfferNotice offer={offer} here={here} />}
      {offer === null && left && <p>您说过不再排了。不影响您申请别的岗位。</p>}
      {offer === null && !left && <p>现在没有名额给您。有人退出，就按顺序给下一位，会发消息。</p>}
      {queues.length > 0 && (
        <>
          <h3>{offer === null ? '我排在哪里' : '更想去的岗位，我排在哪里'}</h3>
          <ul>
            {queues.map(({ postId, title, ahead }) => (
              <li key={postId}>
                {title}：{ahead === 0 ? '您排在最前面' : `前面还有 ${ahead} 个人`}
              </li>
            ))}
          </ul>
        </>
      )}
      {canLeave && (
        <p>
          <a class="phone" href={`${here}/leave`}>
            {offer?.state === 'ACCEPTED' ? '去不了了，退回名额' : '不再排了'}
          </a>
        </p>
      )}
    </section>
  );
}

function OfferNotice({ offer, here }: { offer: Offer; here: string }): VNode {
  if (offer.state !== 'OPEN')
    return (
      <Notice tone={['ACCEPTED', 'BEGUN'].includes(offer.state) ? 'ok' : 'plain'} title={offer.stateText}>
        <p>
          岗位「{offer.title}」，{offer.employerName}。
        </p>
        {offer.state === 'ACCEPTED' && <p>哪天上岗，等单位和乡镇告诉您。</p>}
        {offer.state === 'RELEASED' && <p>找了几次没有找到您。不算拒绝，不服的请打 12385。</p>}
      </Notice>
    );
  return (
    <Notice tone="warn" title={`岗位「${offer.title}」给您留了一个名额`}>
      <p>
        {offer.employerName}，{offer.divisionName}。
      </p>
      {offer.late ? (
        <p>答复的日子（{dayText(offer.lastDay)}）过了，名额还在，现在还可以答复。会有人上门问您。</p>
      ) : (
        <p>请在{dayText(offer.lastDay)}前（这一天也算）答复。没答复不算拒绝，会有人上门问您。</p>
      )}
      <Actions>
        <LinkButton href={`${here}/yes`}>我去</LinkButton>
        <LinkButton href={`${here}/no`} kind="second">
          我不去
        </LinkButton>
      </Actions>
    </Notice>
  );
}

interface Shared {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  round: { id: string; title: string };
}

const crumbsOf = ({ id, title }: Shared['round']) => [
  { href: LIST, text: '岗位分配' },
  { href: `${LIST}/${id}`, text: title },
];

/** 我去: read once more, then one press. */
export function AcceptSeatPage({ frame, csrf, once, form, round, offer }: Shared & { offer: Offer }): VNode {
  return (
    <Page
      frame={frame}
      title="答应去这个岗位"
      service={round.title}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(round)}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['岗位', offer.title],
          ['单位', offer.employerName],
          ['地点', offer.divisionName],
        ]}
      />
      <p>答应以后，这个名额就是您的，也不再换到别的岗位。</p>
      <p>哪天上岗，等单位和乡镇告诉您。</p>
      <PostForm action={`${LIST}/${round.id}/yes`} csrf={csrf} once={once} hidden={{ offer: offer.id }}>
        <Actions>
          <Button>我答应去</Button>
          <LinkButton href={`${LIST}/${round.id}`} kind="second">
            再想想
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 我不去, 退回名额: with a reason; those that are never counted are named first. */
export function DeclineSeatPage(props: Shared & { offer: Offer; way: 'no' | 'leave' }): VNode {
  const { form, round, offer, way } = props;
  return (
    <Page
      frame={props.frame}
      title={way === 'no' ? '我不去' : '退回名额'}
      service={round.title}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(round)}
    >
      <ErrorSummary form={form} />
      <p>
        岗位「{offer.title}」，{offer.employerName}。
      </p>
      <p>说了不去，名额就给下一位，这一轮也不再给您排。</p>
      <p>前五种原因不算拒绝。别的原因，可能要记一次。原因单位看不到。</p>
      <PostForm action={`${LIST}/${round.id}/${way}`} csrf={props.csrf} once={props.once} hidden={{ offer: offer.id }}>
        <Radios form={form} name="reason" label="为什么不去" choices={REASONS} />
        <Textarea form={form} name="reasonText" label="想多说几句" limit={MAX_REASON} optional />
        <Actions>
          <Button kind="danger">{way === 'no' ? '我不去' : '退回名额'}</Button>
          <LinkButton href={`${LIST}/${round.id}`} kind="second">
            再想想
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 不再排了: nothing is asked, for nothing was given. */
export function WaitNoMorePage({ frame, csrf, once, form, round }: Shared): VNode {
  return (
    <Page
      frame={frame}
      title="不再排了"
      service={round.title}
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(round)}
    >
      <ErrorSummary form={form} />
      <p>不再排了，有名额空出来也不会给您。这一轮不能再回来。</p>
      <p>不算拒绝，不影响您申请别的岗位。</p>
      <PostForm action={`${LIST}/${round.id}/leave`} csrf={csrf} once={once}>
        <Actions>
          <Button kind="danger">不再排了</Button>
          <LinkButton href={`${LIST}/${round.id}`} kind="second">
            继续排
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
