import type { Interval } from '../hours/hours.ts';
import { foldHours } from './days.ts';

const one = String.raw`(午前|午後|am|pm|翌日?)?(\d{1,2})(?::(\d{2})(?::\d{2})?|時(?:(\d{1,2})分?|(半))?)(am|pm)?`;
const span = new RegExp(`${one}-${one}`, 'g');

/** 「9:00」「９時半」「午後5時」「翌2:00」「26:00」 → `HH:MM`; undefined when it is no time. 24:00 stays. */
export function readTime(text: string): string | undefined {
  const match = new RegExp(`^${one}(?:まで)?$`).exec(foldHours(text));
  return match ? timeOf(match.slice(1)) : undefined;
}

/** 「9:00-12:00、13:00-17:00」 → intervals; undefined when something else stands there too. */
export function readIntervals(text: string): readonly Interval[] | undefined {
  const folded = foldHours(text).replace(/[()]/g, '');
  const found = intervalsIn(folded);
  const rest = folded.replace(span, '').replace(/[,、・/;と及び]|まで/g, '');
  return found.length > 0 && rest === '' ? found : undefined;
}

/** All intervals that stand anywhere in a folded text. */
export function intervalsIn(folded: string): readonly Interval[] {
  return [...folded.matchAll(span)].flatMap((match) => {
    const opens = timeOf(match.slice(1, 7));
    const closes = timeOf(match.slice(7, 13));
    return opens && closes ? [{ opens: opens === '24:00' ? '00:00' : opens, closes }] : [];
  });
}

function timeOf(groups: readonly (string | undefined)[]): string | undefined {
  const [before, hourText, colonMinutes, kanjiMinutes, half, after] = groups;
  const minutes = Number(colonMinutes ?? kanjiMinutes ?? (half ? 30 : 0));
  let hour = Number(hourText);
  if ((before === '午後' || before === 'pm' || after === 'pm') && hour < 12) hour += 12;
  if (hour > 29 || minutes > 59 || Number.isNaN(hour)) return undefined;
  if (hour === 24 && minutes === 0) return '24:00';
  return `${String(hour % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** `09:00` → `9:00`: as people write it in a remark. */
export function writeInterval({ opens, closes, lastEntry }: Interval): string {
  const short = (time: string) => time.replace(/^0(?=\d:)/, '');
  return `${short(opens)}-${short(closes)}${lastEntry ? `(受付${short(lastEntry)}まで)` : ''}`;
}
