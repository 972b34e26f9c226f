import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option, RadioGroup } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { kindOptions, topicOptions } from '../shown.ts';
import { words } from '../words.ts';

export interface ProfileValues {
  readonly kind: string;
  readonly about: string;
  readonly website: string;
  readonly topics: readonly string[];
  readonly municipalities: readonly string[];
}

/** The same questions in the application and on the member's own page. */
export function ProfileFields({
  view,
  state,
  places,
  values,
}: {
  view: View;
  state: FormState;
  places: readonly Option[];
  values?: ProfileValues | undefined;
}) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <RadioGroup
        {...common}
        name="kind"
        label={t.kind}
        required
        value={values?.kind}
        spread="columns"
        options={kindOptions(view.lang)}
      />
      <TextArea
        {...common}
        name="about"
        label={t.about}
        hint={t.aboutHint}
        required
        value={values?.about}
        rows={5}
        maxlength={2000}
      />
      <TextField
        {...common}
        name="website"
        type="url"
        label={t.website}
        hint={t.websiteHint}
        value={values?.website}
        width="full"
      />
      <CheckboxGroup
        {...common}
        name="topics"
        label={t.topics}
        hint={t.topicsHint}
        values={values?.topics ?? []}
        spread="columns"
        options={topicOptions(view.lang)}
      />
      <CheckboxGroup
        {...common}
        name="municipalities"
        label={t.places}
        hint={t.placesHint}
        values={values?.municipalities ?? []}
        spread="line"
        options={places}
      />
    </>
  );
}
