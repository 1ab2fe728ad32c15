/** What a sign-in comes from. */
export interface Client {
  /** the portal asks in a browser's name */
  viaPortal: boolean;
  /** the person's address: the portal tells it for its visitors */
  address: string;
  /** `Chrome，Windows`; empty when nothing is known */
  agent: string;
}

interface ClientRequest {
  headers: Record<string, string | string[] | undefined>;
  ip?: string | undefined;
}

const MAX_ADDRESS = 60;

const headerOf = ({ headers }: ClientRequest, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** Who asks by this request. What the portal says of its visitor counts only with the portal's key. */
export function clientOf(request: ClientRequest, isPortal: (key: string | undefined) => boolean): Client {
  const viaPortal = isPortal(headerOf(request, 'x-portal-key') || undefined);
  const told = viaPortal ? headerOf(request, 'x-client-address').slice(0, MAX_ADDRESS) : '';
  const agent = headerOf(request, viaPortal ? 'x-client-agent' : 'user-agent');
  return { viaPortal, address: told || (request.ip ?? ''), agent: agentWords(agent) };
}

const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/QQBrowser/i, 'QQ 浏览器'],
  [/360SE|360EE/i, '360 浏览器'],
  [/Edg/i, 'Edge'],
  [/Firefox/i, 'Firefox'],
  [/Chrome/i, 'Chrome'],
  [/Safari/i, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/Android/i, '安卓手机'],
  [/iPhone|iPad/i, '苹果手机'],
  [/Windows/i, 'Windows 电脑'],
  [/Mac OS/i, '苹果电脑'],
  [/Linux/i, 'Linux 电脑'],
];

/** The kind of browser and machine, so that a person recognises a session as their own; no version, nothing that tracks. */
export function agentWords(userAgent: string): string {
  const first = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join('，');
}
