import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  ErrorSummary,
  Facts,
  FileInput,
  type FormState,
  type Frame,
  instantText,
  LinkButton,
  Page,
  PostForm,
  Radios,
  StatusTag,
  TextInput,
} from '@tongxing/ui';
import type { PersonConsentsQuery, SaidRowFragment, StandingRowFragment } from '../../gql/generated.js';
import { CONSENT_STATES } from '../seeker/profile/consent.view.js';
import { type ConsentPlace, OFFICE } from './consents.place.js';

type Person = PersonConsentsQuery['personConsents'];

const WHERE: Readonly<Record<string, string>> = { 网页: '在网页上', 纸上: '在纸上', 电话: '在电话里' };

/** When, how, by whom it was said, and who wrote it down. */
export const saidText = ({ at, channelText, saidByText, recordedByName }: SaidRowFragment): string =>
  `${instantText(at)}，${saidByText}${WHERE[channelText] ?? channelText}说的${recordedByName ? `，${recordedByName}记` : ''}`;

const PaperLink = ({ said }: { said: SaidRowFragment }): VNode | null =>
  said.evidenceId ? (
    <>
      {' '}
      <a href={`/papers/${said.evidenceId}`} download>
        下载{instantText(said.at)}签字的纸
      </a>
    </>
  ) : null;

/** What stands for each purpose, and everything that was ever said. */
export function PersonConsentsPage(props: { frame: Frame; place: ConsentPlace; person: Person }): VNode {
  const { place, person } = props;
  const home = place.consents(person.personId);
  return (
    <Page
      frame={props.frame}
      title={`${person.name}同意了什么`}
      service={place.service}
      crumbs={place.crumbs(person.personId, person.name)}
    >
      <p>
        {person.divisionName}，{person.birthYear}年生。本人或监护人在纸上、电话里、当面说了，记在这里。
      </p>
      <CardList>
        {person.purposes.map((consent) => (
          <Card
            key={consent.purpose}
            title={consent.title}
            tag={CONSENT_STATES[consent.state] ?? { text: consent.state }}
          >
            <p>{consent.newest ? saidText(consent.newest) : consent.state === 'GIVEN' ? '没有说过不要' : '没有记录'}</p>
            <a class="phone" href={`${home}/${consent.purpose}`}>
              记一次：{consent.title}
            </a>
          </Card>
        ))}
      </CardList>
      {place === OFFICE && (
        <Actions>
          <LinkButton href={`/office/people/${person.personId}/jobs`} kind="second">
            看合适的岗位
          </LinkButton>
          <LinkButton href={`/office/people/${person.personId}/refer`} kind="second">
            推荐岗位
          </LinkButton>
          <LinkButton href={`/office/people/${person.personId}/placement`} kind="second">
            登记上岗
          </LinkButton>
          <LinkButton href={`/office/people/${person.personId}/licences`} kind="second">
            证照
          </LinkButton>
          <LinkButton href={`/office/people/${person.personId}/support`} kind="second">
            替他要人帮忙
          </LinkButton>
        </Actions>
      )}
      <h2>说过什么</h2>
      {person.history.length === 0 ? (
        <p>还没有记录。</p>
      ) : (
        <ul>
          {person.history.map((said) => (
            <li key={said.id}>
              {said.given ? '同意' : '不同意'}「{said.title}」：{saidText(said)}
              <PaperLink said={said} />
            </li>
          ))}
        </ul>
      )}
      <p class="hint">记过的不能改，也不能删。记错了，再记一次相反的。</p>
    </Page>
  );
}

/** Reads what is asked for aloud, then writes the answer down. */
export function RecordConsentPage(props: {
  frame: Frame;
  place: ConsentPlace;
  csrf: string;
  uploadToken: string;
  form: FormState;
  person: Person;
  consent: StandingRowFragment;
  /** the signed paper that was just brought in */
  paper?: string;
}): VNode {
  const { place, form, person, consent, paper } = props;
  const home = place.consents(person.personId);
  return (
    <Page
      frame={props.frame}
      title={`记一次：${consent.title}`}
      service={place.service}
      wrong={form.problems.length > 0}
      crumbs={[...place.crumbs(person.personId, person.name), { href: home, text: `${person.name}同意了什么` }]}
    >
      <ErrorSummary form={form} />
      <p>
        现在是 <StatusTag {...(CONSENT_STATES[consent.state] ?? { text: consent.state })} />
        {consent.newest && `，${saidText(consent.newest)}`}
      </p>
      <h2>先念给{person.name}听</h2>
      <Facts
        rows={[
          ['用到什么', consent.data],
          ['为什么', consent.why],
          ['不同意会怎样', consent.without],
        ]}
      />
      <h2>有签字的纸，先传照片</h2>
      {paper ? (
        <p>
          签字的纸传好了。{' '}
          <a href={`/papers/${paper}`} download>
            下载看一眼
          </a>
        </p>
      ) : (
        <PaperForm
          action={`${home}/${consent.purpose}/paper?token=${props.uploadToken}`}
          personId={person.personId}
          form={form}
        />
      )}
      <h2>再照说的记</h2>
      <PostForm
        action={`${home}/${consent.purpose}`}
        csrf={props.csrf}
        {...(paper ? { hidden: { evidenceId: paper } } : {})}
      >
        <Radios
          form={form}
          name="given"
          label="同意吗"
          choices={[
            { value: 'yes', text: '同意' },
            { value: 'no', text: '不同意，或者收回同意' },
          ]}
        />
        <Radios
          form={form}
          name="channel"
          label="怎么说的"
          choices={[
            { value: 'PAPER', text: '纸上', hint: '有本人签名或手印' },
            { value: 'CALL', text: '电话' },
            { value: 'FACE', text: '当面' },
          ]}
        />
        <Radios
          form={form}
          name="saidBy"
          label="谁说的"
          choices={[
            { value: 'SELF', text: '本人' },
            { value: 'GUARDIAN', text: '监护人', hint: '要核对证件，下面再选一项' },
          ]}
        />
        <Radios
          form={form}
          name="guardianBasis"
          label="凭什么是监护人"
          hint="监护人说的才选"
          optional
          choices={[
            { value: 'MINOR', text: '本人未成年，是父母或法定监护人' },
            { value: 'KIN', text: '本人已成年，是法定的近亲属' },
            { value: 'COURT', text: '法院指定的' },
            { value: 'APPOINTED', text: '村委会、居委会或民政局指定的' },
          ]}
        />
        <Actions>
          <Button>记下</Button>
          <LinkButton href={home} kind="second">
            先不记
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 签字的纸. The limits come before the choice. */
const PaperForm = (props: { action: string; personId: string; form: FormState }): VNode => (
  <form method="post" action={props.action} enctype="multipart/form-data">
    <input type="hidden" name="personId" value={props.personId} />
    <input type="hidden" name="purpose" value="CONSENT" />
    <FileInput
      form={props.form}
      name="file"
      label="照片或 PDF"
      hint="没有纸就不用传。不超过 10 MB，字要看得清，不要拍到别人的证件"
      accept="image/jpeg,image/png,application/pdf"
      optional
    />
    <Actions>
      <Button kind="second">传这张纸</Button>
    </Actions>
  </form>
);

/** 找一个人, by a whole number: nobody leafs through the register. */
export function FindPersonPage(props: { frame: Frame; csrf: string; form: FormState }): VNode {
  const { form } = props;
  return (
    <Page frame={props.frame} title="找一个人" service="工作台" wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <p>找到以后，可以看这个人同意了什么，记下新说的。</p>
      <PostForm action="/office/people" csrf={props.csrf}>
        <TextInput
          form={form}
          name="number"
          label="身份证号或残疾人证号"
          hint="要填完整的号"
          autocomplete="off"
          width="w20"
          maxLength={40}
        />
        <Actions>
          <Button>找</Button>
        </Actions>
      </PostForm>
    </Page>
  );
}
