import { monthName, monthsOfFiscalYear } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { LineChart } from '#ui/charts/line-chart.tsx';
import { EmptyState } from '#ui/content.tsx';
import { ButtonLink, MoveButtons } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { programPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn } from '../../trail.ts';
import { yearValue } from '../rules.ts';
import type { MeasureWithValues } from '../store.ts';
import { words } from '../words.ts';

export interface MeasuresProps {
  readonly view: View;
  readonly program: { readonly id: string; readonly fiscalYear: number };
  readonly measures: readonly MeasureWithValues[];
  /** The measures that these follow, by the id of the follower. */
  readonly before: ReadonlyMap<string, MeasureWithValues>;
  readonly units: readonly Term[];
  readonly mayWrite: boolean;
}

/** A measure's name, with 延べ or 実 where people are counted. */
export function measureName(view: View, measure: MeasureWithValues): string {
  const t = words[view.lang];
  const name = contentIn(view.lang, { ja: measure.labelJa, en: measure.labelEn });
  if (measure.counting !== 'total' && measure.counting !== 'distinct') return name;
  const counting = t.countings[measure.counting];
  return view.lang === 'ja' ? `${name}（${counting}）` : `${name} (${counting.toLowerCase()})`;
}

export function unitName(view: View, units: readonly Term[], code: string): string {
  const term = units.find((each) => each.code === code);
  return term ? nameIn(view.lang, term) : code;
}

/** The measures of a program with their values, last year's beside them, and a chart for each that is told by month. */
export function MeasuresSection(props: MeasuresProps) {
  const { view, program, measures, mayWrite } = props;
  const t = words[view.lang];
  const params = { programId: program.id };
  const actions = mayWrite && (
    <>
      {measures.length > 0 && (
        <ButtonLink small href={view.href(programPaths.values.to(params))}>
          {t.enter}
        </ButtonLink>
      )}
      <ButtonLink small kind="secondary" href={view.href(programPaths.newMeasure.to(params))}>
        {t.add}
      </ButtonLink>
    </>
  );
  return (
    <Section title={t.title} id="measures" actions={actions}>
      {measures.length === 0 ? <EmptyState title={t.none} /> : <MeasureTable {...props} />}
      {measures.map((measure, index) => (
        <Months {...props} measure={measure} index={index} />
      ))}
    </Section>
  );
}

function MeasureTable({ view, program, measures, before, units, mayWrite }: MeasuresProps) {
  const t = words[view.lang];
  const previousOf = (measure: MeasureWithValues) => {
    const earlier = before.get(measure.id);
    return (earlier && yearValue(earlier, earlier.values)) ?? measure.previousValue;
  };
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      columns={[
        { key: 'label', label: t.label, head: true },
        { key: 'value', label: t.value, align: 'number' },
        { key: 'unit', label: t.unit },
        { key: 'previous', label: t.previous, align: 'number' },
        { key: 'target', label: t.target, align: 'number' },
        ...(mayWrite ? [{ key: 'act', label: t.order } as const] : []),
      ]}
      rows={measures.map((measure, index) => {
        const name = measureName(view, measure);
        const href = view.href(programPaths.measure.to({ programId: program.id, measureId: measure.id }));
        return {
          label: mayWrite ? <a href={href}>{name}</a> : name,
          value: yearValue(measure, measure.values),
          unit: unitName(view, units, measure.unit),
          previous: previousOf(measure),
          target: measure.target,
          act: (
            <MoveButtons
              view={view}
              action={view.href(
                programPaths.moveMeasure.to({ programId: measure.programId, measureId: measure.id }),
              )}
              name={measureName(view, measure)}
              first={index === 0}
              last={index === measures.length - 1}
            />
          ),
        };
      })}
    />
  );
}

function Months({
  view,
  program,
  measure,
  units,
  index,
}: MeasuresProps & { measure: MeasureWithValues; index: number }) {
  const months = monthsOfFiscalYear(program.fiscalYear);
  const values = months.map((month) => measure.values[month] ?? null);
  if (values.filter((value) => value !== null).length < 2) return null;
  const name = measureName(view, measure);
  return (
    <LineChart
      view={view}
      id={`months-${index}`}
      title={words[view.lang].monthsOf(name)}
      unit={unitName(view, units, measure.unit)}
      labels={months.map((month) => monthName(view.lang, month))}
      series={[{ label: name, values }]}
    />
  );
}
