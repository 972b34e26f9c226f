import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { TypedText } from '#ui/layout.tsx';
import { programPaths } from '../../paths.ts';
import { PartForm } from '../../programs/pages/forms.tsx';
import type { Program } from '../../programs/store.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn } from '../../trail.ts';
import type { StoredResult } from '../store.ts';
import { words } from '../words.ts';

interface ResultProps {
  readonly view: View;
  readonly state: FormState;
  readonly program: Program;
  readonly result: StoredResult;
  readonly ratings: readonly Term[];
  /** Somebody saved after this form was opened: what they saved is shown above it. */
  readonly changedMeanwhile: boolean;
}

export function ResultPage({ view, state, program, result, ratings, changedMeanwhile }: ResultProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={t.edit}
      lead={t.lead}
      action={programPaths.result.to({ programId: program.id })}
    >
      {changedMeanwhile && (
        <Notice view={view} tone="warn" title={t.now}>
          <p>{t.nowLead}</p>
          <ResultText view={view} result={result} ratings={ratings} />
        </Notice>
      )}
      <HiddenField name="version" value={result.version} />
      <TextArea
        {...common}
        name="summary"
        label={t.summary}
        hint={t.summaryHint}
        value={result.summary}
        rows={5}
      />
      <TextArea
        {...common}
        name="evaluation"
        label={t.evaluation}
        hint={t.evaluationHint}
        value={result.evaluation}
        rows={8}
      />
      <SelectField
        {...common}
        name="rating"
        label={t.rating}
        empty={t.noRating}
        value={result.rating}
        options={ratings.map((term) => ({ value: term.code, label: nameIn(view.lang, term) }))}
      />
      <TextArea {...common} name="nextStep" label={t.nextStep} value={result.nextStep} rows={4} />
    </PartForm>
  );
}

/** The words on a program's year, as they are read. */
export function ResultText({ view, result, ratings }: Pick<ResultProps, 'view' | 'result' | 'ratings'>) {
  const t = words[view.lang];
  const rating = ratings.find((term) => term.code === result.rating);
  const text = (typed: string) => (typed ? <TypedText text={typed} /> : undefined);
  const items = [
    { term: t.rating, value: rating && <RatingTag view={view} rating={rating} ratings={ratings} /> },
    { term: t.summary, value: text(result.summary) },
    { term: t.evaluation, value: text(result.evaluation) },
    { term: t.nextStep, value: text(result.nextStep) },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []));
  return items.length > 0 ? <DefinitionList items={items} /> : <p>{t.empty}</p>;
}

/** The best of the year's scale is good, the worst bad, whatever they are called. */
export function RatingTag({ view, rating, ratings }: { view: View; rating: Term; ratings: readonly Term[] }) {
  const levels = ratings.map((term) => Number(term.details['level'] ?? 0));
  const place = Number(rating.details['level'] ?? 0) - Math.min(...levels);
  const span = Math.max(...levels) - Math.min(...levels);
  const tones: readonly Tone[] = ['good', 'info', 'warn', 'bad'];
  const tone = tones[span > 0 ? Math.round((place / span) * 3) : 0] ?? 'neutral';
  return <StatusTag tone={tone}>{nameIn(view.lang, rating)}</StatusTag>;
}
