import { dayName } from '#platform/dates.ts';
import { FigureLink } from '#ui/content.tsx';
import { shownAgain } from '../printed.ts';
import { type Line, type ManuscriptFigure, shownIn, type TypedIn } from '../manuscript.ts';
import { words } from '../page-words.ts';
import type { DocumentProps } from './document.tsx';

export type Shown = Pick<DocumentProps, 'view' | 'manuscript' | 'corrections' | 'links'>;

/** A line with its numbers: each leads to its path. */
export function LineText({ line, typedIn, ...props }: Shown & { line: Line; typedIn?: TypedIn | undefined }) {
  return (
    <>
      {line.map((inline) => {
        if ('text' in inline) return inline.text;
        const figure = props.manuscript.figures[inline.figure];
        return figure ? <FigureText {...props} figure={figure} typedIn={typedIn} /> : '';
      })}
    </>
  );
}

/** A number as printed; where it was corrected, the old one struck and the new one beside it. */
export function FigureText({
  view,
  links,
  corrections,
  figure,
  typedIn,
  withNote = false,
}: Shown & { figure: ManuscriptFigure; typedIn?: TypedIn | undefined; withNote?: boolean }) {
  const { lang } = view;
  const printed = shownIn(figure, typedIn);
  const href = links.figure?.(figure.path ?? figure.id);
  const linked = (text: string) => <FigureLink href={href}>{text}</FigureLink>;
  const newest = corrections.get(figure.id)?.at(-1);
  // Last year's number, whose path is told with this year's.
  const note = withNote && figure.note && (
    <FigureLink href={href}>{lang === 'ja' ? `（${figure.note}）` : ` (${figure.note})`}</FigureLink>
  );
  if (!newest)
    return (
      <>
        {linked(printed)}
        {note}
      </>
    );
  return (
    <>
      <del>{printed}</del>{' '}
      <ins>{linked(shownAgain(printed, figure.value, Number(newest.newValue), lang))}</ins>
      {note}
      <small>{words[lang].correctedOn(dayName(lang, newest.on))}</small>
    </>
  );
}
