import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { words } from '../words.ts';

export interface ToldLines {
  /** The answers as they travel in the form. */
  readonly told: string;
  readonly lines: readonly { readonly ask: string; readonly said: readonly string[] }[];
}

/** Before a talk: the answers that go along, and what of them is told. */
export function ToldAnswers({ view, told }: { view: View; told: ToldLines }) {
  const t = words[view.lang];
  return (
    <>
      <HiddenField name="told" value={told.told} />
      <p>{t.told}</p>
      <Disclosure summary={t.toldShow}>
        <DefinitionList items={told.lines.map(({ ask, said }) => ({ term: ask, value: said.join('、') }))} />
      </Disclosure>
    </>
  );
}

/** Before a talk: a note that was made with the guide goes along by its code. */
export function OwnPacket({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  const isOpen = state.problems.some(({ field }) => field === 'code');
  return (
    <Disclosure summary={t.own} open={isOpen}>
      <p>{t.ownLead}</p>
      <TextField view={view} state={state} name="code" label={t.ownCode} autocomplete="off" />
    </Disclosure>
  );
}
