import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { HiddenField, NumberField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { retentionPaths } from '../../paths.ts';
import { type RetentionKind, retentionKinds, type Years } from '../rules.ts';
import type { ErasureRequest } from '../requests/store.ts';
import type { listHolds } from '../holds/store.ts';
import type { listErasures } from '../store.ts';
import { words } from '../words.ts';

export interface OrganisationRetention {
  readonly organisationId: string;
  readonly name: string;
  readonly years: Years;
  readonly mayChange: boolean;
  readonly erasures: Awaited<ReturnType<typeof listErasures>>;
  readonly holds: readonly (Awaited<ReturnType<typeof listHolds>>[number] & { readonly number: string })[];
  readonly requests: readonly (ErasureRequest & { readonly number: string })[];
}

interface RetentionProps {
  readonly view: View;
  readonly state: FormState;
  readonly changed: string;
  readonly organisations: readonly OrganisationRetention[];
}

/** How long words stay, what is held, who wants theirs gone, and the proof that the rest went. */
export function RetentionPage(props: RetentionProps) {
  const { view, state, organisations } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      {organisations.length === 0 && <EmptyState title={t.none} />}
      {organisations.map((organisation) => (
        <Section title={organisation.name}>
          <Requests view={view} organisation={organisation} />
          <Periods {...props} organisation={organisation} />
          <Holds view={view} organisation={organisation} />
          <Ledger view={view} organisation={organisation} />
        </Section>
      ))}
    </StaffFrame>
  );
}

interface OneProps {
  readonly view: View;
  readonly organisation: OrganisationRetention;
}

function Requests({ view, organisation }: OneProps) {
  const t = words[view.lang];
  if (organisation.requests.length === 0) return null;
  return (
    <>
      <h3>{t.requests}</h3>
      <p>{t.requestsLead}</p>
      <DataTable
        view={view}
        caption={`${t.requests}：${organisation.name}`}
        captionHidden
        stacked
        columns={[
          { key: 'number', label: t.number, head: true },
          { key: 'ground', label: t.ground },
          { key: 'on', label: t.askedOn },
          { key: 'decide', label: t.requests },
        ]}
        rows={organisation.requests.map(({ id, number, ground, askedAt }) => ({
          number,
          ground: t.grounds[ground as keyof typeof t.grounds],
          on: dayName(view.lang, tokyoDay(askedAt)),
          decide: (
            <Actions>
              {(['erased', 'refused'] as const).map((decision) => (
                <ActionForm
                  action={view.href(retentionPaths.decide.to({ requestId: id, decision }))}
                  kind={decision === 'erased' ? 'danger' : 'secondary'}
                >
                  {decision === 'erased' ? t.erase : t.refuse}
                  <span class="vh">：{number}</span>
                </ActionForm>
              ))}
            </Actions>
          ),
        }))}
      />
    </>
  );
}

function Periods({ view, state, changed, organisation }: RetentionProps & OneProps) {
  const t = words[view.lang];
  const { organisationId, name, years, mayChange } = organisation;
  if (!mayChange)
    return (
      <DataTable
        view={view}
        caption={`${t.periods}：${name}`}
        columns={[
          { key: 'kind', label: t.kind, head: true },
          { key: 'years', label: t.periods, unit: t.years, align: 'number' },
        ]}
        rows={retentionKinds.map((kind) => ({ kind: t.kinds[kind], years: years[kind] }))}
      />
    );
  const common = { view, state: changed === organisationId ? state : { values: {}, problems: [] } };
  return (
    <Form action={view.href(retentionPaths.overview.to({}))} label={`${t.periods}：${name}`}>
      <h3>{t.periods}</h3>
      <HiddenField name="organisationId" value={organisationId} />
      {retentionKinds.map((kind) => (
        <NumberField {...common} name={kind} label={t.kinds[kind]} unit={t.years} value={years[kind]} />
      ))}
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Holds({ view, organisation }: OneProps) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={`${t.holds}：${organisation.name}`}
      empty={t.noHolds}
      columns={[
        { key: 'number', label: t.number, head: true },
        { key: 'until', label: t.until },
        { key: 'by', label: t.by },
      ]}
      rows={organisation.holds.map(({ number, untilOn, by }) => ({
        number,
        until: dayName(view.lang, untilOn),
        by: by ?? '',
      }))}
    />
  );
}

function Ledger({ view, organisation }: OneProps) {
  const t = words[view.lang];
  return (
    <>
      <DataTable
        view={view}
        caption={`${t.ledger}：${organisation.name}`}
        empty={t.none}
        columns={[
          { key: 'on', label: t.on, head: true },
          { key: 'kind', label: t.kind },
          { key: 'cause', label: t.cause },
          { key: 'things', label: t.things, align: 'number' },
          { key: 'words', label: t.wordsGone, align: 'number' },
          { key: 'keys', label: t.keys, align: 'number' },
        ]}
        rows={organisation.erasures.map(({ ranOn, kind, cause, things, words: gone, keys }) => ({
          on: ranOn,
          kind: t.kinds[kind as RetentionKind],
          cause: t.causes[cause as keyof typeof t.causes],
          things,
          words: gone,
          keys,
        }))}
      />
      <p>{t.ledgerLead}</p>
    </>
  );
}
