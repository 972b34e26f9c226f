import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { labels } from '../../descriptions/words.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { ServiceKind } from '../../services/content.ts';
import { directoryTrail } from '../../trail.ts';
import { words } from '../words.ts';
import { termOptions, TranslatedFields } from './fields.tsx';

interface NewProps {
  readonly view: View;
  readonly state: FormState;
  readonly kind: ServiceKind;
  readonly owners: readonly Option[];
}

/** What is known at once; the rest is filled in part by part. */
export function NewServicePage({ view, state, kind, owners }: NewProps) {
  const t = words[view.lang];
  const { fields: f } = labels[view.lang];
  const common = { view, state };
  const title = t.newTitle[kind];
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={t.newLead}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={title} />}
      />
      <Form action={view.href(staffDirectoryPaths.newService.to({ kind }))}>
        <SelectField
          {...common}
          name="organisationId"
          label={t.owner}
          options={owners}
          value={owners.length === 1 ? owners[0]?.value : undefined}
          required
        />
        <TranslatedFields
          {...common}
          name="name"
          label={f.name}
          hint={t.nameHint}
          value={undefined}
          required
        />
        <TextField {...common} name="nameKana" label={f.nameKana} hint={t.kanaHint} width="full" />
        <TextField {...common} name="summary.ja" label={f.summary} hint={t.summaryHint} width="full" />
        <CheckboxGroup
          {...common}
          spread="columns"
          name="topics"
          label={f.topics}
          hint={t.topicsHint}
          options={termOptions(view, 'worry')}
        />
        <Actions>
          <SubmitButton>{t.create}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(staffDirectoryPaths.home.to({}))}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
