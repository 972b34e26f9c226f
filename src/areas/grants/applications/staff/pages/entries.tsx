import type { Who } from '#platform/access.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { EmptyState, Notice } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { deskTabs, grantsTrail } from '../../../desk.ts';
import { applicationStaffPaths } from '../../../paths.ts';
import { words } from '../words.ts';

interface EntriesProps {
  readonly view: View;
  readonly state: FormState;
  readonly today: string;
  readonly who: Who;
  readonly mayEnter: boolean;
  readonly calls: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly {
    readonly id: string;
    readonly call: string;
    readonly door: string;
    readonly receivedOn: string | null;
    readonly createdAt: Date;
  }[];
  readonly alarms: readonly {
    readonly id: string;
    readonly applicationId: string;
    readonly number: string;
    readonly kind: string;
    readonly foundAt: Date;
  }[];
}

/** What came on paper or by telephone and is being written down; above it what has changed since it was received. */
export function EntriesPage(props: EntriesProps) {
  const { view, state, entries } = props;
  const { lang } = view;
  const t = words[lang];
  // Who decides reads what the office is writing down, and writes nothing of it.
  const open = props.mayEnter ? applicationStaffPaths.edit : applicationStaffPaths.application;
  return (
    <StaffFrame view={view} title={t.entries} problems={state.problems}>
      <PageHead
        title={t.entries}
        lead={t.entriesLead}
        breadcrumbs={<Breadcrumbs view={view} items={grantsTrail(view)} current={t.entries} />}
      />
      <Tabs label={t.entries} items={deskTabs(view, props.who, applicationStaffPaths.entries.to({}))} />
      <Alarms {...props} />
      {entries.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.entries}
          captionHidden
          stacked
          columns={[
            { key: 'call', label: t.call, head: true },
            { key: 'door', label: t.door },
            { key: 'receivedOn', label: t.receivedOn },
            { key: 'begun', label: t.begun },
          ]}
          rows={entries.map(({ id, call, door, receivedOn, createdAt }) => ({
            call: <a href={view.href(open.to({ applicationId: id }))}>{call}</a>,
            door: t.doors[door],
            receivedOn: receivedOn ? dayName(lang, receivedOn) : '',
            begun: dayName(lang, tokyoDay(createdAt)),
          }))}
        />
      )}
      {props.mayEnter && <NewEntry {...props} />}
    </StaffFrame>
  );
}

function Alarms({ view, alarms }: EntriesProps) {
  const t = words[view.lang];
  if (alarms.length === 0) return null;
  return (
    <Notice view={view} tone="bad" title={t.alarms}>
      <p>{t.alarmsLead}</p>
      <ul>
        {alarms.map(({ applicationId, number, kind, foundAt }) => (
          <li>
            <a href={`${applicationStaffPaths.application.to({ applicationId })}#alarms`}>{number}</a>{' '}
            {t.alarmKinds[kind]}（{dayName(view.lang, tokyoDay(foundAt))}）
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NewEntry({ view, state, calls, today }: EntriesProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.newEntry}>
      {calls.length === 0 ? (
        <p>{t.noCalls}</p>
      ) : (
        <Form action={applicationStaffPaths.entries.to({})} label={t.newEntry}>
          <SelectField
            {...common}
            name="callId"
            label={t.call}
            required
            options={calls.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            {...common}
            name="door"
            label={t.door}
            value="paper"
            required
            spread="line"
            options={['paper', 'telephone'].map((door) => ({ value: door, label: t.doors[door] ?? door }))}
          />
          <DateField
            {...common}
            name="receivedOn"
            label={t.receivedOn}
            hint={t.receivedHint}
            value={today}
            max={today}
            required
          />
          <Actions>
            <SubmitButton>{t.begin}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
