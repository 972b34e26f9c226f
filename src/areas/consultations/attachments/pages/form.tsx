import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { talkPaths } from '../../paths.ts';
import { kinds } from '../rules.ts';
import { words } from '../words.ts';

/** Below the words, closed until it is wanted. */
export function AttachForm({ view, form }: { view: View; form: FormState }) {
  const t = words[view.lang];
  return (
    <details data-talk-going open={form.problems.some(({ field }) => field === 'file')}>
      <summary>{t.title}</summary>
      <Form action={view.href(talkPaths.attach.to({}))} label={t.title} files>
        <HiddenField name="key" value={crypto.randomUUID()} />
        <FileField
          view={view}
          state={form}
          name="file"
          label={t.file}
          hint={t.lead}
          accept={kinds.join(',')}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.send}</SubmitButton>
        </Actions>
      </Form>
    </details>
  );
}
