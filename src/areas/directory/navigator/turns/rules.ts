import { type CrisisKind, findCrises } from '../../crisis/rules.ts';
import { crisesOf } from '../advice/rules.ts';
import {
  foldWords,
  freeAnswers,
  type Known,
  nextQuestion,
  optionsOf,
  pass,
  readAnswers,
  topicsIn,
} from '../conversation/rules.ts';
import type { Answers, Flow, Question } from '../flow.ts';

/** Where somebody stands in a conversation that goes on turn by turn: in chat, on LINE. */
export interface Standing {
  readonly answers: Answers;
  /** The question that is asked now; absent: all was asked, a person is next. */
  readonly on?: string;
}

/** What was pressed (`<question>:<value>`, several where several may be), or written. */
export type Said = { readonly choices: readonly string[] } | { readonly words: string };

/** Pressed instead of an answer. */
export const turnValues = { skip: '-', advice: '=', again: '!' } as const;

export interface Turn {
  readonly standing: Standing;
  /** answered: the question is behind us. noted: kept, and asked once more. stale: pressed on an earlier question, nothing happened. */
  readonly heard: 'answered' | 'noted' | 'stale';
  /** What cannot wait and was not known before this turn, the most pressing first. */
  readonly crises: readonly CrisisKind[];
  /** What was pressed, without what the flow does not know. */
  readonly chosen: readonly string[];
}

/** What the answers of a turn are read with. */
export interface TurnFacts {
  readonly known: Known;
  /** Names by which places are written, the ward with its city and alone where it is the only one. */
  readonly places: readonly { readonly code: string; readonly names: readonly string[] }[];
  /** Names of languages in themselves. */
  readonly languages: readonly { readonly code: string; readonly names: readonly string[] }[];
}

/** At the first question that these answers leave open. */
export function standingAt(flow: Flow, answers: Answers): Standing {
  const next = nextQuestion(flow, answers);
  return next ? { answers, on: next.id } : { answers };
}

/** One turn. The same words mean the same as on the pages of the navigator. */
export function takeTurn(flow: Flow, standing: Standing, said: Said, facts: TurnFacts): Turn {
  const question = flow.questions.find(({ id }) => id === standing.on);
  const turn =
    'words' in said
      ? writtenTurn(flow, { standing, question, words: said.words }, facts)
      : pressedTurn(flow, { standing, question, choices: said.choices }, facts);
  const before = crisesOf(flow, standing.answers);
  const written = 'words' in said ? findCrises(said.words) : [];
  const crises = [...new Set([...written, ...crisesOf(flow, turn.standing.answers)])];
  return { ...turn, crises: crises.filter((kind) => !before.includes(kind)) };
}

type Heard = Omit<Turn, 'crises'>;

function pressedTurn(
  flow: Flow,
  asked: { standing: Standing; question: Question | undefined; choices: readonly string[] },
  { known }: TurnFacts,
): Heard {
  const { standing, question, choices } = asked;
  const { answers } = standing;
  if (choices.includes(`:${turnValues.again}`))
    return { standing: standingAt(flow, keepWords(answers)), heard: 'answered', chosen: [] };
  const chosen = question
    ? choices
        .filter((each) => each.startsWith(`${question.id}:`))
        .map((each) => each.slice(question.id.length + 1))
    : [];
  if (!question || chosen.length === 0) return { standing, heard: 'stale', chosen: [] };
  if (chosen.includes(turnValues.advice)) return { standing: { answers }, heard: 'answered', chosen: [] };
  if (chosen.includes(turnValues.skip)) return answered(flow, answers, question, []);
  const fields = question.kind === 'place' ? placeFields(chosen, answers) : { [question.id]: chosen };
  const read = readAnswers(flow, { ...answers, ...fields }, known);
  const understood = question.kind === 'place' ? read['place'] : read[question.id];
  if (!understood) return { standing, heard: 'stale', chosen: [] };
  // Here for now, but where that is was not said yet: it is asked, once.
  if (question.kind === 'place' && read['place']?.[0] === 'now' && !read['municipality'] && !answers['place'])
    return { standing: { answers: read, on: question.id }, heard: 'noted', chosen };
  return answered(
    flow,
    read,
    question,
    chosen.filter((each) => isKept(each, read, question)),
  );
}

function isKept(value: string, read: Answers, question: Question): boolean {
  const kept = [
    ...(read[question.id] ?? []),
    ...(question.kind === 'place' ? (read['municipality'] ?? []) : []),
  ];
  return kept.includes(value);
}

function placeFields(chosen: readonly string[], answers: Answers): Record<string, readonly string[]> {
  const code = chosen.find((each) => /^\d{5}$/.test(each));
  const place = chosen.find((each) => each === 'now' || each === 'unsaid') ?? answers['place']?.[0];
  return { ...(place && { place: [place] }), ...(code && { municipality: [code] }) };
}

function answered(flow: Flow, answers: Answers, question: Question, chosen: readonly string[]): Heard {
  return { standing: standingAt(flow, pass(answers, question.id)), heard: 'answered', chosen };
}

/** Beginning again forgets what was pressed; what was written was said, and stays. */
function keepWords(answers: Answers): Answers {
  return answers['words'] ? { words: answers['words'] } : {};
}

function writtenTurn(
  flow: Flow,
  { standing, question, words }: { standing: Standing; question: Question | undefined; words: string },
  facts: TurnFacts,
): Heard {
  const named = question && valueIn(flow, { question, words, answers: standing.answers }, facts);
  if (question && named)
    return pressedTurn(flow, { standing, question, choices: [`${question.id}:${named}`] }, facts);
  const before = standing.answers['words']?.[0];
  const all = [before, words.trim()].filter(Boolean).join('\n').slice(-freeAnswers.words);
  const answers = { ...standing.answers, words: [all] };
  // Words that say nothing to us are asked about once; then the conversation goes on.
  const goesOn = question?.kind === 'worries' && (topicsIn(flow, all).length > 0 || before !== undefined);
  if (question && goesOn) return answered(flow, answers, question, []);
  return { standing: { ...standing, answers }, heard: 'noted', chosen: [] };
}

/** A choice that was written instead of pressed: its number, its words, the name of a place or of a language. */
function valueIn(
  flow: Flow,
  { question, words, answers }: { question: Question; words: string; answers: Answers },
  facts: TurnFacts,
): string | undefined {
  const text = foldWords(words);
  if (!text) return undefined;
  if (question.kind === 'place') return longestNamed(text, facts.places);
  if (question.kind === 'language') return longestNamed(text, facts.languages);
  const options = optionsOf(flow, question, answers);
  if (/^\d{1,2}$/.test(text)) return options[Number(text) - 1]?.value;
  return options.find(({ label }) => Object.values(label).some((each) => each && foldWords(each) === text))
    ?.value;
}

function longestNamed(
  text: string,
  named: readonly { readonly code: string; readonly names: readonly string[] }[],
): string | undefined {
  const found = named.flatMap(({ code, names }) =>
    names
      .map(foldWords)
      .filter((name) => name.length > 1 && text.includes(name))
      .map((name) => ({ code, name })),
  );
  return found.toSorted((a, b) => b.name.length - a.name.length)[0]?.code;
}
