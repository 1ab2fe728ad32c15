// What this machine offers to the tests beside Node.
import { existsSync } from 'node:fs';
import { connect } from 'node:net';

/** The headless shell first: the same engine without a desktop browser's windows, twice as fast. */
const CHROMIUM_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser of the gates; undefined when there is none. */
export const chromiumPath = () =>
  [process.env.TEST_CHROMIUM, ...CHROMIUM_PATHS].find((path) => path && existsSync(path));

const answers = (url, port) =>
  new Promise((resolve) => {
    const { hostname, port: given } = new URL(url);
    const socket = connect({ host: hostname, port: Number(given || port), timeout: 1000 });
    const end = (reachable) => {
      socket.destroy();
      resolve(reachable);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });

export const databaseServerUrl = () => process.env.TEST_MYSQL_URL ?? 'mariadb://root@127.0.0.1:3306';
export const redisUrl = () => process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
export const serverAnswers = () => answers(databaseServerUrl(), 3306);
export const redisAnswers = () => answers(redisUrl(), 6379);

/** One line a service: there, or how to enable it. */
export async function describeServices() {
  return [
    ['database server', await serverAnswers(), 'start MariaDB or MySQL on 127.0.0.1:3306, or set TEST_MYSQL_URL'],
    ['Redis', await redisAnswers(), 'start Redis on 127.0.0.1:6379, or set TEST_REDIS_URL'],
    [
      'Chromium',
      chromiumPath() !== undefined,
      'apt-get install chromium-headless-shell fonts-noto-cjk (or chromium), or set TEST_CHROMIUM to its path',
    ],
    ['logrotate', existsSync('/usr/sbin/logrotate'), 'apt-get install logrotate'],
  ].map(([name, there, hint]) =>
    there ? `${name}: found` : `${name}: NOT found, its specs are skipped; to enable them: ${hint}`,
  );
}
