import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { readPaths } from '../../paths.ts';
import { answers } from '../rules.ts';
import type { Review } from '../store.ts';
import { words } from '../words.ts';

/** To the reader alone: why did you look. */
export function AskedAboutReading({
  view,
  deskId,
  asked,
}: {
  view: View;
  deskId: string;
  asked: readonly Review[];
}) {
  const t = words[view.lang];
  if (asked.length === 0) return null;
  return (
    <Notice view={view} tone="warn" title={t.askedTitle}>
      {asked.map(({ id, readOn }) => (
        <Form action={view.href(readPaths.answer.to({ deskId }))} label={t.askedOn(readOn)} inline>
          <HiddenField name="reviewId" value={id} />
          <SelectField
            view={view}
            name={`read-answer-${id}`}
            label={t.askedOn(readOn)}
            options={answers.map((value) => ({ value, label: t.answers[value] }))}
          />
          <SubmitButton kind="secondary">{t.reply}</SubmitButton>
        </Form>
      ))}
    </Notice>
  );
}
