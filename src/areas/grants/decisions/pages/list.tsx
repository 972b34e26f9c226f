import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { packPaths } from '../../paths.ts';
import type { PackState } from '../rules.ts';
import type { PackLine } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<PackState, Tone> = {
  draft: 'neutral',
  proposed: 'info',
  decided: 'good',
  returned: 'warn',
};

export function PackTag({ view, state }: { view: View; state: string }) {
  return (
    <StatusTag tone={tones[state as PackState]}>{words[view.lang].states[state as PackState]}</StatusTag>
  );
}

interface PacksProps {
  readonly view: View;
  readonly state: FormState;
  readonly packs: readonly PackLine[];
  readonly nameOfCall: (callId: string) => string;
  /** Calls for which this person may make a pack; none for who only decides. */
  readonly calls: readonly Option[];
  readonly mayPrepare: boolean;
}

export function PacksPage({ view, state, packs, nameOfCall, calls, mayPrepare }: PacksProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      {packs.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'title', label: t.name, head: true },
            { key: 'call', label: t.call },
            { key: 'state', label: t.state },
            { key: 'items', label: t.items, align: 'number', unit: t.count },
            { key: 'yen', label: t.awardYen, align: 'number', unit: t.yen },
            { key: 'day', label: t.decidedOn },
          ]}
          rows={packs.map((pack) => ({
            title: <a href={view.href(packPaths.pack.to({ packId: pack.id }))}>{pack.title}</a>,
            call: nameOfCall(pack.callId),
            state: <PackTag view={view} state={pack.state} />,
            items: pack.items,
            yen: pack.awardYen,
            day: pack.decidedOn ? dayName(view.lang, pack.decidedOn) : '',
          }))}
        />
      )}
      {mayPrepare && (
        <Section title={t.new} lead={t.newLead}>
          {calls.length === 0 ? (
            <p>{t.noCalls}</p>
          ) : (
            <Form action={view.href(packPaths.list.to({}))} label={t.new}>
              <SelectField
                view={view}
                state={state}
                name="callId"
                label={t.call}
                required
                value={calls.length === 1 ? calls[0]?.value : undefined}
                options={calls}
              />
              <TextField view={view} state={state} name="title" label={t.name} hint={t.nameHint} required />
              <Actions>
                <SubmitButton>{t.make}</SubmitButton>
              </Actions>
            </Form>
          )}
        </Section>
      )}
    </StaffFrame>
  );
}
