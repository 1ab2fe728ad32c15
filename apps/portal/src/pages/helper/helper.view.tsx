import type { VNode } from 'preact';
import {
  Button,
  Card,
  CardList,
  dayText,
  Empty,
  Facts,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  TaskList,
} from '@tongxing/ui';
import type { HelperQuery, LogRowFragment } from '../../gql/generated.js';
import { LogList } from '../helpers/helpers.view.js';

type Helped = HelperQuery['peopleIHelp'][number];

/** What each scope leads to. */
const TASKS: Readonly<Record<string, { href: string; text: string }>> = {
  POSTS: { href: '/me/jobs', text: '看推荐的岗位' },
  APPLY: { href: '/me/applications', text: '看岗位申请，撤回申请' },
  PAPERS: { href: '/me/grants', text: '看补贴，申请补贴' },
};

/** 代办: whom I help now, and whom I could. */
export function HelperPage(props: { frame: Frame; csrf: string; people: readonly Helped[] }): VNode {
  const now = props.people.find(({ acting }) => acting);
  const others = props.people.filter(({ acting }) => !acting);
  return (
    <Page frame={props.frame} title="代办">
      {now && <NowPart person={now} />}
      {others.length > 0 && <h2>{now ? '换一个人' : '请您帮忙的人'}</h2>}
      {others.length > 0 && !now && <p>先选一个人，再办他的事。</p>}
      {props.people.length === 0 && <Nobody />}
      <CardList>
        {others.map((person) => (
          <Card key={person.personId} level={3} title={person.name}>
            <Facts rows={factsOf(person)} />
            <PostForm action="/helper/start" csrf={props.csrf} hidden={{ person: person.personId }}>
              <Button kind={now ? 'second' : 'first'}>帮 {person.name} 办事</Button>
            </PostForm>
          </Card>
        ))}
      </CardList>
      <p>
        <a class="phone" href="/helper/log">
          看我办过什么
        </a>
      </p>
    </Page>
  );
}

const factsOf = ({ placeName, birthYear, scopes, until }: Helped): readonly (readonly [string, string])[] => [
  ['住在', placeName],
  ['出生', `${birthYear}年`],
  ['能办', scopes.map(({ text }) => text).join('、')],
  ['到期', dayText(until)],
];

function NowPart({ person }: { person: Helped }): VNode {
  const tasks = person.scopes.flatMap(({ code, text }) => {
    const task = TASKS[code];
    return task ? [{ ...task, status: text }] : [];
  });
  return (
    <>
      <h2>现在帮 {person.name}</h2>
      <TaskList tasks={tasks} />
      <p>每办一件，{person.name}都会收到消息。</p>
      <p>收款账户、请别人代办，要本人自己办。</p>
    </>
  );
}

/** Nobody yet: how to be named. */
const Nobody = (): VNode => (
  <Empty text="现在没有人请您代办。">
    <p>请本人登录，在「帮我办事的人」里登记您。</p>
    <p>本人不会用手机，可以请村里的专职委员登记。</p>
    <p>登记时，要说您的手机号或账号名。</p>
    <LinkButton href="/help" kind="second">
      找人帮忙
    </LinkButton>
  </Empty>
);

/** 代办记录: what I did for others. */
export const HelperLogPage = (props: {
  frame: Frame;
  total: number;
  log: readonly LogRowFragment[];
  next?: string;
  first?: string;
}): VNode => (
  <Page frame={props.frame} title="代办记录" crumbs={[{ href: '/helper', text: '代办' }]} readable>
    {props.total === 0 ? (
      <Empty text="还没有记录。办了什么，都会写在这里。" />
    ) : (
      <>
        <p>一共 {props.total} 条，最新的在前。本人也看得到。</p>
        <LogList rows={props.log} forWhom next={props.next} first={props.first} />
      </>
    )}
  </Page>
);
