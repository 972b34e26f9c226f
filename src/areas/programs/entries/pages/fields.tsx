import { monthName } from '#platform/dates.ts';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field-shell.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { isSummable } from '../../measures/rules.ts';
import { collectionPaths } from '../../paths.ts';
import { nameIn } from '../../trail.ts';
import { type EntryContent, type ReportedMeasure, termName, unitName, type YearWords } from '../contents.ts';
import { askedPeriods, valueField } from '../rules.ts';
import { words } from '../words.ts';

export interface EntryFormProps {
  readonly view: View;
  readonly state: FormState;
  readonly content: EntryContent;
  readonly yearWords: YearWords;
}

/** One return: every measure with last year's value beside it, then the words. */
export function EntryForm(props: EntryFormProps) {
  const { view, state, content, yearWords } = props;
  const t = words[view.lang];
  const common = { view, state };
  const ratings = yearWords.ratings.map((term) => ({ value: term.code, label: termName(view.lang, term) }));
  return (
    <Form action={view.href(collectionPaths.entry.to({ entryId: content.entryId }))}>
      <HiddenField name="stamp" value={content.stamp} />
      <Section title={t.values} lead={content.measures.length > 0 ? t.valuesLead : t.noMeasures}>
        {content.measures.map((measure) => (
          <MeasureFields {...props} measure={measure} />
        ))}
      </Section>
      <Section title={t.words}>
        <TextArea
          {...common}
          name="summary"
          label={t.summary}
          hint={t.summaryHint}
          value={content.summary}
          maxlength={4000}
        />
        <TextArea
          {...common}
          name="evaluation"
          label={t.evaluation}
          hint={t.evaluationHint}
          value={content.evaluation}
          maxlength={4000}
          required
        />
        <SelectField
          {...common}
          name="rating"
          label={t.rating}
          value={content.rating}
          options={ratings}
          required
        />
        <TextArea {...common} name="nextStep" label={t.nextStep} value={content.nextStep} maxlength={4000} />
      </Section>
      <Actions>
        <SubmitButton name="do" value="submit">
          {t.submit}
        </SubmitButton>
        <SubmitButton name="do" value="save" kind="secondary">
          {t.saveDraft}
        </SubmitButton>
      </Actions>
    </Form>
  );
}

function MeasureFields({
  view,
  state,
  content,
  yearWords,
  measure,
}: EntryFormProps & { measure: ReportedMeasure }) {
  const t = words[view.lang];
  const { fiscalYear } = content;
  const periods = askedPeriods(measure, fiscalYear);
  const unit = unitName(view.lang, yearWords, measure.unit);
  const hint = hintOf(view.lang, measure, { fiscalYear, unit });
  const label = measureName(view.lang, measure);
  const numberField = (period: string, name: string, own?: string) => (
    <NumberField
      view={view}
      state={state}
      name={valueField(measure.id, period)}
      label={name}
      {...(own ? { hint: own } : {})}
      unit={unit}
      decimal={measure.kind === 'rate'}
      value={measure.values[period]}
    />
  );
  if (measure.rhythm !== 'month') return numberField(String(fiscalYear), label, hint);
  return (
    <FieldGroup
      view={view}
      name={`months:${measure.id}`}
      label={label}
      hint={`${hint}　${isSummable(measure) ? t.monthsAddUp : t.yearToo}`}
    >
      <Grid min="small">
        {periods.map((period) =>
          numberField(period, period.length > 4 ? monthName(view.lang, period) : t.yearTotal),
        )}
      </Grid>
    </FieldGroup>
  );
}

function hintOf(
  lang: Lang,
  measure: ReportedMeasure,
  { fiscalYear, unit }: { fiscalYear: number; unit: string },
): string {
  const t = words[lang];
  const previous = measure.previous[String(fiscalYear)];
  const say = (value: number) => `${formatNumber(lang, value)}${unit}`;
  return [
    previous === undefined ? t.noLastYear : t.lastYear(say(previous)),
    measure.target === null ? '' : t.target(say(measure.target)),
    measure.definition,
  ]
    .filter(Boolean)
    .join('　');
}

export function measureName(lang: Lang, measure: { labelJa: string; labelEn: string }): string {
  return nameIn(lang, { nameJa: measure.labelJa, nameEn: measure.labelEn });
}
