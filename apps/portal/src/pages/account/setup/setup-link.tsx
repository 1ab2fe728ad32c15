import { Actions, type Frame, LinkButton, Notice, Page } from '@tongxing/ui';
import type { VNode } from 'preact';
import type { Visit } from '../../../http/visit.js';

/** Where somebody sets up an account; the token is shown once, so no address of ours and no cookie may hold it. */
export const setupLink = ({ request }: Visit, token: string): string =>
  `${request.protocol}://${request.headers.host ?? ''}/setup?link=${encodeURIComponent(token)}`;

/** 设置链接: shown once, to whoever hands it on. */
export function SetupLinkPage(props: {
  frame: Frame;
  crumb: { href: string; text: string };
  name: string;
  link: string;
  /** what else has to happen before the account can be used */
  note?: string | null;
  back: { href: string; text: string };
}): VNode {
  return (
    <Page frame={props.frame} title="请把设置链接交给本人" crumbs={[props.crumb]}>
      <Notice tone="warn">
        <p>这个链接只出现这一次，3 天内有效，用一次就作废。请当面或用可靠的办法交给{props.name}。</p>
      </Notice>
      <p>
        <code>{props.link}</code>
      </p>
      <p>本人打开链接，自己定密码、设动态码。您不会知道密码。</p>
      {props.note && <p>{props.note}</p>}
      <Actions>
        <LinkButton href={props.back.href}>{props.back.text}</LinkButton>
      </Actions>
    </Page>
  );
}
