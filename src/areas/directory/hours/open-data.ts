import { groupsOf, type RuleGroup } from './groups.ts';
import type { Hours } from './hours.ts';
import { hoursText } from './sentences.ts';

/** 利用可能曜日, 開始時間, 終了時間, 利用可能日時特記事項 of the municipal open-data layouts, and GIF's formula. */
export interface OpenDataHours {
  /** 月火水木金 */
  readonly days: string;
  /** HH:MM; empty where days differ. */
  readonly opens: string;
  readonly closes: string;
  /** Everything in words, where days and times do not say it all. */
  readonly note: string;
  /** Repeats of GIF: `0Mo` every Monday, `13Mo` the first and third, `6Fr` the last, `7Su` every other week. */
  readonly formula: string;
}

const kanji = ['月', '火', '水', '木', '金', '土', '日'];
const codes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

export function openDataHours(hours: Hours, from?: string): OpenDataHours {
  if (hours.alwaysOpen)
    return {
      days: kanji.join(''),
      opens: '00:00',
      closes: '23:59',
      note: hoursText('ja', hours, from),
      formula: codes.map((code) => `0${code}`).join('') + ' 00:00/24:00',
    };
  const groups = groupsOf(hours.rules, from);
  const days = new Set(groups.flatMap((group) => group.days));
  const frames = new Set(groups.map(({ intervals }) => `${intervals[0]?.opens} ${intervals.at(-1)?.closes}`));
  const [opens = '', closes = ''] = frames.size === 1 ? ([...frames][0]?.split(' ') ?? []) : [];
  const plain =
    groups.length === 1 &&
    isPlain(groups[0]) &&
    hours.publicHolidays === 'same' &&
    hours.closures.length === 0;
  return {
    days: kanji.filter((_, index) => days.has(index + 1)).join(''),
    opens,
    closes: closes === '24:00' ? '23:59' : closes,
    note: plain && hours.exceptions.length === 0 && !hours.note ? '' : hoursText('ja', hours, from),
    formula: groups.flatMap(formulaOf).join(';'),
  };
}

function isPlain(group: RuleGroup | undefined): boolean {
  return (
    group !== undefined &&
    group.intervals.length === 1 &&
    !group.intervals[0]?.lastEntry &&
    [group.nth, group.interval, group.channel, group.lang, group.validFrom, group.validTo].every(
      (each) => each === undefined,
    )
  );
}

/** GIF has a sign for every other week and none for every third. */
function formulaOf({ days, nth, interval, intervals }: RuleGroup): readonly string[] {
  if (interval && interval > 2) return [];
  const repeat = nth ? nth.map((each) => (each === -1 ? '6' : each)).join('') : interval ? '7' : '0';
  const times = intervals.map(({ opens, closes }) => `${opens}/${closes}`).join(',');
  return [`${days.map((day) => `${repeat}${codes[day - 1]}`).join('')} ${times}`];
}
