import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, Quote } from '#ui/content.tsx';
import { DateField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { programPaths } from '../../paths.ts';
import { PartForm } from '../../programs/pages/forms.tsx';
import type { Program } from '../../programs/store.ts';
import type { Voice } from '../store.ts';
import { words } from '../words.ts';

interface VoiceProps {
  readonly view: View;
  readonly state: FormState;
  readonly program: Program;
  readonly voice: Voice | undefined;
}

export function VoicePage({ view, state, program, voice }: VoiceProps) {
  const t = words[view.lang];
  const params = { programId: program.id, voiceId: voice?.id ?? '' };
  const common = { view, state, required: true };
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={voice ? t.edit : t.add}
      lead={t.lead}
      action={(voice ? programPaths.voice : programPaths.newVoice).to(params)}
      after={
        voice && (
          <Section title={t.remove} lead={t.removeLead}>
            <ActionForm action={view.href(programPaths.removeVoice.to(params))} kind="danger">
              {t.remove}
            </ActionForm>
          </Section>
        )
      }
    >
      <TextField {...common} name="speaker" label={t.speaker} hint={t.speakerHint} value={voice?.speaker} />
      <TextArea {...common} name="words" label={t.words} value={voice?.words} rows={4} />
      <DateField {...common} name="consentOn" label={t.consentOn} value={voice?.consentOn} />
      <TextField
        {...common}
        name="consentHow"
        label={t.consentHow}
        hint={t.consentHowHint}
        value={voice?.consentHow}
      />
    </PartForm>
  );
}

export function VoicesSection({
  view,
  programId,
  voices,
  mayWrite,
}: {
  view: View;
  programId: string;
  voices: readonly Voice[];
  mayWrite: boolean;
}) {
  const t = words[view.lang];
  const add = mayWrite && (
    <ButtonLink small kind="secondary" href={view.href(programPaths.newVoice.to({ programId }))}>
      {t.add}
    </ButtonLink>
  );
  return (
    <Section title={t.title} id="voices" actions={add}>
      {voices.length === 0 && <EmptyState title={t.none} />}
      {voices.map((voice) => (
        <>
          <Quote role={voice.speaker}>{voice.words}</Quote>
          <p class="hint">
            {t.consent(dayName(view.lang, voice.consentOn), voice.consentHow)}{' '}
            {mayWrite && (
              <a href={view.href(programPaths.voice.to({ programId, voiceId: voice.id }))}>{t.edit}</a>
            )}
          </p>
        </>
      ))}
    </Section>
  );
}
