import { fiscalYearName, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { words } from '../words.ts';
import type { DisclosureProps } from './disclosure.tsx';

/** Another threshold is asked for. */
export function ThresholdForm({ view, state, fewest }: DisclosureProps) {
  const text = words[view.lang];
  const failed = state.values['fewest'] !== undefined;
  return (
    <Disclosure summary={text.threshold} open={failed}>
      <Form action={view.href(paths.disclosureThreshold.to({}))}>
        <NumberField
          view={view}
          state={failed ? state : undefined}
          name="fewest"
          label={text.fewest}
          hint={text.fewestHint}
          unit={text.people}
          value={fewest}
          required
        />
        <Reason view={view} state={failed ? state : undefined} />
        <Actions>
          <SubmitButton>{text.propose}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

/** Which year's figures can be asked for; nothing to choose while there is one. */
export function YearChoice({ view, years, year }: DisclosureProps) {
  if (years.length < 2) return null;
  return (
    <Tabs
      label={words[view.lang].yearOf}
      items={years.map((each) => ({
        href: view.href(paths.disclosure.to({}, { year: String(each) })),
        label: fiscalYearName(view.lang, each),
        current: each === year,
      }))}
    />
  );
}

export function ExceptionForm({ view, state, few, exceptions }: DisclosureProps) {
  const { lang } = view;
  const text = words[lang];
  const failed = state.problems.length > 0 && state.values['fewest'] === undefined;
  const open = few.filter(
    ({ measure, period, value }) =>
      !exceptions.some(
        (each) =>
          each.measureId === measure.id &&
          each.period === period &&
          (each.status === 'proposed' || (each.status === 'approved' && each.value === value)),
      ),
  );
  if (open.length === 0) return <p class="hint">{text.noCandidates}</p>;
  return (
    <Disclosure summary={text.askException} open={failed}>
      <Form action={view.href(paths.disclosureException.to({}))}>
        <SelectField
          view={view}
          state={failed ? state : undefined}
          name="figure"
          label={text.figure}
          empty={text.choose}
          required
          options={open.map(({ program, measure, period, value }) => ({
            value: `${program.fiscalYear} ${measure.id} ${period}`,
            label: [
              periodName(view, period),
              contentIn(lang, program.name),
              contentIn(lang, measure.label),
              `${formatNumber(lang, value)} ${contentIn(lang, measure.unit)}`,
            ].join(lang === 'ja' ? '　' : ', '),
          }))}
        />
        <Reason view={view} state={failed ? state : undefined} />
        <Actions>
          <SubmitButton>{text.propose}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function Reason({ view, state }: { view: View; state: FormState | undefined }) {
  const text = words[view.lang];
  return (
    <TextArea
      view={view}
      state={state}
      name="reason"
      label={text.reason}
      hint={text.reasonHint}
      rows={3}
      required
    />
  );
}

export function periodName({ lang }: View, period: string): string {
  return period.length === 4 ? fiscalYearName(lang, Number(period)) : monthName(lang, period);
}
