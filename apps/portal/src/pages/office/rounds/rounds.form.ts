import type { FormProblem } from '@tongxing/ui';
import type { NewRoundQuery, OpenRoundInput } from '../../../gql/generated.js';
import { type Form, missing } from '../../../http/form.js';

export const TIERS = [1, 2, 3, 4] as const;
const WHOLE = /^\d{1,4}$/;
const TOWN_DIGITS = 9;

type Candidate = NewRoundQuery['roundCandidates']['edges'][number]['node'];

export const WANTED = {
  title: '请填这一轮叫什么',
  divisionCode: '请选谁参加',
  frozenOn: '请填哪一天冻结名册',
  drawnOn: '请填哪一天摇号',
  choicesUntil: '请填志愿截止的日子',
  contractsFrom: '请填哪一天起签合同',
  source: '请填用哪个公开数值',
  fallback: '请填没有它时用哪个',
} as const;

/** Presence and digits; everything else is for the API. */
export function problemsOf(form: Form): FormProblem[] {
  const problems: FormProblem[] = [...missing(form, WANTED)];
  for (const tier of TIERS)
    if (form.text(`tier-${tier}`) && !form.text(`basis-${tier}`))
      problems.push({ field: `basis-${tier}`, message: `请填第 ${tier} 档的依据` });
  if (form.text('reserveStatus') && !form.text('reserveBasis'))
    problems.push({ field: 'reserveBasis', message: '请填预留的依据' });
  if (form.text('localFirst') && !form.text('localBasis'))
    problems.push({ field: 'localBasis', message: '请填本乡镇优先的依据' });
  if (form.text('floorShare')) {
    if (!form.text('reserveStatus')) problems.push({ field: 'reserveStatus', message: '按比例预留，要选留给谁' });
    if (!WHOLE.test(form.text('floorSeats')))
      problems.push({ field: 'floorSeats', message: '请填比例的总名额，只填数字' });
    if (!form.day('countedOn')) problems.push({ field: 'countedOn', message: '请填总名额是哪一天数的' });
  }
  const chosen = form.list('posts');
  if (chosen.length === 0) problems.push({ field: 'posts', message: '请至少选一个岗位' });
  for (const id of chosen) {
    if (!WHOLE.test(form.text(`seats-${id}`)))
      problems.push({ field: `seats-${id}`, message: '选了的岗位要填名额，只填数字' });
    if (form.text(`reserve-${id}`) && !WHOLE.test(form.text(`reserve-${id}`)))
      problems.push({ field: `reserve-${id}`, message: '预留只填数字' });
  }
  return problems;
}

/** The announcement as the API takes it. */
export function inputOf(form: Form, candidates: readonly Candidate[], idempotencyKey: string): OpenRoundInput {
  const reserve = form.text('reserveStatus')
    ? { status: form.text('reserveStatus'), basis: form.text('reserveBasis') }
    : null;
  const share = form.maybe('floorShare');
  const places = new Map(candidates.map(({ id, workDivisionCode }) => [id, workDivisionCode]));
  return {
    title: form.text('title'),
    divisionCode: form.text('divisionCode'),
    frozenOn: form.day('frozenOn'),
    drawnOn: form.day('drawnOn'),
    choicesUntil: form.day('choicesUntil'),
    contractsFrom: form.day('contractsFrom'),
    source: form.text('source'),
    fallback: form.text('fallback'),
    tiers: TIERS.filter((tier) => form.text(`tier-${tier}`)).map((tier) => ({
      status: form.text(`tier-${tier}`),
      basis: form.text(`basis-${tier}`),
    })),
    floor:
      reserve && share
        ? { ...reserve, share, seats: Number(form.text('floorSeats')), countedOn: form.day('countedOn') }
        : null,
    posts: form.list('posts').map((postId) => ({
      postId,
      seats: Number(form.text(`seats-${postId}`)),
      reserve: reserve && { ...reserve, seats: Number(form.text(`reserve-${postId}`) || '0') },
      local: form.text('localFirst')
        ? { divisionCode: (places.get(postId) ?? '').slice(0, TOWN_DIGITS), basis: form.text('localBasis') }
        : null,
    })),
    idempotencyKey,
  };
}
