import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { casesTrail } from '../../case-files/pages/trail.tsx';
import { basisPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface UrgencyProps {
  readonly view: View;
  readonly state: FormState;
  readonly organisations: readonly Option[];
  readonly people: readonly Option[];
}

export function UrgencyPage({ view, state, organisations, people }: UrgencyProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.urgency} problems={state.problems}>
      <PageHead
        title={t.urgency}
        lead={t.urgencyLead}
        breadcrumbs={<Breadcrumbs view={view} items={casesTrail(view)} current={t.urgency} />}
      />
      <Form action={view.href(basisPaths.urgency.to({}))} label={t.urgency}>
        <SelectField {...common} name="organisationId" label={t.organisation} options={organisations} />
        <TextField {...common} name="number" label={t.number} width="short" autocomplete="off" />
        <TextArea {...common} name="reason" label={t.why} rows={3} />
        <SelectField {...common} name="tells" label={t.tells} options={people} />
        <Actions>
          <SubmitButton kind="danger">{t.break}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

/** For the person who was told: the case, the reason, one press. */
export function ToldUrgencies({
  view,
  urgencies,
}: {
  view: View;
  urgencies: readonly { readonly id: string; readonly number: string; readonly reason: string }[];
}) {
  const t = words[view.lang];
  if (urgencies.length === 0) return null;
  return (
    <Notice view={view} tone="warn" title={t.told}>
      <p>{t.toldLead}</p>
      <ul>
        {urgencies.map(({ id, number, reason }) => (
          <li>
            {number}：{reason}{' '}
            <ActionForm action={view.href(basisPaths.seen.to({ basisId: id }))} kind="secondary">
              {t.seen}
            </ActionForm>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
