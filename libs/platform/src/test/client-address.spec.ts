import { describe, expect, it } from '@jest/globals';
import { addressBucket } from '../client-address.js';
import { loadConfig } from '../config.js';

describe('what counts as one place', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });
});

describe('TONGXING_PROXIES', () => {
  const proxies = (value: string) => loadConfig({ NODE_ENV: 'test', TONGXING_PROXIES: value }).proxies;
  it('is a list of addresses and networks, none by default', () => {
    expect(proxies('10.0.0.5, 172.18.0.0/16,fd00::/8')).toEqual(['10.0.0.5', '172.18.0.0/16', 'fd00::/8']);
    expect(proxies('')).toEqual([]);
  });
  it.each(['true', 'proxy.example', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/x', 'fd00::/129'])(
    '%s is refused',
    (value) => {
      expect(() => proxies(value)).toThrow(/^CONFIG_INVALID TONGXING_PROXIES: .*Example: /);
    },
  );
});
