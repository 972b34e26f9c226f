import { fiscalYearName, monthName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { NumberField } from '#ui/fields.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { programPaths } from '../../paths.ts';
import { PartForm } from '../../programs/pages/forms.tsx';
import type { Program } from '../../programs/store.ts';
import type { Term } from '../../terms/store.ts';
import { periodsOf } from '../rules.ts';
import type { MeasureWithValues } from '../store.ts';
import { words } from '../words.ts';
import { measureName, unitName } from './section.tsx';

interface ValuesProps {
  readonly view: View;
  readonly state: FormState;
  readonly program: Program;
  readonly measures: readonly MeasureWithValues[];
  readonly units: readonly Term[];
}

/** The name of a value's field: one for each measure and period. */
export function valueName(measureId: string, period: string): string {
  return `${measureId}/${period}`;
}

export function ValuesPage({ view, state, program, measures, units }: ValuesProps) {
  const t = words[view.lang];
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={t.valuesTitle}
      lead={t.valuesLead}
      action={programPaths.values.to({ programId: program.id })}
    >
      {measures.length === 0 && <EmptyState title={t.noMeasures} />}
      {measures.map((measure) => (
        <Section
          title={measureName(view, measure)}
          {...(measure.definition ? { lead: measure.definition } : {})}
        >
          <Grid min="small">
            {periodsOf(measure.rhythm, program.fiscalYear).map((period) => (
              <NumberField
                view={view}
                state={state}
                name={valueName(measure.id, period)}
                label={
                  period.includes('-')
                    ? monthName(view.lang, period)
                    : fiscalYearName(view.lang, Number(period))
                }
                unit={unitName(view, units, measure.unit)}
                value={measure.values[period]}
                decimal={measure.kind === 'rate'}
              />
            ))}
          </Grid>
        </Section>
      ))}
    </PartForm>
  );
}
