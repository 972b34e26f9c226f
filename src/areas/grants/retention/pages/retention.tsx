import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { HiddenField, NumberField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { type Tab, Tabs } from '#ui/wayfinding.tsx';
import { retentionPaths } from '../../paths.ts';
import { keptKinds, type Years } from '../rules.ts';
import type { Held, listErasures } from '../store.ts';
import { words } from '../words.ts';

export interface OfficeRetention {
  readonly bureauId: string;
  readonly name: string;
  readonly years: Years;
  readonly mayChange: boolean;
  readonly erasures: Awaited<ReturnType<typeof listErasures>>;
  readonly holds: readonly (Held & {
    readonly number: string;
    readonly untilOn: string;
    readonly by: string;
  })[];
}

interface RetentionProps {
  readonly view: View;
  readonly state: FormState;
  readonly tabs: readonly Tab[];
  /** The office whose years were sent. */
  readonly changed: string;
  readonly offices: readonly OfficeRetention[];
}

/** How long what was told stays, what is held, and the proof that the rest went. */
export function RetentionPage(props: RetentionProps) {
  const { view, state, tabs, offices } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <Tabs label={t.title} items={tabs} />
      {offices.length === 0 && <EmptyState title={t.none} />}
      {offices.map((office) => (
        <>
          <Periods {...props} office={office} />
          <Holds view={view} office={office} />
          <Ledger view={view} office={office} />
        </>
      ))}
    </StaffFrame>
  );
}

interface OneProps {
  readonly view: View;
  readonly office: OfficeRetention;
}

function Periods({ view, state, changed, office }: RetentionProps & OneProps) {
  const t = words[view.lang];
  const { bureauId, name, years, mayChange } = office;
  const title = `${t.periods}：${name}`;
  const common = { view, state: changed === bureauId ? state : { values: {}, problems: [] } };
  return (
    <Section title={title}>
      {mayChange ? (
        <Form action={view.href(retentionPaths.overview.to({}))} label={title}>
          <HiddenField name="bureauId" value={bureauId} />
          {keptKinds.map((kind) => (
            <NumberField {...common} name={kind} label={t.kinds[kind]} unit={t.years} value={years[kind]} />
          ))}
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
          </Actions>
        </Form>
      ) : (
        <DataTable
          view={view}
          caption={title}
          captionHidden
          columns={[
            { key: 'kind', label: t.kind, head: true },
            { key: 'years', label: t.periods, unit: t.years, align: 'number' },
          ]}
          rows={keptKinds.map((kind) => ({ kind: t.kinds[kind], years: years[kind] }))}
        />
      )}
    </Section>
  );
}

function Holds({ view, office }: OneProps) {
  const t = words[view.lang];
  const title = `${t.holds}：${office.name}`;
  return (
    <Section title={title}>
      <DataTable
        view={view}
        caption={title}
        captionHidden
        empty={t.noHolds}
        columns={[
          { key: 'number', label: t.number, head: true },
          { key: 'until', label: t.until },
          { key: 'by', label: t.by },
        ]}
        rows={office.holds.map(({ kind, id, number, untilOn, by }) => ({
          number: <a href={view.href(retentionPaths.one.to({ kind, id }))}>{number}</a>,
          until: dayName(view.lang, untilOn),
          by,
        }))}
      />
    </Section>
  );
}

function Ledger({ view, office }: OneProps) {
  const t = words[view.lang];
  const title = `${t.ledger}：${office.name}`;
  return (
    <Section title={title} lead={t.ledgerLead}>
      <DataTable
        view={view}
        caption={title}
        captionHidden
        empty={t.none}
        columns={[
          { key: 'on', label: t.on, head: true },
          { key: 'kind', label: t.kind },
          { key: 'things', label: t.things, align: 'number' },
          { key: 'words', label: t.wordsGone, align: 'number' },
          { key: 'keys', label: t.keys, align: 'number' },
        ]}
        rows={office.erasures.map(({ ranOn, kind, things, words: gone, keys }) => ({
          on: dayName(view.lang, ranOn),
          kind: t.kinds[kind as keyof typeof t.kinds],
          things,
          words: gone,
          keys,
        }))}
      />
    </Section>
  );
}
