import { addDays } from '#platform/dates.ts';

/** iCalendar (RFC 5545), as text: no clock, and the same text for the same facts. */

export interface CalendarEvent {
  /** Without the host; the same for a session for ever, also after it moved. */
  readonly uid: string;
  readonly sequence: number;
  /** When what is said last changed. */
  readonly stamp: Date;
  readonly day: string;
  /** `HH:MM` in Tokyo; one that closes at or before it opens ends on the next day. */
  readonly opens: string;
  readonly closes: string;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
}

/** Octets of a line without its line break. */
const longestLine = 75;

/** Japan has one offset and no summer time: the zone says so for readers that know no Asia/Tokyo. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;

export function calendarText({
  name,
  host,
  events,
}: {
  name: string;
  host: string;
  events: readonly CalendarEvent[];
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tsunagi//Places//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zone,
    ...events.flatMap((event) => eventLines(event, host)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, host: string): readonly string[] {
  const [starts, ends] = [localTime(event.day, event.opens), endTime(event)];
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}@${host}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcTime(event.stamp)}`,
    `LAST-MODIFIED:${utcTime(event.stamp)}`,
    `DTSTART;TZID=Asia/Tokyo:${starts}`,
    `DTEND;TZID=Asia/Tokyo:${ends}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    `URL:${event.url}`,
    'END:VEVENT',
  ];
}

/** 2026-12-31, 18:00 → 20261231T180000; 24:00 is the next day’s midnight, which no clock of the format has otherwise. */
function localTime(day: string, time: string): string {
  if (time === '24:00') return localTime(addDays(day, 1), '00:00');
  return `${day.replaceAll('-', '')}T${time.replace(':', '')}00`;
}

function endTime({ day, opens, closes }: CalendarEvent): string {
  return localTime(closes > opens ? day : addDays(day, 1), closes);
}

export function utcTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Text of a property: backslash, semicolon and comma marked, a line break as two letters, other control characters gone. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Lines of 75 octets at most, each further one after a blank; a letter of several octets stays whole. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** Of one letter in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
