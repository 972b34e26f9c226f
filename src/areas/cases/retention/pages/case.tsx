import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { retentionPaths } from '../../paths.ts';
import { erasureGrounds } from '../rules.ts';
import { words } from '../words.ts';

interface CaseRetentionProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly hold: { readonly reason: string; readonly untilOn: string } | undefined;
  readonly waits: boolean;
  readonly supervises: boolean;
  readonly mayAsk: boolean;
  /** The day after which it is erased; undefined while it goes on. */
  readonly keptUntil: string | undefined;
}

/** One case: how long it stays, whether it is held, and erasure because the person wants it. */
export function CaseRetentionPage(props: CaseRetentionProps) {
  const { view, state, caseFile, hold, waits, supervises, mayAsk, keptUntil } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.caseTitle} problems={state.problems}>
      <PageHead
        title={t.caseTitle}
        lead={keptUntil ? t.keptUntil(dayName(view.lang, keptUntil)) : t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {hold && (
        <Section title={t.holds}>
          <DefinitionList
            items={[
              { term: t.why, value: hold.reason },
              { term: t.until, value: dayName(view.lang, hold.untilOn) },
            ]}
          />
          {supervises && (
            <ActionForm action={view.href(retentionPaths.lift.to({ caseId: caseFile.id }))} kind="secondary">
              {t.lift}
            </ActionForm>
          )}
        </Section>
      )}
      {!hold && supervises && <HoldForm {...props} />}
      {waits && <Notice view={view} title={t.waits} />}
      {!caseFile.closedOn && !hold && <p>{t.whileOpen}</p>}
      {!waits && !hold && mayAsk && <AskForm {...props} />}
    </StaffFrame>
  );
}

function HoldForm({ view, state, caseFile }: CaseRetentionProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.hold} lead={t.holdLead}>
      <Form action={view.href(retentionPaths.hold.to({ caseId: caseFile.id }))} label={t.hold}>
        <TextArea {...common} name="reason" label={t.why} rows={2} />
        <TextField {...common} name="untilOn" label={t.until} width="short" autocomplete="off" />
        <Actions>
          <SubmitButton kind="secondary">{t.holdSave}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function AskForm({ view, state, caseFile }: CaseRetentionProps) {
  const t = words[view.lang];
  return (
    <Section title={t.ask} lead={t.askLead}>
      <Form action={view.href(retentionPaths.ask.to({ caseId: caseFile.id }))} label={t.ask}>
        <RadioGroup
          view={view}
          state={state}
          name="ground"
          label={t.ground}
          options={erasureGrounds.map((value) => ({ value, label: t.grounds[value] }))}
        />
        <Actions>
          <SubmitButton kind="danger">{t.ask}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
