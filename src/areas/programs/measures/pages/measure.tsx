import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { programPaths } from '../../paths.ts';
import { PartForm } from '../../programs/pages/forms.tsx';
import type { Program } from '../../programs/store.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn } from '../../trail.ts';
import { countings, kinds, rhythms } from '../rules.ts';
import type { Measure } from '../store.ts';
import { words } from '../words.ts';

interface MeasureProps {
  readonly view: View;
  readonly state: FormState;
  readonly program: Program;
  readonly measure: Measure | undefined;
  readonly units: readonly Term[];
}

export function MeasurePage(props: MeasureProps) {
  const { view, state, program, measure } = props;
  const t = words[view.lang];
  const params = { programId: program.id, measureId: measure?.id ?? '' };
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={measure ? t.edit : t.add}
      action={(measure ? programPaths.measure : programPaths.newMeasure).to(params)}
      after={
        measure && (
          <Section title={t.remove} lead={t.removeLead}>
            <ActionForm action={view.href(programPaths.removeMeasure.to(params))} kind="danger">
              {t.remove}
            </ActionForm>
          </Section>
        )
      }
    >
      <MeasureFields {...props} />
    </PartForm>
  );
}

function MeasureFields({ view, state, measure, units }: MeasureProps) {
  const t = words[view.lang];
  const common = { view, state };
  const choices = <Name extends string>(names: readonly Name[], labels: Readonly<Record<Name, string>>) =>
    names.map((value) => ({ value, label: labels[value] }));
  return (
    <>
      <TextField
        {...common}
        name="labelJa"
        label={t.labelJa}
        value={measure?.labelJa}
        required
        width="full"
      />
      <TextField {...common} name="labelEn" label={t.labelEn} value={measure?.labelEn} width="full" />
      <SelectField
        {...common}
        name="kind"
        label={t.kind}
        value={measure?.kind}
        required
        options={choices(kinds, t.kinds)}
      />
      <RadioGroup
        {...common}
        name="counting"
        label={t.counting}
        hint={t.countingHint}
        value={measure?.counting ?? ''}
        options={[{ value: '', label: t.notPeople }, ...choices(countings, t.countings)]}
      />
      <SelectField
        {...common}
        name="unit"
        label={t.unit}
        value={measure?.unit}
        required
        options={units.map((term) => ({ value: term.code, label: nameIn(view.lang, term) }))}
      />
      <RadioGroup
        {...common}
        name="rhythm"
        label={t.rhythm}
        value={measure?.rhythm ?? 'year'}
        required
        options={choices(rhythms, t.rhythms)}
      />
      <NumberField
        {...common}
        name="target"
        label={t.target}
        hint={t.targetHint}
        value={measure?.target}
        decimal
      />
      <NumberField
        {...common}
        name="previousValue"
        label={t.previousValue}
        hint={t.previousHint}
        value={measure?.previousValue}
        decimal
      />
      <TextArea {...common} name="definition" label={t.definition} value={measure?.definition} rows={3} />
      <TextArea {...common} name="sourceNote" label={t.sourceNote} value={measure?.sourceNote} rows={2} />
    </>
  );
}
