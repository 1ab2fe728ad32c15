import { isIPv6 } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from './config.js';

/** In it the portal tells the api where its visitor comes from; believed together with the portal's key only. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** Believes `X-Forwarded-For` and `-Proto` from the configured proxies; without any, the connection alone is believed. */
export function trustProxies(app: NestExpressApplication, config: Config): void {
  app.set('trust proxy', config.proxies.length > 0 ? [...config.proxies] : false);
}

/**
 * What counts as one place: an IPv4 address, or the 64 bits of an IPv6 network, since one household holds all of those.
 *
 * @param address as a socket or a proxy tells it; `::ffff:` before an IPv4 address is dropped
 */
export function addressBucket(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain || 'unknown';
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : [];
  const network = [...front, ...zeros, ...back].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
