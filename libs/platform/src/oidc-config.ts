import { readFileSync, statSync } from 'node:fs';
import { ConfigError } from './config-error.js';

/** 政务服务平台登录: how people sign in through a government platform (OpenID Connect). */
export interface OidcConfig {
  /** the platform's address, as its discovery document names it */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** how the button names the platform */
  name: string;
  /** the claim that holds the 身份证号 */
  idClaim: string;
  /** what is asked for, by spaces; `openid` among it */
  scope: string;
  /** where the platform sends people back to, on our own site */
  redirectUri: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const ISSUER = 'TONGXING_OIDC_ISSUER';
const CLIENT_ID = 'TONGXING_OIDC_CLIENT_ID';
const SECRET_FILE = 'TONGXING_OIDC_CLIENT_SECRET_FILE';
const NAME = 'TONGXING_OIDC_NAME';
const ID_CLAIM = 'TONGXING_OIDC_ID_CLAIM';
const SCOPE = 'TONGXING_OIDC_SCOPE';
const SITE = 'TONGXING_SITE';
/** Every variable of this file. */
export const OIDC_VARIABLES = [ISSUER, CLIENT_ID, SECRET_FILE, NAME, ID_CLAIM, SCOPE] as const;

/** Page of the portal that the platform sends people back to. */
export const OIDC_RETURN_PATH = '/login/platform/back';

const EXAMPLES: Readonly<Record<string, string>> = {
  [ISSUER]: `${ISSUER}=https://login.example.gov.cn (empty: no sign-in by a platform)`,
  [CLIENT_ID]: `${CLIENT_ID}=tongxing`,
  [SECRET_FILE]: `${SECRET_FILE}=/etc/tongxing/oidc-secret, a file with the secret alone, chmod 600`,
  [NAME]: `${NAME}=国家政务服务平台`,
  [ID_CLAIM]: `${ID_CLAIM}=id_number`,
  [SCOPE]: `${SCOPE}="openid profile"`,
  [SITE]: `${SITE}=https://jobs.example.gov.cn`,
};
const MAX_NAME = 20;
const MIN_SECRET = 8;
const OTHERS_MAY_READ = 0o077;
const DEFAULT_NAME = '政务服务平台';

const invalid = (name: string, problem: string): ConfigError =>
  new ConfigError('CONFIG_INVALID', name, problem, EXAMPLES[name] ?? '');

/** Plain HTTP is for trying things out: in production names, codes and secrets would go over the wire in clear. */
function webAddress(name: string, value: string, production: boolean): URL {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw invalid(name, 'it is not a URL');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw invalid(name, `scheme "${url.protocol}//" is not https://`);
  if (production && url.protocol !== 'https:')
    throw new ConfigError('CONFIG_INSECURE', name, 'production wants https', EXAMPLES[name] ?? '');
  if (url.username || url.password || url.search || url.hash)
    throw invalid(name, 'it has more in it than scheme, host and path');
  return url;
}

/**
 * TONGXING_SITE: where browsers find the portal, without a slash at its end.
 *
 * @throws ConfigError
 */
export function siteOf(environment: Environment, production: boolean): string | undefined {
  const value = environment[SITE];
  if (!value) return undefined;
  const url = webAddress(SITE, value, production);
  if (url.pathname !== '/') throw invalid(SITE, 'the portal stands at the root of its host');
  return url.origin;
}

function secretIn(file: string | undefined, production: boolean): string {
  if (!file) throw invalid(SECRET_FILE, `it is missing although ${ISSUER} is set`);
  let text: string;
  let mode: number;
  try {
    text = readFileSync(file, 'utf8').trim();
    mode = statSync(file).mode;
  } catch (error) {
    throw invalid(SECRET_FILE, `the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  if (text.length < MIN_SECRET || /\s/.test(text)) throw invalid(SECRET_FILE, 'the file holds no secret');
  // Windows has no such bits.
  if (production && process.platform !== 'win32' && (mode & OTHERS_MAY_READ) !== 0) {
    const problem = `other users may read the file (mode 0${(mode & 0o777).toString(8)}): chmod 600 it`;
    throw new ConfigError('CONFIG_INSECURE', SECRET_FILE, problem, EXAMPLES[SECRET_FILE] ?? '');
  }
  return text;
}

/**
 * The platform that people sign in through; undefined where none is named.
 *
 * @throws ConfigError naming the variable; never repeating the secret
 */
export function oidcOf(environment: Environment, production: boolean): OidcConfig | undefined {
  const issuer = environment[ISSUER];
  if (!issuer) {
    const alone = OIDC_VARIABLES.find((name) => environment[name]);
    if (alone) throw invalid(ISSUER, `it is missing although ${alone} is set`);
    return undefined;
  }
  webAddress(ISSUER, issuer, production);
  const site = siteOf(environment, production);
  if (!site) throw invalid(SITE, `it is missing although ${ISSUER} is set: the platform sends people back to it`);
  const clientId = environment[CLIENT_ID];
  if (!clientId) throw invalid(CLIENT_ID, `it is missing although ${ISSUER} is set`);
  const name = environment[NAME] || DEFAULT_NAME;
  if ([...name].length > MAX_NAME) throw invalid(NAME, `it is longer than ${MAX_NAME} characters`);
  const scope = environment[SCOPE] || 'openid profile';
  if (!scope.split(' ').includes('openid')) throw invalid(SCOPE, '"openid" is not among it');
  return {
    issuer,
    clientId,
    clientSecret: secretIn(environment[SECRET_FILE], production),
    name,
    idClaim: environment[ID_CLAIM] || 'id_number',
    scope,
    redirectUri: `${site}${OIDC_RETURN_PATH}`,
  };
}
