import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { NumberField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { areaTrail } from '../../home/trail.ts';
import { partnershipRetentionPaths as paths } from '../../paths.ts';
import type { Bounds } from '../rules.ts';
import type { listErasures } from '../store.ts';
import { words } from '../words.ts';

type Kind = keyof (typeof words)['ja']['kinds'];

interface KeptKind extends Bounds {
  readonly kind: Kind;
  readonly days: number;
}

interface RetentionProps {
  readonly view: View;
  readonly state: FormState;
  readonly kinds: readonly KeptKind[];
  readonly erasures: Awaited<ReturnType<typeof listErasures>>;
  readonly mayChange: boolean;
}

/** How long what people left here stays, and the proof that the rest went. */
export function RetentionPage(props: RetentionProps) {
  const { view, state, mayChange, erasures } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.title} />}
      />
      <Section title={t.periods} lead={mayChange ? t.periodsLead : t.readOnly}>
        {mayChange ? <DaysForm {...props} /> : <DaysTable {...props} />}
      </Section>
      <Section title={t.ledger} lead={t.ledgerLead}>
        <DataTable
          view={view}
          caption={t.ledger}
          captionHidden
          empty={t.none}
          columns={[
            { key: 'on', label: t.on, head: true },
            { key: 'kind', label: t.kind },
            { key: 'held', label: t.held, align: 'number' },
            { key: 'things', label: t.things, align: 'number' },
          ]}
          rows={erasures.map(({ ranOn, kind, days, things }) => ({
            on: ranOn,
            kind: t.kinds[kind as Kind],
            held: days,
            things,
          }))}
        />
      </Section>
    </StaffFrame>
  );
}

function DaysForm({ view, state, kinds }: RetentionProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(paths.retention.to({}))} label={t.periods}>
      {kinds.map(({ kind, days, least, most }) => (
        <NumberField
          view={view}
          state={state}
          name={kind}
          label={t.kinds[kind]}
          hint={t.between(least, most)}
          unit={t.days}
          value={String(days)}
          required
        />
      ))}
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

function DaysTable({ view, kinds }: RetentionProps) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.periods}
      captionHidden
      columns={[
        { key: 'kind', label: t.kind, head: true },
        { key: 'days', label: t.held, align: 'number' },
      ]}
      rows={kinds.map(({ kind, days }) => ({ kind: t.kinds[kind], days }))}
    />
  );
}
