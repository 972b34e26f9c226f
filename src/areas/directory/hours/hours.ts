/**
 * When somebody answers. Days are those of Asia/Tokyo. Precedence: exceptions > closures > public holidays > rules.
 * From it HSDS schedules, schema.org, OSM text and open-data text are made.
 */
export interface Hours {
  /** Day and night, every day: nothing below counts. */
  readonly alwaysOpen?: boolean;
  readonly rules: readonly HoursRule[];
  /** `same`: as on any such weekday. A list: these hours instead. */
  readonly publicHolidays: 'closed' | 'same' | readonly Interval[];
  readonly closures: readonly Closure[];
  readonly exceptions: readonly HoursException[];
  /** What the rules cannot say, for people to read. */
  readonly note?: Translated;
}

export interface Interval {
  /** `HH:MM`, 00:00 … 23:59. */
  readonly opens: string;
  /** `HH:MM`, up to 24:00; not after `opens` means on the next day. */
  readonly closes: string;
  /** 受付: the last moment to come or call, when it is before closing. */
  readonly lastEntry?: string;
}

export interface HoursRule extends Interval {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** Of the month: 1 … 5, -1 the last. Absent: every week. */
  readonly nth?: readonly number[];
  /** Every so many weeks, counted from the week of `validFrom`. */
  readonly interval?: number;
  /** Only by this way of contact; absent: by every one. */
  readonly channel?: ChannelKind;
  /** Only in this language; absent: in all that the entry names. */
  readonly lang?: string;
  /** `YYYY-MM-DD`, both inclusive. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Closed every year from `MM-DD` to `MM-DD` (12-29 … 01-03), or on days of one year. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

export interface HoursException {
  readonly date: string;
  /** Empty: closed. */
  readonly intervals: readonly Interval[];
  readonly label?: string;
}

export const channelKinds = [
  'phone',
  'line',
  'mail',
  'chat',
  'form',
  'visit',
  'outreach',
  'video',
  'metaverse',
  'post',
  'fax',
] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Text by language (ISO 639-1, or `ja-simple` for やさしい日本語); Japanese is always there. */
export type Translated = { readonly ja: string } & { readonly [lang: string]: string | undefined };
