import { dayName, fiscalYearName } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import type { EditionContent, EditionHead, ProgramContent } from '../editions/content.ts';
import { words as pageWords } from '../publication/words.ts';
import { type LineTools, linesOf, typedText } from './lines.ts';
import type { Block, Line, Section } from './manuscript.ts';
import { programsFigure } from '../figures/named.ts';
import { words } from './words.ts';

export const line = (text: string): Line => [{ text }];

export interface Printing {
  readonly number: number;
  /** YYYY-MM-DD; null in a preview. */
  readonly publishedOn: string | null;
}

export function titleOf({ kind, fiscalYear }: EditionHead, { lang }: Pick<LineTools, 'lang'>): string {
  const text = pageWords[lang];
  const year = fiscalYearName(lang, fiscalYear);
  return kind === 'results' ? text.resultsOf(year) : text.planOf(year);
}

export function titleSection(head: EditionHead, printing: Printing, tools: LineTools): Section {
  const { lang } = tools;
  const text = words[lang];
  const edition = [
    text.editionNumber(printing.number),
    ...(printing.publishedOn ? [text.published(dayName(lang, printing.publishedOn))] : []),
  ];
  const note = linesOf({ where: 'note', text: head.note, lang: 'ja' }, tools);
  return {
    id: 'title',
    kind: 'title',
    heading: titleOf(head, tools),
    blocks: [
      {
        kind: 'text',
        paragraphs: [
          line(contentIn(lang, head.headquarters)),
          line(contentIn(lang, head.operator)),
          line(edition.join(lang === 'ja' ? '　' : ', ')),
        ],
      },
      ...(note.length > 0
        ? [{ kind: 'text' as const, paragraphs: note, source: 'note', ...typedIn(tools) }]
        : []),
    ],
  };
}

/** A text of its own; empty ones are not there. */
export function typedBlock(where: string, text: Text, tools: LineTools): readonly Block[] {
  const typed = typedText(where, text, tools.lang);
  const paragraphs = linesOf(typed, tools);
  if (paragraphs.length === 0) return [];
  const lang = typed.lang === tools.lang ? {} : { lang: 'ja' as const };
  return [{ kind: 'text', paragraphs, source: typed.where, ...lang }];
}

function typedIn({ lang }: LineTools): { lang?: 'ja' } {
  return lang === 'ja' ? {} : { lang: 'ja' };
}

/** Under whom, and who took part. */
export function headquartersSection({ head, programs }: EditionContent, { lang }: LineTools): Section {
  const name = contentIn(lang, head.headquarters);
  const bureaus = distinct(programs.flatMap(({ bureau, partners }) => [bureau, ...partners]));
  const listed: Block = {
    kind: 'list',
    heading: words[lang].bureaus,
    items: bureaus.map((bureau) => line(contentIn(lang, bureau))),
  };
  return {
    id: 'headquarters',
    kind: 'headquarters',
    heading: name,
    blocks:
      bureaus.length > 0
        ? [{ kind: 'text', paragraphs: [line(words[lang].headquartersLead(name))] }, listed]
        : [],
  };
}

function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((text) => [text.ja, text])).values()];
}

const examples = 3;

/** The lines of the general plan with the work that stands in each, new work first. */
export function placeSection(programs: readonly ProgramContent[], { lang }: LineTools): Section | undefined {
  const lines = new Map(
    programs.flatMap((program) => (program.line ? [[program.line.code, program.line]] : [])),
  );
  if (lines.size === 0) return undefined;
  const text = words[lang];
  const rows = [...lines.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => {
      const here = programs
        .filter((program) => program.line?.code === code)
        .sort((a, b) => Number(a.illustrative) - Number(b.illustrative) || Number(b.isNew) - Number(a.isNew));
      const named = here
        .slice(0, examples)
        .map((program) => contentIn(lang, program.name))
        .join(text.comma);
      return [
        line(`${code} ${contentIn(lang, name)}`),
        line(here.length > examples ? text.andOthers(named) : named),
      ];
    });
  return {
    id: 'place',
    kind: 'place',
    heading: text.place,
    blocks: [
      { kind: 'text', paragraphs: [line(text.placeLead)] },
      table(text.place, [[text.place], [text.examples]], rows),
    ],
  };
}

type Heading = readonly [heading: string, align?: 'start' | 'end'];

export function table(
  caption: string,
  columns: readonly Heading[],
  rows: readonly (readonly Line[])[],
): Block {
  return {
    kind: 'table',
    caption,
    columns: columns.map(([heading, align = 'start']) => ({ heading, align })),
    rows,
  };
}

/** How the year went, and the categories with how many programs each has. */
export function categoriesSection(head: EditionHead, tools: LineTools): Section {
  const { lang } = tools;
  const text = words[lang];
  const page = pageWords[lang];
  const rating = head.overallRating;
  return {
    id: 'categories',
    kind: 'categories',
    heading: text.categories(fiscalYearName(lang, head.fiscalYear)),
    blocks: [
      ...(rating
        ? [{ kind: 'text' as const, paragraphs: [line(text.overall(contentIn(lang, rating.name)))] }]
        : []),
      ...typedBlock('summary', head.summary, tools),
      table(
        text.categoryTable,
        [[page.category], [page.programs, 'end'], [page.mainContent]],
        [
          ...head.categories.map(({ code, name, mainContent }, index) => [
            line(`${index + 1} ${contentIn(lang, name)}`),
            [{ figure: programsFigure(head.fiscalYear, code) }],
            linesOf(typedText(`category:${code}`, mainContent, lang), tools).flat(),
          ]),
          [line(page.total), [{ figure: programsFigure(head.fiscalYear, null) }], []],
        ],
      ),
      ...missing(head, tools),
    ],
  };
}

/** What stands outside, and why. */
function missing({ missing: programs, withoutReason }: EditionHead, tools: LineTools): readonly Block[] {
  const { lang } = tools;
  if (programs.length === 0) return [];
  const reason = linesOf({ where: 'withoutReason', text: withoutReason, lang: 'ja' }, tools);
  return [
    {
      kind: 'list',
      heading: pageWords[lang].missingTitle,
      items: programs.map(({ name, bureau }) =>
        line(
          lang === 'ja'
            ? `${name.ja}（${bureau.ja}）`
            : `${contentIn(lang, name)} (${contentIn(lang, bureau)})`,
        ),
      ),
    },
    ...(reason.length > 0
      ? [
          {
            kind: 'text' as const,
            heading: pageWords[lang].withoutReason,
            paragraphs: reason,
            source: 'withoutReason',
            ...typedIn(tools),
          },
        ]
      : []),
  ];
}
