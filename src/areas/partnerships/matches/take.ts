import type { FormState } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Entrance } from './enter.ts';
import { refusedFields, type TakingName, takings } from './taking.ts';
import { refusals } from './refusal-words.ts';
import { words } from './words.ts';

type Taken =
  | { readonly ok: true; readonly notice: string }
  | { readonly ok: false; readonly state: FormState; readonly isDead: boolean };

/** Reads the form of a step and takes it, for a side that came in by whatever entrance. */
export async function take(visit: Visit, entrance: Entrance, step: TakingName): Promise<Taken> {
  const { form: schema, act } = takings[step];
  const form = await visit.form(schema);
  if (!form.ok) return { ok: false, state: form.state, isDead: false };
  const answer = await act(visit.db, entrance, form.values, visit.now);
  const t = words[visit.lang];
  if (answer.ok) {
    const masked = step === 'say' && (answer.value as { masked: number }).masked > 0;
    return { ok: true, notice: masked ? t.masked : t.done[step] };
  }
  const state = refusedForm({
    words: refusals,
    lang: visit.lang,
    refused: answer,
    typed: form.typed,
    fields: refusedFields,
  });
  return { ok: false, state, isDead: answer.refusal === 'link-dead' };
}
