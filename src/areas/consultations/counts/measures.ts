import type { Lang } from '#platform/i18n.ts';
import { words as boardWords } from '../boards/words.ts';
import { type Door, doors, ways } from '../desks/settings.ts';
import { type Counted, shownSums, sumBy } from './read.ts';
import { answerRate, protectedCount, takenRate, waitWithin } from './rules.ts';
import { words } from './words.ts';

/** One figure of a report: null when there is nothing to say, a text where it is not told as a number. */
export interface Measure {
  readonly label: string;
  readonly value: number | string | null;
  readonly unit: string;
  /** What is divided by what, and what else a reader has to know. */
  readonly note?: string;
}

interface Asked {
  readonly counted: Counted;
  /** Absent: the whole span. */
  readonly month?: string;
  readonly guarded: boolean;
}

/** Doors at which one writes and somebody takes it; a telephone has its attempts. */
const written: readonly Door[] = ['mail', 'line', 'chat'];

/** A notice of concern stands in a line of its own where there was any. */
const waysOf = (sums: Readonly<Record<string, number>>) =>
  ways.filter((way) => way !== 'notice' || sums[way]);

const sum = (sums: Readonly<Record<string, number>>) => Object.values(sums).reduce((all, n) => all + n, 0);

/** What a desk did in a month or a span, each number with its denominator in words. */
export function measuresOf(lang: Lang, { counted, month, guarded }: Asked): readonly Measure[] {
  const t = words[lang];
  const b = boardWords[lang];
  const in_ = month ? { month } : {};
  const byDoor = sumBy(counted, 'door', in_);
  const calls = sumBy(counted, 'call', in_);
  const risk = sumBy(counted, 'risk', in_);
  const high = (risk['3'] ?? 0) + (risk['4'] ?? 0);
  const told = guarded ? protectedCount(high) : high;
  return [
    ...waysOf(sumBy(counted, 'door')).map((door) => ({
      label: b.door[door],
      value: byDoor[door] ?? 0,
      unit: t.count,
    })),
    { label: t.total, value: sum(byDoor), unit: t.count },
    { label: t.attempts, value: sum(calls) || null, unit: t.count },
    ...callsOf(lang, calls),
    { label: t.rate, value: answerRate(calls), unit: '%', note: t.rateNote },
    {
      label: t.taken,
      value: takenRate(byDoor, sumBy(counted, 'answered', in_), written),
      unit: '%',
      note: t.takenNote,
    },
    ...waitsOf(lang, { counted, ...in_ }),
    { label: t.outside, value: sum(sumBy(counted, 'outside', in_)), unit: t.count },
    { label: t.minutes, value: sum(sumBy(counted, 'minutes', in_)), unit: t.minute },
    { label: t.risk, value: told ?? t.few, unit: told === null ? '' : t.count },
  ];
}

/** How the calls ended that came: nothing to say where none did. */
function callsOf(lang: Lang, calls: Readonly<Record<string, number>>): readonly Measure[] {
  const t = words[lang];
  const of = (...results: string[]) =>
    sum(calls) === 0 ? null : results.reduce((all, result) => all + (calls[result] ?? 0), 0);
  return [
    { label: t.callsAnswered, value: of('answered'), unit: t.count },
    { label: t.callsLost, value: of('abandoned', 'busy'), unit: t.count },
    { label: t.callsOutside, value: of('out-of-hours'), unit: t.count },
  ];
}

/**
 * Waiting way by way: minutes at a chat and hours at a mailbox say nothing together. The same lines in each month of a span; a
 * telephone's are its exchange's.
 */
function waitsOf(lang: Lang, { counted, month }: Omit<Asked, 'guarded'>): readonly Measure[] {
  const in_ = month ? { month } : {};
  return doors.flatMap((door) => {
    const kind = door === 'phone' ? 'call-wait' : 'wait';
    if (door === 'visit' || !sumBy(counted, kind)[door]) return [];
    const waits = sumBy(counted, kind, { by: 'b', only: door, ...in_ });
    return [0.5, 0.9].map((share) => waitOf(lang, { waits, door, share }));
  });
}

function waitOf(
  lang: Lang,
  { waits, door, share }: { waits: Readonly<Record<string, number>>; door: Door; share: number },
): Measure {
  const t = words[lang];
  const seconds = waitWithin(waits, share);
  const label = (share === 0.5 ? t.wait50 : t.wait90)(boardWords[lang].door[door]);
  if (seconds === Number.POSITIVE_INFINITY) return { label, value: t.over, unit: '' };
  const note = door === 'phone' ? t.callWaitNote : t.waitNote;
  return { label, value: seconds, unit: t.seconds, note };
}

/** Answers to the three questions, question by question. */
export function surveyOf({ counted, month, guarded }: Asked, question: string) {
  const given = shownSums(counted, 'survey', { guarded, by: 'b', only: question, ...(month && { month }) });
  const exact = sumBy(counted, 'survey', { by: 'b', only: question, ...(month && { month }) });
  const all = sum(exact);
  const told = !guarded || all >= 10;
  return {
    given,
    all: guarded ? protectedCount(all) : all,
    share: told && all > 0 ? percent(exact['yes'] ?? 0, all) : null,
  };
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 100);
}
