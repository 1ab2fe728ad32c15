import { isMangledNumber, normaliseCode, type Read } from './outcome.js';

/** Area code and number; the number alone rings only from the same place. Area codes of two digits (010, 02x) stand before eight. */
const LANDLINE = /^(?:(010|02\d)(?=\d{8}$)|(0[3-9]\d{2}))([2-9]\d{6,7})$/;
/** Dialled from abroad, an area code loses its zero. */
const ABROAD = /^(?:\+|00)86-?0?/;
const MOBILE = /^1[3-9]\d{9}$/;
/** 400 and 800: who is called pays a part, or all. */
const HOTLINE = /^([48]00)(\d{3})(\d{4})$/;
/** 12385, 12333: numbers of a public service. */
const SERVICE = /^1[012]\d{3,4}$/;
const EXTENSION = /^(.+?)(?:转|分机|EXT\.?)(\d{1,6})$/;
const FILLING = /[()（）－—–-]/g;

function oneSpelling(digits: string): string | undefined {
  const [, short, long, landline] = LANDLINE.exec(digits) ?? [];
  if (landline !== undefined) return `${short ?? long}-${landline}`;
  const hotline = HOTLINE.exec(digits);
  if (hotline !== null) return hotline.slice(1).join('-');
  return MOBILE.test(digits) || SERVICE.test(digits) ? digits : undefined;
}

/**
 * The public phone of an office: any that can be dialled from anywhere, in one spelling: `0953-8012345`, `0953-8012345转12`, `400-123-4567`,
 * `12385`, eleven digits of a mobile.
 */
export function readOfficePhone(text: string): Read<{ value: string }> {
  if (isMangledNumber(text)) return { ok: false, code: 'NUMBER_MANGLED' };
  const whole = normaliseCode(text);
  const [, head = whole, extension] = EXTENSION.exec(whole) ?? [];
  const inland = head.replace(ABROAD, '');
  const digits = inland.replace(FILLING, '');
  const number = oneSpelling(digits) ?? (inland === head ? undefined : oneSpelling(`0${digits}`));
  // Only a landline has somebody behind it who puts through.
  if (number === undefined || (extension !== undefined && !number.startsWith('0')))
    return { ok: false, code: 'PHONE_FORMAT' };
  return { ok: true, value: extension === undefined ? number : `${number}转${extension}` };
}

/** What a `tel:` link dials; the comma waits before the extension. */
export const diallable = (phone: string): string => phone.replace('转', ',').replace(/[^\d,]/g, '');
