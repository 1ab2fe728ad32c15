import type { ComponentChildren, VNode } from 'preact';
import { words } from '../words/zh.js';

/** 阅读设置: a cookie, rendered by the server; they add to the browser's own zoom. */
export interface Reading {
  size: 'normal' | 'large' | 'huge';
  theme: 'auto' | 'light' | 'dark' | 'contrast';
}

/** A link of the main navigation, the crumbs or the footer. `href` is a local path. */
export interface NavLink {
  href: string;
  text: string;
}

/** What the frame of every page needs to know of the request. Views stay pure functions of it. */
export interface Frame {
  /** 同心县; empty on pages that belong to no county. */
  county: string;
  /** The county office's own phone, when it is known. */
  countyPhone?: string;
  /** Path of the page, for the current mark of the navigation and the way back from a setting. */
  path: string;
  reading: Reading;
  nav: readonly NavLink[];
  /** Who is signed in. */
  viewer?: { name: string; role: string };
  /** 代办: whom the viewer acts for. */
  acting?: { name: string; ended: boolean };
  /** Token for the forms of this session. */
  csrf: string;
  /** Addresses of the static files. */
  styles: string;
  script?: string;
  /** Demo mode says so on every page, with the demo day when it was moved. */
  demo?: { today?: string };
  /** One sentence left by the page before: 已保存. */
  flash?: string;
}

interface PageProps {
  frame: Frame;
  /** Becomes the h1 and the first part of the title. */
  title: string;
  /** Second part of the title: the service this step belongs to. */
  service?: string;
  crumbs?: readonly NavLink[];
  /** A page that shows errors says so in its title. */
  wrong?: boolean;
  /** Offers 朗读 where the browser can. */
  readable?: boolean;
  /** The h1 is inside the children (a question page whose legend is the h1). */
  ownHeading?: boolean;
  children: ComponentChildren;
}

const FEEDBACK = '/feedback';

/** Who has trouble with a page need not say which one it was. */
const feedbackFrom = (path: string): string =>
  path.startsWith(FEEDBACK) ? FEEDBACK : `${FEEDBACK}?from=${encodeURIComponent(path)}`;

/** The footer's links; each leads to a page that exists. */
const FOOT: readonly NavLink[] = [
  { href: '/a11y', text: words.frame.a11y },
  { href: FEEDBACK, text: words.frame.feedback },
  { href: '/help', text: words.frame.help },
  { href: '/privacy', text: words.frame.privacy },
  { href: '/who-may', text: words.frame.whoMay },
];

/** The footer's links of who is signed in. */
const OWN: readonly NavLink[] = [{ href: '/account/sessions', text: words.frame.sessions }];

const isCurrent = (href: string, path: string): boolean =>
  path === href || (href.length > 1 && path.startsWith(`${href}/`));

/** The longest link that holds the path is the current one: /me/jobs wins over /me. */
function currentLink(links: readonly NavLink[], path: string): string | undefined {
  return links
    .map((link) => link.href)
    .filter((href) => isCurrent(href, path))
    .sort((a, b) => b.length - a.length)[0];
}

/** 代办: on every page, before all else, whose matters these are and the way out. */
export function HelperBanner({ acting, csrf }: { acting: NonNullable<Frame['acting']>; csrf: string }): VNode {
  const { name, ended } = acting;
  return (
    <section class={ended ? 'acting ended' : 'acting'} aria-label={words.helper.banner}>
      <div class="wrap">
        <p>{ended ? words.helper.ended(name) : words.helper.acting(name)}</p>
        <form method="post" action="/helper/stop">
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit" class="btn second">
            {ended ? words.helper.back : words.helper.stop}
          </button>
        </form>
      </div>
    </section>
  );
}

/** Switches one reading size; a preference only, so an Origin check is enough and public pages stay cacheable. */
function SizeButton({ frame }: { frame: Frame }): VNode {
  const larger = frame.reading.size === 'normal';
  return (
    <form method="post" action="/settings/reading">
      <input type="hidden" name="back" value={frame.path} />
      <input type="hidden" name="size" value={larger ? 'large' : 'normal'} />
      <button type="submit" class="quiet">
        {larger ? words.frame.larger : words.frame.smaller}
      </button>
    </form>
  );
}

function Header({ frame }: { frame: Frame }): VNode {
  return (
    <header class="top">
      <div class="wrap">
        <a class="site" href="/">
          {frame.county}
          {words.site.service}
        </a>
        <div class="tools">
          <SizeButton frame={frame} />
          <a class="quiet" href={`/settings/reading?back=${encodeURIComponent(frame.path)}`}>
            {words.frame.reading}
          </a>
          {frame.viewer && (
            <form method="post" action="/logout">
              <input type="hidden" name="csrf" value={frame.csrf} />
              <button type="submit" class="quiet">
                {words.frame.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}

function Nav({ frame }: { frame: Frame }): VNode {
  const current = currentLink(frame.nav, frame.path);
  return (
    <nav class="nav" aria-label={words.frame.nav}>
      <div class="wrap">
        <ul>
          {frame.nav.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link.href === current ? 'page' : undefined}>
                {link.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/**
 * 快要退出: there from the start, shown by the style sheet when a session has five idle minutes left, so that it needs no script.
 * Its link opens beside the page: what is half filled in stays.
 */
function EndsSoon(): VNode {
  return (
    <div class="soon" role="status">
      <p>
        {words.frame.endsSoon}
        <a href="/session/ending" target="_blank" rel="noopener">
          {words.frame.stay}
        </a>
        {words.frame.keptAnyway}
      </p>
    </div>
  );
}

function Crumbs({ links }: { links: readonly NavLink[] }): VNode {
  return (
    <nav class="crumbs" aria-label={words.frame.crumbs}>
      <ol>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const digits = (phone: string): string => phone.replace(/[^0-9+]/g, '');

function Phone({ number, label }: { number: string; label: string }): VNode {
  return (
    <p>
      <a class="phone" href={`tel:${digits(number)}`}>
        {label}
      </a>
    </p>
  );
}

function Footer({ frame }: { frame: Frame }): VNode {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>{words.frame.call}</p>
        <Phone number="12385" label={words.site.hotline} />
        <Phone number="12345" label={words.site.cityline} />
        {frame.countyPhone && (
          <Phone number={frame.countyPhone} label={`${words.site.office(frame.county)} ${frame.countyPhone}`} />
        )}
        <ul>
          {[...(frame.viewer ? OWN : []), ...FOOT].map((link) => (
            <li key={link.href}>
              <a href={link.href === FEEDBACK ? feedbackFrom(frame.path) : link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
        {frame.demo && <p>{words.frame.demo}</p>}
        <p class="paper-only">{frame.path}</p>
      </div>
    </footer>
  );
}

/** A whole page: skip link, header with reading bar, navigation, crumbs, status region, one h1, footer. */
export function Page(props: PageProps): VNode {
  const { frame, title, service, crumbs } = props;
  const site = `${frame.county}${words.site.service}`;
  const acting = frame.acting && !frame.acting.ended ? words.helper.title(frame.acting.name) : undefined;
  const parts = [`${props.wrong ? words.frame.wrongTitle : ''}${title}`, acting, service, site].filter(Boolean);
  return (
    <html
      lang="zh-CN"
      data-size={frame.reading.size === 'normal' ? undefined : frame.reading.size}
      data-theme={frame.reading.theme === 'auto' ? undefined : frame.reading.theme}
    >
      <head>
        <meta charset="utf-8" />
        <title>{parts.join(' - ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={frame.styles} />
        {frame.script && <script type="module" src={frame.script} />}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.frame.skip}
        </a>
        {frame.acting && <HelperBanner acting={frame.acting} csrf={frame.csrf} />}
        <Header frame={frame} />
        <Nav frame={frame} />
        {frame.viewer && <EndsSoon />}
        <div class="wrap">
          {crumbs && crumbs.length > 0 && <Crumbs links={crumbs} />}
          <main id="main" tabIndex={-1} data-read={props.readable ? 'yes' : undefined}>
            <div id="status" role="status">
              {frame.flash && (
                <div class="notice ok">
                  <p>{frame.flash}</p>
                </div>
              )}
            </div>
            {!props.ownHeading && <h1>{title}</h1>}
            {props.children}
          </main>
        </div>
        <Footer frame={frame} />
      </body>
    </html>
  );
}
