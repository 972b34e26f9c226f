import { contentIn, type Lang, type Text } from '#platform/i18n.ts';
import type { EditionContent, EditionHead } from '../editions/content.ts';
import type { Known } from '../numbers/rules.ts';
import { inOrder, type ManuscriptEdits } from './edits.ts';
import {
  categoriesSection,
  headquartersSection,
  placeSection,
  type Printing,
  titleOf,
  titleSection,
  typedBlock,
} from './head-sections.ts';
import type { LineTools } from './lines.ts';
import type { Manuscript, ManuscriptFigure, Section } from './manuscript.ts';
import { directionSection, planSection } from './plan-sections.ts';
import { type MoneyPlan, planFigures, programCounts, programFigures } from './printed.ts';
import { programSection } from './program-section.ts';
import { stateFigures, statesSection } from '../states/manuscript.ts';

/**
 * The document of an edition in one language: what is registered in the order of the source deck, with what the secretariat changed.
 * Pure: the same content, edits and printing give the same manuscript.
 */
export function manuscriptOf(
  content: EditionContent,
  edits: ManuscriptEdits,
  lang: Lang,
  printing: Printing,
): Manuscript {
  const { head } = content;
  const figures = figuresIn(content, lang);
  const tools = toolsFor(content, edits, lang, figures);
  return {
    format: 1,
    lang,
    edition: {
      kind: head.kind,
      fiscalYear: head.fiscalYear,
      number: printing.number,
      publishedOn: printing.publishedOn,
    },
    title: titleOf(head, tools),
    operator: contentIn(lang, head.operator),
    headquarters: contentIn(lang, head.headquarters),
    sections: allSections(content, edits, tools, printing).filter(({ id }) => !edits.leftOut.includes(id)),
    figures,
  };
}

export function toolsFor(
  content: EditionContent,
  edits: Pick<ManuscriptEdits, 'marks'>,
  lang: Lang,
  figures = figuresIn(content, lang),
): LineTools {
  return { lang, figures, known: knownIn(content), marks: edits.marks };
}

/** Every number that a text of the manuscript may name. */
export function figuresIn(content: EditionContent, lang: Lang): Readonly<Record<string, ManuscriptFigure>> {
  const own = listFigures(content, lang);
  const inJapanese = lang === 'ja' ? [] : listFigures(content, 'ja');
  return Object.fromEntries(
    own.map((figure, at) => {
      const japanese = inJapanese[at];
      const ja = japanese && { ja: { unit: japanese.unit, shown: japanese.shown } };
      return [figure.id, { ...figure, ...ja }];
    }),
  );
}

function listFigures(content: EditionContent, lang: Lang): readonly ManuscriptFigure[] {
  const { head, programs } = content;
  return [
    ...programCounts(lang, head),
    ...stateFigures(lang, head),
    ...programs.flatMap((program) => programFigures(lang, program)),
    ...moneyPlans(head).flatMap((plan) => planFigures(lang, plan)),
  ];
}

/** What the search for typed numbers has to know of the year: its units, and names that have numbers in them. */
export function knownIn({ head, programs }: EditionContent): Omit<Known, 'lang'> {
  const units = programs.flatMap(({ measures }) => measures.flatMap(({ unit }) => [unit.ja, unit.en]));
  const names = [
    head.headquarters,
    ...head.programs.map(({ name }) => name),
    ...head.categories.map(({ name }) => name),
    ...moneyPlans(head).flatMap(({ pillars, plan }) => [...pillars, ...plan].map(({ name }) => name)),
  ].flatMap(({ ja, en }) => [ja, en]);
  return {
    units: [...new Set([...units, ...head.units, '事業', 'programs'])].filter(Boolean),
    names: names.filter(Boolean),
  };
}

/** All sections in their order, those that are left out too: what the secretariat arranges. */
export function allSections(
  content: EditionContent,
  edits: ManuscriptEdits,
  tools: LineTools,
  printing: Printing,
): readonly Section[] {
  const natural = [...naturalSections(content, edits, tools, printing), ...addedSections(edits)];
  return inOrder(natural, edits.order).map((section) => withOwnWords(section, edits, tools));
}

function naturalSections(
  content: EditionContent,
  edits: ManuscriptEdits,
  tools: LineTools,
  printing: Printing,
): readonly Section[] {
  const { head, programs } = content;
  const place = placeSection(programs, tools);
  return [
    titleSection(head, printing, tools),
    headquartersSection(content, tools),
    ...(place ? [place] : []),
    ...(head.kind === 'results' ? [categoriesSection(head, tools)] : []),
    ...statesSection(head, tools.lang),
    ...programs.map((program) => programSection(program, edits, tools)),
    ...moneyPlans(head).flatMap((plan) => [
      planSection(plan, head.kind === 'plan' ? summaryOf(head) : undefined, tools),
      directionSection(plan, tools),
    ]),
  ];
}

/** The plan that an edition is of, or that its results look out upon. */
function moneyPlans(head: EditionHead): readonly MoneyPlan[] {
  if (head.kind === 'plan') return [head];
  return head.outlook ? [head.outlook] : [];
}

function summaryOf({ summary }: EditionHead): Text | undefined {
  return summary.ja ? summary : undefined;
}

function addedSections({ added }: ManuscriptEdits): readonly Section[] {
  return added.map((id) => ({ id, kind: 'text', heading: '', blocks: [] }));
}

/** The secretariat's heading and text: the text stands first, behind the title's own lines. */
function withOwnWords(section: Section, edits: ManuscriptEdits, tools: LineTools): Section {
  const { lang } = tools;
  const heading = edits.headings[section.id];
  const text = edits.texts[section.id];
  const said = text ? typedBlock(`text:${section.id}`, text, tools) : [];
  return {
    ...section,
    heading: heading?.ja ? contentIn(lang, heading) : section.heading,
    blocks: section.kind === 'title' ? [...section.blocks, ...said] : [...said, ...section.blocks],
  };
}
