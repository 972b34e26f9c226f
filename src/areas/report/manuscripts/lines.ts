import type { Lang, Text } from '#platform/i18n.ts';
import { yenShort } from '#platform/money.ts';
import { type FoundNumber, isSameUnit, type Known, notation, numbersIn } from '../numbers/rules.ts';
import type { NumberMark } from './edits.ts';
import type { Inline, Line, ManuscriptFigure } from './manuscript.ts';

/** A text that people typed, and where. */
export interface Typed {
  /** `program:night-desk:evaluation`, `text:plan`: what marks name it by. */
  readonly where: string;
  readonly text: string;
  readonly lang: Lang;
}

/** A text in the language of the manuscript, or in Japanese where it was typed in no other. */
export function typedText(where: string, text: Text, lang: Lang): Typed {
  const typedIn = lang === 'en' && text.en === '' ? 'ja' : lang;
  return { where: `${where}:${typedIn}`, text: text[typedIn], lang: typedIn };
}

export interface LineTools {
  readonly lang: Lang;
  readonly known: Omit<Known, 'lang'>;
  readonly figures: Readonly<Record<string, ManuscriptFigure>>;
  readonly marks: readonly NumberMark[];
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly figure: string;
}

/** One line a paragraph. `{f…}`, and every typed number that was marked as a figure, becomes that figure. */
export function linesOf(typed: Typed, tools: LineTools): readonly Line[] {
  const replaced = replacementsIn(typed, tools);
  const lines: Inline[][] = [[]];
  const add = (text: string) => {
    text.split(/\n+/).forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part });
    });
  };
  let at = 0;
  for (const { from, to, figure } of replaced) {
    add(typed.text.slice(at, from));
    lines.at(-1)?.push({ figure });
    at = to;
  }
  add(typed.text.slice(at));
  return lines.filter((line) => line.length > 0);
}

function replacementsIn(
  { where, text, lang }: Typed,
  { known, figures, marks }: LineTools,
): readonly Replacement[] {
  const named = [...text.matchAll(notation)].flatMap((match): Replacement[] => {
    const figure = match[1] ?? '';
    return figures[figure] ? [{ from: match.index, to: match.index + match[0].length, figure }] : [];
  });
  const here = marks.filter((mark) => mark.where === where && 'figure' in mark.is);
  const marked = (here.length === 0 ? [] : numbersIn(text, { ...known, lang })).flatMap(
    (found): Replacement[] => {
      const mark = here.find((each) => marksNumber(each, found));
      const named = mark && 'figure' in mark.is ? figures[mark.is.figure] : undefined;
      const figure = named && asTypedIn(lang, named);
      return figure && isNumberOf(found, figure)
        ? [{ ...spanOf(text, found, figure), figure: figure.id }]
        : [];
    },
  );
  return [...named, ...marked].sort((a, b) => a.from - b.from);
}

/** The figure as a text in this language prints it. */
export function asTypedIn(lang: Lang, figure: ManuscriptFigure): ManuscriptFigure {
  return lang === 'ja' && figure.ja ? { ...figure, ...figure.ja } : figure;
}

export function marksNumber(mark: Pick<NumberMark, 'sentence' | 'nth'>, found: FoundNumber): boolean {
  return mark.sentence === found.sentence && mark.nth === found.nth;
}

/** A sentence says what the figure says: the same value, or yen cut as they are printed. */
export function isNumberOf(
  found: Pick<FoundNumber, 'value' | 'unit' | 'text'>,
  figure: Pick<ManuscriptFigure, 'value' | 'unit'>,
): boolean {
  if (figure.value === null) return false;
  if (found.value === figure.value) return saysUnit(found, figure);
  return found.unit === '円' && yenShort('ja', figure.value).replace(/,/g, '') === typedYen(found);
}

/** Nothing else is said, or つ, by which everything can be counted. */
function saysUnit({ unit }: Pick<FoundNumber, 'unit'>, figure: Pick<ManuscriptFigure, 'unit'>): boolean {
  return unit === '' || unit === 'つ' || isSameUnit(unit, figure.unit);
}

function typedYen({ text }: Pick<FoundNumber, 'text'>): string {
  return `${text.replace(/[,，\s]/g, '')}円`;
}

/** The number with its unit and the 延べ before it, which the figure prints itself. */
function spanOf(text: string, { at, text: typed, unit }: FoundNumber, figure: ManuscriptFigure) {
  const end = at + typed.length;
  const behind = text.slice(end);
  const blank = behind.startsWith(' ') ? 1 : 0;
  const hasUnit = unit !== '' && saysUnit({ unit }, figure);
  const counted = /^(?:延べ|実)/.exec(figure.shown)?.[0] ?? '';
  const hasCounted = counted !== '' && text.slice(0, at).endsWith(counted);
  return { from: at - (hasCounted ? counted.length : 0), to: hasUnit ? end + blank + unit.length : end };
}
