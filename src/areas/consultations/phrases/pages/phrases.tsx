import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure } from '#ui/content.tsx';
import { NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { SettingTabs } from '../../desks/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import type { Phrase } from '../store.ts';
import { words } from '../words.ts';

interface PhrasesProps {
  readonly view: View;
  readonly deskId: string;
  readonly phrases: readonly Phrase[];
  readonly mayChange: boolean;
  readonly state: FormState;
  /** The phrase whose form `state` is; absent: of a new one. */
  readonly typedAt?: string | undefined;
}

/** What a desk says often. Everybody reads it, the supervisor keeps it. */
export function PhrasesPage(props: PhrasesProps) {
  const { view, deskId, phrases, mayChange, state, typedAt } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <DeskTabs view={view} deskId={deskId} current="settings" />
      <SettingTabs view={view} deskId={deskId} current="phrases" />
      <Section title={t.list}>
        {phrases.length === 0 && <p>{t.none}</p>}
        {phrases.map((phrase) =>
          mayChange ? (
            <Disclosure summary={`/${phrase.code} ${phrase.title}`} open={typedAt === phrase.id}>
              <PhraseForm
                {...props}
                phrase={phrase}
                state={typedAt === phrase.id ? state : emptyForm}
                prefix={typedAt === phrase.id ? '' : `${phrase.code}-`}
              />
            </Disclosure>
          ) : (
            <>
              <h3>
                /{phrase.code} {phrase.title}
              </h3>
              <TypedText text={phrase.text} />
            </>
          ),
        )}
      </Section>
      {mayChange && (
        <Section title={t.add}>
          <PhraseForm {...props} state={typedAt ? emptyForm : state} prefix={typedAt ? 'new-' : ''} />
        </Section>
      )}
    </StaffFrame>
  );
}

/** `prefix` keeps the names of several forms on one page apart; the form that has problems carries none, so that they find it. */
function PhraseForm({
  view,
  deskId,
  phrases,
  phrase,
  state,
  prefix,
}: PhrasesProps & { phrase?: Phrase; prefix: string }) {
  const t = words[view.lang];
  const action = phrase
    ? deskPaths.phrase.to({ deskId, phraseId: phrase.id })
    : deskPaths.phrases.to({ deskId });
  const common = { view, state };
  const next = (phrases.at(-1)?.position ?? 0) + 10;
  return (
    <Form action={view.href(action)} label={phrase ? phrase.title : t.add}>
      <input type="hidden" name="prefix" value={prefix} />
      <div class="cells">
        <TextField
          {...common}
          name={`${prefix}code`}
          label={t.code}
          hint={t.codeHint}
          value={phrase?.code}
          width="short"
          autocomplete="off"
          required
        />
        <TextField {...common} name={`${prefix}title`} label={t.name} value={phrase?.title} required />
        <NumberField
          {...common}
          name={`${prefix}position`}
          label={t.position}
          value={phrase?.position ?? next}
        />
      </div>
      <TextArea
        {...common}
        name={`${prefix}text`}
        label={t.text}
        hint={t.textHint}
        value={phrase?.text}
        rows={3}
        maxlength={2000}
        required
      />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
        {phrase && (
          <SubmitButton kind="quiet" name="do" value="remove">
            {t.remove}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  );
}
