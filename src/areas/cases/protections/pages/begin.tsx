import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { words as caseWords } from '../../case-files/words.ts';
import { protectionPaths } from '../../paths.ts';
import type { SecretPlace } from '../../persons/rules.ts';
import { grounds } from '../rules.ts';
import { words } from '../words.ts';

interface BeginProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: { readonly id: string };
  readonly today: string;
}

export function BeginForm(props: BeginProps) {
  const { view, state, caseFile, today } = props;
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(protectionPaths.protection.to({ caseId: caseFile.id }))} label={t.begin}>
      <Section title={t.begin} lead={t.beginLead}>
        <RadioGroup
          {...common}
          name="ground"
          label={t.ground}
          options={grounds.map((value) => ({ value, label: t.grounds[value] }))}
        />
        <TextField
          {...common}
          name="beginsOn"
          label={t.begins}
          hint={caseWords[view.lang].birthHint}
          value={today}
          width="short"
          autocomplete="off"
        />
      </Section>
      <Section title={t.placeTitle} lead={t.placeLead}>
        <PlaceFields view={view} state={state} />
      </Section>
      <Section title={t.otherTitle} lead={t.otherLead}>
        <TextField {...common} name="otherName" label={t.otherName} autocomplete="off" />
        <TextField {...common} name="otherRelation" label={t.otherRelation} autocomplete="off" />
        <TextArea {...common} name="otherNotes" label={t.otherNotes} rows={3} />
      </Section>
      <Section title={t.togetherTitle}>
        <TextArea {...common} name="companions" label={t.companions} hint={t.companionsHint} rows={2} />
        <TextArea {...common} name="together" label={t.together} rows={2} />
      </Section>
      <Actions>
        <SubmitButton>{t.submit}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** `place`: what stands there, while it is open. */
export function PlaceFields({
  view,
  state,
  place,
}: Pick<BeginProps, 'view' | 'state'> & { readonly place?: SecretPlace | undefined }) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <>
      <TextField {...common} name="postalCode" label={t.postalCode} value={place?.postalCode} width="short" />
      <TextField {...common} name="address" label={t.address} value={place?.address} width="full" />
      <TextField {...common} name="workplace" label={t.workplace} value={place?.workplace} width="full" />
    </>
  );
}
