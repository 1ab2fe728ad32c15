import {
  Actions,
  Button,
  Card,
  CardList,
  Checkboxes,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  Select,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import { Parts } from '../seeker/profile/own.view.js';
import type { Licence, LicencePlace, Licences } from './licences.form.js';

const STATES: Readonly<Record<string, { text: string; tone: 'ok' | 'warn' | 'plain' }>> = {
  SEEN: { text: '看过证件', tone: 'ok' },
  UNSEEN: { text: '还没看过证件', tone: 'warn' },
  EXPIRED: { text: '过期了', tone: 'warn' },
};

interface Props {
  frame: Frame;
  csrf: string;
  place: LicencePlace;
  person: Licences;
  form: FormState;
}

/** What is said where nobody was asked for all of them yet. */
function noneLeft({ mine }: LicencePlace, some: boolean): string {
  if (mine) return some ? '就这些，没有别的了' : '我没有证照';
  return some ? '问过了，就这些' : '问过了，没有证照';
}

/** 证照: what is held, who looked at it, and whether that is all. */
export function LicencesPage({ frame, csrf, place, person, form }: Props): VNode {
  const { licences, all, mayWrite } = person;
  const some = licences.length > 0;
  return (
    <Page
      frame={frame}
      title={place.mine ? '我的证照' : '证照'}
      service={place.service}
      crumbs={place.crumbs}
      wrong={form.problems.length > 0}
    >
      {place.mine && <Parts frame={frame} path={place.base} />}
      <ErrorSummary form={form} />
      <p>
        {place.mine
          ? '岗位要的驾驶证、电工证这些，写在这里。再把证带给就业辅导员看一看，看过了才作数。'
          : '本人说有的，先记下。看过证件，和写的一样，再按「看过了」。'}
      </p>
      {!some && <Empty text={all ? '登记了：没有证照。' : '还没有登记证照。'} />}
      <CardList>
        {licences.map((licence) => (
          <Card
            key={licence.id}
            title={licence.kind}
            {...(STATES[licence.state] ? { tag: STATES[licence.state] } : {})}
          >
            <LicenceFacts licence={licence} mine={place.mine} />
            {mayWrite && !place.mine && licence.state === 'UNSEEN' && (
              <PostForm
                action={`${place.base}/${licence.id}/seen`}
                csrf={csrf}
                hidden={{ version: String(licence.version) }}
              >
                <Button kind="second">看过了：{licence.kind}</Button>
              </PostForm>
            )}
            {mayWrite && (
              <p>
                <a class="phone" href={`${place.base}/${licence.id}`}>
                  改：{licence.kind}
                </a>
              </p>
            )}
          </Card>
        ))}
      </CardList>
      {all && some && <p>登记了：就这些，没有别的证照。有了新的，随时加。</p>}
      {mayWrite && (
        <>
          <Actions>
            <LinkButton href={`${place.base}/new`}>加一张证</LinkButton>
          </Actions>
          {!all && (
            <>
              <h2>{some ? '还有别的吗' : '没有证照吗'}</h2>
              <p>没问清的，要证照的岗位都算「还要核对」。说清了，推荐就准。</p>
              <PostForm action={`${place.base}/all`} csrf={csrf}>
                <Button kind="second">{noneLeft(place, some)}</Button>
              </PostForm>
            </>
          )}
        </>
      )}
      {!frame.acting && (
        <p>
          <a class="phone" href={place.home}>
            {place.mine ? '回到我的资料' : `回到${person.name}的档案`}
          </a>
        </p>
      )}
    </Page>
  );
}

function seenText({ state, seenBy, seenAt }: Licence, mine: boolean): string {
  if (seenAt) return `${seenBy}，${instantText(seenAt)}`;
  if (!mine) return '还没有，本人说的';
  return state === 'EXPIRED' ? '还没有。换了新证，请先改这里' : '还没有，请带给就业辅导员看';
}

const LicenceFacts = ({ licence, mine }: { licence: Licence; mine: boolean }): VNode => (
  <Facts
    rows={[
      ['证号', licence.maskedNumber ?? '没写'],
      ['发证日期', licence.issuedOn ? dayText(licence.issuedOn) : '没写'],
      ['有效到', licence.validUntil ? dayText(licence.validUntil) : '没有期限'],
      ['谁看过证件', seenText(licence, mine)],
    ]}
  />
);

/** One licence: a new one, or one that is put right. */
export function LicencePage(props: Props & { asked: readonly string[]; licence?: Licence }): VNode {
  const { frame, csrf, place, form, licence } = props;
  const kinds = [...new Set([...(licence ? [licence.kind] : []), ...props.asked])];
  const title = licence ? `改${licence.kind}` : '加一张证';
  return (
    <Page
      frame={frame}
      title={title}
      service={place.service}
      crumbs={[...place.crumbs, { href: place.base, text: place.mine ? '我的证照' : '证照' }]}
      wrong={form.problems.length > 0}
      readable
    >
      <ErrorSummary form={form} />
      <PostForm
        action={licence ? `${place.base}/${licence.id}` : `${place.base}/new`}
        csrf={csrf}
        {...(licence ? { hidden: { version: String(licence.version) } } : {})}
      >
        {kinds.length > 0 ? (
          <>
            <Select
              form={form}
              name="kind"
              label="什么证"
              hint="这里的岗位常要的"
              empty="请选"
              choices={kinds.map((kind) => ({ value: kind, text: kind }))}
            />
            <TextInput
              form={form}
              name="other"
              label="上面没有的，写证的名称"
              hint="照证上写，如：中式烹调师证"
              maxLength={30}
              optional
            />
          </>
        ) : (
          <TextInput form={form} name="kind" label="什么证" hint="照证上写，如：中式烹调师证" maxLength={30} />
        )}
        <TextInput
          form={form}
          name="number"
          label="证号"
          hint={licence?.maskedNumber ? `现在登记的是 ${licence.maskedNumber}，不改就空着` : '页面上只显示后四位'}
          autocomplete="off"
          maxLength={40}
          optional
        />
        <DateInput form={form} name="issuedOn" label="发证日期" optional />
        <DateInput
          form={form}
          name="validUntil"
          label="有效到"
          hint="那天还算，第二天起不算。长期有效的空着"
          optional
        />
        {!place.mine && (
          <Checkboxes
            form={form}
            name="seen"
            label="看过证件没有"
            choices={[{ value: 'yes', text: '我看过证件，和这里写的一样' }]}
            optional
          />
        )}
        {place.mine && licence?.seenAt && <p>改了以后，要再请辅导员看一看证件。</p>}
        <Actions>
          <Button>保存</Button>
          <LinkButton href={place.base} kind="second">
            先不改
          </LinkButton>
        </Actions>
      </PostForm>
      {licence && (
        <>
          <h2>写错了，没有这张证</h2>
          <PostForm
            action={`${place.base}/${licence.id}/remove`}
            csrf={csrf}
            hidden={{ version: String(licence.version) }}
          >
            <Button kind="second">删掉{licence.kind}</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}
