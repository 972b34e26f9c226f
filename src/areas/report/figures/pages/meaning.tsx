import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import { manYen, yenShort } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, FigureLink, StatFigure, type Term } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { shownWords } from '../../disclosure/shown-words.ts';
import { reportPaths } from '../../paths.ts';
import { changeInWords } from '../../publication/shown.ts';
import { words } from '../chain-words.ts';
import type { FigureMeaning } from '../path.ts';
import type { ShownPath } from '../read-path.ts';
import { blankIn, valueIn } from '../shown-path.ts';

/** The number as it holds now, with what it was published as. */
export function ShownValue({
  view,
  shown: { path, value, corrections },
}: {
  view: View;
  shown: { readonly path: FigureMeaning } & Pick<ShownPath, 'value' | 'corrections'>;
}) {
  const text = words[view.lang];
  return (
    <StatFigure
      view={view}
      label={path.program ? contentIn(view.lang, path.program.name) : contentIn(view.lang, path.label)}
      value={value ?? blankIn(view, path)}
      {...(value === null ? {} : { unit: contentIn(view.lang, path.unit) })}
    >
      {corrections.length > 0 && (
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
  path,
  value,
  previous,
}: {
  view: View;
  path: FigureMeaning;
  /** What holds now. */
  value: number | null;
  previous?: string | undefined;
}) {
  const { lang } = view;
  const text = words[lang];
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
          ...comparisons(view, { ...path, value }, previous),
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

function Definition({ view, path: { subject, definition } }: { view: View; path: FigureMeaning }) {
  const text = words[view.lang];
  const meant = text.meanings[subject.of === 'budget' ? subject.stage : subject.of] ?? '';
  if (!definition) return <>{meant || text.noDefinition}</>;
  return (
    <>
      {meant && <p>{meant}</p>}
      <span lang="ja">{definition}</span>
    </>
  );
}

function Rounding({ view, path }: { view: View; path: FigureMeaning }) {
  const { lang } = view;
  const text = words[lang];
  const { value, subject } = path;
  if (path.withheld)
    return <>{shownWords[lang].why(path.fewest === undefined ? '' : formatNumber(lang, path.fewest))}</>;
  if (value !== null && (subject.of === 'plan' || subject.of === 'plan-total'))
    return <>{text.cut(yenShort(lang, value), manYen(value))}</>;
  return <>{text.rounded}</>;
}

/** Last year's value leads to its own path where it was published; without a predecessor nothing is printed. */
function comparisons(view: View, path: FigureMeaning, previous: string | undefined): readonly Term[] {
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
          ...change(view, path),
        ]),
    ...(path.target === null ? [] : [{ term: text.target, value: valueIn(view, path, path.target) }]),
  ];
}

/** The same sentence as beside the number on its page, and how its per cent is reckoned. */
function change({ lang }: View, path: FigureMeaning): readonly Term[] {
  const text = words[lang];
  const isRate = ['%', '％'].includes(path.unit.ja);
  const said = changeInWords(lang, { ...path, kind: isRate ? 'rate' : 'count' }, contentIn(lang, path.unit));
  if (said === '') return [];
  const reckoned = !isRate && /[%％]/.test(said) && <p class="hint">{text.percentMeaning}</p>;
  return [
    {
      term: text.change,
      value: (
        <>
          {said}
          {reckoned}
        </>
      ),
    },
  ];
}
