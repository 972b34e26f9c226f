import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, RadioGroup, SelectField } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState, Notice, StatusTag, Tag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { partnersTrail } from '../../members/pages/member.tsx';
import { kindOptions, nameIn } from '../../members/shown.ts';
import { words as memberWords } from '../../members/words.ts';
import { meetingPaths } from '../../paths.ts';
import type { Meeting, MeetingEntry, MeetingResult, MeetingTable } from '../store.ts';
import { words } from '../words.ts';

export function MeetingTags({ view, meeting }: { view: View; meeting: Meeting }) {
  const t = words[view.lang];
  return (
    <>
      {meeting.cancelledAt && <StatusTag tone="bad">{t.cancelled}</StatusTag>}
      {meeting.illustrative && <Tag>{t.illustrative}</Tag>}
    </>
  );
}

function trail(view: View): readonly Link[] {
  const list = { href: view.href(meetingPaths.list.to({})), label: words[view.lang].title };
  return [...partnersTrail(view), list];
}

export function MeetingsPage({
  view,
  coming,
  past,
}: {
  view: View;
  coming: readonly Meeting[];
  past: readonly Meeting[];
}) {
  const t = words[view.lang];
  const cards = (meetings: readonly Meeting[]) => (
    <Grid>
      {meetings.map((meeting) => (
        <Card
          title={nameIn(view.lang, meeting)}
          href={view.href(meetingPaths.meeting.to({ meetingId: meeting.id }))}
          tags={<MeetingTags view={view} meeting={meeting} />}
        >
          <p>{tokyoMinute(meeting.startsAt)}</p>
          <p>{whereOf(view, meeting)}</p>
        </Card>
      ))}
    </Grid>
  );
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={partnersTrail(view)} current={t.title} />}
      />
      <Section title={t.coming}>
        {coming.length === 0 ? <EmptyState title={t.none} /> : cards(coming)}
      </Section>
      {past.length > 0 && <Section title={t.past}>{cards(past)}</Section>}
    </PublicFrame>
  );
}

function whereOf({ lang }: View, { place, online }: Meeting): string {
  return [place, online ? words[lang].online : ''].filter(Boolean).join(' / ');
}

interface MeetingProps {
  readonly view: View;
  readonly meeting: Meeting;
  readonly tables: readonly MeetingTable[];
  readonly results: readonly MeetingResult[];
  readonly nameOf: (organisationId: string) => string;
}

export function MeetingFacts({ view, meeting, tables, results, nameOf }: MeetingProps) {
  const t = words[view.lang];
  const when = `${tokyoMinute(meeting.startsAt)} – ${tokyoMinute(meeting.endsAt).slice(-5)}`;
  return (
    <>
      <TypedText text={meeting.aboutJa} />
      <DefinitionList
        items={[
          { term: t.when, value: when },
          { term: t.where, value: whereOf(view, meeting) },
          { term: t.quota, value: `${meeting.quota}${t.quotaUnit}` },
        ]}
      />
      <Section title={t.tables}>
        <ul>
          {tables.map(({ topic, seats }) => (
            <li>
              {topic} – {t.seats(seats)}
            </li>
          ))}
        </ul>
      </Section>
      {results.length > 0 && (
        <Section title={t.results}>
          {results.map((result) => (
            <Card
              title={
                [result.organisationId, result.partnerId]
                  .flatMap((id) => (id ? [nameOf(id)] : []))
                  .join(' × ') || t.note
              }
              tags={result.agreed && <StatusTag tone="good">{t.agreed}</StatusTag>}
            >
              <TypedText text={result.words} />
            </Card>
          ))}
        </Section>
      )}
    </>
  );
}

export function MeetingPage(props: MeetingProps & { readonly mayEnter: boolean }) {
  const { view, meeting, mayEnter } = props;
  const t = words[view.lang];
  const title = nameIn(view.lang, meeting);
  const at = { meetingId: meeting.id };
  return (
    <PublicFrame view={view} title={title}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={trail(view)} current={title} />}
        tags={<MeetingTags view={view} meeting={meeting} />}
        actions={
          <>
            {mayEnter && <ButtonLink href={view.href(meetingPaths.enter.to(at))}>{t.enter}</ButtonLink>}
            <ButtonLink kind="quiet" href={meetingPaths.calendar.to(at)} download>
              {t.calendar}
            </ButtonLink>
          </>
        }
      />
      <MeetingFacts {...props} />
    </PublicFrame>
  );
}

interface EnterProps {
  readonly view: View;
  readonly state: FormState;
  readonly meeting: Meeting;
  readonly tables: readonly MeetingTable[];
}

export function EnterPage({ view, state, meeting, tables }: EnterProps) {
  const t = words[view.lang];
  const common = { view, state };
  const topics = tables.map(({ id, topic }): Option => ({ value: id, label: topic }));
  const ways = [...(meeting.place ? ['site' as const] : []), ...(meeting.online ? ['online' as const] : [])];
  return (
    <PublicFrame view={view} title={t.enter} problems={state.problems}>
      <PageHead
        title={t.enter}
        kicker={nameIn(view.lang, meeting)}
        lead={<p>{t.privacy}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={trail(view)} current={t.enter} />}
      />
      <Form action={view.href(meetingPaths.enter.to({ meetingId: meeting.id }))} label={t.enter}>
        <TextField {...common} name="organisationName" label={t.organisationName} required width="full" />
        <RadioGroup
          {...common}
          name="kind"
          label={memberWords[view.lang].kind}
          required
          spread="columns"
          options={kindOptions(view.lang)}
        />
        <TextField {...common} name="name" label={t.name} autocomplete="name" required />
        <TextField
          {...common}
          name="mail"
          type="email"
          autocomplete="email"
          label={t.mail}
          hint={t.mailHint}
          required
        />
        <RadioGroup
          {...common}
          name="attends"
          label={t.attends}
          required
          value={ways[0]}
          spread="line"
          options={ways.map((value) => ({ value, label: t.ways[value] }))}
        />
        <SelectField {...common} name="wish" label={t.wish} empty={t.noWish} options={topics} />
        <SelectField {...common} name="wish2" label={t.wish2} empty={t.noWish} options={topics} />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
        </Actions>
      </Form>
    </PublicFrame>
  );
}

/** The same whether the address had entered before or not. */
export function EnteredPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.sentTitle}>
      <PageHead title={t.sentTitle} lead={<p>{t.sent}</p>} />
      <ButtonLink kind="quiet" href={view.href(meetingPaths.list.to({}))}>
        {t.back}
      </ButtonLink>
    </PublicFrame>
  );
}

interface EntryProps {
  readonly view: View;
  readonly token: string;
  readonly meeting: Meeting;
  readonly entry: MeetingEntry;
  readonly seat: string | undefined;
  /** Empty unless they come online. */
  readonly url: string;
}

/** Behind the mailed link: seat, online address, and how to cancel. */
export function EntryPage({ view, token, meeting, entry, seat, url }: EntryProps) {
  const t = words[view.lang];
  const title = entry.cancelledAt ? t.entryCancelled : t.entered;
  return (
    <PublicFrame view={view} title={t.entryTitle}>
      <PageHead title={nameIn(view.lang, meeting)} kicker={t.entryTitle} lead={<p>{title}</p>} />
      {meeting.cancelledAt && <Notice view={view} title={t.cancelled} />}
      <DefinitionList
        items={[
          { term: t.when, value: tokyoMinute(meeting.startsAt) },
          { term: t.where, value: whereOf(view, meeting) },
          { term: t.seat, value: seat ?? t.seatLater },
          ...(url ? [{ term: t.onlineAt, value: <a href={url}>{url}</a> }] : []),
        ]}
      />
      {!entry.cancelledAt && (
        <ActionForm action={view.href(meetingPaths.cancelEntry.to({ token }))}>{t.cancelEntry}</ActionForm>
      )}
    </PublicFrame>
  );
}
