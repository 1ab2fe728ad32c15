import type { INestApplicationContext } from '@nestjs/common';
import { AccountDeskService } from '@tongxing/access';
import type { Config } from '@tongxing/platform';

/**
 * The first start on an empty database: what to open in a browser to become one of the two security administrators. For the console alone,
 * and shown once: of several processes that start together one gets the text, the others an empty one.
 */
export async function firstLinks(services: INestApplicationContext, { site }: Pick<Config, 'site'>): Promise<string> {
  const made = await services.get(AccountDeskService, { strict: false }).firstStart();
  if (made.length === 0) return '';
  const portal = site ?? '<address of the portal>';
  const lines = made.map(({ login, setupToken }) => `  ${login}: ${portal}/setup?link=${setupToken}`);
  return `First start: two security administrators, each to be set up within three days by another person.\n${lines.join('\n')}\n`;
}
