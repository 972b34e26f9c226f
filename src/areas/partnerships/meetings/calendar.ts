import { contentIn, type Lang } from '#platform/i18n.ts';
import { escaped, folded, utcTime } from '../places/feeds/rules.ts';
import type { Meeting } from './store.ts';

/** One meeting as a calendar has it (RFC 5545): moments in UTC, lines of at most 75 octets, texts escaped. */
export function calendarOf(lang: Lang, meeting: Meeting, url: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tsunagi//Partner meetings//JA',
    'BEGIN:VEVENT',
    `UID:partner-meeting-${meeting.id}@${new URL(url).hostname}`,
    `DTSTAMP:${utcTime(meeting.changedAt)}`,
    `SEQUENCE:${meeting.sequence}`,
    `STATUS:${meeting.cancelledAt ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${utcTime(meeting.startsAt)}`,
    `DTEND:${utcTime(meeting.endsAt)}`,
    `SUMMARY:${escaped(contentIn(lang, { ja: meeting.nameJa, en: meeting.nameEn }))}`,
    ...(meeting.place ? [`LOCATION:${escaped(meeting.place)}`] : []),
    `DESCRIPTION:${escaped(meeting.aboutJa)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
