import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
  DataTable,
  dayText,
  Empty,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  shortDay,
  TextInput,
} from '@tongxing/ui';
import type { PublicRoundQuery, PublicRoundsQuery } from '../../../gql/generated.js';
import { CutOffTable, TierTable } from '../../rounds/rounds.parts.js';
import { rangeText } from '../../rounds/rounds.words.js';

type Row = PublicRoundsQuery['allocationRounds']['edges'][number]['node'];
type Round = PublicRoundQuery['publishedRound'];

const LIST = '/rounds';
export const VERIFIER = 'verify-certificate.mjs';
/** The program for what came after; it stands beside the other. */
export const CHAIN_VERIFIER = 'verify-continuation.mjs';

/** What was published, the newest first. */
export function PublicRoundsPage(props: { frame: Frame; rows: readonly Row[]; next?: string; first?: string }): VNode {
  return (
    <Page frame={props.frame} title="公益性岗位分配结果">
      <p>这里只有号和录到哪里，没有姓名。谁都可以核对。</p>
      {props.rows.length === 0 ? (
        <Empty text="还没有公布过分配结果。">
          <Actions>
            <LinkButton href="/jobs">看全部岗位</LinkButton>
          </Actions>
        </Empty>
      ) : (
        <CardList>
          {props.rows.map((row) => (
            <Card key={row.id} href={`${LIST}/${row.id}`} title={row.title}>
              <p>
                {row.divisionName}，{rangeText(row.posts, row.seats)}，{row.entrants} 个号
              </p>
              <p>{row.publishedOn && `${shortDay(row.publishedOn)}公布`}</p>
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One result: cut-offs, what the certificate says, the draw, and how to check all of it. */
export function PublicRoundPage(props: { frame: Frame; form: FormState; round: Round; ticket?: string }): VNode {
  const { round, ticket } = props;
  const placed = round.byChoice.reduce((sum, count) => sum + count, 0);
  return (
    <Page
      frame={props.frame}
      title={round.title}
      service="公益性岗位分配结果"
      crumbs={[{ href: LIST, text: '公益性岗位分配结果' }]}
    >
      <p>
        {round.divisionName}，{dayText(round.publishedOn)}公布。
      </p>
      <h2>每个岗位录到哪里</h2>
      <CutOffTable posts={round.posts} />
      <h2>谁在前面</h2>
      <TierTable tiers={round.tiers} />
      <h2>查自己的号</h2>
      <form method="get" action={`${LIST}/${round.id}`}>
        <TextInput
          form={props.form}
          name="ticket"
          label="票号"
          hint="T 开头的 17 位，在您的「岗位分配」里"
          autocomplete="off"
          width="w20"
          maxLength={64}
        />
        <Button kind="second">查找</Button>
      </form>
      {ticket && <Own round={round} ticket={ticket} />}
      <h2>这次分得怎么样</h2>
      <Facts
        rows={[
          ['一共', `${round.entrants} 个号`],
          ['分到岗位', `${placed} 人`],
          ...round.byChoice.map((count, index) => [`第${index + 1}志愿`, `${count} 人`] as const),
          ['填了没分到', `${round.unplaced} 人`],
          ['排在前面却没分到的', `${round.justifiedEnvy} 人（应当是 0）`],
          ['有人要却空着的名额', `${round.waste} 个（应当是 0）`],
        ]}
      />
      <h2>怎么摇的号</h2>
      <p>公告时定下种子，只公布它的哈希值。摇号那天加上公开数值，谁也改不了。</p>
      <Facts
        rows={[
          ['公开数值', round.source],
          ['公布的数', `${round.value}${round.valueFrom === 'FALLBACK' ? '（用的是备用的）' : ''}`],
          ['种子', <span class="code">{round.seed}</span>],
          ['承诺值', <span class="code">{round.commitment}</span>],
        ]}
      />
      <p>把「种子|公开的数|轮次|票号」连起来算 SHA-256，从小到大排，就是号。</p>
      <p>
        轮次：<span class="code">{round.id}</span>
      </p>
      <Continuations round={round} />
      <Check round={round} />
    </Page>
  );
}

const Own = ({ round, ticket }: { round: Round; ticket: string }): VNode =>
  round.ticketNumber === null ? (
    <Notice tone="warn">
      <p>没有这个票号：{ticket}。请看看有没有写错。</p>
    </Notice>
  ) : (
    <Notice tone="ok" title={`票号 ${ticket} 是 ${round.ticketNumber} 号`}>
      <p>从第一志愿看起：您的档和号排在「录到哪里」前面或正好，就录取。</p>
      <p>没有排到，再看下一个志愿。哪个都没有排到，就没有分到。</p>
    </Notice>
  );

/** 接续: how seats that were given back went on, without names. */
const Continuations = ({ round }: { round: Round }): VNode | null =>
  round.continuations.length === 0 ? null : (
    <>
      <h2>有人退出以后</h2>
      <p>有人不去，名额按原来的号、原来的顺序、原来的志愿接着分。答应了的人不动；开始签合同以后，有名额的人都不动。</p>
      <DataTable
        caption={`接着分了 ${round.continuations.length} 次`}
        rows={round.continuations}
        rowId={({ serial }) => `c-${serial}`}
        columns={[
          { title: '次', cell: ({ serial }) => `第${serial}次` },
          { title: '哪天', whole: true, cell: ({ on }) => shortDay(on) },
          { title: '退出', number: true, cell: ({ left }) => left },
          { title: '不动的', number: true, cell: ({ held }) => held },
          { title: '换到或分到', number: true, cell: ({ moved }) => moved },
          { title: '还在等', number: true, cell: ({ waiting }) => waiting },
          { title: '该得没得', number: true, cell: ({ justifiedEnvy }) => justifiedEnvy },
          { title: '没再往上换', number: true, cell: ({ stayed }) => stayed },
        ]}
      />
      <Facts
        rows={round.continuations.map(({ serial, hash }) => [
          `第${serial}次的哈希值`,
          <span class="code">{hash}</span>,
        ])}
      />
    </>
  );

/** The files and the program. */
const Check = ({ round }: { round: Round }): VNode => (
  <>
    <h2>自己用程序核对</h2>
    <ol>
      <li>下载下面两个文件，放在一个文件夹里。</li>
      <li>电脑上要有 Node.js 20 或更新的版本。</li>
      <li>
        打开命令行，运行：
        <span class="code">node {VERIFIER} 证书文件.json</span>
      </li>
      <li>
        要核对自己的结果，登录后在「岗位分配」里下载我的文件，再运行：
        <span class="code">node {VERIFIER} 证书文件.json 我的文件.json</span>
      </li>
    </ol>
    {round.continuations.length > 0 && (
      <p>
        有人退出以后接着分的，再下载接续核对程序，放在一起，运行：
        <span class="code">node {CHAIN_VERIFIER} 证书文件.json</span>
      </p>
    )}
    <Actions>
      <LinkButton href={`${LIST}/${round.id}/file`} kind="second" download>
        下载分配证书
      </LinkButton>
      <LinkButton href={`${LIST}/verifier`} kind="second" download>
        下载核对程序
      </LinkButton>
      {round.continuations.length > 0 && (
        <LinkButton href={`${LIST}/verifier-continuation`} kind="second" download>
          下载接续核对程序
        </LinkButton>
      )}
    </Actions>
    <Facts
      rows={[
        ['办法', round.rulesVersion],
        ['模拟报告的哈希值', <span class="code">{round.simulationHash}</span>],
        ['名册的哈希值', <span class="code">{round.rosterHash}</span>],
        ['志愿的哈希值', <span class="code">{round.choicesHash}</span>],
        ['结果的哈希值', <span class="code">{round.resultHash}</span>],
        ['证书的哈希值', <span class="code">{round.hash}</span>],
      ]}
    />
  </>
);
