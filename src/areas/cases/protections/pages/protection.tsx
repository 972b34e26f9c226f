import { dayName, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink, FoldedForm, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Columns, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { barPaths, protectionPaths } from '../../paths.ts';
import type { SecretPlace } from '../../persons/rules.ts';
import type { OtherParty } from '../actions.ts';
import { endReasons, type Ground, type Stop, stateOf } from '../rules.ts';
import type { OpeningRow, Protection } from '../store.ts';
import { words } from '../words.ts';
import { BeginForm, PlaceFields } from './begin.tsx';
import { AskForm } from './stopped.tsx';

export interface ProtectionProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly protection: Protection | undefined;
  /** Undefined: the reader may not see of violence. */
  readonly other: OtherParty | undefined;
  /** Undefined: sealed for the reader. */
  readonly place: SecretPlace | undefined;
  readonly openUntil: Date | undefined;
  readonly openings: readonly (OpeningRow & { readonly askedByName: string })[];
  readonly mayCarry: boolean;
  readonly mayAsk: boolean;
  readonly maySupervise: boolean;
  readonly mayChangePlace: boolean;
  readonly today: string;
  readonly now: Date;
}

const tones: Record<ReturnType<typeof stateOf>, Tone> = {
  stands: 'good',
  renew: 'warn',
  over: 'bad',
  ended: 'neutral',
};

export function ProtectionPage(props: ProtectionProps) {
  const { view, caseFile, state, protection, mayCarry, mayAsk } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
        actions={
          mayCarry && (
            <ButtonLink kind="quiet" href={view.href(barPaths.bars.to({ caseId: caseFile.id }))}>
              {t.barred}
            </ButtonLink>
          )
        }
      />
      {!protection && mayCarry && !caseFile.closedOn && <BeginForm {...props} />}
      {protection && (
        <Columns aside={<Facts {...props} protection={protection} />}>
          <Place {...props} />
          {props.mayChangePlace && <Change {...props} />}
          {mayAsk && <AskForm view={view} state={state} caseId={caseFile.id} />}
          {props.openings.length > 0 && <Asked {...props} />}
          {props.maySupervise && <End {...props} />}
        </Columns>
      )}
    </StaffFrame>
  );
}

function Facts({
  view,
  protection,
  other,
  caseFile,
  mayCarry,
  today,
}: ProtectionProps & { protection: Protection }) {
  const t = words[view.lang];
  const at = stateOf(protection, today);
  const items = [
    { term: t.statesTerm, value: <StatusTag tone={tones[at]}>{t.states[at]}</StatusTag> },
    { term: t.ground, value: t.grounds[protection.ground as Ground] },
    { term: t.begins, value: dayName(view.lang, protection.beginsOn) },
    { term: t.ends, value: dayName(view.lang, protection.endsOn) },
  ];
  const told = other
    ? [
        { term: t.otherName, value: other.name },
        { term: t.otherRelation, value: other.relation },
        { term: t.otherNotes, value: other.notes },
        { term: t.together, value: other.together },
      ].filter(({ value }) => value !== '')
    : [];
  return (
    <section aria-labelledby="protection-facts">
      <h2 id="protection-facts">{t.title}</h2>
      <DefinitionList items={[...items, ...told]} />
      {at === 'over' && (
        <Notice view={view} tone="warn">
          <p>{t.overNote}</p>
        </Notice>
      )}
      {mayCarry && (at === 'renew' || at === 'over') && (
        <ActionForm action={view.href(protectionPaths.renew.to({ caseId: caseFile.id }))} kind="primary">
          {t.renew}
        </ActionForm>
      )}
    </section>
  );
}

function Place({ view, place, openUntil }: ProtectionProps) {
  const t = words[view.lang];
  if (!place || !openUntil)
    return (
      <Section title={t.openTitle}>
        <p>
          <StatusTag tone="neutral">{t.sealed}</StatusTag>
        </p>
      </Section>
    );
  const lines = [
    { term: t.postalCode, value: place.postalCode },
    { term: t.address, value: place.address },
    { term: t.workplace, value: place.workplace },
  ];
  return (
    <Section title={t.openTitle}>
      <p>
        <StatusTag tone="warn">{t.open(tokyoMinute(openUntil))}</StatusTag>
      </p>
      <DefinitionList items={lines.filter(({ value }) => value)} />
    </Section>
  );
}

function Change(props: ProtectionProps) {
  const { view, state, caseFile, place } = props;
  const t = words[view.lang];
  return (
    <Section title={t.change} lead={t.changeLead}>
      <Form action={view.href(protectionPaths.address.to({ caseId: caseFile.id }))} label={t.change}>
        <PlaceFields view={view} state={state} place={place} />
        <Actions>
          <SubmitButton kind="danger">{t.change}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Asked({ view, openings, now }: ProtectionProps) {
  const t = words[view.lang];
  return (
    <Section title={t.mine}>
      <DataTable
        view={view}
        caption={t.mine}
        captionHidden
        stacked
        columns={[
          { key: 'at', label: t.askedAt, head: true },
          { key: 'by', label: t.byWhom },
          { key: 'what', label: t.what },
          { key: 'answer', label: t.answer },
        ]}
        rows={openings.map(({ askedAt, askedByName, what, granted, endsAt }) => ({
          at: tokyoMinute(askedAt),
          by: askedByName,
          what: t.whats[what as Stop],
          answer: t.answers[answerOf(granted, endsAt, now)],
        }))}
      />
    </Section>
  );
}

function answerOf(granted: boolean | null, endsAt: Date | null, now: Date) {
  if (granted === null) return 'waiting';
  if (!granted) return 'refused';
  return endsAt && endsAt > now ? 'agreed' : 'over';
}

function End({ view, state, caseFile }: ProtectionProps) {
  const t = words[view.lang];
  return (
    <FoldedForm
      action={view.href(protectionPaths.end.to({ caseId: caseFile.id }))}
      label={t.end}
      open={state.problems.some(({ field }) => field === 'endReason')}
      lead={t.endLead}
      kind="danger"
    >
      <SelectField
        view={view}
        state={state}
        name="endReason"
        label={t.endReason}
        options={endReasons.map((value) => ({ value, label: t.endReasons[value] }))}
      />
    </FoldedForm>
  );
}
