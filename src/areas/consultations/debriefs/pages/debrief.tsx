import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { contactPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** Beside an ended contact: what one writes down for oneself. */
export function DebriefPanel({
  view,
  contactId,
  note,
  form,
}: {
  view: View;
  contactId: string;
  note: string;
  form: FormState;
}) {
  const t = words[view.lang];
  return (
    <Disclosure summary={t.title} open={note !== '' || 'debrief' in form.values}>
      <Form action={view.href(contactPaths.debrief.to({ contactId }))} label={t.title}>
        <TextArea
          view={view}
          state={form}
          name="debrief"
          label={t.title}
          hint={t.lead}
          value={note}
          rows={4}
          maxlength={4000}
        />
        <SubmitButton kind="secondary">{t.save}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
