import type { FormState } from '@tongxing/ui';
import type { NewPostQuery } from '../../../gql/generated.js';

export const EDUCATIONS = [
  { value: 'PRIMARY', text: '小学' },
  { value: 'JUNIOR_MIDDLE', text: '初中' },
  { value: 'SENIOR_MIDDLE', text: '高中' },
  { value: 'SECONDARY_VOCATIONAL', text: '中专、中职、技校' },
  { value: 'COLLEGE', text: '大专' },
  { value: 'BACHELOR', text: '本科' },
  { value: 'POSTGRADUATE', text: '研究生' },
];

/** A post may be at a place that is not among the county's towns: a village, another county. */
export function placesOf(places: NewPostQuery['workPlaces'], { values }: FormState): NewPostQuery['workPlaces'] {
  const code = values.workDivisionCode;
  if (typeof code !== 'string' || code === '' || places.some((place) => place.code === code)) return places;
  return [{ code, divisionName: `原来的地点（${code}）` }, ...places];
}
