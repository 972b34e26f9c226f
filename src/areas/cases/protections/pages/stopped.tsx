import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { casePaths, protectionPaths } from '../../paths.ts';
import { type Stop, stops } from '../rules.ts';
import { words } from '../words.ts';

/** Instead of what was to be printed, exported or changed: no warning to click away, but a second person to ask. */
export function StoppedPage({
  view,
  caseFile,
  what,
}: {
  readonly view: View;
  readonly caseFile: Pick<CaseFile, 'id' | 'number'>;
  readonly what: Stop;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.stopTitle}>
      <PageHead
        title={t.stopTitle}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.stopTitle} />}
      />
      <Notice view={view} tone="warn">
        <p>{t.stopLead(t.whats[what])}</p>
      </Notice>
      <AskForm view={view} state={{ values: {}, problems: [] }} caseId={caseFile.id} what={what} />
      <Actions>
        <ButtonLink kind="quiet" href={view.href(casePaths.case.to({ caseId: caseFile.id }))}>
          {t.back}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}

/** Asks for one thing; without `what` it is chosen. */
export function AskForm({
  view,
  state,
  caseId,
  what,
}: {
  readonly view: View;
  readonly state: FormState;
  readonly caseId: string;
  readonly what?: Stop;
}) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.askTitle} lead={t.askLead}>
      <Form action={view.href(protectionPaths.ask.to({ caseId }))} label={t.askTitle}>
        {what ? (
          <HiddenField name="what" value={what} />
        ) : (
          <SelectField
            {...common}
            name="what"
            label={t.what}
            empty={false}
            options={stops.map((value) => ({ value, label: t.whats[value] }))}
          />
        )}
        <TextArea {...common} name="reason" label={t.reason} rows={2} />
        <Actions>
          <SubmitButton kind="secondary">{t.ask}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
