import type { Answers, Condition, Flow, Option, Question, Topic } from '../flow.ts';

/** What conditions look at: questions with what was chosen, and what follows from it. */
export interface Facts {
  readonly [name: string]: readonly string[];
}

/** All that a condition names hold; none named: always. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  return Object.entries(condition ?? {}).every(([name, wanted]) =>
    wanted.some((value) => facts[name]?.includes(value)),
  );
}

/** Answers beside those to questions: what was written, where. */
export const freeAnswers = { words: 2000, municipality: 5 } as const;

/** Languages in which somebody may want to be answered, as the flow of every prefecture knows them. */
export interface Known {
  readonly languages: readonly string[];
  /** Municipality and ward codes. */
  readonly municipalities: readonly string[];
  /** Names of further answers (facts that schemes ask about) and their greatest length. */
  readonly further: readonly string[];
}

/**
 * What came from a form, made into answers: what the flow does not know is dropped, so that forged and outdated fields do
 * nothing. `asked` holds the questions that were passed, answered or not.
 */
export function readAnswers(flow: Flow, fields: Readonly<Record<string, unknown>>, known: Known): Answers {
  const answers: Record<string, readonly string[]> = {};
  for (const question of flow.questions) {
    const allowed = valuesOf(flow, question, known);
    const chosen = [...new Set(listOf(fields[question.id]))].filter((value) => allowed.has(value));
    const most = question.kind === 'worries' || question.kind === 'choices' ? chosen.length : 1;
    if (chosen.length > 0) answers[question.id] = chosen.slice(0, most);
  }
  const words = listOf(fields['words'])[0]?.trim().slice(0, freeAnswers.words);
  if (words) answers['words'] = [words];
  const municipality = listOf(fields['municipality'])[0];
  if (municipality && known.municipalities.includes(municipality)) answers['municipality'] = [municipality];
  for (const name of known.further) {
    const value = listOf(fields[name])[0]?.trim();
    if (value && value.length <= 20) answers[name] = [value];
  }
  const ids = new Set(flow.questions.map(({ id }) => id));
  const asked = [...new Set(listOf(fields['asked']))].filter((id) => ids.has(id));
  if (asked.length > 0) answers['asked'] = asked;
  return withPlace(answers);
}

/** A municipality without «here» or «for now» is where one lives; without a municipality there is no such place. */
function withPlace(answers: Record<string, readonly string[]>): Answers {
  const [place] = answers['place'] ?? [];
  if (place === 'unsaid') {
    const { municipality: _, ...rest } = answers;
    return rest;
  }
  if (answers['municipality']) return { ...answers, place: [place ?? 'live'] };
  if (place === 'live') {
    const { place: _, ...rest } = answers;
    return rest;
  }
  return answers;
}

export const placeValues = ['live', 'now', 'unsaid'] as const;

function valuesOf(flow: Flow, question: Question, known: Known): ReadonlySet<string> {
  switch (question.kind) {
    case 'worries':
    case 'pressing':
      return new Set(flow.topics.map(({ value }) => value));
    case 'place':
      return new Set(placeValues);
    case 'language':
      return new Set(known.languages);
    case 'choice':
    case 'choices':
      return new Set(question.options?.map(({ value }) => value));
  }
}

function listOf(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value.slice(0, 200) : [value];
  return values.filter((each) => typeof each === 'string');
}

/** The topics of what somebody chose; where they chose none, of what they wrote. The worst one first. */
export function topicsOf(flow: Flow, answers: Answers): readonly Topic[] {
  const chosen = answers['worry'] ?? [];
  const found = chosen.length > 0 ? chosen : topicsIn(flow, answers['words']?.[0] ?? '');
  const [worst] = answers['pressing'] ?? [];
  const inOrder = worst && found.includes(worst) ? [worst, ...found.filter((each) => each !== worst)] : found;
  return inOrder.flatMap((value) => flow.topics.find((topic) => topic.value === value) ?? []);
}

/** The same letters in one width and one kana, without blanks and marks. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

const foldedWords = new WeakMap<Topic, readonly string[]>();

function wordsOf(topic: Topic): readonly string[] {
  const kept = foldedWords.get(topic);
  if (kept) return kept;
  const folded = topic.words.map(foldWords).filter(Boolean);
  foldedWords.set(topic, folded);
  return folded;
}

/** Topics whose words stand in a text, the one with the most letters of words first. */
export function topicsIn(flow: Flow, text: string): readonly string[] {
  const folded = foldWords(text.slice(0, freeAnswers.words));
  if (!folded) return [];
  return flow.topics
    .map((topic) => ({
      value: topic.value,
      weight: wordsOf(topic)
        .filter((word) => folded.includes(word))
        .reduce((sum, word) => sum + word.length, 0),
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ value }) => value);
}

/** Options of a question as they stand for these answers: of `pressing` only the worries that were chosen. */
export function optionsOf(flow: Flow, question: Question, answers: Answers): readonly Option[] {
  if (question.kind === 'worries') return flow.topics;
  if (question.kind === 'pressing') return topicsOf(flow, answers);
  return question.options ?? [];
}

/** Questions that these answers lead through, in their order. */
export function questionsFor(flow: Flow, answers: Answers): readonly Question[] {
  const facts: Facts = { ...answers, worry: topicsOf(flow, answers).map(({ value }) => value) };
  return flow.questions.filter(
    (question) =>
      holds(question.when, facts) && (question.kind !== 'pressing' || topicsOf(flow, answers).length > 1),
  );
}

/** The first question that was not passed yet, or none: then there is an answer. Pages, LINE and chat walk by it. */
export function nextQuestion(flow: Flow, answers: Answers): Question | undefined {
  return questionsFor(flow, answers).find(
    ({ id }) => !answers['asked']?.includes(id) && answers[id] === undefined,
  );
}

/** The question before another one, on the way that these answers lead. */
export function questionBefore(flow: Flow, answers: Answers, id: string): Question | undefined {
  const way = questionsFor(flow, answers);
  const at = way.findIndex((question) => question.id === id);
  return at < 0 ? way.at(-1) : way[at - 1];
}

/** Marks a question as passed; what it held before is taken away where nothing new came. */
export function pass(answers: Answers, id: string): Answers {
  return { ...answers, asked: [...new Set([...(answers['asked'] ?? []), id])] };
}

/** Opens a question again, and all that come after it stay answered. */
export function reopen(answers: Answers, id: string): Answers {
  return { ...answers, asked: (answers['asked'] ?? []).filter((each) => each !== id) };
}

export type Step =
  | { readonly show: 'question'; readonly question: Question; readonly answers: Answers }
  | { readonly show: 'result'; readonly answers: Answers }
  | { readonly show: 'start'; readonly answers: Answers };

/** What was pressed on a page, and on which question. */
export interface Pressed {
  /** next, back, skip, result, again, unsaid, `edit:<question>`, `language:<code>`; anything else is next. */
  readonly go: string;
  readonly on: string;
  /** The question was opened from the answer, and leads back there. */
  readonly fromResult: boolean;
}

/** Where a press leads. There is no state but the answers themselves, so no step can be too late. */
export function decideStep(flow: Flow, given: Answers, { go, on, fromResult }: Pressed): Step {
  const question = flow.questions.find(({ id }) => id === on);
  if (go === 'again') return { show: 'start', answers: pick(given, ['language']) };
  if (go.startsWith('edit:')) return showQuestion(flow, reopen(given, go.slice(5)), go.slice(5));
  if (go.startsWith('language:')) {
    const answers = { ...given, language: [go.slice(9)] };
    return question ? showQuestion(flow, answers, on) : { show: 'start', answers };
  }
  if (go === 'back') {
    const before = questionBefore(flow, given, on);
    return before
      ? showQuestion(flow, reopen(given, before.id), before.id)
      : { show: 'start', answers: given };
  }
  const passed = question ? pass(go === 'skip' ? dropAnswer(given, question) : given, on) : given;
  if (go === 'result' || fromResult) return { show: 'result', answers: passed };
  const next = nextQuestion(flow, passed);
  return next ? { show: 'question', question: next, answers: passed } : { show: 'result', answers: passed };
}

function showQuestion(flow: Flow, answers: Answers, id: string): Step {
  const question = questionsFor(flow, answers).find((each) => each.id === id);
  return question ? { show: 'question', question, answers } : { show: 'result', answers };
}

/** A question that is skipped keeps nothing of what was chosen before, nor what belongs to it. */
function dropAnswer(answers: Answers, { id, kind }: Question): Answers {
  const gone = [id, ...(kind === 'worries' ? ['words'] : kind === 'place' ? ['municipality'] : [])];
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !gone.includes(name)));
}

function pick(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}
