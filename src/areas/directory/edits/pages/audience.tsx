import { Checkbox, CheckboxGroup, RadioGroup } from '#ui/choices.tsx';
import { NumberField } from '#ui/fields.tsx';
import { labels } from '../../descriptions/words.ts';
import { placeName } from '../../municipalities/names.ts';
import { words } from '../words.ts';
import { type PartProps, termOptions, TranslatedFields } from './fields.tsx';

export function AudiencePart({ view, state, content, municipalities }: PartProps) {
  const t = words[view.lang];
  const { fields: f, gender } = labels[view.lang];
  const common = { view, state };
  const { eligibility } = content;
  const nameOf = (code: string) => placeName(view.lang, code, municipalities);
  return (
    <>
      <TranslatedFields
        {...common}
        name="eligibility.description"
        label={f.eligibility}
        hint={t.eligibilityHint}
        value={eligibility.description}
        rows={2}
      />
      <CheckboxGroup
        {...common}
        spread="columns"
        name="beneficiaries"
        label={f.beneficiaries}
        options={termOptions(view, 'beneficiary')}
        values={content.beneficiaries}
      />
      <div class="cells">
        <NumberField
          {...common}
          name="eligibility.minimumAge"
          label={t.minimumAge}
          unit={t.years}
          value={eligibility.minimumAge}
        />
        <NumberField
          {...common}
          name="eligibility.maximumAge"
          label={t.maximumAge}
          unit={t.years}
          value={eligibility.maximumAge}
        />
      </div>
      <RadioGroup
        {...common}
        spread="line"
        name="eligibility.gender"
        label={f.gender}
        options={(['any', 'women', 'men'] as const).map((value) => ({ value, label: gender[value] }))}
        value={eligibility.gender}
      />
      <Checkbox {...common} name="anonymous" label={t.anonymousLabel} checked={content.anonymous} />
      <CheckboxGroup
        {...common}
        spread="columns"
        name="areas"
        label={f.areas}
        hint={t.areasHint}
        options={municipalities
          .filter(({ kind }) => kind !== 'prefecture')
          .map(({ code }) => ({ value: code, label: nameOf(code) }))}
        values={content.areas}
      />
    </>
  );
}
