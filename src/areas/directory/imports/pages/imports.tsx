import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, CheckboxGroup, FileField, type Option, RadioGroup, SelectField } from '#ui/choices.tsx';
import { StatusTag, type Tone } from '#ui/content.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { serviceKinds } from '../../services/content.ts';
import { cardWords } from '../../services/pages/card-words.ts';
import { worryTerms } from '../../taxonomy/terms.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import { layouts } from '../layouts.ts';
import { words } from '../page-words.ts';
import type { ListedRun } from '../store.ts';

export const runTones: Readonly<Record<string, Tone>> = {
  waiting: 'warn',
  refused: 'bad',
  applied: 'good',
  dropped: 'neutral',
};

interface ImportsProps {
  readonly isKeeper: boolean;
  readonly view: View;
  readonly state: FormState;
  /** Organisations in whose name this person may import. */
  readonly owners: readonly Option[];
  readonly runs: readonly ListedRun[];
}

export function ImportsPage(props: ImportsProps) {
  const { view, state } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
      />
      <AreaTabs view={view} current="imports" keeper={props.isKeeper} />
      <Section title={t.importTitle}>
        <Upload {...props} />
      </Section>
      <Section title={t.exportTitle} lead={t.exportLead}>
        <Export {...props} />
      </Section>
      <Section title={t.runs}>
        <Runs {...props} />
      </Section>
    </StaffFrame>
  );
}

function onlyOne(owners: readonly Option[]): string | undefined {
  return owners.length === 1 ? owners[0]?.value : undefined;
}

function Upload({ view, state, owners }: ImportsProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(staffDirectoryPaths.imports.to({}))} files label={t.importTitle}>
      <FileField
        {...common}
        name="file"
        label={t.file}
        hint={t.fileHint}
        accept=".csv,.txt,text/csv"
        required
      />
      <SelectField
        {...common}
        name="organisationId"
        label={t.organisation}
        value={onlyOne(owners)}
        required
        options={owners}
      />
      <RadioGroup
        {...common}
        name="kind"
        label={t.kind}
        hint={t.kindHint}
        value="place"
        required
        options={serviceKinds.map((value) => ({ value, label: cardWords[view.lang].kind[value] }))}
      />
      <CheckboxGroup
        {...common}
        name="topics"
        label={t.topics}
        hint={t.topicsHint}
        options={worryTerms.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
      />
      <Checkbox {...common} name="keepBlank" label={t.keepBlank} checked />
      <Actions>
        <SubmitButton>{t.read}</SubmitButton>
        <span class="hint">{t.readNote}</span>
      </Actions>
    </Form>
  );
}

function Export({ view, owners }: ImportsProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(staffDirectoryPaths.export.to({}))} method="get" inline label={t.exportTitle}>
      <SelectField
        view={view}
        name="organisation"
        label={t.organisation}
        value={onlyOne(owners) ?? owners[0]?.value}
        empty={false}
        options={owners}
      />
      <SelectField
        view={view}
        name="layout"
        label={t.layout}
        empty={false}
        options={layouts.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
      />
      <SubmitButton kind="secondary">{t.export}</SubmitButton>
    </Form>
  );
}

function Runs({ view, runs }: ImportsProps) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.runs}
      captionHidden
      stacked
      empty={t.noRuns}
      columns={[
        { key: 'file', label: t.file, head: true },
        { key: 'counts', label: t.content },
        { key: 'when', label: t.when },
        { key: 'status', label: t.status },
      ]}
      rows={runs.map(({ id, fileName, created, changed, unchanged, wrong, uploadedAt, status }) => ({
        file: <a href={view.href(staffDirectoryPaths.importRun.to({ id }))}>{fileName}</a>,
        counts: t.counts(created, changed, unchanged, wrong),
        when: tokyoMinute(uploadedAt),
        status: <StatusTag tone={runTones[status] ?? 'neutral'}>{t.statuses[status]}</StatusTag>,
      }))}
    />
  );
}
