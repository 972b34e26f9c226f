import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, type Option, SelectField } from '#ui/choices.tsx';
import { Card, Disclosure, EmptyState } from '#ui/content.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { areaTrail } from '../../home/trail.ts';
import type { MemberKind } from '../../members/rules.ts';
import { nameIn } from '../../members/shown.ts';
import { words as memberWords } from '../../members/words.ts';
import { meetingPaths, meetingStaffPaths } from '../../paths.ts';
import type { Meeting, MeetingEntry, MeetingResult, MeetingTable } from '../store.ts';
import { words } from '../words.ts';
import { MeetingFacts, MeetingTags } from './public.tsx';

interface ListProps {
  readonly view: View;
  readonly state: FormState;
  readonly meetings: readonly Meeting[];
  readonly mayHold: boolean;
}

export function MeetingsStaffPage({ view, state, meetings, mayHold }: ListProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.title} />}
      />
      {meetings.length === 0 && <EmptyState title={t.none} />}
      <Grid>
        {meetings.map((meeting) => (
          <Card
            title={nameIn(view.lang, meeting)}
            href={view.href(meetingStaffPaths.meeting.to({ meetingId: meeting.id }))}
            tags={<MeetingTags view={view} meeting={meeting} />}
            level={2}
          >
            <p>{tokyoMinute(meeting.startsAt)}</p>
          </Card>
        ))}
      </Grid>
      {mayHold && <HoldForm view={view} state={state} />}
    </StaffFrame>
  );
}

function HoldForm({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Disclosure summary={t.hold} open={state.problems.length > 0}>
      <Form action={view.href(meetingStaffPaths.list.to({}))} label={t.hold}>
        <TextField {...common} name="nameJa" label={t.nameJa} required width="full" />
        <TextField {...common} name="nameEn" label={t.nameEn} width="full" />
        <TextArea {...common} name="aboutJa" label={t.about} required rows={4} />
        <DateField {...common} name="day" label={t.day} required />
        <TextField {...common} name="from" label={t.from} hint={t.timeHint} required width="short" />
        <TextField {...common} name="to" label={t.to} hint={t.timeHint} required width="short" />
        <TextField {...common} name="place" label={t.place} hint={t.placeHint} width="full" />
        <TextField {...common} name="url" type="url" label={t.url} hint={t.urlHint} width="full" />
        <NumberField {...common} name="quota" label={t.quota} unit={t.quotaUnit} required />
        <TextArea {...common} name="topics" label={t.topics} hint={t.topicsHint} required rows={4} />
        <NumberField {...common} name="seats" label={t.seatsEach} required />
        <Actions>
          <SubmitButton>{t.hold}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

interface MeetingStaffProps {
  readonly view: View;
  readonly state: FormState;
  readonly meeting: Meeting;
  readonly tables: readonly MeetingTable[];
  readonly results: readonly MeetingResult[];
  readonly nameOf: (organisationId: string) => string;
  /** For the office alone. */
  readonly entries: readonly (MeetingEntry & { readonly name: string })[];
  readonly members: readonly Option[];
  /** Members for which this person may enter it in one press. */
  readonly seats: readonly Option[];
  readonly mayHold: boolean;
}

export function MeetingStaffPage(props: MeetingStaffProps) {
  const { view, state, meeting, mayHold } = props;
  const t = words[view.lang];
  const title = nameIn(view.lang, meeting);
  const at = { meetingId: meeting.id };
  const list = { href: view.href(meetingStaffPaths.list.to({})), label: t.title };
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={[...areaTrail(view), list]} current={title} />}
        tags={<MeetingTags view={view} meeting={meeting} />}
        actions={
          <ButtonLink kind="quiet" href={view.href(meetingPaths.meeting.to(at))}>
            {t.publicPage}
          </ButtonLink>
        }
      />
      <MeetingFacts {...props} />
      <Row>
        {props.seats.map(({ value, label }) => (
          <ActionForm
            action={view.href(meetingStaffPaths.enter.to(at))}
            fields={{ organisationId: value }}
            kind="primary"
          >
            {t.joinAs(label)}
          </ActionForm>
        ))}
      </Row>
      {mayHold && <Entries {...props} />}
      {mayHold && <ResultForm {...props} />}
      {mayHold && !meeting.cancelledAt && (
        <Section title={t.cancel} lead={t.cancelLead}>
          <ActionForm action={view.href(meetingStaffPaths.cancel.to(at))} kind="danger">
            {t.cancel}
          </ActionForm>
        </Section>
      )}
    </StaffFrame>
  );
}

function Entries({ view, meeting, tables, entries }: MeetingStaffProps) {
  const t = words[view.lang];
  const at = { meetingId: meeting.id };
  const topics = tables.map(({ id, topic }): Option => ({ value: id, label: topic }));
  const seatOf = (entry: MeetingEntry & { name: string }) => (
    <Form action={view.href(meetingStaffPaths.seat.to(at))} label={`${t.move} ${entry.name}`} inline>
      <HiddenField name="entryId" value={entry.id} />
      <SelectField
        view={view}
        name={`tableId-${entry.id}`}
        label={t.table}
        value={entry.tableId ?? ''}
        empty={t.noTable}
        options={topics}
      />
      <SubmitButton kind="secondary" small>
        {t.move}
      </SubmitButton>
    </Form>
  );
  if (entries.length === 0)
    return (
      <Section title={t.entries}>
        <p>{t.entriesNone}</p>
      </Section>
    );
  return (
    <Section title={t.entries} lead={t.suggestLead}>
      <ActionForm action={view.href(meetingStaffPaths.seatAll.to(at))}>{t.suggest}</ActionForm>
      <DataTable
        view={view}
        caption={t.entries}
        captionHidden
        stacked
        columns={[
          { key: 'organisation', label: t.organisation, head: true },
          { key: 'name', label: t.name },
          { key: 'kind', label: t.kind },
          { key: 'attends', label: t.attends },
          { key: 'table', label: t.table },
        ]}
        rows={entries.map((entry) => ({
          organisation: entry.organisationName,
          name: entry.name,
          kind: memberWords[view.lang].kinds[entry.kind as MemberKind],
          attends: t.ways[entry.attends as 'site' | 'online'],
          table: seatOf(entry),
        }))}
      />
    </Section>
  );
}

function ResultForm({ view, state, meeting, members }: MeetingStaffProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Disclosure summary={t.addResult} open={state.problems.length > 0}>
      <Form action={view.href(meetingStaffPaths.result.to({ meetingId: meeting.id }))} label={t.addResult}>
        <TextArea {...common} name="words" label={t.resultWords} hint={t.resultHint} required rows={4} />
        <SelectField {...common} name="organisationId" label={t.side} empty={t.sideNone} options={members} />
        <SelectField {...common} name="partnerId" label={t.side2} empty={t.sideNone} options={members} />
        <Checkbox {...common} name="agreed" label={t.isAgreed} />
        <Actions>
          <SubmitButton>{t.addResult}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}
