import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { lawyerStaffPaths } from '../../paths.ts';
import { mustKeep, noted } from '../actions.ts';
import { findNetwork } from '../store.ts';
import { bookFor, cancelFor } from './actions.ts';
import { cancelDay, planDay } from './days.ts';
import { LawyerDaysStaffPage, LawyerDayStaffPage } from './pages/staff.tsx';
import { openBooking } from './people.ts';
import { decideBooking, keptDays, type LawyerRefusal, lawyerTopics } from './rules.ts';
import { countTaken, findLawyerDay, listBookings, listLawyerDays } from './store.ts';
import { refusals, words } from './words.ts';

const planForm = z.object({
  day: field.day(),
  place: field.text(120),
  opens: z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/^(\d):/, '0$1:'))
    .refine(
      (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
      formProblem({ ja: words.ja.timeWrong, en: words.en.timeWrong }),
    ),
  minutes: field.whole({ min: 10, max: 120 }),
  slots: field.whole({ min: 1, max: 48 }),
  note: field.optionalText(200),
});
const bookForm = z.object({
  slot: field.wholeOrNull({ max: 200 }),
  topic: field.choice(lawyerTopics),
  name: field.text(60),
  phone: field.text(20),
  mail: z.literal('').or(field.email()).default(''),
});

type NetworkVisit = Visit<{ organisationId: string }>;
type DayVisit = Visit<{ organisationId: string; dayId: string }>;
const statusOf = (state: FormState) => (state.problems.length > 0 ? 422 : 200);

export const lawyerStaffRoutes = new Routes()
  .get(lawyerStaffPaths.days, can.keepWatch, (visit) => daysPage(visit, emptyForm))
  .post(lawyerStaffPaths.days, can.keepWatch, async (visit) => {
    const form = await visit.form(planForm);
    if (!form.ok) return daysPage(visit, form.state);
    const planned = await planDay(visit.db, visit.who, { ...visit.params, ...form.values }, visit.now);
    if (!planned.ok) return daysPage(visit, refused(visit, planned, form.typed));
    return visit.go(
      lawyerStaffPaths.day.to({ ...visit.params, ...planned.value }),
      words[visit.lang].planned,
    );
  })
  .get(lawyerStaffPaths.day, can.keepWatch, (visit) => dayPage(visit, emptyForm))
  .post(lawyerStaffPaths.day, can.keepWatch, async (visit) => {
    const form = await visit.form(bookForm);
    if (!form.ok) return dayPage(visit, form.state);
    const { slot, topic, ...person } = form.values;
    const { vault, publicUrl } = visit.tools;
    const asked = {
      ...visit.params,
      slot,
      topic,
      person: { ...person, lang: 'ja' as const },
      vault,
      publicUrl,
    };
    const booked = await bookFor(visit.db, visit.who, asked, visit.now);
    if (!booked.ok) return dayPage(visit, refused(visit, booked, form.typed));
    const t = words[visit.lang];
    return visit.go(
      lawyerStaffPaths.day.to(visit.params),
      booked.value === 'booked' ? t.bookedFor : t.waitsFor,
    );
  })
  .post(lawyerStaffPaths.cancelBooking, can.keepWatch, async (visit) => {
    const { vault, publicUrl } = visit.tools;
    await cancelFor(visit.db, visit.who, { ...visit.params, vault, publicUrl }, visit.now);
    const { organisationId, dayId } = visit.params;
    return visit.go(lawyerStaffPaths.day.to({ organisationId, dayId }), words[visit.lang].cancelledDone);
  })
  .post(lawyerStaffPaths.cancelDay, can.keepWatch, async (visit) => {
    const { vault, publicUrl } = visit.tools;
    await cancelDay(visit.db, visit.who, { ...visit.params, vault, publicUrl }, visit.now);
    return visit.go(lawyerStaffPaths.day.to(visit.params), words[visit.lang].dayCancelled);
  }).list;

function refused({ lang }: Visit, refusal: RefusedWith<LawyerRefusal>, typed: Typed): FormState {
  const fields = {
    'day-past': 'day',
    'day-too-long': 'slots',
    'slot-taken': 'slot',
    'slot-unknown': 'slot',
  } as const;
  return refusedForm<LawyerRefusal>({ words: refusals, lang, refused: refusal, typed, fields });
}

async function daysPage(visit: NetworkVisit, state: FormState): Promise<Response> {
  const { db, who, view, now, params } = visit;
  const { organisationId } = params;
  mustKeep(who, organisationId);
  const today = tokyoDay(now);
  const { network, days } = await inTransaction(db, who, async (tx) => {
    const listed = await listLawyerDays(tx, { organisationId, from: addDays(today, -keptDays) });
    const taken = await countTaken(
      tx,
      listed.map(({ id }) => id),
    );
    const counted = listed.map((day) => ({ day, taken: taken.get(day.id) ?? 0 }));
    return { network: await findNetwork(tx, organisationId), days: counted };
  });
  const page = { view, state, network, days, today };
  return visit.page(<LawyerDaysStaffPage {...page} />, statusOf(state));
}

/** Names are read here: that is on record. */
async function dayPage(visit: DayVisit, state: FormState): Promise<Response> {
  const { db, who, view, now, tools, params } = visit;
  const { organisationId, dayId } = params;
  mustKeep(who, organisationId);
  const shown = await inTransaction(db, who, async (tx) => {
    const day = await findLawyerDay(tx, dayId);
    if (day.organisationId !== organisationId) throw new NotFound('lawyer day');
    const bookings = (await listBookings(tx, dayId)).map((booking) => ({
      booking,
      person: openBooking(tools.vault, booking),
    }));
    const facts = { day: dayId, bookings: bookings.length };
    await noted(tx, { event: 'watch.read-bookings', organisationId, facts }, now);
    return { network: await findNetwork(tx, organisationId), day, bookings };
  });
  const coming = decideBooking({ day: shown.day, taken: [], slot: 0, now }).ok;
  const page = { view, state, coming, ...shown };
  return visit.page(<LawyerDayStaffPage {...page} />, statusOf(state));
}
