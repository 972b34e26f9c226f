import { ok, type Result, refuse } from '#platform/result.ts';
import type { SurveyQuestion, Values } from './questions.ts';

export type SurveyRefusal =
  | 'survey-closed'
  | 'survey-not-open-yet'
  | 'survey-no-questions'
  | 'survey-no-team'
  | 'survey-days'
  | 'answer-place-unknown'
  | 'answer-place-elsewhere'
  | 'answer-count'
  | 'answer-value';

export type SurveyState = 'draft' | 'open' | 'closed';

/** Opens a draft, or brings changed questions out: each time the next version. */
export function decidePublish(facts: {
  readonly state: SurveyState;
  readonly questions: readonly SurveyQuestion[];
  readonly teams: number;
  readonly opensOn: string;
  readonly closesOn: string;
}): Result<'publish', SurveyRefusal> {
  if (facts.state === 'closed') return refuse('survey-closed');
  if (facts.closesOn < facts.opensOn) return refuse('survey-days');
  if (facts.questions.length === 0) return refuse('survey-no-questions');
  return facts.teams === 0 ? refuse('survey-no-team') : ok('publish');
}

export function decideClose({ state }: { readonly state: SurveyState }): Result<'close', SurveyRefusal> {
  return state === 'open'
    ? ok('close')
    : refuse(state === 'closed' ? 'survey-closed' : 'survey-not-open-yet');
}

/** What a telephone says it wrote down. */
export interface Told {
  readonly municipality: string;
  readonly seen: number;
  readonly values: Values;
  readonly removed: boolean;
}

const mostSeen = 500;
const mostLetters = 500;

/**
 * What can be kept of it. A survey that was closed meanwhile still takes what was written on its days: who was outside without a network
 * may come back late. A question or an option that the version does not know is an error of the sender.
 */
export function decideTold(
  told: Told,
  facts: {
    readonly state: SurveyState;
    /** The day on which it was seen, by the clock that was set right. */
    readonly on: string;
    readonly opensOn: string;
    readonly closesOn: string;
    readonly questions: readonly SurveyQuestion[];
    readonly known: readonly string[];
    /** Municipalities of the team; none: all. */
    readonly area: readonly string[];
  },
): Result<Told, SurveyRefusal> {
  if (facts.state === 'draft' || facts.on < facts.opensOn) return refuse('survey-not-open-yet');
  if (facts.on > facts.closesOn) return refuse('survey-closed');
  if (!facts.known.includes(told.municipality)) return refuse('answer-place-unknown');
  if (facts.area.length > 0 && !facts.area.includes(told.municipality))
    return refuse('answer-place-elsewhere');
  if (!Number.isInteger(told.seen) || told.seen < 0 || told.seen > mostSeen) return refuse('answer-count');
  const values: Record<string, Values[string]> = {};
  for (const [code, value] of Object.entries(told.values)) {
    const question = facts.questions.find((each) => each.code === code);
    const kept = question && keptValue(question, value);
    if (kept === undefined) return refuse('answer-value', { question: question?.label.ja ?? code });
    values[code] = kept;
  }
  return ok({ ...told, values });
}

function keptValue({ kind, options }: SurveyQuestion, value: Values[string]): Values[string] | undefined {
  const isOption = (code: unknown) => options.some((option) => option.code === code);
  if (kind === 'choice') return isOption(value) ? value : undefined;
  if (kind === 'choices')
    return Array.isArray(value) && value.every(isOption) ? [...new Set(value as string[])] : undefined;
  if (kind === 'number')
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000
      ? value
      : undefined;
  return typeof value === 'string' ? maskPrivate(value.slice(0, mostLetters)) : undefined;
}

/** Stands where something private was. */
export const masked = '〔伏せました〕';

/**
 * Points on a map (coordinates, map links, plus codes), telephone numbers, addresses of mail and houses, dates of birth and what looks like a name before 「さん」「様」「氏」「君」「ちゃん」: a survey
 * without names keeps none, also where somebody typed one. Too much is masked rather than too little.
 */
export function maskPrivate(text: string): string {
  return text
    .replace(/https?:\/\/[^\s、。）」]+/g, masked)
    .replace(coordinates, masked)
    .replace(/[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}/g, masked)
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, masked)
    .replace(/[0-9０-９]{2,5}[-－ー‐ ]?[0-9０-９]{1,4}[-－ー‐ ]?[0-9０-９]{3,4}/g, masked)
    .replace(
      /[0-9０-９一二三四五六七八九十]+(丁目|番地?|号)([0-9０-９一二三四五六七八九十]+(丁目|番地?|号))*/g,
      masked,
    )
    .replace(/(19|20|１９|２０)[0-9０-９]{2}[年/.][0-9０-９]{1,2}[月/.][0-9０-９]{1,2}日?/g, masked)
    .replace(/[\p{Script=Han}々]{1,4}[ 　]?[\p{Script=Han}々]{0,4}(?=さん|様|氏|君|くん|ちゃん)/gu, (name) =>
      commonBefore.has(name) ? name : masked,
    )
    .replace(/[\p{Script=Katakana}ー]{2,10}(?=さん|様|氏|君|くん|ちゃん)/gu, masked);
}

/** Two numbers of at least three decimals beside each other, or degrees and minutes: nearer than a municipality. */
const coordinates = (() => {
  const number =
    /(?:(?:北緯|東経|[NE])[ 　]?)?[0-9０-９]{1,3}(?:[.．][0-9０-９]{3,}|[°度][ 　]?[0-9０-９]{1,2}[′'分](?:[ 　]?[0-9０-９.．]+[″"秒])?)[°度NE]*/
      .source;
  return new RegExp(`${number}(?:[,，、 　/]*${number})+`, 'g');
})();

/** Words before 「さん」 that name nobody. */
const commonBefore = new Set([
  '皆',
  '患者',
  '職員',
  '店員',
  '警備員',
  '利用者',
  '奥',
  '旦那',
  '子供',
  '若者',
]);

export interface Clock {
  /** The telephone's time when it was written, and when it was sent. */
  readonly wroteAt: Date;
  readonly sentAt: Date;
  /** Of the answer written before on the same telephone, if it is known. */
  readonly before?: Date | undefined;
}

/**
 * The hour at which somebody was seen. The telephone's clock may be wrong: what counts is how long before sending it was written. Where
 * the clock was changed in between (it ran backwards, or says something after its own sending), the hour is doubtful and said to be.
 */
export function seenAt(
  { wroteAt, sentAt, before }: Clock,
  now: Date,
): { readonly at: Date; readonly behind: number; readonly doubtful: boolean } {
  const behind = Math.round((now.getTime() - sentAt.getTime()) / 1000);
  const age = sentAt.getTime() - wroteAt.getTime();
  const ranBack = before !== undefined && wroteAt.getTime() < before.getTime();
  const doubtful = age < 0 || ranBack || age > longestAway;
  const at = new Date(now.getTime() - Math.min(Math.max(age, 0), longestAway));
  at.setUTCMinutes(0, 0, 0);
  return { at, behind, doubtful };
}

/** Nobody is out for longer (ms): 60 days. */
const longestAway = 60 * 86_400_000;

/** Of an answer the highest sequence holds; of two with the same (two windows), the later one by its id. */
export function latest<Edit extends { answerId: string; sequence: number; id: string; removed: boolean }>(
  edits: readonly Edit[],
): readonly Edit[] {
  const held = new Map<string, Edit>();
  for (const edit of edits) {
    const other = held.get(edit.answerId);
    if (!other || edit.sequence > other.sequence || (edit.sequence === other.sequence && edit.id > other.id))
      held.set(edit.answerId, edit);
  }
  return [...held.values()].filter(({ removed }) => !removed);
}

export interface Counted {
  readonly code: string;
  /** 延べ: answers. */
  readonly answers: number;
  /** People who were seen. */
  readonly seen: number;
}

/** Answers to a question that asks for a number, the people of them, and the numbers added up. */
export interface Summed extends Omit<Counted, 'code'> {
  readonly sum: number;
}

/** Answers and people, by municipality and by each option of each question; numbers added up, and words by themselves. */
export function tabulate(
  answers: readonly { readonly municipality: string; readonly seen: number; readonly values: Values }[],
  questions: readonly SurveyQuestion[],
): {
  readonly whole: Counted;
  readonly places: readonly Counted[];
  readonly questions: Readonly<Record<string, readonly Counted[]>>;
  readonly numbers: Readonly<Record<string, Summed>>;
  /** In the order of the letters: which came when, from where or with which other answer is not to be seen. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
} {
  const count = (code: string, of: (answer: (typeof answers)[number]) => boolean): Counted => {
    const those = answers.filter(of);
    return { code, answers: those.length, seen: those.reduce((sum, { seen }) => sum + seen, 0) };
  };
  const sumOf = (code: string): Summed => {
    const { answers: said, seen } = count(code, ({ values }) => typeof values[code] === 'number');
    const sum = answers.reduce((all, { values }) => all + (Number(values[code] ?? 0) || 0), 0);
    return { answers: said, seen, sum };
  };
  const textsOf = (code: string): readonly string[] =>
    answers
      .flatMap(({ values }) => (typeof values[code] === 'string' ? [values[code].trim()] : []))
      .filter(Boolean)
      .toSorted((a, b) => a.localeCompare(b, 'ja'));
  const places = [...new Set(answers.map(({ municipality }) => municipality))].toSorted();
  const chosen = (value: Values[string] | undefined, code: string) =>
    Array.isArray(value) ? value.includes(code) : value === code;
  const of = (kind: SurveyQuestion['kind']) => questions.filter((question) => question.kind === kind);
  return {
    numbers: Object.fromEntries(of('number').map(({ code }) => [code, sumOf(code)])),
    texts: Object.fromEntries(of('text').map(({ code }) => [code, textsOf(code)])),
    whole: count('', () => true),
    places: places.map((code) => count(code, ({ municipality }) => municipality === code)),
    questions: Object.fromEntries(
      questions
        .filter(({ kind }) => kind === 'choice' || kind === 'choices')
        .map(({ code, options }) => [
          code,
          options.map((option) => count(option.code, ({ values }) => chosen(values[code], option.code))),
        ]),
    ),
  };
}
