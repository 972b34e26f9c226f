import type { EditionContent, ProgramContent } from '../editions/content.ts';
import { type FoundNumber, notation, numbersIn } from '../numbers/rules.ts';
import type { ManuscriptEdits, NumberMark } from './edits.ts';
import { asTypedIn, isNumberOf, marksNumber } from './lines.ts';
import type { ManuscriptFigure } from './manuscript.ts';
import { figuresIn, knownIn } from './manuscript-of.ts';
import { type ProgramText, whereOf } from './program-section.ts';
import { listTypedTexts, type TypedText } from './typed-texts.ts';
import { withheldIn } from './withheld-numbers.ts';

/** A number in a text that is no figure yet, and has no reason to be none. */
export interface OpenNumber {
  readonly text: TypedText;
  readonly found: FoundNumber;
  /** Figures of the same section that say the same, value and unit; one alone may be taken at once. */
  readonly offers: readonly ManuscriptFigure[];
}

/** `{f…}` of a number that the edition does not have (any more). */
export interface UnknownName {
  readonly text: TypedText;
  readonly name: string;
}

/** A number that somebody marked as no result, with where it stands. */
export interface ExcusedNumber {
  readonly text: TypedText;
  readonly found: FoundNumber;
  readonly mark: NumberMark;
  readonly reason: string;
}

export interface NumberCheck {
  readonly open: readonly OpenNumber[];
  readonly unknown: readonly UnknownName[];
  readonly excused: readonly ExcusedNumber[];
}

/** Which numbers of the typed texts are neither figures nor explained. */
export function checkNumbers(content: EditionContent, edits: ManuscriptEdits): NumberCheck {
  const figures = figuresIn(content, 'en');
  const known = knownIn(content);
  const open: OpenNumber[] = [];
  const unknown: UnknownName[] = [];
  const excused: ExcusedNumber[] = [];
  for (const text of listTypedTexts(content, edits)) {
    for (const [whole, name = ''] of text.text.matchAll(notation))
      if (!figures[name] || text.isHeading) unknown.push({ text, name: whole });
    for (const found of numbersIn(text.text, { ...known, lang: text.lang })) {
      const mark = edits.marks.find((each) => each.where === text.where && marksNumber(each, found));
      if (mark && 'reason' in mark.is) excused.push({ text, found, mark, reason: mark.is.reason });
      else if (!mark || !holds(mark, text, found, figures))
        open.push({ text, found, offers: offersFor(text, found, Object.values(figures)) });
    }
  }
  return { open, unknown, excused };
}

function holds(
  { is }: NumberMark,
  text: TypedText,
  found: FoundNumber,
  figures: Readonly<Record<string, ManuscriptFigure>>,
): boolean {
  const figure = 'figure' in is ? figures[is.figure] : undefined;
  return figure !== undefined && !text.isHeading && isNumberOf(found, asTypedIn(text.lang, figure));
}

function offersFor(
  text: TypedText,
  found: FoundNumber,
  figures: readonly ManuscriptFigure[],
): readonly ManuscriptFigure[] {
  if (text.isHeading) return [];
  const ofProgram = text.section.startsWith('program:');
  return figures.filter(
    (figure) =>
      (ofProgram ? figure.section === text.section : !figure.section.startsWith('program:')) &&
      isNumberOf(found, asTypedIn(text.lang, figure)),
  );
}

/** The only figure that a number can be: a unit has to be said, a bare number could be anything. */
export function onlyOffer({ found, offers }: OpenNumber): ManuscriptFigure | undefined {
  return !['', 'つ'].includes(found.unit) && offers.length === 1 ? offers[0] : undefined;
}

/** Numbers that a corrected text would say without being a figure of its program, or one that was followed before. */
export function untoldIn(
  content: EditionContent,
  { edits, withheld }: Kept,
  { program, field, text }: { program: ProgramContent; field: ProgramText; text: string },
) {
  const said = { ...program, [field]: text };
  const corrected = {
    ...content,
    programs: content.programs.map((each) => (each.slug === program.slug ? said : each)),
  };
  const where = whereOf(program, field);
  const { open, unknown } = checkNumbers(corrected, edits);
  return {
    ...saidNumbers({
      open: open.filter((number) => number.text.where === where && !onlyOffer(number)),
      unknown: unknown.filter((name) => name.text.where === where),
      excused: [],
    }),
    withheld: withheldIn(corrected, edits, withheld).filter((number) => number.where === where),
  };
}

/** What belongs to an edition beside its content: its manuscript's edits, and the true numbers that it withholds. */
export interface Kept {
  readonly edits: ManuscriptEdits;
  readonly withheld: ReadonlyMap<string, number>;
}

/** Every number of an edition's texts that keeps it from being proposed. */
export function untoldNumbers(content: EditionContent, { edits, withheld }: Kept) {
  return { ...saidNumbers(checkNumbers(content, edits)), withheld: withheldIn(content, edits, withheld) };
}

/** As a refusal says them. */
function saidNumbers({ open, unknown }: NumberCheck) {
  return {
    open: open.map(({ text, found }) => ({
      sentence: found.sentence,
      place: text.place,
      number: found.text + found.unit,
    })),
    unknown: unknown.map(({ text, name }) => ({ name, place: text.place })),
  };
}
