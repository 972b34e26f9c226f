import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import type { Term } from '../../terms/store.ts';
import { nameIn } from '../../trail.ts';
import { continuities } from '../rules.ts';
import type { Program } from '../store.ts';
import { words } from '../words.ts';

export interface BasicsProps {
  readonly view: View;
  readonly state: FormState;
  readonly terms: readonly Term[];
  readonly program?: Program;
  readonly pillars: readonly string[];
  readonly partners: readonly string[];
  /** Bureaus that this person may write for. */
  readonly bureaus: readonly Term[];
  readonly isSecretariat: boolean;
}

/** Everything that names and places a program. */
export function BasicsFields(props: BasicsProps) {
  const { view, state, program, bureaus, isSecretariat } = props;
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <TextField {...common} name="nameJa" label={t.nameJa} value={program?.nameJa} required width="full" />
      <TextField {...common} name="nameEn" label={t.nameEn} value={program?.nameEn} width="full" />
      <RadioGroup
        {...common}
        name="continuity"
        label={t.continuityLabel}
        value={program?.continuity ?? 'new'}
        required
        options={continuities.map((value) => ({ value, label: t.continuity[value] }))}
      />
      {(isSecretariat || !program) && (
        <SelectField
          {...common}
          name="organisationId"
          label={t.bureau}
          value={program?.organisationId ?? (bureaus.length === 1 ? bureaus[0]?.organisationId : undefined)}
          required
          options={bureaus.map((term) => ({
            value: term.organisationId ?? '',
            label: nameIn(view.lang, term),
          }))}
        />
      )}
      <TextField {...common} name="division" label={t.division} value={program?.division} />
      <Vocabulary {...props} />
      <TextArea
        {...common}
        name="targetPeople"
        label={t.targetPeople}
        value={program?.targetPeople}
        rows={2}
      />
      <TextArea {...common} name="purpose" label={t.purpose} value={program?.purpose} rows={4} />
      {isSecretariat && (
        <>
          <TextField
            {...common}
            name="slug"
            label={t.slug}
            hint={program ? t.slugHint : t.slugNew}
            value={program?.slug}
          />
          <Checkbox
            {...common}
            name="illustrative"
            label={t.illustrativeHint}
            checked={program?.illustrative ?? false}
          />
        </>
      )}
    </>
  );
}

function Vocabulary({ view, state, terms, program, pillars, partners }: BasicsProps) {
  const t = words[view.lang];
  const common = { view, state };
  const options = (scheme: string) =>
    terms
      .filter((term) => term.scheme === scheme)
      .map((term) => ({ value: term.code, label: nameIn(view.lang, term) }));
  const lines = options('line');
  const columns = options('pillar');
  const others = terms.flatMap((term) =>
    term.scheme === 'bureau' && term.organisationId && term.organisationId !== program?.organisationId
      ? [{ value: term.organisationId, label: nameIn(view.lang, term) }]
      : [],
  );
  return (
    <>
      <SelectField
        {...common}
        name="category"
        label={t.category}
        empty={t.noCategory}
        value={program?.category}
        options={options('category')}
      />
      {columns.length > 0 && (
        <CheckboxGroup
          {...common}
          name="pillars"
          label={t.pillars}
          hint={t.pillarsHint}
          values={pillars}
          options={columns}
        />
      )}
      {lines.length > 0 && (
        <SelectField
          {...common}
          name="line"
          label={t.line}
          empty={t.none}
          value={program?.line}
          options={lines}
        />
      )}
      {others.length > 0 && (
        <CheckboxGroup {...common} name="partners" label={t.partners} values={partners} options={others} />
      )}
    </>
  );
}
