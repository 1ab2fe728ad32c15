import { Actions, LinkButton } from '@tongxing/ui';
import type { VNode } from 'preact';
import type { OpeningsFragment } from '../../../gql/generated.js';

/** Where one goes to loosen what keeps posts away, and how the link is called. */
const LOOSEN: Readonly<Record<string, readonly [href: string, text: string]>> = {
  'H-COMMUTE': ['/me/profile/places', '改能去的地方'],
  'H-ACCESS': ['/me/access-needs', '看我需要的便利'],
  'H-SKILL': ['/me/profile/skills', '改会做的事'],
  'H-LICENCE': ['/me/profile/licences', '填我的证照'],
  'H-TARGET': ['/me/profile/work', '改想做的工作'],
};

/** Moves shown; the rest open little. */
const MOST = 5;

/** 怎样多一些岗位: what keeps most posts away, and the moves that open most. */
export function OpeningsSection({ openings, own = true }: { openings: OpeningsFragment; own?: boolean }): VNode | null {
  const [most] = openings.blockedBy;
  if (most === undefined) return null;
  const way = own ? LOOSEN[most.rule] : undefined;
  return (
    <section>
      <h2>怎样多一些岗位</h2>
      <p>
        本市在招的有 {openings.looked} 个。挡住最多的是{most.word}，有 {most.posts} 个
        {most.alone > 0 && `，其中 ${most.alone} 个只差这一条`}。
      </p>
      {openings.opens.length > 0 && (
        <ul>
          {openings.opens.slice(0, MOST).map(({ says, postsOpened, atBest }) => (
            <li key={says}>
              {says}：{atBest ? '最多能多' : '能多'} {postsOpened} 个岗位
            </li>
          ))}
        </ul>
      )}
      {own && (
        <Actions>
          {way && <LinkButton href={way[0]}>{way[1]}</LinkButton>}
          <LinkButton href="/help" kind="second">
            请辅导员帮我想办法
          </LinkButton>
        </Actions>
      )}
    </section>
  );
}
