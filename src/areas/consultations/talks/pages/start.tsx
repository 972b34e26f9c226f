import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmergencyPanel } from '#areas/directory/index.ts';
import { navigatorPaths } from '#areas/directory/paths.ts';
import { Card, DefinitionList, EmptyState, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { talkPaths } from '../../paths.ts';
import { OwnPacket, ToldAnswers, type ToldLines } from '../../packets/pages/told.tsx';
import { words } from '../words.ts';

export interface DeskShown {
  readonly code: string;
  readonly name: string;
  readonly open: boolean;
  /** It has as many talks as it takes at once: a person waits. */
  readonly busy: boolean;
  /** 「24時まで」 or 「次は明日9時から」. */
  readonly when: string;
}

/** `/talk`: which desks answer in writing, and the way back into an earlier talk. */
export function TalkPage({
  view,
  desks,
  state,
}: {
  view: View;
  desks: readonly DeskShown[];
  state: FormState;
}) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems} canonical={talkPaths.start.to({})}>
      <PageHead band title={t.title} lead={<p>{t.lead}</p>} />
      <EmergencyPanel view={view} />
      <Section title={t.choose}>
        {desks.length === 0 ? (
          <EmptyState title={t.none}>
            <p>{t.noneLead}</p>
          </EmptyState>
        ) : (
          <Grid min="medium">
            {desks.map((desk) => (
              <Card
                title={desk.name}
                href={view.href(talkPaths.desk.to({ desk: desk.code }))}
                {...(desk.open ? { tone: 'good' as const } : {})}
                tags={<Standing view={view} desk={desk} />}
              >
                <p>{desk.when}</p>
              </Card>
            ))}
          </Grid>
        )}
        <p>
          <a href={view.href(navigatorPaths.start.to({}))}>{t.navigator}</a>
        </p>
      </Section>
      <Section title={t.come} lead={t.comeLead}>
        <Form action={view.href(talkPaths.return.to({}))}>
          <TextField
            view={view}
            state={state}
            name="number"
            label={t.number}
            inputmode="numeric"
            autocomplete="off"
            width="short"
            required
          />
          <TextField
            view={view}
            state={state}
            name="passphrase"
            label={t.passphrase}
            hint={t.passphraseHint}
            autocomplete="off"
            required
          />
          <Actions>
            <SubmitButton kind="secondary">{t.back}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </PublicFrame>
  );
}

/** Open, busy, or out of hours. */
export function Standing({ view, desk }: { view: View; desk: DeskShown }) {
  const t = words[view.lang];
  if (!desk.open) return <StatusTag tone="neutral">{t.closed}</StatusTag>;
  return <StatusTag tone={desk.busy ? 'warn' : 'good'}>{desk.busy ? t.busy : t.open}</StatusTag>;
}

interface BeforeProps {
  readonly view: View;
  readonly desk: DeskShown;
  readonly readers: string;
  readonly retentionDays: number;
  /** Answers of the guide that go along. */
  readonly told?: ToldLines | undefined;
  readonly state: FormState;
}

/** `/talk/:desk`: who reads, how long it stays, what happens in danger; then the first word. */
export function BeforeTalkPage({ view, desk, readers, retentionDays, told, state }: BeforeProps) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={desk.name} problems={state.problems}>
      <PageHead title={desk.name} tags={<Standing view={view} desk={desk} />} lead={desk.when} />
      <EmergencyPanel view={view} />
      <Section title={t.before}>
        <DefinitionList
          items={[
            { term: t.who, value: readers },
            {
              term: t.stays,
              value: (
                <>
                  {t.staysText(retentionDays)} <a href={view.href(talkPaths.promises.to({}))}>{t.promises}</a>
                </>
              ),
            },
            { term: t.danger, value: t.dangerText },
            { term: t.name, value: t.nameText },
          ]}
        />
      </Section>
      <Form action={view.href(talkPaths.desk.to({ desk: desk.code }))}>
        {!desk.open && <p>{t.closedLead(desk.when)}</p>}
        {desk.busy && <p>{t.busyLead}</p>}
        <HiddenField name="key" value={crypto.randomUUID()} />
        {told ? <ToldAnswers view={view} told={told} /> : <OwnPacket view={view} state={state} />}
        <TextArea view={view} state={state} name="text" label={t.startWords} rows={4} maxlength={4000} />
        <Actions>
          <SubmitButton>{desk.open ? t.begin : t.beginClosed}</SubmitButton>
          <ButtonLink kind="secondary" href={view.href(navigatorPaths.start.to({}))}>
            {t.navigator}
          </ButtonLink>
        </Actions>
      </Form>
    </PublicFrame>
  );
}
