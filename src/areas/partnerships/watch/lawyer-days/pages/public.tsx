import { dayName, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState, Notice, StatusTag, Tag } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { lawyerPaths } from '../../../paths.ts';
import { lawyerTopics, timeOf } from '../rules.ts';
import type { Booking, LawyerDay } from '../store.ts';
import { words } from '../words.ts';

/** A day as everybody sees it. */
export interface ShownDay {
  readonly day: LawyerDay;
  readonly network: string;
  readonly free: number;
}

export function DayTags({ view, day, free }: { view: View; day: LawyerDay; free: number }) {
  const t = words[view.lang];
  return (
    <>
      {day.illustrative && <Tag>{t.illustrative}</Tag>}
      {day.cancelledAt ? (
        <StatusTag tone="bad">{t.cancelled}</StatusTag>
      ) : (
        <StatusTag tone={free > 0 ? 'good' : 'warn'}>{free > 0 ? t.free(free) : t.full}</StatusTag>
      )}
    </>
  );
}

export function hoursOf(day: LawyerDay): string {
  return `${day.opens}〜${timeOf(day, day.slots)}`;
}

export function LawyerDaysPage({ view, days }: { view: View; days: readonly ShownDay[] }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={t.lead} />
      {days.length === 0 && <EmptyState title={t.none} />}
      <DayCards view={view} days={days} level={2} />
    </PublicFrame>
  );
}

function DayCards({ view, days, level }: { view: View; days: readonly ShownDay[]; level: 2 | 3 }) {
  return (
    <Grid>
      {days.map(({ day, network, free }) => (
        <Card
          title={dayName(view.lang, day.day)}
          href={view.href(lawyerPaths.day.to({ dayId: day.id }))}
          tags={<DayTags view={view} day={day} free={free} />}
          level={level}
        >
          <p>
            {network} {day.place}
          </p>
          <p>{hoursOf(day)}</p>
        </Card>
      ))}
    </Grid>
  );
}

/** On the page of a network. */
export function LawyerSection({ view, days }: { view: View; days: readonly ShownDay[] }) {
  const t = words[view.lang];
  if (days.length === 0) return null;
  return (
    <Section title={t.title} id="lawyer-days">
      <DayCards view={view} days={days} level={3} />
    </Section>
  );
}

interface DayProps {
  readonly view: View;
  readonly state: FormState;
  readonly shown: ShownDay;
  readonly freeSlots: readonly number[];
  readonly is: 'open' | 'over' | 'sent' | 'waits';
}

export function LawyerDayPage({ view, state, shown, freeSlots, is }: DayProps) {
  const t = words[view.lang];
  const { day, network, free } = shown;
  const title = `${t.title} ${dayName(view.lang, day.day)}`;
  const list = { href: view.href(lawyerPaths.list.to({})), label: t.title };
  return (
    <PublicFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={network}
        tags={<DayTags view={view} day={day} free={free} />}
        breadcrumbs={<Breadcrumbs view={view} items={[list]} current={dayName(view.lang, day.day)} />}
      />
      <DefinitionList
        items={[
          { term: t.where, value: day.place },
          { term: t.when, value: `${hoursOf(day)} ${t.each(day.minutes)}` },
          ...(day.note ? [{ term: t.note, value: day.note }] : []),
        ]}
      />
      {(is === 'sent' || is === 'waits') && (
        <Notice view={view} tone="good" title={t.sentTitle}>
          <p>{is === 'sent' ? t.sent : t.sentWaiting}</p>
        </Notice>
      )}
      {is === 'over' && <p>{t.over}</p>}
      {is === 'open' && !day.cancelledAt && (
        <BookForm view={view} state={state} day={day} freeSlots={freeSlots} />
      )}
    </PublicFrame>
  );
}

/** What is asked at a booking, by oneself or by telephone. */
export function BookingFields({
  view,
  state,
  day,
  freeSlots,
}: Pick<DayProps, 'view' | 'state' | 'freeSlots'> & { day: LawyerDay }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      {freeSlots.length > 0 ? (
        <RadioGroup
          {...common}
          name="slot"
          label={t.slot}
          required
          spread="columns"
          options={freeSlots.map((slot) => ({ value: String(slot), label: timeOf(day, slot) }))}
        />
      ) : (
        <p>{t.waitLead}</p>
      )}
      <SelectField
        {...common}
        name="topic"
        label={t.topic}
        required
        options={lawyerTopics.map((value) => ({ value, label: t.topics[value] }))}
      />
      <TextField
        {...common}
        name="name"
        label={t.name}
        hint={t.nameHint}
        required
        maxlength={60}
        autocomplete="name"
      />
    </>
  );
}

function BookForm(props: Pick<DayProps, 'view' | 'state' | 'freeSlots'> & { day: LawyerDay }) {
  const { view, state, day, freeSlots } = props;
  const t = words[view.lang];
  const label = freeSlots.length > 0 ? t.book : t.wait;
  const common = { view, state };
  return (
    <Section title={label}>
      <p>{t.privacy}</p>
      <Form action={view.href(lawyerPaths.day.to({ dayId: day.id }))} label={label}>
        <BookingFields {...props} />
        <TextField
          {...common}
          name="mail"
          type="email"
          label={t.mail}
          hint={t.mailHint}
          required
          autocomplete="email"
        />
        <TextField
          {...common}
          name="phone"
          type="tel"
          label={t.phone}
          hint={t.phoneHint}
          maxlength={20}
          autocomplete="tel"
        />
        {/* A person leaves it empty; what fills in every field is none. */}
        <HiddenField name="nickname" value="" />
        <Actions>
          <SubmitButton>{label}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

/** Behind the mailed link. */
export function BookingPage({
  view,
  token,
  booking,
  day,
  refused,
}: {
  view: View;
  token: string;
  booking: Booking;
  day: LawyerDay;
  refused: string;
}) {
  const t = words[view.lang];
  const state = day.cancelledAt ? 'cancelled' : (booking.state as keyof typeof t.states);
  const time = booking.slot === null ? '' : timeOf(day, booking.slot);
  return (
    <PublicFrame view={view} title={t.bookingTitle}>
      <PageHead
        title={t.bookingTitle}
        kicker={t.title}
        tags={<StatusTag tone={state === 'booked' ? 'good' : 'warn'}>{t.states[state]}</StatusTag>}
      />
      {refused && (
        <Notice view={view} tone="bad">
          <p>{refused}</p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t.when, value: `${dayName(view.lang, day.day)} ${time}` },
          { term: t.where, value: day.place },
        ]}
      />
      {state === 'held' && (
        <>
          {booking.heldUntil && <p>{t.until(tokyoMinute(booking.heldUntil))}</p>}
          <ActionForm action={view.href(lawyerPaths.confirm.to({ token }))} kind="primary">
            {t.confirm}
          </ActionForm>
        </>
      )}
      {state === 'cancelled' ? (
        <p>
          <ButtonLink kind="secondary" href={view.href(lawyerPaths.list.to({}))}>
            {t.title}
          </ButtonLink>
        </p>
      ) : (
        <ActionForm action={view.href(lawyerPaths.cancel.to({ token }))} kind="danger">
          {t.cancel}
        </ActionForm>
      )}
    </PublicFrame>
  );
}
