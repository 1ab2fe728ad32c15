// Runs the suite as if today were another day: TEST_TODAY=2027-01-15 npm test.
// Loaded by Jest in each test file and, through NODE_OPTIONS, by child processes. Without the variable it does nothing.
const today = process.env.TEST_TODAY;

if (today && !globalThis.Date.tongxingShifted) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new Error(`TEST_TODAY must be YYYY-MM-DD, not "${today}"`);
  const RealDate = Date;
  const shiftMs = new RealDate(`${today}T09:00:00+08:00`).getTime() - RealDate.now();

  class ShiftedDate extends RealDate {
    static tongxingShifted = true;
    static now() {
      return RealDate.now() + shiftMs;
    }
    constructor(...args) {
      if (args.length === 0) super(RealDate.now() + shiftMs);
      else super(...args);
    }
  }
  globalThis.Date = ShiftedDate;
}
