import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, type Option, SelectField } from '#ui/choices.tsx';
import { Card, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { areaTrail } from '../../home/trail.ts';
import { watchStaffPaths } from '../../paths.ts';
import { subjects } from '../notices/rules.ts';
import type { Network } from '../store.ts';
import { words as warningWords } from '../warnings/words.ts';
import { words } from '../words.ts';

/** A place where this person keeps the network, with what there is to do. */
export interface KeptPart {
  readonly organisationId: string;
  readonly name: string;
  readonly begun: boolean;
  readonly parts: readonly {
    readonly href: string;
    readonly title: string;
    readonly said: string;
    readonly warn: boolean;
  }[];
}

export function WatchHomePage({
  view,
  kept,
  toCheck,
}: {
  view: View;
  kept: readonly KeptPart[];
  /** Warnings that wait for a second person. */
  toCheck: number;
}) {
  const t = words[view.lang];
  const w = warningWords[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.staffLead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.title} />}
      />
      <Grid>
        <Card title={w.toCheck} href={view.href(watchStaffPaths.toCheck.to({}))} level={2}>
          {toCheck > 0 ? (
            <StatusTag tone="warn">{w.toCheckCount(toCheck)}</StatusTag>
          ) : (
            <p>{w.toCheckCount(0)}</p>
          )}
        </Card>
      </Grid>
      {kept.map(({ name, begun, parts }) => (
        <Section title={t.networkTitle(name)} lead={begun ? undefined : t.notBegun}>
          <Grid>
            {parts.map(({ href, title, said, warn }) => (
              <Card title={title} href={view.href(href)}>
                {said && (warn ? <StatusTag tone="warn">{said}</StatusTag> : <p>{said}</p>)}
              </Card>
            ))}
          </Grid>
        </Section>
      ))}
    </StaffFrame>
  );
}

/** The way from the start of the network to a page of it. */
export function WatchCrumbs({
  view,
  current,
  items = [],
}: {
  view: View;
  current: string;
  items?: readonly { readonly href: string; readonly label: string }[];
}) {
  const home = { href: view.href(watchStaffPaths.home.to({})), label: words[view.lang].title };
  return <Breadcrumbs view={view} items={[...areaTrail(view), home, ...items]} current={current} />;
}

export function SettingsPage({
  view,
  state,
  organisation,
  network,
  desks,
}: {
  view: View;
  state: FormState;
  organisation: { readonly id: string; readonly name: string };
  network: Network | undefined;
  desks: readonly Option[];
}) {
  const t = words[view.lang];
  const common = { view, state };
  const title = network ? t.settings : t.begin;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={t.networkTitle(organisation.name)}
        lead={t.settingsLead}
        breadcrumbs={<WatchCrumbs view={view} current={title} />}
      />
      <Form
        action={view.href(watchStaffPaths.settings.to({ organisationId: organisation.id }))}
        label={title}
      >
        <TextArea {...common} name="aboutJa" label={t.aboutJa} value={network?.aboutJa} required rows={3} />
        <TextArea {...common} name="aboutEn" label={t.aboutEn} value={network?.aboutEn} rows={3} />
        <SelectField
          {...common}
          name="deskId"
          label={t.desk}
          value={network?.deskId}
          options={desks}
          required
        />
        <Section title={t.routes} lead={t.routesHint}>
          {subjects.map((subject) => (
            <SelectField
              {...common}
              name={`route.${subject}`}
              label={t.subjects[subject]}
              value={network?.routes[subject]}
              options={desks}
              empty={t.usual}
            />
          ))}
        </Section>
        <Checkbox {...common} name="open" label={t.open} checked={network?.open ?? true} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
