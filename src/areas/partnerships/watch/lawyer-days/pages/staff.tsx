import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Card, Disclosure, EmptyState, StatusTag } from '#ui/content.tsx';
import { DateField, NumberField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { DataTable } from '#ui/table.tsx';
import { nameIn } from '../../../members/shown.ts';
import { lawyerStaffPaths } from '../../../paths.ts';
import { WatchCrumbs } from '../../pages/staff.tsx';
import type { Network } from '../../store.ts';
import { words as watchWords } from '../../words.ts';
import type { Person } from '../people.ts';
import { freeSlots, type LawyerTopic, timeOf } from '../rules.ts';
import type { Booking, LawyerDay } from '../store.ts';
import { words } from '../words.ts';
import { BookingFields, DayTags, hoursOf } from './public.tsx';

interface DaysProps {
  readonly view: View;
  readonly state: FormState;
  readonly network: Network;
  readonly days: readonly { readonly day: LawyerDay; readonly taken: number }[];
  readonly today: string;
}

export function LawyerDaysStaffPage({ view, state, network, days, today }: DaysProps) {
  const t = words[view.lang];
  const { organisationId } = network;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        kicker={watchWords[view.lang].networkTitle(nameIn(view.lang, network))}
        lead={t.staffLead}
        breadcrumbs={<WatchCrumbs view={view} current={t.title} />}
      />
      {days.length === 0 && <EmptyState title={t.none} />}
      <Grid>
        {days.map(({ day, taken }) => (
          <Card
            title={dayName(view.lang, day.day)}
            href={view.href(lawyerStaffPaths.day.to({ organisationId, dayId: day.id }))}
            tags={<DayTags view={view} day={day} free={day.slots - taken} />}
            level={2}
          >
            <p>
              {day.place} {hoursOf(day)}
            </p>
            <p>{t.bookedCount(taken, day.slots)}</p>
          </Card>
        ))}
      </Grid>
      <Disclosure summary={t.plan} open={state.problems.length > 0}>
        <PlanForm view={view} state={state} network={network} today={today} />
      </Disclosure>
    </StaffFrame>
  );
}

function PlanForm({ view, state, network, today }: Omit<DaysProps, 'days'>) {
  const t = words[view.lang];
  const common = { view, state };
  const { organisationId } = network;
  return (
    <Form action={view.href(lawyerStaffPaths.days.to({ organisationId }))} label={t.plan}>
      <DateField {...common} name="day" label={t.day} min={today} required />
      <TextField {...common} name="place" label={t.where} required maxlength={120} width="full" />
      <TextField {...common} name="opens" label={t.opens} hint={t.opensHint} required width="short" />
      <NumberField {...common} name="minutes" label={t.minutes} unit={t.minute} value={30} required />
      <NumberField {...common} name="slots" label={t.slots} unit={t.slotsUnit} required />
      <TextField {...common} name="note" label={t.note} maxlength={200} width="full" />
      <Actions>
        <SubmitButton>{t.plan}</SubmitButton>
      </Actions>
    </Form>
  );
}

export interface OpenBooking {
  readonly booking: Booking;
  readonly person: Person | undefined;
}

interface DayProps {
  readonly view: View;
  readonly state: FormState;
  readonly network: Network;
  readonly day: LawyerDay;
  readonly bookings: readonly OpenBooking[];
  /** Booking is open, and the day may be cancelled. */
  readonly coming: boolean;
}

export function LawyerDayStaffPage(props: DayProps) {
  const { view, state, network, day, bookings, coming } = props;
  const t = words[view.lang];
  const { organisationId } = network;
  const taken = bookings.flatMap(({ booking: { slot } }) => (slot === null ? [] : [slot]));
  const waiting = bookings.filter(({ booking }) => booking.state === 'waiting');
  const title = dayName(view.lang, day.day);
  const back = { href: view.href(lawyerStaffPaths.days.to({ organisationId })), label: t.title };
  return (
    <StaffFrame view={view} title={`${t.title} ${title}`} problems={state.problems} islands={['share']}>
      <PageHead
        title={title}
        kicker={`${day.place} ${hoursOf(day)}`}
        tags={<DayTags view={view} day={day} free={day.slots - taken.length} />}
        actions={<PrintButton label={t.print} />}
        breadcrumbs={<WatchCrumbs view={view} items={[back]} current={title} />}
      />
      <BookingTable
        {...props}
        caption={t.list}
        rows={Array.from({ length: day.slots }, (_, slot) => ({
          time: timeOf(day, slot),
          open: bookings.find(({ booking }) => booking.slot === slot),
        }))}
      />
      {waiting.length > 0 && (
        <BookingTable
          {...props}
          caption={t.waitingList}
          rows={waiting.map((open, at) => ({ time: String(at + 1), open }))}
        />
      )}
      <p class="hint">{t.listLead}</p>
      {coming && (
        <>
          <Section title={t.bookFor}>
            <Form
              action={view.href(lawyerStaffPaths.day.to({ organisationId, dayId: day.id }))}
              label={t.bookFor}
            >
              <BookingFields view={view} state={state} day={day} freeSlots={freeSlots(day, taken)} />
              <TextField
                view={view}
                state={state}
                name="phone"
                type="tel"
                label={t.phone}
                maxlength={20}
                required
              />
              <TextField
                view={view}
                state={state}
                name="mail"
                type="email"
                label={t.mail}
                hint={t.mailOptional}
              />
              <Actions>
                <SubmitButton>{t.bookFor}</SubmitButton>
              </Actions>
            </Form>
          </Section>
          <Section title={t.cancelDay} lead={t.cancelDayLead}>
            <ActionForm
              action={view.href(lawyerStaffPaths.cancelDay.to({ organisationId, dayId: day.id }))}
              kind="danger"
            >
              {t.cancelDay}
            </ActionForm>
          </Section>
        </>
      )}
    </StaffFrame>
  );
}

function BookingTable({
  view,
  day,
  coming,
  caption,
  rows,
}: DayProps & {
  caption: string;
  rows: readonly { readonly time: string; readonly open: OpenBooking | undefined }[];
}) {
  const t = words[view.lang];
  const params = { organisationId: day.organisationId, dayId: day.id };
  return (
    <DataTable
      view={view}
      caption={caption}
      columns={[
        { key: 'time', label: t.time, head: true },
        { key: 'who', label: t.who },
        { key: 'reach', label: t.reach },
        { key: 'topic', label: t.topic },
        { key: 'state', label: t.state },
      ]}
      rows={rows.map(({ time, open }) => ({
        time,
        who: open ? (open.person?.name ?? t.gone) : t.empty,
        reach: open && [open.person?.phone, open.person?.mail].filter(Boolean).join(' '),
        topic: open && t.topics[open.booking.topic as LawyerTopic],
        state: open && (
          <>
            <StatusTag tone={open.booking.state === 'booked' ? 'good' : 'warn'}>
              {t.states[open.booking.state as keyof typeof t.states]}
            </StatusTag>
            {coming && (
              <ActionForm
                action={view.href(
                  lawyerStaffPaths.cancelBooking.to({ ...params, bookingId: open.booking.id }),
                )}
                kind="quiet"
                small
              >
                {t.cancelOne}
                <span class="vh"> {time}</span>
              </ActionForm>
            )}
          </>
        ),
      }))}
      stacked
    />
  );
}
