/** Days of the week as offices write them: 1 Monday … 7 Sunday, and which ones of the month. */
export interface DaySet {
  readonly days: readonly number[];
  /** 1 … 5, -1 the last; absent: every week. */
  readonly nth?: readonly number[];
}

export interface ReadDays {
  readonly sets: readonly DaySet[];
  /** 祝 was named among the days. */
  readonly holidays: boolean;
}

export const dayLetters = '月火水木金土日';
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const gifDays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** Width, blanks, kinds of dashes and of separators make no difference. */
export function foldHours(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s+(?=\d)/g, '$1は')
    .replace(/\s+/g, '')
    .replace(/[〜~−–—―‐]|から/g, '-')
    .replace(/[;；]/g, ';')
    .replace(/第([一二三四五])/g, (_, digit: string) => `第${'一二三四五'.indexOf(digit) + 1}`);
}

/**
 * 「月火水木金」「月曜日から金曜日」「平日」「毎日」「第2・第4土」「最終金」「月・水・金」, the digits 1;2;3 of the common rules and the
 * codes of GIF (`13Mo`, `0We`, `6Fr` the last). Undefined when it says something else; so does 隔週, which does not say which weeks.
 */
export function readDays(text: string): ReadDays | undefined {
  let rest = foldHours(text).replace(/曜日|曜/g, '');
  if (/^(年中無休|毎日|全日|無休|全曜日)$/.test(rest)) return { sets: [{ days: everyDay }], holidays: true };
  const holidays = /祝日|祝/.test(rest);
  rest = rest.replace(/[・,、;と及び]*祝(祭)?日?[・,、;と及び]*/g, ',').replace(/^,+|,+$/g, '');
  if (rest === '') return holidays ? { sets: [], holidays } : undefined;
  const gif = readGif(rest);
  if (gif) return { sets: gif, holidays };
  const sets: DaySet[] = [];
  for (const part of rest.split(/[,、;と及び/]+|・(?=第|最終|毎週|[月火水木金土日]-)/).filter(Boolean)) {
    const set = readPart(part, sets.at(-1));
    if (!set) return undefined;
    sets.push(set);
  }
  return { sets: mergeWeekly(inheritDays(sets)), holidays };
}

/** 「第2」 before 「第4土」 means the same day; a set without days takes those of the one after it. */
function inheritDays(sets: readonly DaySet[]): readonly DaySet[] {
  return sets.map((set, index) => {
    if (set.days.length > 0) return set;
    const next = sets.slice(index + 1).find(({ days }) => days.length > 0);
    return { ...set, days: next?.days ?? [] };
  });
}

function readPart(part: string, before: DaySet | undefined): DaySet | undefined {
  const match = /^(毎月|毎週)?(第[1-5](?:・?第?[1-5])*|最終|最後の?)?(.*)$/.exec(part);
  const [, , which = '', letters = ''] = match ?? [];
  const days = readLetters(letters);
  if (!days) return undefined;
  if (which.startsWith('最')) return { days, nth: [-1] };
  const nth = [...which.matchAll(/[1-5]/g)].map(([digit]) => Number(digit));
  if (nth.length > 0) return { days, nth };
  // A bare digit goes on with the 第 before it: 「第2,4土」.
  if (/^[1-5]/.test(letters) && before?.nth) return { days, nth: [Number(letters[0])] };
  return days.length > 0 ? { days } : undefined;
}

function readLetters(text: string): readonly number[] | undefined {
  const letters = text.replace(/^[1-5](?=[月火水木金土日])/, '').replace(/・/g, '');
  if (letters === '') return [];
  if (letters === '平日') return [1, 2, 3, 4, 5];
  if (letters === '週末' || letters === '土日') return [6, 7];
  const days = new Set<number>();
  const pattern = /([月火水木金土日])(?:-([月火水木金土日]))?/y;
  while (pattern.lastIndex < letters.length) {
    const match = pattern.exec(letters);
    if (!match) return undefined;
    const from = dayOf(match[1] ?? '');
    const to = match[2] ? dayOf(match[2]) : from;
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

function dayOf(letter: string): number {
  return dayLetters.indexOf(letter) + 1;
}

function readGif(text: string): readonly DaySet[] | undefined {
  const tokens = text.split(/[,;]/).filter(Boolean);
  if (tokens.every((token) => /^[1-7]$/.test(token)))
    return [{ days: [...new Set(tokens.map(Number))].sort((a, b) => a - b) }];
  const sets = tokens.map((token): DaySet | undefined => {
    const [, digits = '', name = ''] = /^([0-7]*)(mo|tu|we|th|fr|sa|su)$/.exec(token) ?? [];
    if (!name) return undefined;
    const days = [gifDays.indexOf(name) + 1];
    if (digits === '' || digits.includes('0')) return { days };
    if (digits.includes('7')) return undefined;
    return { days, nth: [...digits].map((digit) => (digit === '6' ? -1 : Number(digit))) };
  });
  return sets.every((set) => set !== undefined) ? mergeWeekly(sets) : undefined;
}

/** Every-week days in one set; those of some weeks stay apart, the same weeks together. */
function mergeWeekly(sets: readonly DaySet[]): readonly DaySet[] {
  const merged = new Map<string, DaySet>();
  for (const set of sets) {
    const key = set.nth ? `of ${set.days.join()}` : 'weekly';
    const known = merged.get(key);
    if (!known) merged.set(key, set);
    else if (set.nth)
      merged.set(key, { days: known.days, nth: [...new Set([...(known.nth ?? []), ...set.nth])] });
    else
      merged.set(key, { ...known, days: [...new Set([...known.days, ...set.days])].sort((a, b) => a - b) });
  }
  return [...merged.values()];
}

/** 月火水木金, 第2・第4土, 最終金. */
export function writeDays({ days, nth }: DaySet): string {
  const letters = days.map((day) => dayLetters[day - 1]).join('');
  if (!nth?.length) return letters;
  return `${nth.map((number) => (number === -1 ? '最終' : `第${number}`)).join('・')}${letters}`;
}
