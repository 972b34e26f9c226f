import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import { outside, planRowFigure, planTotalFigure } from '../figures/named.ts';
import { words as pageWords } from '../publication/words.ts';
import { line, table, typedBlock } from './head-sections.ts';
import { type LineTools, linesOf, typedText } from './lines.ts';
import type { Block, Section } from './manuscript.ts';
import { type MoneyPlan, pillarGroups } from './printed.ts';
import { words } from './words.ts';

/** Each pillar's work and money, and what it comes to. */
export function planSection(plan: MoneyPlan, summary: Text | undefined, tools: LineTools): Section {
  const { lang } = tools;
  const text = words[lang];
  const page = pageWords[lang];
  const groups = pillarGroups(plan);
  const nameOf = ({ number, name }: (typeof groups)[number]) =>
    name ? `${number} ${contentIn(lang, name)}` : page.otherRows;
  return {
    id: 'plan',
    kind: 'plan',
    heading: text.plan(fiscalYearName(lang, plan.fiscalYear)),
    blocks: [
      { kind: 'figures', ids: [planTotalFigure(plan.fiscalYear, null)] },
      ...(summary ? typedBlock('summary', summary, tools) : []),
      ...groups.map((group) => rowTable(plan, { name: nameOf(group), rows: group.rows }, tools)),
      table(
        text.pillarTable,
        [[page.pillar], [page.budget, 'end']],
        [
          ...groups.map((group) => [
            line(nameOf(group)),
            [{ figure: planTotalFigure(plan.fiscalYear, group.code ?? outside) }],
          ]),
          [line(page.total), [{ figure: planTotalFigure(plan.fiscalYear, null) }]],
        ],
      ),
    ],
  };
}

/** The rows of a pillar; without a column of contents where none is told. */
function rowTable(
  plan: MoneyPlan,
  { name, rows }: { name: string; rows: MoneyPlan['plan'] },
  tools: LineTools,
): Block {
  const { lang } = tools;
  const page = pageWords[lang];
  const told = rows.some(({ description }) => description.ja !== '');
  return table(
    words[lang].planTable(name),
    [[page.program], ...(told ? [[page.content] as const] : []), [page.budget, 'end']],
    rows.map((row) => [
      line(`${row.isNew ? `${page.continuity['new']} ` : ''}${contentIn(lang, row.name)}`),
      ...(told ? [linesOf(typedText(`plan:${row.name.ja}`, row.description, lang), tools).flat()] : []),
      [{ figure: planRowFigure(plan.fiscalYear, row) }],
    ]),
  );
}

export function directionSection({ pillars }: MoneyPlan, { lang }: LineTools): Section {
  return {
    id: 'direction',
    kind: 'direction',
    heading: words[lang].direction,
    blocks:
      pillars.length > 0
        ? [
            {
              kind: 'list',
              heading: words[lang].pillars,
              items: pillars.map(({ name }, index) => line(`${index + 1} ${contentIn(lang, name)}`)),
            },
          ]
        : [],
  };
}
