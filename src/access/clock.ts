/** Instant, and its day in Asia/Ho_Chi_Minh: the legal date. */
export interface Moment {
  on: string;
  at: Date;
}

/** Clock of the program; no other code reads one. */
export class Clock {
  private readonly shift: number;

  /** `today`: the legal date at the instant `since`; the days go on from there. Left out: the real date. */
  constructor(today?: string, since: Date = new Date()) {
    this.shift =
      today === undefined ? 0 : Date.parse(`${today}T00:00:00Z`) - Date.parse(`${legalDay(since)}T00:00:00Z`);
  }

  now(): Moment {
    const at = new Date();
    return { on: legalDay(new Date(at.getTime() + this.shift)), at };
  }
}

/** Instant at which a legal day ends, by a clock that shows `on` at `at`. */
export function endOf(day: string, { on, at }: Moment): Date {
  const days = (Date.parse(`${on}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000;
  return new Date(Date.parse(`${legalDay(at)}T00:00:00+07:00`) - (days - 1) * 86_400_000);
}

/** Day in Asia/Ho_Chi_Minh, which keeps UTC+7 all year. */
function legalDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
