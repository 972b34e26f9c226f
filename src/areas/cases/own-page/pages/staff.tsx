import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList, EmptyState, Notice } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { ownPagePaths, ownPageStaffPaths } from '../../paths.ts';
import type { Slip } from '../actions.ts';
import type { OwnRequest } from '../read.ts';
import { answers } from '../rules.ts';
import type { OwnPageKey } from '../store.ts';
import { words } from '../staff/words.ts';
import { words as ownWords } from '../words.ts';
import { RequestCard } from './page.tsx';

interface StaffProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly ownKey: OwnPageKey | undefined;
  readonly requests: readonly OwnRequest[];
  readonly mayWrite: boolean;
}

/** For the worker: the person's way to their page, and what they asked from there. */
export function OwnPageStaffPage(props: StaffProps) {
  const { view, state, caseFile, requests } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.staffTitle} problems={state.problems}>
      <PageHead
        title={t.staffTitle}
        lead={t.staffLead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.staffTitle} />}
      />
      <Issued {...props} />
      <Section title={t.requests}>
        {requests.length === 0 && <EmptyState title={t.noRequests} />}
        {requests.map((request) => (
          <RequestCard view={view} request={request}>
            {!request.answer && <AnswerForm {...props} request={request} />}
          </RequestCard>
        ))}
      </Section>
    </StaffFrame>
  );
}

function Issued({ view, caseFile, ownKey, mayWrite }: StaffProps) {
  const t = words[view.lang];
  const to = { caseId: caseFile.id };
  const stands = ownKey && !ownKey.revokedAt;
  const day = (at: Date) => dayName(view.lang, tokyoDay(at));
  return (
    <>
      <p>
        {ownKey
          ? ownKey.revokedAt
            ? t.revokedOn(day(ownKey.revokedAt))
            : t.issued(day(ownKey.issuedAt))
          : t.none}{' '}
        {ownKey?.lastUsedOn && t.lastUsed(dayName(view.lang, ownKey.lastUsedOn))}
      </p>
      {mayWrite && (
        <>
          <p>{t.issueLead}</p>
          <Actions>
            <ActionForm action={view.href(ownPageStaffPaths.page.to(to))} kind="primary">
              {stands ? t.issueAgain : t.issue}
            </ActionForm>
            {stands && (
              <ActionForm action={view.href(ownPageStaffPaths.revoke.to(to))} kind="danger">
                {t.revoke}
              </ActionForm>
            )}
          </Actions>
        </>
      )}
    </>
  );
}

function AnswerForm({ view, state, caseFile, request }: StaffProps & { request: OwnRequest }) {
  const t = words[view.lang];
  const o = ownWords[view.lang];
  const mine = state.values['requestId'] === request.id;
  const common = { view, ...(mine ? { state } : {}) };
  const to = { caseId: caseFile.id, requestId: request.id };
  return (
    <Form action={view.href(ownPageStaffPaths.answer.to(to))} label={t.reply}>
      <HiddenField name="requestId" value={request.id} />
      <SelectField
        {...common}
        name="answer"
        label={o.answer}
        options={answers.map((value) => ({ value, label: o.answers[value] }))}
      />
      <TextArea {...common} name="words" label={t.answerWords} hint={t.answerWordsHint} rows={2} />
      <SubmitButton kind="secondary">{t.reply}</SubmitButton>
    </Form>
  );
}

/** Shown once, printed and handed over; it names neither the organisation nor what it is about. */
export function SlipPage({
  view,
  caseFile,
  slip,
  publicUrl,
}: {
  view: View;
  caseFile: CaseFile;
  slip: Slip;
  publicUrl: string;
}) {
  const t = words[view.lang];
  const o = ownWords[view.lang];
  return (
    <StaffFrame view={view} title={t.slipTitle}>
      <PageHead title={t.slipTitle} />
      <Notice view={view} tone="warn">
        {t.slipLead}
      </Notice>
      <section class="slip" aria-label={t.slipTitle}>
        <DefinitionList
          items={[
            { term: t.slipUrl, value: `${publicUrl}${ownPagePaths.enter.to({})}` },
            { term: o.number, value: `${slip.number.slice(0, 4)} ${slip.number.slice(4)}` },
            { term: o.passphrase, value: slip.passphrase },
          ]}
        />
        <p>{t.slipNote}</p>
      </section>
      <Actions>
        <ButtonLink kind="secondary" href={view.href(ownPageStaffPaths.page.to({ caseId: caseFile.id }))}>
          {t.back}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
