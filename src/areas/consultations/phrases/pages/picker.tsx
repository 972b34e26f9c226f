import type { View } from '#platform/web/view.ts';
import { HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { deskPaths } from '../../paths.ts';
import type { SaidPhrase } from '../read.ts';
import { words } from '../words.ts';

/** Chooses a phrase for the reply: without scripts the page comes back with it, with them it goes in where one writes. */
export function PhrasePicker({
  view,
  deskId,
  contactId,
  phrases,
}: {
  view: View;
  deskId: string;
  contactId: string;
  phrases: readonly SaidPhrase[];
}) {
  const t = words[view.lang];
  if (phrases.length === 0) return null;
  return (
    <div data-phrases>
      <Form method="get" action={view.href(deskPaths.desk.to({ deskId }))} label={t.pick} inline>
        <HiddenField name="contact" value={contactId} />
        <div class="field">
          <label for="f-phrase">{t.pick}</label>
          <p class="hint" id="f-phrase-hint">
            {t.pickHint}
          </p>
          <select id="f-phrase" name="phrase" class="input" aria-describedby="f-phrase-hint">
            <option value="">{t.choose}</option>
            {phrases.map(({ code, title, text }) => (
              <option value={code} data-text={text}>
                {code} {title}
              </option>
            ))}
          </select>
        </div>
        <SubmitButton kind="secondary">{t.insert}</SubmitButton>
      </Form>
    </div>
  );
}
