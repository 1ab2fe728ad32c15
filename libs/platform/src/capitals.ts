const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const SMALL = ['', '拾', '佰', '仟'];
const LARGE = ['', '万', '亿', '万亿'];

function group(value: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${DIGITS[digit]}${SMALL[place]}`;
    zero = false;
  }
  return text;
}

/**
 * 大写金额: an amount in Chinese capitals as stamped papers want it, `伍仟元整`, `壹佰零叁元零伍分`.
 *
 * @param fen integer fen, 0 ≤ fen < 10^16 yuan
 */
export function amountInCapitals(fen: number | bigint): string {
  const total = BigInt(fen);
  if (total < 0n) throw new RangeError('an amount in capitals is not negative');
  let yuan = total / 100n;
  const jiao = Number((total / 10n) % 10n);
  const cents = Number(total % 10n);

  const groups: number[] = [];
  while (yuan > 0n) {
    groups.push(Number(yuan % 10000n));
    yuan /= 10000n;
  }
  if (groups.length > LARGE.length) throw new RangeError('amount too large for capitals');

  let text = '';
  let gap = false;
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const value = groups[index] as number;
    if (value === 0) {
      gap = text !== '';
      continue;
    }
    if (text !== '' && (gap || value < 1000)) text += '零';
    text += group(value) + LARGE[index];
    gap = false;
  }
  if (text !== '') text += '元';
  if (jiao === 0 && cents === 0) return `${text || '零元'}整`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (text !== '') text += '零';
  return cents > 0 ? `${text}${DIGITS[cents]}分` : `${text}整`;
}
