import { contentIn, type Lang, type Text } from '#platform/i18n.ts';
import type { EditionContent } from '../editions/content.ts';
import { words as errataWords } from '../errata/words.ts';
import { words as pageWords } from '../publication/words.ts';
import type { ManuscriptEdits } from './edits.ts';
import { type Typed, typedText } from './lines.ts';
import { sectionOf } from './printed.ts';
import { programTexts, whereOf } from './program-section.ts';
import { words } from './words.ts';

/** A text of the manuscript that a person typed: only in these can a number stand that nobody followed. */
export interface TypedText extends Typed {
  readonly section: string;
  /** Where to mend it, in Japanese: 夜の相談 事業評価. */
  readonly place: string;
  /** A heading has no numbers by name. */
  readonly isHeading?: true;
}

/** Every typed text that will be printed. What people said themselves (voices) and what pictures show is left as they said it. */
export function listTypedTexts(content: EditionContent, edits: ManuscriptEdits): readonly TypedText[] {
  return [...registered(content), ...ownTexts(content, edits)]
    .filter(({ section, text }) => text !== '' && !edits.leftOut.includes(section))
    .filter((each, at, all) => all.findIndex(({ where }) => where === each.where) === at);
}

function registered({ head, programs }: EditionContent): readonly TypedText[] {
  const text = words.ja;
  const page = pageWords.ja;
  const isResults = head.kind === 'results';
  const of = (section: string, place: string, base: string, typed: Text) =>
    inBoth(base, typed).map((each) => ({ ...each, section, place }));
  const japanese = (section: string, place: string, where: string, said: string) => ({
    where,
    section,
    place,
    text: said,
    lang: 'ja' as const,
  });
  return [
    japanese('title', page.note, 'note', head.note),
    ...of(isResults ? 'categories' : 'plan', text.summary, 'summary', head.summary),
    ...(isResults ? [japanese('categories', page.withoutReason, 'withoutReason', head.withoutReason)] : []),
    ...head.categories.flatMap(({ code, name, mainContent }) =>
      of('categories', `${name.ja}　${page.mainContent}`, `category:${code}`, mainContent),
    ),
    ...head.plan.flatMap(({ name, description }) =>
      of('plan', `${name.ja}　${page.content}`, `plan:${name.ja}`, description),
    ),
    ...programs.flatMap((program) =>
      programTexts.map((field) =>
        japanese(
          sectionOf(program),
          `${program.name.ja}　${field === 'purpose' ? page.purpose : errataWords.ja.fieldNames[field]}`,
          whereOf(program, field),
          program[field],
        ),
      ),
    ),
  ];
}

function ownTexts({ programs }: EditionContent, edits: ManuscriptEdits): readonly TypedText[] {
  const nameOf = (section: string) => {
    const program = programs.find((each) => sectionOf(each) === section);
    return program?.name.ja ?? (edits.headings[section]?.ja || words.ja.sectionNames[section] || section);
  };
  return [
    ...Object.entries(edits.headings).flatMap(([section, typed]) =>
      inBoth(`heading:${section}`, typed).map((each) => ({
        ...each,
        section,
        place: `${nameOf(section)}　${words.ja.heading}`,
        isHeading: true as const,
      })),
    ),
    ...Object.entries(edits.texts).flatMap(([section, typed]) =>
      inBoth(`text:${section}`, typed).map((each) => ({
        ...each,
        section,
        place: `${nameOf(section)}　${words.ja.ownText}`,
      })),
    ),
  ];
}

function inBoth(where: string, typed: Text): readonly Typed[] {
  return (['ja', 'en'] as const satisfies readonly Lang[])
    .filter((lang) => contentIn(lang, typed) !== '')
    .map((lang) => typedText(where, typed, lang));
}
