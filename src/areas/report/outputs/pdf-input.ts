import { dayName } from '#platform/dates.ts';
import { type Block, type Line, lineText, type Manuscript, type TypedIn } from '../manuscripts/manuscript.ts';
import { type Surroundings, urlOf } from './pieces.ts';
import { words } from './words.ts';

/** What the template prints: texts are data to it and never markup. */
export function pdfInput(manuscript: Manuscript, surroundings: Surroundings) {
  const { lang, title, operator, headquarters, edition, sections } = manuscript;
  const text = words[lang];
  const front = sections.find(({ kind }) => kind === 'title');
  const rest = sections.filter((section) => section !== front);
  return {
    lang,
    title: front?.heading || title,
    author: `${operator} ${headquarters}`,
    footer: text.footer(operator, headquarters),
    day: edition.publishedOn ? dayName(lang, edition.publishedOn) : text.draft,
    front: (front?.blocks ?? []).flatMap((block) =>
      block.kind === 'text' ? block.paragraphs.map((line) => lineText(manuscript, line)) : [],
    ),
    contents: text.contents,
    sections: rest
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ heading, kicker = '', marks = [], blocks, kind }) => ({
        heading,
        kicker: [...marks.map((mark) => `［${mark}］`), kicker].filter(Boolean).join(' '),
        breaks: kind === 'categories' || kind === 'plan',
        blocks: blocks.map((block) => blockInput(block, manuscript, surroundings)),
      })),
    annex: {
      heading: text.allFigures,
      lead: text.path(surroundings.figuresUrl),
      columns: [text.columns.label, text.columns.shown, text.columns.id],
      rows: Object.values(manuscript.figures).map((figure) => ({
        label: figure.label,
        shown: figure.shown,
        id: figure.id,
        url: urlOf(figure.id, { manuscript, surroundings }),
      })),
    },
  };
}

function blockInput(block: Block, manuscript: Manuscript, { pictures }: Surroundings) {
  switch (block.kind) {
    case 'text':
      return {
        kind: 'text',
        heading: block.heading ?? '',
        paragraphs: block.paragraphs.map((line) => runs(manuscript, line, block.lang)),
      };
    case 'list':
      return {
        kind: 'list',
        heading: block.heading ?? '',
        items: block.items.map((line) => runs(manuscript, line)),
      };
    case 'figures':
      return {
        kind: 'figures',
        heading: block.heading ?? '',
        rows: block.ids.flatMap((id) => manuscript.figures[id] ?? []),
      };
    case 'table':
      return {
        kind: 'table',
        caption: block.caption,
        columns: block.columns,
        rows: block.rows.map((row) => row.map((line) => runs(manuscript, line))),
      };
    case 'chart':
      return { ...block, series: barsOf(block, manuscript) };
    case 'voice':
      return { kind: 'voice', speaker: words[manuscript.lang].speaker(block.speaker), words: block.words };
    case 'picture': {
      const picture = pictures.get(block.fileId);
      const { alternative, caption } = block;
      return {
        kind: 'picture',
        alternative,
        caption,
        path: picture ? picturePath(block.fileId, picture.type) : '',
      };
    }
  }
}

/** Where the compiler finds a picture. */
export function picturePath(fileId: string, type: string): string {
  return `/pictures/${fileId}.${type}`;
}

function runs(manuscript: Manuscript, line: Line, typedIn?: TypedIn) {
  return line.map((inline) => ({ text: lineText(manuscript, [inline], typedIn), bold: 'figure' in inline }));
}

/** A bar for each number, as long as its share of the largest. */
function barsOf({ series }: Extract<Block, { kind: 'chart' }>, { figures }: Manuscript) {
  const values = series.flatMap(({ points }) =>
    points.map(({ figure }) => (figure && figures[figure]?.value) || 0),
  );
  const largest = Math.max(1e-9, ...values);
  return series.map(({ name, points }) => ({
    name,
    points: points.map(({ label, figure }) => {
      const found = figure ? figures[figure] : undefined;
      return {
        label,
        shown: found?.shown ?? '－',
        share: Math.max(0, Math.round(((found?.value ?? 0) / largest) * 10_000) / 100),
      };
    }),
  }));
}
