const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;
/** Between nine in the evening and eight in the morning, China's clock, no phone rings for us. */
const FROM_HOUR = 21;
const TO_HOUR = 8;

/** The first instant from `at` on at which a text message may go out: itself, or eight in the morning. */
export function outsideQuietHours(at: Date): Date {
  const local = at.getTime() + CHINA_OFFSET_MS;
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const hours = (local - midnight) / HOUR_MS;
  if (hours >= TO_HOUR && hours < FROM_HOUR) return at;
  const morning = midnight + TO_HOUR * HOUR_MS + (hours >= FROM_HOUR ? DAY_MS : 0);
  return new Date(morning - CHINA_OFFSET_MS);
}
