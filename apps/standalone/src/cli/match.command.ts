import type { INestApplicationContext } from '@nestjs/common';
import { MatchService } from '@tongxing/matching';
import { DomainError } from '@tongxing/platform';
import { type Outcome, progress } from './command.js';

export interface MatchFlags {
  person?: string;
  all?: boolean;
  top: string;
}

const MAX_TOP = 100;
const PROGRESS_PEOPLE = 5_000;

function topOf(text: string): number {
  const top = Number(text);
  if (!/^\d+$/.test(text) || top < 1 || top > MAX_TOP)
    throw new DomainError('VALIDATION', `--top 要在 1 到 ${MAX_TOP} 之间。`, { field: 'top' });
  return top;
}

async function matchPerson(matches: MatchService, certificate: string, top: number): Promise<Outcome> {
  const posts = await matches.matchPerson(certificate, top);
  const lines = posts.map(
    ({ title, employerName, divisionName, answer, score, reasons, cautions }, index) =>
      `${index + 1}. ${answer} ${score}  ${title}  ${employerName}  ${divisionName}\n     + ${reasons.join(' ')}${cautions.length > 0 ? `\n     ! ${cautions.join(' ')}` : ''}`,
  );
  return { json: posts, text: lines.length > 0 ? lines.join('\n') : 'no post fits, and none waits for an assessment' };
}

async function matchAll(matches: MatchService): Promise<Outcome> {
  let told = 0;
  const all = await matches.refreshAll((people) => {
    if (people - told < PROGRESS_PEOPLE) return;
    told = people;
    progress(`${people} people`);
  });
  const { people, withheld, posts, seconds, best, pairsPerSecond } = all;
  const text = `${people} people × ${posts} posts in ${seconds} s (${pairsPerSecond} pairs/s); best answer: ${best.FITS} FITS, ${best.FITS_WITH} FITS_WITH, ${best.UNKNOWN} UNKNOWN, ${best.NO} NO; ${withheld} left out, who said no to recommendations`;
  return { json: all, text };
}

/** `match --person` and `match --all`. */
export async function match(services: INestApplicationContext, flags: MatchFlags): Promise<Outcome> {
  const matches = services.get(MatchService);
  if (flags.all === true && flags.person === undefined) return matchAll(matches);
  if (flags.person !== undefined && flags.all !== true) return matchPerson(matches, flags.person, topOf(flags.top));
  throw new DomainError('VALIDATION', '请给 --person <证号> 或 --all，二者选一。', { field: 'person' });
}
