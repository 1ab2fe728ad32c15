import type { INestApplicationContext } from '@nestjs/common';
import { AccountDeskService } from '@tongxing/access';

/** The first start on an empty database: what to open in a browser to become one of the two security administrators. Shown once. */
export async function firstLinks(services: INestApplicationContext): Promise<string> {
  const made = await services.get(AccountDeskService, { strict: false }).firstStart();
  if (made.length === 0) return '';
  const lines = made.map(({ login, setupToken }) => `  ${login}: <address of the portal>/setup?link=${setupToken}`);
  return `First start: two security administrators, each to be set up within three days by another person.\n${lines.join('\n')}\n`;
}
