import { contentIn, type Lang } from '#platform/i18n.ts';
import type { Meeting } from './store.ts';

/** One meeting as a calendar has it (RFC 5545): moments in UTC, lines of at most 75 octets, texts escaped. */
export function calendarOf(lang: Lang, meeting: Meeting, url: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tsunagi//Partner meetings//JA',
    'BEGIN:VEVENT',
    `UID:partner-meeting-${meeting.id}@${new URL(url).hostname}`,
    `DTSTAMP:${utc(meeting.changedAt)}`,
    `SEQUENCE:${meeting.sequence}`,
    `STATUS:${meeting.cancelledAt ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${utc(meeting.startsAt)}`,
    `DTEND:${utc(meeting.endsAt)}`,
    `SUMMARY:${escaped(contentIn(lang, { ja: meeting.nameJa, en: meeting.nameEn }))}`,
    ...(meeting.place ? [`LOCATION:${escaped(meeting.place)}`] : []),
    `DESCRIPTION:${escaped(meeting.aboutJa)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function utc(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** No character is cut apart; a continued line begins with a blank, which counts. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}
