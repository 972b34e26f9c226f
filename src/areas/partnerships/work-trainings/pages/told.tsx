import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { workTrainingPaths } from '../../paths.ts';
import { weekdays } from '../../workplaces/rules.ts';
import { listed } from '../../workplaces/pages/public.tsx';
import { words as workplaceWords } from '../../workplaces/words.ts';
import type { Told } from '../rules.ts';
import type { WorkTraining } from '../store.ts';
import { words } from '../words.ts';
import type { TrainingProps } from './training.tsx';

/** The text that the workplace sees: the same for whoever prepares it, for the workplace, and for the person. */
export function ToldText({ view, told, training }: { view: View; told: Told; training: WorkTraining }) {
  const t = words[view.lang];
  const w = workplaceWords[view.lang];
  return (
    <DefinitionList
      items={[
        { term: t.alias, value: told.alias },
        { term: t.considerations, value: told.considerations },
        { term: t.contact, value: told.contact },
        { term: t.kind, value: w.kinds[training.kind as 'employed'] },
        { term: t.days, value: listed(w.days, training.days) },
        {
          term: t.period,
          value: `${dayName(view.lang, training.startsOn)} – ${dayName(view.lang, training.endsOn)}`,
        },
        { term: t.minutesADay, value: `${training.minutesADay}${t.minutes}` },
      ].filter(({ value }) => value !== '')}
    />
  );
}

/** While it is a draft: what will be told, then the very words, then the person's yes. */
export function Draft(props: TrainingProps & { told: Told }) {
  const { view, state, training, told } = props;
  const t = words[view.lang];
  const { id: trainingId } = training;
  return (
    <>
      <Section title={t.told} lead={t.toldLead}>
        <Form action={view.href(workTrainingPaths.told.to({ trainingId }))} label={t.told}>
          <TextField
            view={view}
            state={state}
            name="alias"
            label={t.alias}
            hint={t.aliasHint}
            value={told.alias}
            required
          />
          <TextArea
            view={view}
            state={state}
            name="considerations"
            label={t.considerations}
            hint={t.considerationsHint}
            rows={3}
            value={told.considerations}
          />
          <TextField
            view={view}
            state={state}
            name="contact"
            label={t.contact}
            hint={t.contactHint}
            value={told.contact}
            required
          />
          <TermFields {...props} />
          <Actions>
            <SubmitButton kind="secondary">{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      <Section title={t.preview} lead={t.previewLead}>
        <ToldText view={view} told={told} training={training} />
        <Notice view={view}>{t.consentNote}</Notice>
        <Form action={view.href(workTrainingPaths.propose.to({ trainingId }))} label={t.propose}>
          <DateField view={view} state={state} name="consentOn" label={t.consentOn} required />
          <RadioGroup
            view={view}
            state={state}
            name="consentHow"
            label={t.consentHow}
            required
            spread="line"
            options={(['signed', 'spoken'] as const).map((value) => ({
              value: value as string,
              label: t.consentHows[value],
            }))}
          />
          <Actions>
            <SubmitButton>{t.propose}</SubmitButton>
          </Actions>
        </Form>
        <ActionForm kind="quiet" action={view.href(workTrainingPaths.drop.to({ trainingId }))}>
          {t.drop}
        </ActionForm>
      </Section>
    </>
  );
}

/** Days, period and hours: of what is told, and of the agreement. */
export function TermFields({ view, state, training, workplace }: TrainingProps) {
  const t = words[view.lang];
  const w = workplaceWords[view.lang];
  const common = { view, state, required: true };
  return (
    <>
      <RadioGroup
        {...common}
        name="kind"
        label={t.kind}
        value={training.kind}
        options={(['employed', 'unemployed'] as const)
          .filter((value) => workplace.kinds.includes(value))
          .map((value) => ({ value: value as string, label: w.kinds[value], hint: w.kindHints[value] }))}
      />
      <CheckboxGroup
        {...common}
        name="days"
        label={t.days}
        spread="line"
        values={training.days}
        options={weekdays
          .filter((day) => workplace.days.includes(day))
          .map((value) => ({ value: value as string, label: w.days[value] }))}
      />
      <DateField {...common} name="startsOn" label={t.startsOn} value={training.startsOn} />
      <DateField {...common} name="endsOn" label={t.endsOn} value={training.endsOn} />
      <NumberField
        {...common}
        name="minutesADay"
        label={t.minutesADay}
        unit={t.minutes}
        value={training.minutesADay}
      />
    </>
  );
}
