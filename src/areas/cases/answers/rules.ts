import { ok, type Result, refuse } from '#platform/result.ts';
import type { Form, FormField, FormOption, FormSet } from '../forms/form.ts';
import { fieldsOf, listOf } from '../forms/rules.ts';
import { readDay } from '../persons/rules.ts';
import type { FieldClass } from '../relations/rules.ts';

/** What was answered, by the code of the field: a text, a code, a day, or several codes. */
export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
export type AnswersByClass = ReadonlyMap<FieldClass, Answers>;

/** A field as far as one class of it goes: of several choices, those that tell no more than this class. */
export interface Piece {
  readonly field: FormField;
  readonly class: FieldClass;
  readonly options: readonly FormOption[];
}

export function piecesOf(set: FormSet, form: Form): readonly Piece[] {
  return fieldsOf(form).flatMap((field): readonly Piece[] => {
    const { options } = listOf(set, field.list);
    if (field.kind !== 'many') return [{ field, class: field.class, options }];
    const byClass = Map.groupBy(options, (option) => option.class ?? field.class);
    return [...byClass].map(([fieldClass, own]) => ({ field, class: fieldClass, options: own }));
  });
}

export function listed(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || answer === '') return [];
  return typeof answer === 'string' ? [answer] : answer;
}

export function said(answer: Answer | undefined): string {
  return typeof answer === 'string' ? answer : (answer?.[0] ?? '');
}

/** All that may be seen, field by field: what is stored apart by class comes together again. */
export function together(pieces: readonly Piece[], stored: AnswersByClass): Answers {
  const all: Record<string, Answer> = {};
  for (const { field, class: fieldClass } of pieces) {
    const answer = stored.get(fieldClass)?.[field.code];
    if (answer === undefined) continue;
    const before = all[field.code];
    all[field.code] = field.kind === 'many' ? [...listed(before), ...listed(answer)] : answer;
  }
  return all;
}

/** The part of what was answered that belongs to one class; what a form did not ask is left out, and stays as it is. */
export function partOf(pieces: readonly Piece[], fieldClass: FieldClass, answers: Answers): Answers {
  const part: Record<string, Answer> = {};
  for (const piece of pieces) {
    if (piece.class !== fieldClass) continue;
    const answer = answers[piece.field.code];
    if (answer === undefined) continue;
    if (piece.field.kind !== 'many') part[piece.field.code] = said(answer);
    else {
      const codes = piece.options.map(({ code }) => code);
      part[piece.field.code] = listed(answer).filter((code) => codes.includes(code));
    }
  }
  return part;
}

export type AnswerProblem = 'too-long' | 'number-wrong' | 'day-wrong' | 'code-unknown';

const longest = { text: 300, long: 5000 } as const;

/** What somebody typed, as it is stored; an empty answer is allowed everywhere, because a form may be left and resumed. */
export function readAnswer(
  field: FormField,
  options: readonly FormOption[],
  typed: Answer | undefined,
): Result<Answer, AnswerProblem> {
  if (field.kind === 'many') {
    const codes = listed(typed);
    return codes.every((code) => options.some((option) => option.code === code))
      ? ok(codes)
      : refuse('code-unknown');
  }
  const text = said(typed);
  if (text === '') return ok('');
  if (field.kind === 'one')
    return options.some(({ code }) => code === text) ? ok(text) : refuse('code-unknown');
  if (field.kind === 'day') {
    const day = readDay(text);
    return day.ok ? day : refuse('day-wrong');
  }
  if (field.kind === 'number' || field.kind === 'yen') return readWhole(text);
  return text.length > longest[field.kind] ? refuse('too-long') : ok(text);
}

function readWhole(text: string): Result<string, 'number-wrong'> {
  const plain = text.normalize('NFKC').replace(/[,\s¥円人件]/g, '');
  return /^\d{1,12}$/.test(plain) ? ok(String(Number(plain))) : refuse('number-wrong');
}

/** A field that two people changed in different ways. */
export interface Difference {
  readonly class: FieldClass;
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * What one person wrote, put together with what somebody else saved meanwhile. `base` is what the first one saw: a field that
 * only one of them changed is theirs, of several choices each counts by itself, and where both changed the same field nothing is
 * decided here. `ask`: fields about which somebody was asked and has not answered yet.
 */
export function mergeAnswers({
  base,
  mine,
  theirs,
  class: fieldClass,
  ask = [],
}: {
  base: Answers;
  mine: Answers;
  theirs: Answers;
  class: FieldClass;
  ask?: readonly string[];
}): { readonly merged: Answers; readonly differences: readonly Difference[] } {
  const merged: Record<string, Answer> = { ...theirs };
  const differences: Difference[] = [];
  for (const [field, answer] of Object.entries(mine)) {
    if (typeof answer !== 'string') {
      merged[field] = mergeChoices(listed(base[field]), answer, listed(theirs[field]));
      continue;
    }
    const [before, now] = [said(base[field]), said(theirs[field])];
    const asked = ask.includes(field);
    if (answer === now || (answer === before && !asked)) merged[field] = now;
    else if (now === before && !asked) merged[field] = answer;
    else differences.push({ class: fieldClass, field, mine: answer, theirs: now });
  }
  return { merged, differences };
}

function mergeChoices(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const added = mine.filter((code) => !base.includes(code) && !theirs.includes(code));
  const removed = base.filter((code) => !mine.includes(code));
  return [...theirs.filter((code) => !removed.includes(code)), ...added];
}

export function sameAnswers(one: Answers, other: Answers): boolean {
  const plain = (answers: Answers) =>
    JSON.stringify(
      Object.entries(answers)
        .filter(([, answer]) => listed(answer).length > 0)
        .map(([code, answer]) => [code, typeof answer === 'string' ? answer : answer.toSorted()])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
    );
  return plain(one) === plain(other);
}

/** What a form still misses: fields of which somebody wrote down why they matter. */
export function missingOf(form: Form, answers: Answers, seen: readonly FieldClass[]): readonly FormField[] {
  return fieldsOf(form).filter(
    (field) =>
      field.why && !field.retired && seen.includes(field.class) && listed(answers[field.code]).length === 0,
  );
}

/** 緊急的な支援 is for a case that goes on, and whose plan nobody has decided yet. */
export function isPressing(
  { closedOn, decidedOn }: { closedOn: string | null; decidedOn: string | null },
  urgent: Answer | undefined,
): boolean {
  return said(urgent) === 'yes' && closedOn === null && decidedOn === null;
}

/** A talk is no bed, and a visit no meal. */
export function helpsAtOnce(service: string): boolean {
  return service !== 'consultation' && service !== 'visit';
}
