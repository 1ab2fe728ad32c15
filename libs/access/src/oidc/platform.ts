import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config, DomainError, type OidcConfig } from '@tongxing/platform';
import * as client from 'openid-client';

/** Signatures with a public key of the platform's. Neither `none` nor an HMAC, whose key would be one that everybody can read. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Clocks of two houses differ; half a minute is forgiven either way. */
const CLOCK_TOLERANCE_S = 30;
/** The portal waits five seconds for all of it. */
const CALL_TIMEOUT_S = 3;
const WHOLE_LIMIT_MS = 4_500;
/** A platform moves its addresses rarely, and tells so in its discovery document. */
const METADATA_KEPT_MS = 60 * 60_000;

/** What has to come back unchanged, or to be known when somebody comes back. */
export interface PlatformChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** 政务服务平台: an OpenID Connect provider, spoken to by authorization code and PKCE. Everything here goes over the network. */
@Injectable()
export class Platform {
  private readonly logger = new Logger('Platform');
  private known: { at: number; configuration: Promise<client.Configuration> } | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** How the button names the platform; undefined where none is configured. */
  get displayName(): string | undefined {
    return this.config.oidc?.name;
  }

  /**
   * The address that a person is sent to, and what the answer will be held against.
   *
   * @throws DomainError OIDC_OFF without a platform, OIDC_UNREACHABLE
   */
  async begin(): Promise<{ url: string; checks: PlatformChecks }> {
    return this.talk(async (configuration, { redirectUri, scope }) => {
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
        // At a shared machine the platform may still know who sat there before.
        prompt: 'login',
      });
      return { url: url.href, checks };
    });
  }

  /**
   * Turns what a person came back with into the ID number that the platform vouches for.
   *
   * @param answer query of the address they came back to, without `?`
   * @returns as the platform wrote it; undefined when it names none
   * @throws DomainError OIDC_INVALID for whatever does not hold, OIDC_REFUSED when the person or the platform said no, OIDC_UNREACHABLE
   */
  async finish(answer: string, checks: PlatformChecks): Promise<string | undefined> {
    return this.talk(async (configuration, { redirectUri, idClaim }) => {
      const url = new URL(`${redirectUri}?${answer}`);
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims() as Record<string, unknown> & { sub: string };
      const said = claims[idClaim];
      if (said !== undefined) return textOf(said);
      if (configuration.serverMetadata().userinfo_endpoint === undefined) return undefined;
      const more: Record<string, unknown> = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return textOf(more[idClaim]);
    });
  }

  private async talk<Result>(
    work: (configuration: client.Configuration, config: OidcConfig) => Promise<Result>,
  ): Promise<Result> {
    const config = this.config.oidc;
    if (!config) throw new DomainError('OIDC_OFF', '这里没有开通平台登录。', { hint: '请用别的方式登录。' });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Late()), WHOLE_LIMIT_MS);
    });
    try {
      return await Promise.race([this.configured(config).then((configuration) => work(configuration, config)), late]);
    } catch (error) {
      throw this.told(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The platform's own description of itself, kept for an hour; its keys are kept by the library, and asked for again when an unknown one comes. */
  private configured(config: OidcConfig): Promise<client.Configuration> {
    const now = performance.now();
    if (this.known && now - this.known.at < METADATA_KEPT_MS) return this.known.configuration;
    const configuration = this.discover(config);
    const entry = { at: now, configuration };
    this.known = entry;
    configuration.catch(() => {
      if (this.known === entry) this.known = undefined;
    });
    return configuration;
  }

  private async discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
    const url = new URL(issuer);
    // Production takes no address but https (CONFIG_INSECURE).
    const plain = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    const found = await client.discovery(url, clientId, clientSecret, undefined, {
      timeout: CALL_TIMEOUT_S,
      execute: plain,
    });
    const { supportsPKCE: _, ...server } = found.serverMetadata();
    const offered = server.id_token_signing_alg_values_supported ?? ['RS256'];
    const algorithms = offered.filter((algorithm) => ALGORITHMS.includes(algorithm));
    const byPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false;
    const configuration = new client.Configuration(
      { ...server, id_token_signing_alg_values_supported: algorithms },
      clientId,
      { client_secret: clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE_S },
      byPost ? client.ClientSecretPost(clientSecret) : client.ClientSecretBasic(clientSecret),
    );
    configuration.timeout = CALL_TIMEOUT_S;
    for (const allow of plain) allow(configuration);
    // Without it the library believes a token that came over TLS, whoever signed it.
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  /** The library's errors quote tokens and claims: only their code goes on, into the log. */
  private told(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    if (isRefusal(error)) {
      return new DomainError('OIDC_REFUSED', '您在平台上没有完成登录。', { hint: '可以再试一次，或用别的方式登录。' });
    }
    const code = codeOf(error);
    if (isNetwork(error)) {
      this.logger.warn(`the platform cannot be reached (${code})`);
      return new DomainError('OIDC_UNREACHABLE', '平台现在连不上。', { hint: '请过一会儿再试，或用别的方式登录。' });
    }
    this.logger.warn(`an answer of the platform does not hold (${code})`);
    return new DomainError('OIDC_INVALID', '这次登录没有通过核验。', { hint: '请回到登录页，重新来一次。' });
  }
}

/** The whole of it took too long. */
class Late extends Error {}

const textOf = (claim: unknown): string | undefined =>
  typeof claim === 'string' ? claim : typeof claim === 'number' ? String(claim) : undefined;

/** The person said no, or gave up; not: the platform thinks that we asked wrongly. */
const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError &&
  ['access_denied', 'login_required', 'interaction_required', 'consent_required'].includes(error.error);

/** An error and what it was caused by. */
function chainOf(error: unknown): readonly { name?: unknown; message?: unknown; code?: unknown; error?: unknown }[] {
  const chain: object[] = [];
  for (
    let at = error;
    typeof at === 'object' && at !== null && chain.length < 8;
    at = (at as { cause?: unknown }).cause
  )
    chain.push(at);
  return chain;
}

/** For the log: the code of the library, or of the platform. */
function codeOf(error: unknown): string {
  const [named] = chainOf(error).flatMap(({ error: told, code }) =>
    [told, code].filter((one) => typeof one === 'string'),
  );
  return String(named ?? 'UNKNOWN')
    .replace(/[^\w.-]/g, '')
    .slice(0, 60);
}

const UNREACHABLE = new Set<unknown>([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** No connection, no answer in time, or the answer of a server in trouble. */
const isNetwork = (error: unknown): boolean =>
  error instanceof Late ||
  chainOf(error).some(
    ({ message, name, code }) => message === 'fetch failed' || name === 'TimeoutError' || UNREACHABLE.has(code),
  );
