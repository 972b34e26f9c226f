import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import type { EditionHead } from '../editions/content.ts';
import { shownWords } from '../disclosure/shown-words.ts';
import { stateFigure } from '../figures/named.ts';
import type { Block, Line, ManuscriptFigure, Section } from '../manuscripts/manuscript.ts';
import { valueWithUnit } from '../publication/shown.ts';
import { type StateFlow, stateKeys } from './content/rules.ts';
import { stateLabel, words } from './words.ts';

export const statesSectionId = 'states';

/** Every number of how people stood before and after: files and data have them all, the section a table of each program. */
export function stateFigures(lang: Lang, { states, fiscalYear }: EditionHead): readonly ManuscriptFigure[] {
  const text = words[lang];
  return (states?.flows ?? []).flatMap((flow) => {
    const desks = desksOf(flow);
    return stateKeys.map((key) => {
      const value = flow.counts[key];
      const label = stateLabel(lang, states, flow, key);
      return {
        id: stateFigure(fiscalYear, flow, key),
        label: text.label(nameOf(lang, flow), label),
        value,
        unit: text.people,
        shown: value === null ? shownWords[lang].withheld : valueWithUnit(lang, value, text.people),
        note: '',
        section: statesSectionId,
        ...(desks ? { source: desks } : {}),
      };
    });
  });
}

/** Whose records a flow is counted from, as they are called at home; empty: of all. */
export function desksOf({ program }: StateFlow): string {
  return (program?.desks ?? []).map(({ name }) => name.ja).join('、');
}

export function statesSection(head: EditionHead, lang: Lang): readonly Section[] {
  const { states, fiscalYear, fewest } = head;
  if (!states) return [];
  const text = words[lang];
  const isBlank = states.flows.some(({ counts }) => Object.values(counts).includes(null));
  const said = isBlank && fewest !== undefined ? [shownWords[lang].why(formatNumber(lang, fewest))] : [];
  const paragraphs = [text.lead, text.notScores, ...said].map((each): Line => [{ text: each }]);
  const scopes = [...Map.groupBy(states.flows, ({ program }) => program?.slug ?? '').values()];
  return [
    {
      id: statesSectionId,
      kind: 'states',
      heading: text.title(fiscalYearName(lang, fiscalYear)),
      blocks: [{ kind: 'text', paragraphs }, ...scopes.map((flows) => scopeTable(head, flows, lang))],
    },
  ];
}

function scopeTable({ states, fiscalYear }: EditionHead, flows: readonly StateFlow[], lang: Lang): Block {
  const text = words[lang];
  const ways = ['all', 'better', 'same', 'worse'] as const;
  const labels = { all: text.asked, better: text.better, same: text.same, worse: text.worse };
  return {
    kind: 'table',
    caption: text.summaryTable(flows[0] ? nameOf(lang, flows[0]) : ''),
    columns: [
      { heading: text.domain, align: 'start' },
      ...ways.map((key) => ({ heading: labels[key], align: 'end' as const })),
    ],
    rows: flows.map((flow) => [
      [{ text: domainOf(lang, states, flow) }],
      ...ways.map((key): Line => [{ figure: stateFigure(fiscalYear, flow, key) }]),
    ]),
  };
}

function domainOf(lang: Lang, states: EditionHead['states'], { domain }: StateFlow): string {
  const found = states?.domains.find(({ code }) => code === domain);
  return found ? contentIn(lang, found.name) : domain;
}

function nameOf(lang: Lang, { program }: StateFlow): string {
  return program ? contentIn(lang, program.name) : words[lang].all;
}
