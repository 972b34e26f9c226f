import { dayName, fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { EmptyState, StatusTag } from '#ui/content.tsx';
import { DateField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { collectionPaths } from '../../paths.ts';
import { areaTrail } from '../../trail.ts';
import { AreaTabs } from '../../years/pages/tabs.tsx';
import type { Counts } from '../rules.ts';
import { words } from '../words.ts';
import { CountsBar, type RoundShown } from './parts.tsx';

/** Every round, the newest year first. */
export function RoundsPage({
  view,
  rounds,
  mayOpen,
}: {
  view: View;
  rounds: readonly (RoundShown & { readonly counts: Counts })[];
  mayOpen: boolean;
}) {
  const t = words[view.lang];
  const open = <ButtonLink href={view.href(collectionPaths.newRound.to({}))}>{t.open}</ButtonLink>;
  return (
    <StaffFrame view={view} title={t.rounds}>
      <PageHead
        title={t.rounds}
        lead={t.roundsLead}
        actions={mayOpen && rounds.length > 0 ? open : undefined}
      />
      <AreaTabs view={view} current="rounds" />
      {rounds.length === 0 ? (
        <EmptyState title={t.noRounds}>{mayOpen && open}</EmptyState>
      ) : (
        <DataTable
          view={view}
          caption={t.rounds}
          captionHidden
          stacked
          columns={[
            { key: 'title', label: t.title, head: true },
            { key: 'year', label: t.year },
            { key: 'deadline', label: t.deadline },
            { key: 'state', label: t.state },
            { key: 'bar', label: t.progress },
            { key: 'accepted', label: t.counts.accepted, align: 'number' },
            { key: 'all', label: t.counts.all, align: 'number' },
          ]}
          rows={rounds.map((round) => ({
            title: <a href={view.href(collectionPaths.round.to({ roundId: round.id }))}>{round.title}</a>,
            year: fiscalYearName(view.lang, round.fiscalYear),
            deadline: dayName(view.lang, round.deadlineOn),
            state: (
              <StatusTag tone={round.status === 'open' ? 'info' : 'neutral'}>
                {round.status === 'open' ? t.status.open : t.status.closed}
              </StatusTag>
            ),
            bar: <CountsBar view={view} counts={round.counts} />,
            accepted: round.counts.accepted,
            all: Object.values(round.counts).reduce((sum, count) => sum + count, 0),
          }))}
        />
      )}
    </StaffFrame>
  );
}

export function NewRoundPage({
  view,
  state,
  years,
  today,
}: {
  view: View;
  state: FormState;
  years: readonly number[];
  today: string;
}) {
  const t = words[view.lang];
  const newest = years[0];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.openTitle} problems={state.problems}>
      <PageHead
        title={t.openTitle}
        lead={t.openLead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...areaTrail(view), { href: view.href(collectionPaths.rounds.to({})), label: t.rounds }]}
            current={t.openTitle}
          />
        }
      />
      {newest === undefined ? (
        <EmptyState title={t.noYears} />
      ) : (
        <Form action={view.href(collectionPaths.rounds.to({}))}>
          <SelectField
            {...common}
            name="fiscalYear"
            label={t.year}
            required
            empty={false}
            value={newest}
            options={years.map((year) => ({ value: String(year), label: fiscalYearName(view.lang, year) }))}
          />
          <TextField
            {...common}
            name="title"
            label={t.title}
            hint={t.titleHint}
            required
            width="full"
            maxlength={100}
            value={t.titleOf(fiscalYearName(view.lang, newest))}
          />
          <TextArea {...common} name="message" label={t.message} hint={t.messageHint} maxlength={2000} />
          <DateField
            {...common}
            name="deadlineOn"
            label={t.deadline}
            hint={t.deadlineHint}
            required
            min={today}
          />
          <Actions>
            <SubmitButton>{t.start}</SubmitButton>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
