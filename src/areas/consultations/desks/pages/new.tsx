import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

export function NewDeskPage({
  view,
  organisations,
  state,
}: {
  view: View;
  organisations: readonly Option[];
  state: FormState;
}) {
  const t = words[view.lang];
  const common = { view, state, required: true } as const;
  return (
    <StaffFrame view={view} title={t.newTitle} problems={state.problems}>
      <PageHead title={t.newTitle} lead={t.newLead} />
      {organisations.length === 0 ? (
        <EmptyState title={t.noOrganisation} />
      ) : (
        <Form action={view.href(deskPaths.newDesk.to({}))} label={t.newTitle}>
          <SelectField {...common} name="organisationId" label={t.organisation} options={organisations} />
          <TextField
            {...common}
            name="code"
            label={t.code}
            hint={t.codeHint}
            width="short"
            autocomplete="off"
          />
          <TextField {...common} name="nameJa" label={t.nameJa} />
          <TextField {...common} name="nameEn" label={t.nameEn} />
          <Actions>
            <SubmitButton>{t.make}</SubmitButton>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
