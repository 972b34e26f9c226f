import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, FigureLink, StatFigure, type Term } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { shownWords } from '../../disclosure/shown-words.ts';
import { reportPaths } from '../../paths.ts';
import { words } from '../chain-words.ts';
import type { FigurePath } from '../path.ts';
import type { ShownPath } from '../read-path.ts';
import { valueIn } from '../shown-path.ts';

/** The number as it holds now, with what it was published as. */
export function ShownValue({ view, shown }: { view: View; shown: ShownPath }) {
  const { path, value } = shown;
  const text = words[view.lang];
  return (
    <StatFigure
      view={view}
      label={path.program ? contentIn(view.lang, path.program.name) : contentIn(view.lang, path.label)}
      value={value ?? shownWords[view.lang].withheld}
      {...(value === null ? {} : { unit: contentIn(view.lang, path.unit) })}
    >
      {shown.corrections.length > 0 && (
        <p>
          <small>
            {text.wrong} <del>{valueIn(view, path, path.value)}</del>
          </small>
        </p>
      )}
    </StatFigure>
  );
}

/** What the number says, and how it was made. */
export function Meaning({
  view,
  shown,
  previous,
}: {
  view: View;
  shown: ShownPath;
  previous: string | undefined;
}) {
  const { lang } = view;
  const text = words[lang];
  const { path } = shown;
  const counting: Term[] = path.counting
    ? [{ term: text.counting, value: text.countings[path.counting] }]
    : [];
  const { formula } = path;
  return (
    <Section title={text.meaning} id="meaning">
      <DefinitionList
        items={[
          { term: text.definition, value: <Definition view={view} path={path} /> },
          { term: text.unit, value: contentIn(lang, path.unit) },
          ...counting,
          ...(path.period.length === 4
            ? [{ term: text.period, value: text.wholeYear(fiscalYearName(lang, path.fiscalYear)) }]
            : []),
          {
            term: text.formula,
            value: text.formulas[formula.of]('count' in formula ? formatNumber(lang, formula.count) : ''),
          },
          { term: text.rounding, value: <Rounding view={view} path={path} /> },
          ...comparisons(view, path, previous),
          {
            term: text.id,
            value: (
              <>
                <code>{path.id}</code>
                <p class="hint">{text.idMeaning}</p>
              </>
            ),
          },
        ]}
      />
      {path.subject.of === 'measure' && path.value !== null && (
        <p>
          <a href={view.href(reportPaths.figure.to({ thread: path.subject.thread }))}>{text.overYears}</a>
        </p>
      )}
    </Section>
  );
}

function Definition({ view, path }: { view: View; path: FigurePath }) {
  if (!path.definition) return <>{words[view.lang].noDefinition}</>;
  return <span lang="ja">{path.definition}</span>;
}

function Rounding({ view, path }: { view: View; path: FigurePath }) {
  const text = words[view.lang];
  if (!path.withheld) return <>{text.rounded}</>;
  return (
    <>{shownWords[view.lang].why(path.fewest === undefined ? '' : formatNumber(view.lang, path.fewest))}</>
  );
}

/** Last year's value leads to its own path where it was published; without a predecessor nothing is printed. */
function comparisons(view: View, path: FigurePath, previous: string | undefined): readonly Term[] {
  const text = words[view.lang];
  const href = previous && view.href(reportPaths.figurePath.to({ id: previous }));
  return [
    ...(path.previousValue === null
      ? []
      : [
          {
            term: text.previous,
            value: <FigureLink href={href}>{valueIn(view, path, path.previousValue)}</FigureLink>,
          },
        ]),
    ...(path.target === null ? [] : [{ term: text.target, value: valueIn(view, path, path.target) }]),
  ];
}
